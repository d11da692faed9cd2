import { standingOf } from '#models/product/allowed.ts'
import { isCells, type Option, type Options } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { sortedCells, splitChoice } from '#models/product/read-lists.ts'
import type { Broken } from '#models/product/rule.ts'
import type { Given } from './reading.ts'

export type CellOption = Extract<Option, { kind: 'cells' | 'cell-choices' }>

/** What one press does to a cell: tick it for an option, or give it one of the option's values. */
export type Tool = { readonly option: CellOption; readonly value?: string }

export const isCellOption = (option: Option): option is CellOption =>
  option.kind === 'cells' || option.kind === 'cell-choices'

/** Options of cells over the same columns and rows, in one group, share one grid: by the key of each the options of its grid. */
export function gridsOf({ options }: Product): ReadonlyMap<string, readonly CellOption[]> {
  const cells = options.filter(isCellOption)
  const grids = new Map<string, readonly CellOption[]>()
  for (const one of cells) {
    const grid = cells.filter(
      ({ group, columns, rows }) => group === one.group && columns === one.columns && rows === one.rows,
    )
    if (grid.length > 1) grids.set(one.key, grids.get(grid[0]?.key ?? '') ?? grid)
  }
  return grids
}

/** One tool for each option of cells, and for each value of one that has choices. */
export function toolsOf(options: readonly CellOption[]): Tool[] {
  return options.flatMap((option): Tool[] =>
    option.kind === 'cells' ? [{ option }] : option.values.map((value) => ({ option, value })),
  )
}

/** The entry that a tool leaves in its option's list for a cell: what a ticked box of the form says. */
export const entryOf = ({ value }: Tool, cell: string): string => (value === undefined ? cell : `${cell}:${value}`)

const listOf = (given: Given, key: string): readonly string[] => {
  const value = given[key]
  return isCells(value) ? value : []
}

export const has = (given: Given, tool: Tool, cell: string): boolean =>
  listOf(given, tool.option.key).includes(entryOf(tool, cell))

/** Why a cell cannot have what a tool gives, all else as it is; undefined where it can. */
export function against(product: Product, options: Options, tool: Tool, cell: string): Broken | undefined {
  const { key } = tool.option
  const changes = pressed(product, options, tool, cell, true)
  return standingOf(product, { ...options, ...changes }, key, changes[key] ?? [], undefined, cell).because
}

/**
 * What changes when a tool is put on a cell or taken off it. A cell has one front at most, so a drawer takes the place of a door; what is chosen
 * for a front (its colour) goes with it, and another choice takes the place of the one before.
 */
export function pressed(product: Product, given: Given, tool: Tool, cell: string, on: boolean): Given {
  const { key } = tool.option
  const without = (of: string) => listOf(given, of).filter((entry) => splitChoice(entry)[0] !== cell)
  const changes: Record<string, readonly string[]> = {
    [key]: on ? sortedCells([...without(key), entryOf(tool, cell)]) : without(key),
  }
  for (const option of product.options) {
    if (option.kind !== 'cell-choices' || !option.of.includes(key)) continue
    for (const other of option.of) if (on && other !== key) changes[other] = without(other)
    if (!on) changes[option.key] = without(option.key)
  }
  const isOther = ([of, list]: [string, readonly string[]]) => of === key || list.length !== listOf(given, of).length
  return Object.fromEntries(Object.entries(changes).filter(isOther))
}
