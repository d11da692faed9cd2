import type { Values } from '../../product/evaluation.ts'
import type { Rule } from '../../product/rule.ts'
import { cellOf, leafLimits, leafMass, leafSize } from './doors.ts'
import { engravable, engravableOn } from './engraving.ts'
import { bodyLimits, type Layout } from './layout.ts'
import { finishesOf } from './materials.ts'
import { longestSpan } from './sag.ts'

/** Smallest part that an edge bander takes lengthwise, mm (practitioners: 150×60). */
export const narrowestColumn = 150

/** Lowest cell in which a hand and a driver reach the fittings, mm (practitioner's figure). */
export const lowestRow = 120

const frame = ['width', 'height', 'depth', 'columns', 'rows', 'material', 'thickness', 'feet'] as const
const doorOptions = [...frame, 'doors'] as const

/** Values of the first door cell that fails, from its clear size. */
function firstDoor(
  layout: Layout,
  fails: (width: number, height: number, count: number) => Values | undefined,
): Values | undefined {
  for (const cell of layout.chosen.doors) {
    const place = cellOf(layout, cell)
    if (place === undefined) continue
    const size = leafSize(layout.columnWidths[place.column] ?? 0, layout.rowHeights[place.row] ?? 0)
    const values = fails(size.width, size.height, size.count)
    if (values !== undefined) return { cell, column: place.column + 1, row: place.row + 1, ...values }
  }
  return undefined
}

/** Finish and material are one matrix (practitioners). */
const finishOnMaterial: Rule<Layout> = {
  code: 'finish_not_on_material',
  options: ['material', 'finish'],
  broken: ({ chosen: { material, finish } }) =>
    finishesOf[material].includes(finish) ? undefined : { material, finish },
}

/** Oak-veneered board is pressed at 19 mm only (Swiss Krono, Egger and veneer mills' lists). */
const thicknessMade: Rule<Layout> = {
  code: 'thickness_not_made',
  options: ['material', 'thickness'],
  broken: ({ boardIsMade, chosen: { material }, board }) =>
    boardIsMade ? undefined : { material, thickness: board.thickness },
}

/** Smallest part: 150 mm (edge bander, practitioners). */
const columnWide: Rule<Layout> = {
  code: 'column_too_narrow',
  options: frame,
  broken: ({ columnWidths }) => {
    const clear = columnWidths.at(-1) ?? 0
    return clear < narrowestColumn ? { clear, least: narrowestColumn } : undefined
  },
}

/** Fittings must be reached (practitioner's figure). */
const rowHigh: Rule<Layout> = {
  code: 'row_too_low',
  options: frame,
  broken: ({ rowHeights }) => {
    const clear = rowHeights.at(-1) ?? 0
    return clear < lowestRow ? { clear, least: lowestRow } : undefined
  },
}

/** Sag after years within a two-hundredth of the span for the load class (beam formula, see sag.ts). */
const spanHolds: Rule<Layout> = {
  code: 'span_sags',
  options: [...frame, 'load'],
  broken: ({ board, chosen: { load }, columnWidths }) => {
    const span = columnWidths[0] ?? 0
    const longest = longestSpan(board, load)
    return span > longest ? { span, longest, load, board: board.id } : undefined
  },
}

/** Uprights come out of one sheet, less the trim on both ends (sheet sizes: see materials.ts). */
const sideFitsSheet: Rule<Layout> = {
  code: 'side_longer_than_sheet',
  options: frame,
  broken: ({ board, stacks, rowHeights, rowY }) => {
    const last = (stacks[0] ?? 1) - 1
    const long = (rowY[last] ?? 0) + (rowHeights[last] ?? 0) - (rowY[0] ?? 0) + 2 * board.thickness
    const longest = board.sheet.length - 2 * board.sheet.trim
    return long > longest ? { long, longest, board: board.id } : undefined
  },
}

/** No body over 60 kg, however it is split (practitioner's limit for two people). */
const bodyLight: Rule<Layout> = {
  code: 'body_too_heavy',
  options: frame,
  broken: ({ heaviestG }) =>
    heaviestG > bodyLimits.massG
      ? { kilograms: Math.ceil(heaviestG / 1000), most: bodyLimits.massG / 1000 }
      : undefined,
}

/** A door closes a cell that exists. */
const doorHasCell: Rule<Layout> = {
  code: 'door_without_cell',
  options: ['columns', 'rows', 'doors'],
  broken: (layout) => {
    const cell = layout.chosen.doors.find((door) => cellOf(layout, door) === undefined)
    if (cell === undefined) return undefined
    const [column = 0, row = 0] = cell.split('-').map(Number)
    return { cell, column, row }
  },
}

/** Two cups, each 80 mm from an end, need 230 mm (Indaux). */
const doorHigh: Rule<Layout> = {
  code: 'door_too_low',
  options: doorOptions,
  broken: (layout) =>
    firstDoor(layout, (_, height) => (height < leafLimits.height ? { height, least: leafLimits.height } : undefined)),
}

/** A cup of 35 mm and its plate need a leaf of 120 mm (Blum). */
const doorBroad: Rule<Layout> = {
  code: 'door_too_narrow',
  options: doorOptions,
  broken: (layout) =>
    firstDoor(layout, (width) => (width < leafLimits.narrowest ? { width, least: leafLimits.narrowest } : undefined)),
}

/** A leaf is at most 600 mm wide (Blum). */
const doorNarrow: Rule<Layout> = {
  code: 'door_too_wide',
  options: doorOptions,
  broken: (layout) =>
    firstDoor(layout, (width) => (width > leafLimits.width ? { width, most: leafLimits.width } : undefined)),
}

/** A leaf is higher than wide, or its hinges are too close together to hold it (Blum). */
const doorUpright: Rule<Layout> = {
  code: 'door_wider_than_high',
  options: doorOptions,
  broken: (layout) => firstDoor(layout, (width, height) => (width >= height ? { width, height } : undefined)),
}

/** Five hinges carry 22 kg (Blum). */
const doorLight: Rule<Layout> = {
  code: 'door_too_heavy',
  options: doorOptions,
  broken: (layout) =>
    firstDoor(layout, (width, height) => {
      const massG = leafMass(layout, width, height)
      if (massG <= leafLimits.massG) return undefined
      return { kilograms: Math.ceil(massG / 1000), most: leafLimits.massG / 1000 }
    }),
}

/** Melamine chips and shows chipboard, 0.6 mm veneer is cut through: only plywood and MDF are engraved (practitioners). */
const nameOnMaterial: Rule<Layout> = {
  code: 'engraving_not_on_material',
  options: ['material', 'name'],
  broken: ({ chosen: { material, name } }) =>
    name === '' || engravableOn.includes(material) ? undefined : { material, suggestion: '' },
}

/** The engraving font has Latin letters, figures and a few signs. */
const nameInFont: Rule<Layout> = {
  code: 'engraving_letter_missing',
  options: ['name'],
  broken: ({ chosen: { name } }) => {
    if (name === '') return undefined
    const { missing, rest } = engravable(name)
    return missing === undefined ? undefined : { letter: missing, suggestion: rest }
  },
}

/** All that must be true of a shelf. */
export const rules: readonly Rule<Layout>[] = [
  finishOnMaterial,
  thicknessMade,
  columnWide,
  rowHigh,
  spanHolds,
  sideFitsSheet,
  bodyLight,
  doorHasCell,
  doorHigh,
  doorBroad,
  doorNarrow,
  doorUpright,
  doorLight,
  nameOnMaterial,
  nameInFont,
]
