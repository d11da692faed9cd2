import type { Sheet } from '../paper.ts'
import type { PageFrame, Pages } from './page-frame.ts'

/** One column: its head, its left edge (its right edge where figures stand) and, for long words, how wide it may be. mm */
export type Column = {
  readonly head: string
  readonly x: number
  readonly align?: 'left' | 'right'
  readonly width?: number
}

/** Where writing goes on: a sheet and the height on it. */
export type Cursor = { readonly sheet: Sheet; readonly y: number }

const line = 4.6

/** A heading with a table under it, going on over further pages with its heads repeated. */
export function drawTable(
  pages: Pages,
  frame: PageFrame,
  start: Cursor,
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): Cursor {
  let { sheet, y } = start
  const heads = () => {
    for (const { head, x, align = 'left' } of columns) sheet.text(head, x, y, { size: 7, grey: 0.35, align })
    y += 1.6
    sheet.line(frame.left, y, frame.right, y)
    y += line - 0.6
  }
  if (y + 4 * line > frame.bottom) {
    sheet = pages.add()
    y = frame.top
  }
  sheet.text(title, frame.left, y, { size: 11, bold: true })
  y += line + 0.8
  heads()
  for (const row of rows) {
    if (y > frame.bottom) {
      sheet = pages.add()
      y = frame.top
      heads()
    }
    let below = y + line
    for (const [index, { x, align = 'left', width }] of columns.entries()) {
      const cell = row[index] ?? ''
      if (width === undefined) sheet.text(cell, x, y, { size: 8, align })
      else below = Math.max(below, sheet.paragraph(cell, x, y, width, { size: 8 }) + 0.6)
    }
    y = below
  }
  return { sheet, y: y + 5 }
}
