import type { Paper, Sheet } from '../paper.ts'
import { tell } from './telling.ts'

/** A4 and its margins, mm; `bottom` is where a page is full. */
export type PageFrame = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const margin = 15

export const portrait: PageFrame = { width: 210, height: 297, left: margin, right: 195, top: 18, bottom: 280 }
export const landscape: PageFrame = { width: 297, height: 210, left: margin, right: 282, top: 18, bottom: 193 }

/** Pages of one paper, each of which gets the title, the whole hash and its number at its foot once all are there. */
export type Pages = {
  add(): Sheet
  /** Writes the feet and gives back the file. */
  bytes(): Promise<Uint8Array>
}

export function pagesOf(paper: Paper, frame: PageFrame, title: string, hash: string): Pages {
  const sheets: Sheet[] = []
  return {
    add() {
      const sheet = paper.addSheet(frame.width, frame.height)
      sheets.push(sheet)
      return sheet
    },
    bytes() {
      const at = frame.height - 9
      for (const [index, sheet] of sheets.entries()) {
        sheet.text(`${title}  ${hash}`, frame.left, at, { size: 6.5, grey: 0.35 })
        const number = tell('page.of', { page: index + 1, pages: sheets.length })
        sheet.text(number, frame.right, at, { size: 6.5, grey: 0.35, align: 'right' })
      }
      return paper.bytes()
    },
  }
}
