import clsx from 'clsx'
import { memo, type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import type { Options } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { Swatch } from '../ui/choice-group.tsx'
import { ErrorLine } from '../ui/field.tsx'
import { useWords } from '../words/reader.tsx'
import { CellMark } from './cell-mark.tsx'
import { against, type CellOption, entryOf, has, pressed, type Tool, toolsOf } from './cell-tools.ts'
import type { Given } from './reading.ts'
import { swatchOf } from './surfaces.ts'
import { choiceWord, hintText, optionWord, refusalText } from './wording.ts'

/** The boxes of a tool show while it is taken. Written out, so that the style sheet has them; it works without a script. */
const whileTaken = [
  'group-has-[[data-tool="0"]:checked]/cells:block',
  'group-has-[[data-tool="1"]:checked]/cells:block',
  'group-has-[[data-tool="2"]:checked]/cells:block',
  'group-has-[[data-tool="3"]:checked]/cells:block',
  'group-has-[[data-tool="4"]:checked]/cells:block',
  'group-has-[[data-tool="5"]:checked]/cells:block',
  'group-has-[[data-tool="6"]:checked]/cells:block',
  'group-has-[[data-tool="7"]:checked]/cells:block',
  'group-has-[[data-tool="8"]:checked]/cells:block',
  'group-has-[[data-tool="9"]:checked]/cells:block',
]

/**
 * The front as it stands, column 1 on the left, row 1 at the floor, and the tools to put into its cells: doors, drawers, cable holes, colours.
 * Every tool has a box in every cell; those of the tool that is taken are shown. Native inputs, so keys, forms and screen readers need no script.
 */
export function CellGrid({
  product,
  options,
  given,
  chosen,
  isShown,
  refusals,
  onTake,
}: {
  product: Product
  /** options of cells over the same columns and rows */
  options: readonly CellOption[]
  given: Given
  /** the same as read */
  chosen: Options
  /** whether its group is open: only then is it worth knowing what each cell may have */
  isShown: boolean
  refusals: readonly ReactNode[]
  onTake: (changes: Given, touched: string) => void
}) {
  const { say } = useWords()
  const [first] = options
  const tools = useMemo(() => toolsOf(options), [options])
  const [near, setNear] = useState<string>()
  const whys = useWhys(product, tools, chosen, isShown)
  const now = useRef(given)
  now.current = given
  const press = useCallback(
    (tool: Tool, cell: string, on: boolean) => onTake(pressed(product, now.current, tool, cell, on), tool.option.key),
    [product, onTake],
  )
  if (!first) return null
  const columns = Number(given[first.columns])
  const rows = Number(given[first.rows])
  const upwards = Array.from({ length: rows }, (_, row) => rows - row)
  const across = Array.from({ length: columns }, (_, column) => column + 1)
  const hint = hintText(product, first.key)
  return (
    <fieldset className="group/cells min-w-0">
      <legend className="mb-1.5 font-semibold">{say('product.cells')}</legend>
      {hint && <p className="-mt-1 mb-2 text-fine text-soft">{hint}</p>}
      <Palette product={product} tools={tools} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing at a cell only shows what its title says already */}
      <div
        className="grid max-w-full gap-px border border-ink bg-ink p-px"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
        onMouseLeave={() => setNear(undefined)}
        onBlur={() => setNear(undefined)}
      >
        {upwards.flatMap((row) =>
          across.map((column) => {
            const cell = `${column}-${row}`
            return (
              <Cell
                key={cell}
                product={product}
                tools={tools}
                column={column}
                row={row}
                held={tools.map((tool) => (has(given, tool, cell) ? '1' : '0')).join('')}
                whys={tools.map((tool) => whys.get(nameOf(tool, cell)) ?? '').join('\n')}
                onPress={press}
                onNear={setNear}
              />
            )
          }),
        )}
      </div>
      {whys.size > 0 && refusals.length === 0 && (
        <p aria-hidden="true" className="mt-1.5 min-h-10 text-fine text-soft">
          {near || say('product.cellsHatched')}
        </p>
      )}
      {refusals.map((refusal, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a refusal has no name of its own here
        <ErrorLine key={index}>{refusal}</ErrorLine>
      ))}
    </fieldset>
  )
}

const nothing: ReadonlyMap<string, string> = new Map()

/** One box of the grid. */
const nameOf = (tool: Tool, cell: string) => `${tool.option.key} ${entryOf(tool, cell)}`

