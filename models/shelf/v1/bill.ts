import type { BillLine, Part } from '../../product/make.ts'
import { type Flat, flats } from './flat.ts'
import { leafLimits } from './leaf-size.ts'
import { type Board, backBoard, bandOf, coatsOf } from './materials.ts'
import type { Study } from './study.ts'
import { anchorFrom } from './tipping.ts'

/** Saw kerf, mm, and the share of a trimmed sheet that one order nests (panel saw 4.0–4.8; 80–88 % for one order, practitioners), permille. */
export const cutting = { kerf: 4.4, yieldPermille: 880 } as const

/** Spray that misses, waste of band at each end and in the roll, spare fittings: permille on top (practitioners). */
const waste = { coatPermille: 350, bandPermille: 80, bandPerEdge: 60 } as const

/** mm of depth between two cams, at least two to an end; 37 mm setback at front and back (system 32). */
const joint = { every: 500, setback: 37 } as const

/** Cams, and as many dowels, to one joined end. */
export function jointsPerEnd(depth: number): number {
  return Math.max(2, 1 + Math.ceil((depth - 2 * joint.setback) / joint.every))
}

/** cm² of sheet to buy for parts: their area with kerf, over what one order nests on the trimmed sheet. Offcuts from 300×600 mm go back to stock. */
function boardLine(board: Board, boards: readonly Flat[]): BillLine {
  let net = 0
  let cut = 0
  for (const { part, length, width } of boards) {
    if (part.material !== board.id) continue
    const count = part.places.length
    net += length * width * count
    cut += (length + cutting.kerf) * (width + cutting.kerf) * count
  }
  const { length, width, trim } = board.sheet
  const usable = ((length - 2 * trim) * (width - 2 * trim)) / (length * width)
  return {
    material: board.id,
    unit: 'm2',
    net: Math.round(net / 100),
    gross: Math.ceil((cut * 1000) / (usable * cutting.yieldPermille * 100)),
  }
}

/** Sheets that a line of the bill asks for, in thousandths. */
export function sheetsPermille(board: Board, gross: number): number {
  return Math.round((gross * 100 * 1000) / (board.sheet.length * board.sheet.width))
}

function bandLine(study: Study, parts: readonly Part[]): BillLine | undefined {
  const band = bandOf[study.layout.chosen.material]
  if (band === undefined) return undefined
  let net = 0
  let edges = 0
  for (const part of parts) {
    for (const edge of part.edges) net += edge.lengthMm * part.places.length
    edges += part.edges.length * part.places.length
  }
  return {
    material: band.id,
    unit: 'm',
    net,
    gross: Math.ceil((net * (1000 + waste.bandPermille)) / 1000) + edges * waste.bandPerEdge,
  }
}

/** mm² of board faces that take a coat: both sides of carcass and doors. */
export function coatedMm2({ measure }: Study): number {
  return 2 * (measure.carcassMm2 + measure.doorsMm2)
}

function coatLines(study: Study): BillLine[] {
  const perMaterial = new Map<string, number>()
  for (const coat of coatsOf[study.layout.chosen.finish]) {
    const ml = (coatedMm2(study) * coat.mlPerM2) / 1_000_000
    perMaterial.set(coat.material, (perMaterial.get(coat.material) ?? 0) + ml)
  }
  return [...perMaterial].map(([material, ml]) => ({
    material,
    unit: 'l',
    net: Math.ceil(ml),
    gross: Math.ceil((ml * (1000 + waste.coatPermille)) / 1000),
  }))
}

/** g of one fitting, for the mass of the carton. */
export const fittingMass: Readonly<Record<string, number>> = {
  cam: 14,
  dowel: 2,
  hinge: 115,
  'push-latch': 45,
  straightener: 220,
  'back-screw': 2,
  'body-bolt': 25,
  'anchor-kit': 180,
  'foot-low': 40,
  'foot-high': 180,
}

/** mm between two screws along a panel of the back. */
const screwEvery = 150

function fittingLines({ layout, leaves, panels, measure }: Study, parts: readonly Part[]): BillLine[] {
  const perEnd = jointsPerEnd(layout.carcass)
  let hinges = 0
  let straighteners = 0
  let feet = 0
  for (const part of parts) {
    hinges += (part.hinges ?? 0) * part.places.length
    if (part.kind === 'foot') feet += part.places.length
  }
  for (const leaf of leaves) if (leaf.height > leafLimits.straightenerAbove) straighteners += 1
  let screws = 0
  for (const panel of panels) screws += 2 * Math.ceil((panel.width + panel.height) / screwEvery)
  const across = layout.spans.length
  const up = layout.stacks.length
  const lines: BillLine[] = []
  const add = (material: string, count: number) => {
    if (count > 0) lines.push({ material, unit: 'piece', net: count, gross: count })
  }
  add('cam', measure.joinedEnds * perEnd)
  add('dowel', measure.joinedEnds * perEnd)
  add('hinge', hinges)
  add('push-latch', leaves.length)
  add('straightener', straighteners)
  add('back-screw', screws)
  add('body-bolt', 4 * ((across - 1) * up + (up - 1) * across))
  add(`foot-${layout.chosen.feet}`, feet)
  add('anchor-kit', layout.chosen.height >= anchorFrom ? 1 : 0)
  return lines
}

/** The bill of materials without packing. */
export function billOf(study: Study, parts: readonly Part[]): BillLine[] {
  const boards = flats(parts)
  const lines = [boardLine(study.layout.board, boards), boardLine(backBoard, boards)]
  const band = bandLine(study, parts)
  if (band !== undefined) lines.push(band)
  lines.push(...coatLines(study), ...fittingLines(study, parts))
  return lines
}
