import type { BillLine, Part } from '../../product/make.ts'
import { contactsOf } from '../../product/panels/contact.ts'
import { panelsOf } from '../../product/panels/panel.ts'
import { backBores } from '../../product/panels/screws.ts'
import { cutting, jointsPerEnd } from '../v1/bill.ts'
import { leafLimits } from '../v1/leaf-size.ts'
import { type Board, backBoard, type Coat, coatsOf } from '../v1/materials.ts'
import { anchorFrom } from '../v1/tipping.ts'
import { bandFor, drawerBoard, isPaint, paintedBoard } from './materials.ts'
import type { Study } from './study.ts'

/** Spray that misses, waste of band at each end and in the roll: permille on top, and mm an edge (practitioners). */
const waste = { coatPermille: 350, bandPermille: 80, bandPerEdge: 60 } as const

/** Screws along a panel of the back and a bottom of a drawer, mm apart; in the corners of a box and through it into its front. */
const screws = { every: 150, perCorner: 3, perFront: 4 } as const

/** Boards a shelf is cut from, each once: its own, painted fronts, boxes of drawers, the back. */
export function boardsOf({ layout }: Study): readonly Board[] {
  const { board, chosen, drawers } = layout
  const painted = paintedBoard(chosen.material, board)
  const boards = [board]
  if (painted !== board && chosen.colours.length > 0) boards.push(painted)
  if (drawers.some(({ box }) => box !== undefined)) boards.push(drawerBoard)
  return [...boards, backBoard]
}

/** cm² of sheet to buy for parts: their area with kerf, over what one order nests on the trimmed sheet. Offcuts from 300×600 mm go back to stock. */
function boardLine({ id, sheet }: Board, parts: readonly Part[]): BillLine {
  let net = 0
  let cut = 0
  for (const { material, size, places } of parts) {
    if (material !== id) continue
    const thickness = Math.min(size.x, size.y, size.z)
    const face = (size.x * size.y * size.z) / thickness
    const girth = size.x + size.y + size.z - thickness
    net += face * places.length
    cut += (face + cutting.kerf * girth + cutting.kerf ** 2) * places.length
  }
  const usable = ((sheet.length - 2 * sheet.trim) * (sheet.width - 2 * sheet.trim)) / (sheet.length * sheet.width)
  const gross = Math.ceil((cut * 1000) / (usable * cutting.yieldPermille * 100))
  return { material: id, unit: 'm2', net: Math.round(net / 100), gross }
}

function bandLine({ layout, parts }: Study): BillLine | undefined {
  const band = bandFor(layout.chosen.material, layout.chosen.edge)
  if (band === undefined) return undefined
  let net = 0
  let count = 0
  for (const { edges, places } of parts) {
    for (const edge of edges) net += edge.lengthMm * places.length
    count += edges.length * places.length
  }
  const gross = Math.ceil((net * (1000 + waste.bandPermille)) / 1000) + count * waste.bandPerEdge
  return { material: band.id, unit: 'm', net, gross }
}

/** The coats of a finish; none for one that comes on the board. */
export function coatsFor({ layout }: Study, finish: string): readonly Coat[] {
  if (finish === layout.chosen.finish) return coatsOf[layout.chosen.finish]
  return isPaint(finish) ? coatsOf[finish] : []
}

function coatLines(study: Study): BillLine[] {
  const perMaterial = new Map<string, number>()
  for (const [finish, mm2] of study.measure.coatedMm2) {
    for (const { material, mlPerM2 } of coatsFor(study, finish)) {
      perMaterial.set(material, (perMaterial.get(material) ?? 0) + (mm2 * mlPerM2) / 1_000_000)
    }
  }
  return [...perMaterial].map(([material, ml]) => ({
    material,
    unit: 'l',
    net: Math.ceil(ml),
    gross: Math.ceil((ml * (1000 + waste.coatPermille)) / 1000),
  }))
}

const around = (width: number, height: number): number => 2 * Math.ceil((width + height) / screws.every)

/** Screws of a back that stands between the outer sides: wherever there is an edge behind it, which is for the drilling to find. */
function screwsWithin(parts: readonly Part[], boards: readonly BillLine[]): number {
  const carcass = parts.filter(({ kind }) => kind !== 'door' && kind !== 'runner' && !kind.startsWith('drawer'))
  const panels = panelsOf({ parts: carcass, materials: boards })
  const contacts = contactsOf(panels)
  return panels.reduce((sum, panel) => sum + backBores(panel, contacts).length, 0)
}

/** Pieces of each fitting, by its id on rate cards. */
function fittingsOf(
  { layout, doors, panels, parts, measure }: Study,
  boards: readonly BillLine[],
): ReadonlyMap<string, number> {
  const { chosen, carcass, inset, spans, stacks, drawers } = layout
  const counts = new Map<string, number>()
  const add = (material: string, count: number) => counts.set(material, (counts.get(material) ?? 0) + count)
  const perEnd = jointsPerEnd(carcass)
  // With a slanted rear the two ends of the top on the outer sides are as deep as the shelf.
  const deeper = inset > 0 ? 2 * (jointsPerEnd(chosen.depth) - perEnd) : 0
  add('cam', measure.joinedEnds * perEnd + deeper)
  add('dowel', measure.joinedEnds * perEnd + deeper)
  for (const { hinges, places } of parts) if (hinges !== undefined) add('hinge', hinges * places.length)
  add('push-latch', doors.length)
  for (const { leaf } of doors) if (leaf.height > leafLimits.straightenerAbove) add('straightener', 1)
  if (inset === 0) for (const { width, height } of panels) add('back-screw', around(width, height))
  else add('back-screw', screwsWithin(parts, boards))
  for (const { box } of drawers) {
    if (box === undefined) continue
    add('back-screw', around(box.width, box.length) + 4 * screws.perCorner + screws.perFront)
  }
  // Runners are sold in pairs, screws included.
  for (const { kind, material, places } of parts) if (kind === 'runner') add(material, places.length / 2)
  const [across, up] = [spans.length, stacks.length]
  add('body-bolt', 4 * ((across - 1) * up + (up - 1) * across))
  for (const { kind, material, places } of parts) if (kind === 'foot') add(material, places.length)
  add('anchor-kit', chosen.height >= anchorFrom ? 1 : 0)
  return counts
}

/** The bill of materials without packing. */
export function billOf(study: Study): BillLine[] {
  const lines = boardsOf(study).map((board) => boardLine(board, study.parts))
  const band = bandLine(study)
  if (band !== undefined) lines.push(band)
  lines.push(...coatLines(study))
  for (const [material, count] of fittingsOf(study, lines)) {
    if (count > 0) lines.push({ material, unit: 'piece', net: count, gross: count })
  }
  return lines
}
