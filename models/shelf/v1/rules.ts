import type { Values } from '../../product/evaluation.ts'
import type { Rule } from '../../product/rule.ts'
import { leafMass } from './doors.ts'
import { engravable, engravableOn } from './engraving.ts'
import { bodyLimits, extremes, type Layout } from './layout.ts'
import { type Door, doorsOf, leafLimits } from './leaf-size.ts'
import { finishesOf } from './materials.ts'
import { longestSpan } from './sag.ts'

/** Smallest part that an edge bander takes lengthwise, mm (practitioners: 150×60). */
export const narrowestColumn = 150

/** Lowest cell in which a hand and a driver reach the fittings, mm (practitioner's figure). */
export const lowestRow = 120

const frame = ['width', 'height', 'depth', 'columns', 'rows', 'material', 'thickness', 'feet'] as const
const doorOptions = [...frame, 'doors'] as const

/** What decides on clear widths and heights as long as weight asks for no other split into bodies. */
const across = ['width', 'columns', 'material', 'thickness'] as const
const upwards = ['height', 'rows', 'feet', 'material', 'thickness'] as const
const doorsAcross = [...across, 'doors'] as const
const doorsUpwards = [...upwards, 'doors'] as const
const loadedAcross = [...across, 'load'] as const
const loadedFrame = [...frame, 'load'] as const

/** Values of the first door that fails, and the cells of all that do. */
function failing(
  doors: readonly Door[],
  fails: (door: Door) => boolean,
  values: (door: Door) => Values,
): Values | undefined {
  const failed = doors.filter(fails)
  const [first] = failed
  if (first === undefined) return undefined
  const cells = failed.map(({ cell }) => cell).join(' ')
  return { cell: first.cell, cells, column: first.column + 1, row: first.row + 1, ...values(first) }
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
  mends: (layout) => ((extremes(layout).widest.at(-1) ?? 0) < narrowestColumn ? across : frame),
}

/** Fittings must be reached (practitioner's figure). */
const rowHigh: Rule<Layout> = {
  code: 'row_too_low',
  options: frame,
  broken: ({ rowHeights }) => {
    const clear = rowHeights.at(-1) ?? 0
    return clear < lowestRow ? { clear, least: lowestRow } : undefined
  },
  mends: (layout) => ((extremes(layout).highest.at(-1) ?? 0) < lowestRow ? upwards : frame),
}

/** Sag after years within a two-hundredth of the span for the load class (beam formula, see sag.ts). */
const spanHolds: Rule<Layout> = {
  code: 'span_sags',
  options: loadedFrame,
  broken: ({ board, chosen: { load }, columnWidths }) => {
    const span = columnWidths[0] ?? 0
    const longest = longestSpan(board, load)
    return span > longest ? { span, longest, load, board: board.id } : undefined
  },
  mends: (layout) => {
    const span = extremes(layout).narrowest[0] ?? 0
    return span > longestSpan(layout.board, layout.chosen.load) ? loadedAcross : loadedFrame
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

const beyondColumns = ['columns', 'doors'] as const
const beyondRows = ['rows', 'doors'] as const

/** A door closes a cell that exists. */
const doorHasCell: Rule<Layout> = {
  code: 'door_without_cell',
  options: ['columns', 'rows', 'doors'],
  broken: ({ astray }) => {
    const [cell] = astray
    if (cell === undefined) return undefined
    const [column = 0, row = 0] = cell.split('-').map(Number)
    return { cell, column, row, cells: astray.join(' ') }
  },
  mends: ({ astray, chosen: { columns } }) =>
    astray.some((cell) => Number(cell.slice(0, cell.indexOf('-'))) > columns) ? beyondColumns : beyondRows,
}

const tooLow = ({ height }: Door) => height < leafLimits.height

/** Two cups, each 80 mm from an end, need 230 mm (Indaux). */
const doorHigh: Rule<Layout> = {
  code: 'door_too_low',
  options: doorOptions,
  broken: ({ doors }) => failing(doors, tooLow, ({ height }) => ({ height, least: leafLimits.height })),
  mends: (layout) => {
    const { widest, highest } = extremes(layout)
    return doorsOf(layout.chosen.doors, widest, highest).doors.some(tooLow) ? doorsUpwards : doorOptions
  },
}

/** A cup of 35 mm and its plate need a leaf of 120 mm (Blum). */
const doorBroad: Rule<Layout> = {
  code: 'door_too_narrow',
  options: doorOptions,
  broken: ({ doors }) =>
    failing(
      doors,
      ({ width }) => width < leafLimits.narrowest,
      ({ width }) => ({ width, least: leafLimits.narrowest }),
    ),
}

const tooWide = ({ width }: Door) => width > leafLimits.width

/** A leaf is at most 600 mm wide (Blum). */
const doorNarrow: Rule<Layout> = {
  code: 'door_too_wide',
  options: doorOptions,
  broken: ({ doors }) => failing(doors, tooWide, ({ width }) => ({ width, most: leafLimits.width })),
  mends: (layout) =>
    doorsOf(layout.chosen.doors, extremes(layout).narrowest, layout.rowHeights).doors.some(tooWide)
      ? doorsAcross
      : doorOptions,
}

/** A leaf is higher than wide, or its hinges are too close together to hold it (Blum). */
const doorUpright: Rule<Layout> = {
  code: 'door_wider_than_high',
  options: doorOptions,
  broken: ({ doors }) =>
    failing(
      doors,
      ({ width, height }) => width >= height,
      ({ width, height }) => ({ width, height }),
    ),
}

/** Five hinges carry 22 kg (Blum). */
const doorLight: Rule<Layout> = {
  code: 'door_too_heavy',
  options: doorOptions,
  broken: (layout) =>
    failing(
      layout.doors,
      ({ width, height }) => leafMass(layout, width, height) > leafLimits.massG,
      ({ width, height }) => ({
        kilograms: Math.ceil(leafMass(layout, width, height) / 1000),
        most: leafLimits.massG / 1000,
      }),
    ),
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
