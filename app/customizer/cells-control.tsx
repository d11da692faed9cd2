import { useWords } from '../words/reader.tsx'

/** Cells of the front, laid out as they stand: column 1 on the left, row 1 at the floor. Tick one and it gets a door. */
export function CellsControl({
  legend,
  hint,
  name,
  columns,
  rows,
  chosen,
  onChoose,
}: {
  legend: string
  hint?: string | undefined
  name: string
  columns: number
  rows: number
  chosen: readonly string[]
  onChoose: (cells: readonly string[]) => void
}) {
  const { say } = useWords()
  const upwards = Array.from({ length: rows }, (_, row) => rows - row)
  const across = Array.from({ length: columns }, (_, column) => column + 1)
  const has = new Set(chosen)
  const toggle = (cell: string) =>
    onChoose(
      upwards
        .toReversed()
        .flatMap((row) => across.map((column) => `${column}-${row}`))
        .filter((one) => (one === cell ? !has.has(one) : has.has(one))),
    )
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      {hint && <p className="-mt-1 mb-2 text-fine text-soft">{hint}</p>}
      <div
        className="grid max-w-full gap-px border border-ink bg-ink p-px"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {upwards.flatMap((row) =>
          across.map((column) => {
            const cell = `${column}-${row}`
            return (
              <label
                key={cell}
                className="relative block h-11 bg-paper transition-colors hover:bg-tint has-checked:bg-mat has-checked:hover:bg-mat-strong has-focus-visible:z-10 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2"
              >
                <input
                  type="checkbox"
                  name={name}
                  value={cell}
                  checked={has.has(cell)}
                  onChange={() => toggle(cell)}
                  aria-label={say('product.cell', { column, row })}
                  className="peer absolute inset-0 size-full cursor-pointer appearance-none outline-none"
                />
                <span
                  aria-hidden="true"
                  className="pointer-events-none absolute top-1/2 right-1.5 hidden h-3 w-0.5 -translate-y-1/2 bg-on-mat peer-checked:block"
                />
              </label>
            )
          }),
        )}
      </div>
    </fieldset>
  )
}
