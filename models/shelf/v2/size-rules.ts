import type { Values } from '../../product/evaluation.ts'
import type { Rule } from '../../product/rule.ts'
import { extremes } from '../v1/layout.ts'
import { lowestRow, narrowestColumn } from '../v1/rules.ts'
import { longestSpan } from '../v1/sag.ts'
import { across, sizeOptions, upwards } from './deciding.ts'
import type { Layout } from './layout.ts'

/** The first size under its least: where it stands, and what it would have to be. */
function tooSmall(
  sizes: readonly number[],
  least: number,
): { entry: number; clear: number; least: number } | undefined {
  const at = sizes.findIndex((size) => size < least)
  return at === -1 ? undefined : { entry: at + 1, clear: sizes[at] ?? 0, least }
}

/**
 * Smallest part: 150 mm (edge bander, practitioners). A width of its own is never less, so it is those that share who are too narrow: where even
 * shares all over would be, no widths of their own help.
 */
const columnWide: Rule<Layout> = {
  code: 'column_too_narrow',
  options: sizeOptions,
  broken: ({ columnWidths }) => {
    const found = tooSmall(columnWidths, narrowestColumn)
    return found && { ...found, column: found.entry }
  },
  mends: (layout) => ((extremes(layout).widest.at(-1) ?? 0) < narrowestColumn ? across : sizeOptions),
}

/** Fittings must be reached (practitioner's figure). */
const rowHigh: Rule<Layout> = {
  code: 'row_too_low',
  options: sizeOptions,
  broken: ({ rowHeights }) => {
    const found = tooSmall(rowHeights, lowestRow)
    return found && { ...found, row: found.entry }
  },
  mends: (layout) => ((extremes(layout).highest.at(-1) ?? 0) < lowestRow ? upwards : sizeOptions),
}

const loadedFrame = [...sizeOptions, 'load'] as const
const loadedAcross = [...across, 'load'] as const
const loadedWidths = ['columnWidths', 'material', 'thickness', 'load'] as const

/** Places, from 1, of the lengths of their own that fail. */
const placesOf = (lengths: readonly number[], fails: (length: number) => boolean): number[] =>
  lengths.flatMap((length, index) => (length > 0 && fails(length) ? [index + 1] : []))

const placesAs = (places: readonly number[]) => (places.length === 0 ? {} : { places: places.join(' ') })

/** Sag after years within a two-hundredth of the span for the load class, for the widest column (beam formula, see version 1). */
const spanHolds: Rule<Layout> = {
  code: 'span_sags',
  options: loadedFrame,
  broken: ({ board, chosen, columnWidths }) => {
    const { load } = chosen
    const span = Math.max(...columnWidths)
    const longest = longestSpan(board, load)
    if (span <= longest) return undefined
    const column = columnWidths.indexOf(span) + 1
    const places = placesOf(chosen.columnWidths, (width) => width > longest)
    return { span, longest, load, board: board.id, column, entry: column, suggestion: longest, ...placesAs(places) }
  },
  mends: (layout) => {
    const longest = longestSpan(layout.board, layout.chosen.load)
    if (layout.chosen.columnWidths.some((width) => width > longest)) return loadedWidths
    return (extremes(layout).narrowest[0] ?? 0) > longest ? loadedAcross : loadedFrame
  },
}

type Fill = { readonly given: number; readonly room: number }

/** Where every size is given, what they come to and what there is to fill; undefined where some share what is left. */
function fill(wanted: readonly number[], cells: number, room: number): Fill | undefined {
  let given = 0
  for (let cell = 0; cell < cells; cell += 1) {
    const size = wanted[cell] ?? 0
    if (size === 0) return undefined
    given += size
  }
  return { given, room }
}

/** Given sizes must fill what the boards between leave, to the millimetre. Offers the size the last one would have. */
function misfit(found: Fill | undefined, wanted: readonly number[], cells: number): Values | undefined {
  if (found === undefined || found.given === found.room) return undefined
  const { given, room } = found
  return { given, room, entry: cells, suggestion: (wanted[cells - 1] ?? 0) + room - given }
}

const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0)
const isBeyond = ({ given }: Fill, most: readonly number[], least: readonly number[]) =>
  given > sum(most) || given < sum(least)

/** Widths one by one fill the width. */
const columnsFill: Rule<Layout> = {
  code: 'columns_do_not_fill',
  options: sizeOptions,
  broken: (layout) => misfit(filledAcross(layout), layout.chosen.columnWidths, layout.chosen.columns),
  mends: (layout) => {
    const found = filledAcross(layout)
    const { widest, narrowest } = extremes(layout)
    return found !== undefined && isBeyond(found, widest, narrowest) ? across : sizeOptions
  },
}

const filledAcross = ({ chosen: { columnWidths, columns, width }, spans, board }: Layout) =>
  fill(columnWidths, columns, width - board.thickness * (columns + spans.length))

/** Heights one by one fill the height. */
const rowsFill: Rule<Layout> = {
  code: 'rows_do_not_fill',
  options: sizeOptions,
  broken: (layout) => misfit(filledUpwards(layout), layout.chosen.rowHeights, layout.chosen.rows),
  mends: (layout) => {
    const found = filledUpwards(layout)
    const { highest, lowest } = extremes(layout)
    return found !== undefined && isBeyond(found, highest, lowest) ? upwards : sizeOptions
  },
}

const filledUpwards = ({ chosen: { rowHeights, rows, height }, foot, stacks, board }: Layout) =>
  fill(rowHeights, rows, height - foot - board.thickness * (rows + stacks.length))

/** Lengths of a list beyond what is counted. */
function beyond(lengths: readonly number[], count: number): Values | undefined {
  if (lengths.length <= count) return undefined
  const places = placesOf(lengths, () => true).filter((place) => place > count)
  return { entry: lengths.length, ...placesAs(places) }
}

/** A width is that of a column there is. */
const widthHasColumn: Rule<Layout> = {
  code: 'width_without_column',
  options: ['columns', 'columnWidths'],
  broken: ({ chosen: { columnWidths, columns } }) => {
    const found = beyond(columnWidths, columns)
    return found && { ...found, columns }
  },
}

/** A height is that of a row there is. */
const heightHasRow: Rule<Layout> = {
  code: 'height_without_row',
  options: ['rows', 'rowHeights'],
  broken: ({ chosen: { rowHeights, rows } }) => {
    const found = beyond(rowHeights, rows)
    return found && { ...found, rows }
  },
}

/** Columns and rows can be built and fill the shelf, and boards hold across them. */
export const sizeRules: readonly Rule<Layout>[] = [
  widthHasColumn,
  heightHasRow,
  columnWide,
  rowHigh,
  columnsFill,
  rowsFill,
  spanHolds,
]
