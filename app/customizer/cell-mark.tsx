/** How a front of a cell is drawn small: a door by its handle's side, a drawer by its grip, a cable hole as a hole; anything else fills the cell. */
export function CellMark({ kind, paint }: { kind: string; paint: string | undefined }) {
  const style = paint ? { background: paint } : undefined
  if (kind === 'cables')
    return (
      <span
        aria-hidden="true"
        className="pointer-events-none absolute bottom-1 left-1/2 z-[1] block size-2.5 -translate-x-1/2 rounded-full border-2 border-mark bg-ink"
      />
    )
  if (kind === 'drawers')
    return (
      <span aria-hidden="true" className="pointer-events-none absolute inset-0 block bg-ink/25">
        <span className="absolute inset-x-0.5 top-1.5 bottom-0.5 block bg-mat" style={style} />
      </span>
    )
  return (
    <span aria-hidden="true" className="pointer-events-none absolute inset-0.5 block bg-mat" style={style}>
      <span className="absolute top-1/2 right-1 block h-3 w-0.5 -translate-y-1/2 bg-on-mat mix-blend-difference" />
    </span>
  )
}
