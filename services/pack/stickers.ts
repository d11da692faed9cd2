import type { PackSource } from '#models/product/pack/pack-source.ts'
import { createPaper } from '../paper.ts'
import { drawSticker } from './sticker.ts'
import { tell } from './telling.ts'

/** The papers of a pack bear no date of their own: the same pack is the same bytes whenever it is made. */
export const papersMadeAt = Date.UTC(2026, 0, 1)

/** Labels of 105×48 mm, twelve on an A4 sheet without gaps, and the edge that printers leave. mm */
const a4 = {
  width: 210,
  height: 297,
  across: 2,
  down: 6,
  top: 4.5,
  label: { width: 105, height: 48 },
  inset: 5,
} as const

const thermal = { width: 100, height: 50, inset: 3 } as const

const titleOf = ({ hash }: PackSource): string => `${tell('sticker.title')} ${hash}`

/** Part stickers for A4 label sheets, 2 × 6 labels of 105×48 mm. */
export async function stickersOnA4(source: PackSource): Promise<Uint8Array> {
  const paper = await createPaper({ title: titleOf(source), madeAt: papersMadeAt })
  const each = a4.across * a4.down
  for (let first = 0; first < source.workpieces.length; first += each) {
    const sheet = paper.addSheet(a4.width, a4.height)
    for (const [index, workpiece] of source.workpieces.slice(first, first + each).entries()) {
      const x = (index % a4.across) * a4.label.width + a4.inset
      const y = a4.top + Math.floor(index / a4.across) * a4.label.height + a4.inset
      const size = { width: a4.label.width - 2 * a4.inset, height: a4.label.height - 2 * a4.inset }
      drawSticker(sheet, { x, y, ...size }, workpiece, source)
    }
  }
  return paper.bytes()
}

/** Part stickers for a thermal printer, a page of 100×50 mm each. */
export async function stickersForThermal(source: PackSource): Promise<Uint8Array> {
  const paper = await createPaper({ title: titleOf(source), madeAt: papersMadeAt })
  const { inset } = thermal
  for (const workpiece of source.workpieces) {
    const sheet = paper.addSheet(thermal.width, thermal.height)
    const size = { width: thermal.width - 2 * inset, height: thermal.height - 2 * inset }
    drawSticker(sheet, { x: inset, y: inset, ...size }, workpiece, source)
  }
  return paper.bytes()
}
