import { chosenCells, chosenLengths, chosenOneOf } from '../../product/chosen.ts'
import type { Option, Options } from '../../product/options.ts'
import {
  defaults as before,
  options as optionsBefore,
  type ShelfOptions as ShelfOptionsBefore,
  stepCost as stepCostBefore,
} from '../v1/options.ts'
import { lowestRow, narrowestColumn } from '../v1/rules.ts'
import { type Edge, edges, paints } from './materials.ts'

export const rears = ['straight', 'slanted'] as const
export type Rear = (typeof rears)[number]

/** As in version 1, perhaps in another group. */
function kept(key: string, group?: string): Option {
  const option = optionsBefore.find((one) => one.key === key)
  if (option === undefined) throw new RangeError(`version 1 has no ${key}`)
  return group === undefined ? option : { ...option, group }
}

const lengths = (key: string, count: string, axis: 'x' | 'y', min: number, max: number): Option => ({
  ...{ key, group: 'layout', withdrawal: 'bespoke', kind: 'lengths' },
  ...{ count, axis, min, max, step: 1, unit: 'mm' },
})

const cells = (key: string): Option => ({
  ...{ key, group: 'fronts', withdrawal: 'preset', kind: 'cells', columns: 'columns', rows: 'rows' },
})

/** What a shopper decides about a shelf. Sizes are outside sizes, feet included; widths of columns and heights of rows are clear sizes. */
export const options: readonly Option[] = [
  kept('width'),
  kept('height'),
  kept('depth'),
  kept('columns'),
  lengths('columnWidths', 'columns', 'x', narrowestColumn, 1500),
  kept('rows'),
  lengths('rowHeights', 'rows', 'y', lowestRow, 2400),
  kept('load'),
  kept('back'),
  { key: 'rear', group: 'layout', withdrawal: 'preset', kind: 'choice', values: rears },
  kept('doors', 'fronts'),
  cells('drawers'),
  cells('cables'),
  {
    ...{ key: 'colours', group: 'fronts', withdrawal: 'preset', kind: 'cell-choices' },
    ...{ columns: 'columns', rows: 'rows', of: ['doors', 'drawers'], values: paints },
  },
  kept('material'),
  kept('thickness'),
  kept('finish'),
  { key: 'edge', group: 'finish', withdrawal: 'preset', kind: 'choice', values: edges },
  kept('feet'),
  kept('name'),
]

/** What version 1 could not say, as it was there. */
export const asBefore: Options = {
  columnWidths: [],
  rowHeights: [],
  rear: 'straight',
  drawers: [],
  cables: [],
  colours: [],
  edge: 'square',
}

/** The shelf that the page opens with. */
export const defaults: Options = { ...before, ...asBefore }

/** As in version 1; a place in a list of sizes is given up before an outside size is changed by much. */
export const stepCost: Readonly<Record<string, number>> = {
  ...stepCostBefore,
  columnWidths: 12,
  rowHeights: 12,
  rear: 20,
  drawers: 30,
  cables: 8,
  colours: 6,
  edge: 4,
}

export type ShelfOptions = ShelfOptionsBefore & {
  /** clear sizes in mm, 0 for an even share; empty when all are even */
  readonly columnWidths: readonly number[]
  readonly rowHeights: readonly number[]
  readonly rear: Rear
  readonly drawers: readonly string[]
  readonly cables: readonly string[]
  /** `2-1:paint-sage` */
  readonly colours: readonly string[]
  readonly edge: Edge
}

/** Whether columns and rows are divided evenly, as version 1 does it. */
export function isEven(chosen: Options): boolean {
  return chosenLengths(chosen, 'columnWidths').length === 0 && chosenLengths(chosen, 'rowHeights').length === 0
}

/** Complete options as their own types, from what version 1 made of them. Written out in full: a copy by spreading is ten times as slow. */
export function shelfOptions(chosen: Options, before: ShelfOptionsBefore): ShelfOptions {
  return {
    width: before.width,
    height: before.height,
    depth: before.depth,
    columns: before.columns,
    rows: before.rows,
    load: before.load,
    back: before.back,
    doors: before.doors,
    material: before.material,
    thickness: before.thickness,
    finish: before.finish,
    feet: before.feet,
    name: before.name,
    columnWidths: chosenLengths(chosen, 'columnWidths'),
    rowHeights: chosenLengths(chosen, 'rowHeights'),
    rear: chosenOneOf(chosen, 'rear', rears),
    drawers: chosenCells(chosen, 'drawers'),
    cables: chosenCells(chosen, 'cables'),
    colours: chosenCells(chosen, 'colours'),
    edge: chosenOneOf(chosen, 'edge', edges),
  }
}
