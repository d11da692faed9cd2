import clsx from 'clsx'
import { useMemo, useState } from 'react'
import { cellStandings } from '#models/product/allowed.ts'
import type { Option } from '#models/product/options.ts'
import { ErrorLine } from '../ui/field.tsx'
import { useWords } from '../words/reader.tsx'
import type { ControlProps } from './control-props.ts'
import { hintText, refusalText } from './wording.ts'

/**
 * Cells of the front, laid out as they stand: column 1 on the left, row 1 at the floor. Tick one and it gets a door. One that cannot have
 * any is hatched and says why to whoever comes near; ticked all the same, it is refused with a fix.
 */
export function CellsControl({
  product,
  option,
  options,
  label,
  chosen,
  refusal,
  onChoose,
}: ControlProps & { option: Extract<Option, { kind: 'cells' }>; label: string; chosen: readonly string[] }) {
  const { say } = useWords()
  const [near, setNear] = useState<string>()
  const hint = hintText(product, option.key)
  const columns = Number(options[option.columns])
  const rows = Number(options[option.rows])
  const standing = useMemo(
    () => new Map(cellStandings(product, options, option.key).map((one) => [one.cell, one])),
    [product, options, option.key],
  )
  const reasonOf = (cell: string) => {
    const because = standing.get(cell)?.because
    return because && refusalText(product, because)
  }
  const upwards = Array.from({ length: rows }, (_, row) => rows - row)
  const across = Array.from({ length: columns }, (_, column) => column + 1)
  const has = new Set(chosen)
  const inGrid = upwards.toReversed().flatMap((row) => across.map((column) => `${column}-${row}`))
  const toggle = (cell: string) =>
    onChoose(
      option.key,
      inGrid.filter((one) => (one === cell ? !has.has(one) : has.has(one))),
    )
  const reason = near === undefined ? undefined : reasonOf(near)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-semibold">{label}</legend>
      {hint && <p className="-mt-1 mb-2 text-fine text-soft">{hint}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing at a cell only shows what its name says already */}
      <div
        className="grid max-w-full gap-px border border-ink bg-ink p-px"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
        onMouseLeave={() => setNear(undefined)}
        onBlur={() => setNear(undefined)}
      >
        {upwards.flatMap((row) =>
          across.map((column) => {
            const cell = `${column}-${row}`
            const why = has.has(cell) ? undefined : reasonOf(cell)
            return (
              <label
                key={cell}
                onMouseEnter={() => setNear(cell)}
                className={clsx(
                  'relative block h-11 bg-paper transition-colors hover:bg-tint has-checked:bg-mat has-checked:hover:bg-mat-strong has-focus-visible:z-10 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2',
                  why && 'hatched text-edge',
                )}
              >
                <input
                  type="checkbox"
                  name={option.key}
                  value={cell}
                  checked={has.has(cell)}
                  onChange={() => toggle(cell)}
                  onFocus={() => setNear(cell)}
                  aria-label={say('product.cell', { column, row })}
                  title={why}
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
      {[...standing.values()].some(({ cell, because }) => because && !has.has(cell)) && !refusal && (
        <p aria-hidden="true" className="mt-1.5 min-h-10 text-fine text-soft">
          {reason ?? say('product.cellsHatched')}
        </p>
      )}
      {refusal && <ErrorLine>{refusal}</ErrorLine>}
    </fieldset>
  )
}
