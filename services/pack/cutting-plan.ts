import type { PlannedSheet } from '#models/product/nesting/cutting-plan.ts'
import type { PackSource } from '#models/product/pack/pack-source.ts'
import { say } from '#models/product/words.ts'
import { createPaper, type PaperPoint, type Sheet } from '../paper.ts'
import { landscape, pagesOf } from './page-frame.ts'
import { papersMadeAt } from './stickers.ts'
import { mmOfUm, tell } from './telling.ts'

const room = { x: landscape.left, y: 34, width: 196, height: 142 } as const
const list = { x: 222, y: 34, columnWidth: 31, line: 3.9 } as const

type Scaled = { readonly scale: number; readonly at: (x: number, y: number) => PaperPoint }

/** From µm on a sheet to mm on the page. */
function scaled({ format }: PlannedSheet): Scaled {
  const scale = Math.min(room.width / format.length, room.height / format.width) / 1000
  const low = room.y + format.width * 1000 * scale
  return { scale, at: (x, y) => [room.x + x * scale, low - y * scale] }
}

function box(
  sheet: Sheet,
  { at }: Scaled,
  x: number,
  y: number,
  length: number,
  width: number,
  ink: Parameters<Sheet['path']>[2],
) {
  sheet.path([at(x, y), at(x + length, y), at(x + length, y + width), at(x, y + width)], true, ink)
}

/** Lines of words in the middle of a rectangle, upright where it is, as large as fits; what cannot be read is left out. */
function label(
  sheet: Sheet,
  { at, scale }: Scaled,
  piece: { x: number; y: number; lengthUm: number; widthUm: number },
  lines: readonly string[],
) {
  const [long, short] = [piece.lengthUm * scale, piece.widthUm * scale]
  const isUpright = short > long * 1.2
  const [along, across] = isUpright ? [short, long] : [long, short]
  const widest = Math.max(...lines.map((line) => sheet.textWidth(line, { size: 10 })))
  const size = Math.min(10, (across / (lines.length * 1.35 + 0.4)) * 2.83, (along / (widest + 1)) * 10)
  if (size < 3) return
  const [middleX, middleY] = at(piece.x + piece.lengthUm / 2, piece.y + piece.widthUm / 2)
  const step = size * 0.353 * 1.3
  for (const [index, line] of lines.entries()) {
    const off = (index - (lines.length - 1) / 2) * step + size * 0.12
    const [x, y] = isUpright ? [middleX + off, middleY] : [middleX, middleY + off]
    sheet.text(line, x, y, { size, bold: index === 0, align: 'centre', turn: isUpright ? 90 : 0 })
  }
}

function drawPlan(sheet: Sheet, planned: PlannedSheet): void {
  const on = scaled(planned)
  const { format, pieces, offcuts } = planned
  const trim = format.trim * 1000
  box(sheet, on, 0, 0, format.length * 1000, format.width * 1000, { stroke: 0, fill: 0.9, widthMm: 0.3 })
  box(sheet, on, trim, trim, format.length * 1000 - 2 * trim, format.width * 1000 - 2 * trim, {
    stroke: 0.6,
    dashMm: [2, 1.5],
  })
  for (const offcut of offcuts) {
    box(sheet, on, offcut.x, offcut.y, offcut.lengthUm, offcut.widthUm, { stroke: 0.3, fill: 0.96, dashMm: [1, 1] })
    const size = { length: mmOfUm(offcut.lengthUm), width: mmOfUm(offcut.widthUm) }
    label(sheet, on, offcut, [tell('plan.offcut', size)])
  }
  for (const piece of pieces) {
    const { panel, mark } = piece.workpiece
    box(sheet, on, piece.x, piece.y, piece.lengthUm, piece.widthUm, { stroke: 0, fill: 1, widthMm: 0.25 })
    const size = `${mmOfUm(panel.cutLengthUm)} × ${mmOfUm(panel.cutWidthUm)}`
    label(sheet, on, piece, [
      `${mark}  ${panel.number}`,
      `${panel.part.key} ${panel.copy}/${panel.part.places.length}`,
      size,
    ])
  }
}

/** The cuts in order: what the fence is set to, and the number of the part that is then at size. */
function drawCuts(sheet: Sheet, { cuts }: PlannedSheet): void {
  sheet.text(tell('plan.cuts'), list.x, list.y - 4, { size: 8, bold: true })
  if (cuts.length === 0) sheet.paragraph(tell('plan.whole'), list.x, list.y + 2, 60, { size: 8 })
  const perColumn = Math.floor((landscape.bottom - list.y) / list.line)
  for (const [index, { kind, fenceUm, piece }] of cuts.entries()) {
    const column = Math.floor(index / perColumn)
    const x = list.x + column * list.columnWidth
    const y = list.y + 1 + (index % perColumn) * list.line
    const words = tell(kind === 'rip' ? 'plan.rip' : 'plan.cross', { fence: mmOfUm(fenceUm) })
    sheet.text(String(index + 1), x + 4, y, { size: 7, grey: 0.35, align: 'right' })
    sheet.text(words, x + 6, y, { size: 8 })
    if (piece === undefined) continue
    sheet.text(`${piece.mark} ${piece.panel.number}`, x + list.columnWidth - 2, y, {
      size: 8,
      bold: true,
      align: 'right',
    })
  }
}

/** One page a sheet: what lies where, and the saw's cuts in order. Undefined for what is not cut from sheets. */
export async function cuttingPlanPdf({ plan, hash, product }: PackSource): Promise<Uint8Array> {
  const paper = await createPaper({ title: `${tell('plan.title')} ${hash}`, madeAt: papersMadeAt })
  const pages = pagesOf(paper, landscape, tell('plan.title'), hash)
  const sheets = plan?.sheets ?? []
  for (const planned of sheets) {
    const sheet = pages.add()
    const { number, format, thickness, pieces, yieldPermille } = planned
    const material = say(product.words, `material.${planned.material}`)
    sheet.text(tell('plan.sheet', { number, count: sheets.length, material }), landscape.left, landscape.top, {
      size: 15,
      bold: true,
    })
    const facts = {
      ...{ length: format.length, width: format.width, thickness, trim: format.trim },
      ...{ kerf: (plan?.kerfUm ?? 0) / 1000, parts: pieces.length, yield: yieldPermille / 10 },
    }
    sheet.text(tell('plan.facts', facts), landscape.left, landscape.top + 6, { size: 9 })
    drawPlan(sheet, planned)
    drawCuts(sheet, planned)
    const total = { yield: (plan?.yieldPermille ?? 0) / 10, kept: (plan?.yieldWithOffcutsPermille ?? 0) / 10 }
    sheet.text(`${tell('plan.grain')}. ${tell('plan.total', total)}`, landscape.left, landscape.bottom - 8, { size: 8 })
  }
  return pages.bytes()
}
