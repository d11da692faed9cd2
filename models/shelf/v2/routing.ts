import type { BillLine, Carton, EdgeBand, Part } from '../../product/make.ts'
import type { Operation } from '../../product/routing.ts'
import { sheetsPermille } from '../v1/bill.ts'
import { engravingWork } from '../v1/engraving.ts'
import { type Board, backBoard } from '../v1/materials.ts'
import { boardsOf } from './bill.ts'
import { coating, isFront } from './coating.ts'
import { bandFor, drawerBoard } from './materials.ts'
import { Steps } from './steps.ts'
import type { Study } from './study.ts'

/*
 * Seconds by step, from practitioners' ranges as in version 1: panel saw 5–10 min set-up, 4–7 min a sheet and 0.3 min a part; edge bander 10–15 min,
 * 0.4–0.6 min a pass, PUR glue bonds fully in 24 h; drilling 3–5 min, 1.5–3 min a part; sanding 5 min, 1.5–2.5 min a m² and face, edges 1 min a
 * metre by hand; fittings 0.3 min each, trial assembly 15–25 min a body; final check 10–15 min; packing 10 min and 4–6 min a carton. New here: a
 * slant is set out and cut on the sliding table saw in 2–3 min a side; a cable hole takes a hole saw 1–1.5 min; a hand-held router rounds an arris
 * at 1.5–2 m a minute and bevels it at 1; a drawer is put together, hung and set in 12–18 min.
 */
const saw = { setupS: 420, perSheetS: 300, perPartS: 18 } as const
const slanting = { setupS: 600, perSideS: 150 } as const
const edge = { setupS: 720, perPassS: 30, lagS: 24 * 3600 } as const
const drill = { setupS: 240, perPartS: 105 } as const
const holes = { setupS: 180, perHoleS: 75 } as const
const arrises = { setupS: 300, perMetreS: { eased: 36, bevel: 60 } } as const
const hang = { setupS: 300, perDrawerS: 900 } as const
const fit = { setupS: 300, perFittingS: 18, perBodyS: 1080 } as const
const check = { setupS: 120, runS: 660 } as const
const pack = { setupS: 600, perCartonS: 270 } as const
const prepare = { setupS: 720, perPartTypeS: 60 } as const

/** Fittings the workshop sets before packing; the shopper sets the others. */
const setInWorkshop: ReadonlySet<string> = new Set(['hinge', 'push-latch', 'straightener', 'cam'])

/** mm of one edge of a board that is seen from the front. */
function edgeMm(part: Part, side: EdgeBand['side']): number {
  const { x, y } = part.size
  if (isFront(part)) return side === 'left' || side === 'right' ? y : x
  return part.kind === 'side' || part.kind === 'partition' ? y : x
}

/** Metres of arris to work with a router: both along the front of a board, the outer one around a front. A band's radius is the bander's own. */
function arrisMetres(parts: readonly Part[]): number {
  let mm = 0
  for (const part of parts) {
    if (part.arris === undefined || part.edges.length > 0) continue
    for (const side of part.arris.edges) mm += edgeMm(part, side) * part.places.length * (isFront(part) ? 1 : 2)
  }
  return mm / 1000
}

const gross = (bill: readonly BillLine[], material: string): number =>
  bill.find((line) => line.material === material)?.gross ?? 0

/** Every board is cut from its own sheets; the key of the step tells which. */
function sawing(steps: Steps, study: Study, bill: readonly BillLine[]): void {
  const { layout, measure } = study
  const keyOf = ({ id }: Board) =>
    id === layout.board.id
      ? 'saw'
      : id === backBoard.id
        ? 'saw-back'
        : id === drawerBoard.id
          ? 'saw-drawers'
          : 'saw-fronts'
  for (const board of boardsOf(study)) {
    const sheetS = (sheetsPermille(board, gross(bill, board.id)) * saw.perSheetS) / 1000
    steps.add(keyOf(board), 'saw', board.id, saw.setupS, sheetS + (measure.cut.get(board.id) ?? 0) * saw.perPartS)
  }
}

/** The ordered operations of one shelf; sheets, glue and colour are the keys for sharing a set-up. */
export function operationsOf(study: Study, bill: readonly BillLine[], cartons: readonly Carton[]): Operation[] {
  const { layout, parts, measure, panels } = study
  const { material, finish, name, edge: worked } = layout.chosen
  const steps = new Steps()
  const made = parts.filter(({ kind }) => kind !== 'runner')
  steps.add('prepare', 'office', '', prepare.setupS + made.length * prepare.perPartTypeS, 0)
  sawing(steps, study, bill)
  const slanted = parts.reduce((sum, { slant, places }) => sum + (slant === undefined ? 0 : places.length), 0)
  if (slanted > 0) steps.add('slant', 'saw', '', slanting.setupS, slanted * slanting.perSideS)
  const band = bandFor(material, worked)
  if (band !== undefined) {
    let passes = 0
    for (const { edges, places } of parts) passes += edges.length * places.length
    steps.add('edge', 'edge-banding', `${band.id}/${finish}`, edge.setupS, passes * edge.perPassS, edge.lagS)
  }
  let drilled = 0
  for (const [id, count] of measure.cut) if (id !== backBoard.id) drilled += count
  steps.add('drill', 'drilling', '', drill.setupS, drilled * drill.perPartS)
  const through = panels.reduce((sum, panel) => sum + panel.holes.length, 0)
  if (through > 0) steps.add('holes', 'drilling', 'hole-saw-60', holes.setupS, through * holes.perHoleS)
  if (name !== '') {
    const letters = Array.from(name).length
    steps.add('engrave', 'nesting', '', engravingWork.setupS, engravingWork.baseS + letters * engravingWork.perLetterS)
  }
  const metres = arrisMetres(parts)
  if (worked !== 'square' && metres > 0) {
    steps.add('arris', 'sanding', `cutter-${worked}`, arrises.setupS, metres * arrises.perMetreS[worked])
  }
  coating(steps, study)
  const boxes = layout.drawers.reduce((sum, { box }) => sum + (box === undefined ? 0 : 1), 0)
  if (boxes > 0) steps.add('drawers', 'assembly', '', hang.setupS, boxes * hang.perDrawerS)
  let fittings = 0
  for (const line of bill) if (setInWorkshop.has(line.material)) fittings += line.net
  const bodies = layout.spans.length * layout.stacks.length
  steps.add('fit', 'assembly', '', fit.setupS, fittings * fit.perFittingS + bodies * fit.perBodyS)
  steps.add('check', 'inspection', '', check.setupS, check.runS)
  steps.add('pack', 'packing', '', pack.setupS, cartons.length * pack.perCartonS)
  return steps.operations
}
