import type { BillLine, Carton, Part } from '../../product/make.ts'
import type { Operation, WorkCentreKind } from '../../product/routing.ts'
import { coatedMm2, sheetsPermille } from './bill.ts'
import { engravingWork } from './engraving.ts'
import { backBoard, bandOf, coatsOf } from './materials.ts'
import type { Study } from './study.ts'

/*
 * Seconds by step, from practitioners' ranges: panel saw 5–10 min set-up, 4–7 min a sheet and 0.3 min a part; edge bander 10–15 min, 0.4–0.6 min a pass,
 * PUR glue bonds fully in 24 h; drilling 3–5 min, 1.5–3 min a part; sanding 5 min, 1.5–2.5 min a m² and face, edges 1 min a metre by hand;
 * fittings 0.3 min each, trial assembly 15–25 min a body; final check 10–15 min; packing 10 min and 4–6 min a carton.
 */
const saw = { setupS: 420, perSheetS: 300, perPartS: 18 } as const
const edge = { setupS: 720, perPassS: 30, lagS: 24 * 3600 } as const
const drill = { setupS: 240, perPartS: 105 } as const
const sand = { setupS: 300, perM2S: 90, perMetreS: 60 } as const
const fit = { setupS: 300, perFittingS: 18, perBodyS: 1080 } as const
const check = { setupS: 120, runS: 660 } as const
const pack = { setupS: 600, perCartonS: 270 } as const
const prepare = { setupS: 720, perPartTypeS: 60 } as const

/** Fittings the workshop sets before packing; the shopper sets the others. */
const setInWorkshop: ReadonlySet<string> = new Set(['hinge', 'push-latch', 'straightener', 'cam'])

/** Metres of edge sanded by hand: the front edge of every board and all around each leaf, mm. */
function sandedEdgeMm(parts: readonly Part[]): number {
  let total = 0
  for (const { kind, size, places } of parts) {
    if (kind === 'door') total += 2 * (size.x + size.y) * places.length
    else if (kind === 'side' || kind === 'partition') total += size.y * places.length
    else if (kind === 'top' || kind === 'bottom' || kind === 'shelf') total += size.x * places.length
  }
  return total
}

const gross = (bill: readonly BillLine[], material: string): number =>
  bill.find((line) => line.material === material)?.gross ?? 0

/** The ordered operations of one shelf. Each follows the one before; sheets, glue and colour are the keys for sharing a set-up. */
export function operationsOf(
  study: Study,
  parts: readonly Part[],
  bill: readonly BillLine[],
  cartons: readonly Carton[],
): Operation[] {
  const { layout, measure } = study
  const { material, finish, name } = layout.chosen
  const operations: Operation[] = []
  let last: readonly string[] = []
  const step = (key: string, workCentre: WorkCentreKind, batchKey: string, setupS: number, runS: number, lagS = 0) => {
    operations.push({ key, workCentre, setupS, runS: Math.round(runS), lagS, batchKey, after: last })
    last = [key]
  }
  const boards = measure.uprights + measure.horizontals + measure.leaves
  const sheetRun = (id: typeof backBoard) => (sheetsPermille(id, gross(bill, id.id)) * saw.perSheetS) / 1000

  step('prepare', 'office', '', prepare.setupS + parts.length * prepare.perPartTypeS, 0)
  step('saw', 'saw', layout.board.id, saw.setupS, sheetRun(layout.board) + boards * saw.perPartS)
  step('saw-back', 'saw', backBoard.id, saw.setupS, sheetRun(backBoard) + measure.panels * saw.perPartS)
  const band = bandOf[material]
  if (band !== undefined) {
    let passes = 0
    for (const part of parts) passes += part.edges.length * part.places.length
    step('edge', 'edge-banding', `${band.id}/${finish}`, edge.setupS, passes * edge.perPassS, edge.lagS)
  }
  step('drill', 'drilling', '', drill.setupS, boards * drill.perPartS)
  if (name !== '') {
    const letters = Array.from(name).length
    step('engrave', 'nesting', '', engravingWork.setupS, engravingWork.baseS + letters * engravingWork.perLetterS)
  }
  const coats = coatsOf[finish]
  const facesM2 = coatedMm2(study) / 1_000_000
  if (coats.length > 0) {
    const edges = band === undefined ? (sandedEdgeMm(parts) / 1000) * sand.perMetreS : 0
    step('sand', 'sanding', 'grit-180', sand.setupS, facesM2 * sand.perM2S + edges)
  }
  for (const [index, coat] of coats.entries()) {
    const colour = coat.material === 'paint' || coat.material === 'stain' ? `${coat.material}/${finish}` : coat.material
    step(
      coats.length === 1 ? 'coat' : `coat-${index + 1}`,
      'finishing',
      colour,
      coat.setupS,
      facesM2 * coat.runS,
      coat.lagS,
    )
  }
  let fittings = 0
  for (const line of bill) if (setInWorkshop.has(line.material)) fittings += line.net
  const bodies = layout.spans.length * layout.stacks.length
  step('fit', 'assembly', '', fit.setupS, fittings * fit.perFittingS + bodies * fit.perBodyS)
  step('check', 'inspection', '', check.setupS, check.runS)
  step('pack', 'packing', '', pack.setupS, cartons.length * pack.perCartonS)
  return operations
}
