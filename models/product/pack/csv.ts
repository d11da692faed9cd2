export type Cell = string | number | undefined

/** RFC 4180 with a head line; a field with a comma, quote or line break is quoted. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const field = (cell: Cell) => {
    const text = cell === undefined ? '' : String(cell)
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
  }
  return `${[head, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`
}