/** Why cells cannot have what tools give, by the box that would give it. */
function useWhys(
  product: Product,
  tools: readonly Tool[],
  chosen: Options,
  isShown: boolean,
): ReadonlyMap<string, string> {
  return useMemo(() => {
    const first = tools[0]?.option
    if (!isShown || first === undefined) return nothing
    const whys = new Map<string, string>()
    for (const tool of tools) {
      for (let row = 1; row <= Number(chosen[first.rows]); row += 1) {
        for (let column = 1; column <= Number(chosen[first.columns]); column += 1) {
          const cell = `${column}-${row}`
          const because = has(chosen, tool, cell) ? undefined : against(product, chosen, tool, cell)
          if (because) whys.set(nameOf(tool, cell), refusalText(product, because))
        }
      }
    }
    return whys
  }, [product, tools, chosen, isShown])
}

const toolWord = (product: Product, { option, value }: Tool) =>
  value === undefined ? optionWord(product, option.key) : choiceWord(product, option.key, value)

/** Which tool is in hand. Its name is no option's, so a form that sends it says nothing of the product. */
function Palette({ product, tools }: { product: Product; tools: readonly Tool[] }) {
  const { say } = useWords()
  return (
    <div role="radiogroup" aria-label={say('product.tool')} className="mb-3 flex flex-wrap gap-2">
      {tools.map((tool, index) => {
        const paint = tool.value === undefined ? undefined : swatchOf(tool.option.key, tool.value)
        return (
          <label
            key={`${tool.option.key}${tool.value}`}
            className={clsx(
              'relative flex min-h-11 items-center gap-2 rounded border border-line bg-raised px-2.5 leading-tight transition-colors hover:border-ink',
              'has-checked:border-ink has-checked:shadow-[inset_0_-3px_0_var(--mark)]',
              'has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2',
            )}
          >
            <input
              type="radio"
              name="tool"
              value={index}
              data-tool={index}
              defaultChecked={index === 0}
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
              className="absolute inset-0 size-full cursor-pointer appearance-none rounded outline-none"
            />
            {paint ? (
              <span className="pointer-events-none">
                <Swatch paint={paint} />
              </span>
            ) : (
              <span
                aria-hidden="true"
                className="pointer-events-none relative block h-7 w-8 border border-edge bg-paper"
              >
                <CellMark kind={tool.option.key} paint={undefined} />
              </span>
            )}
            <span className="pointer-events-none">{toolWord(product, tool)}</span>
          </label>
        )
      })}
    </div>
  )
}

type CellProps = {
  product: Product
  tools: readonly Tool[]
  column: number
  row: number
  /** a 1 for each tool the cell has, else a 0 */
  held: string
  /** a line for each tool: why the cell cannot have it, or nothing */
  whys: string
  onPress: (tool: Tool, cell: string, on: boolean) => void
  onNear: (why: string) => void
}

const Cell = memo(function Cell({ product, tools, column, row, held, whys, onPress, onNear }: CellProps) {
  const { say } = useWords()
  const cell = `${column}-${row}`
  const reasons = whys.split('\n')
  const colour = tools.find((tool, index) => tool.value !== undefined && held[index] === '1')
  const paint = colour?.value === undefined ? undefined : swatchOf(colour.option.key, colour.value)
  return (
    <div className="relative h-11 bg-paper transition-colors hover:bg-tint has-focus-visible:z-10 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
      {tools.map(({ option, value }, index) =>
        value === undefined && held[index] === '1' ? (
          <CellMark key={option.key} kind={option.key} paint={paint} />
        ) : null,
      )}
      {tools.map((tool, index) => (
        <input
          key={nameOf(tool, cell)}
          type="checkbox"
          name={tool.option.key}
          value={entryOf(tool, cell)}
          checked={held[index] === '1'}
          onChange={(event) => onPress(tool, cell, event.target.checked)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          onMouseEnter={() => onNear(reasons[index] ?? '')}
          onFocus={() => onNear(reasons[index] ?? '')}
          title={reasons[index] || undefined}
          aria-label={say('product.cellFor', { what: toolWord(product, tool), column, row })}
          className={clsx(
            'absolute inset-0 hidden size-full cursor-pointer appearance-none outline-none',
            reasons[index] && held[index] !== '1' && 'hatched text-edge',
            whileTaken[index],
          )}
        />
      ))}
    </div>
  )
}, isSame)

/** Tools are made anew with every render, from the same options. */
function isSame(before: CellProps, now: CellProps): boolean {
  return (
    before.product === now.product &&
    before.column === now.column &&
    before.row === now.row &&
    before.held === now.held &&
    before.whys === now.whys &&
    before.onPress === now.onPress
  )
}
