import type { Rule } from '../../product/rule.ts'
import { type Door, leafLimits, leafSize } from '../v1/leaf-size.ts'
import { rules as rulesBefore } from '../v1/rules.ts'
import { cableRules } from './cable-rules.ts'
import { naming } from './cells.ts'
import { decidingHeight, decidingWidth, sizeOptions } from './deciding.ts'
import { drawerRules } from './drawer-rules.ts'
import { frontMass, skinOf } from './fronts.ts'
import type { Layout } from './layout.ts'
import { edgesOf } from './materials.ts'
import { sizeRules } from './size-rules.ts'
import { leastSlantTop, skirting } from './slant.ts'

/**
 * A rule that is the same as in version 1, where also the sizes of single columns and rows may break it. Which options can mend it is known anew:
 * `mends`, or all that it depends on.
 */
function asBefore(code: string, mends?: (layout: Layout, all: readonly string[]) => readonly string[]): Rule<Layout> {
  const rule = rulesBefore.find((one) => one.code === code)
  if (rule === undefined) throw new RangeError(`version 1 has no rule ${code}`)
  const isOfSizes = rule.options.includes('width')
  if (!isOfSizes && mends === undefined) return rule
  const options = isOfSizes ? [...rule.options, 'columnWidths', 'rowHeights'] : rule.options
  const { broken } = rule
  return { code, options, broken, mends: (layout) => mends?.(layout, options) ?? options }
}

const tooLow = (height: number) => leafSize(0, height).height < leafLimits.height
const tooWide = (width: number) => leafSize(width, 0).width > leafLimits.width

/** Which arris a board stands (see materials.ts). */
const edgeOnMaterial: Rule<Layout> = {
  code: 'edge_not_on_material',
  options: ['material', 'edge'],
  broken: ({ chosen: { material, edge } }) => (edgesOf[material].includes(edge) ? undefined : { material, edge }),
}

/** Uprights come out of one sheet, less the trim on both ends (sheet sizes: see version 1). */
const sideFitsSheet: Rule<Layout> = {
  code: 'side_longer_than_sheet',
  options: sizeOptions,
  broken: ({ board, stacks, rowHeights }) => {
    const longest = board.sheet.length - 2 * board.sheet.trim
    let row = 0
    for (const rows of stacks) {
      let long = board.thickness
      for (let up = 0; up < rows; up += 1) long += (rowHeights[row + up] ?? 0) + board.thickness
      if (long > longest) return { long, longest, board: board.id }
      row += rows
    }
    return undefined
  },
}

/** Five hinges carry 22 kg (Blum); a painted leaf is MDF, which is heavier than plywood. */
const doorLight: Rule<Layout> = {
  code: 'door_too_heavy',
  options: [...sizeOptions, 'doors', 'colours'],
  broken: (layout) => {
    const massOf = ({ cell, width, height }: Door) =>
      frontMass(skinOf(layout, layout.colours.get(cell)).board, width, height)
    const failed = layout.doors.filter((door) => massOf(door) > leafLimits.massG)
    const [first] = failed
    return (
      first && {
        ...naming(failed.map(({ cell }) => cell)),
        kilograms: Math.ceil(massOf(first) / 1000),
        most: leafLimits.massG / 1000,
      }
    )
  },
}

/** Only a door or a drawer has a front to paint. */
const colourOnFront: Rule<Layout> = {
  code: 'colour_without_front',
  options: ['colours', 'doors', 'drawers'],
  broken: ({ colours, chosen: { doors, drawers } }) =>
    naming([...colours.keys()].filter((cell) => !doors.includes(cell) && !drawers.includes(cell))),
}

/** High feet stand over a skirting board already. */
const slantUnderLowFeet: Rule<Layout> = {
  code: 'slant_over_high_feet',
  options: ['rear', 'feet'],
  broken: ({ inset, foot }) => (inset > 0 && foot >= skirting.height ? { foot, skirting: skirting.height } : undefined),
}

/** The slant runs out at the top of the lowest body; where that is too near the floor, it no longer clears the skirting board (see slant.ts). */
const slantClears: Rule<Layout> = {
  code: 'slant_too_short',
  options: [...sizeOptions, 'rear'],
  broken: ({ inset, foot, stacks, rowY, rowHeights, board }) => {
    if (inset === 0) return undefined
    const last = (stacks[0] ?? 1) - 1
    const high = (rowY[last] ?? 0) + (rowHeights[last] ?? 0) + board.thickness
    const least = leastSlantTop(foot)
    return high < least ? { high, least } : undefined
  },
}

/** All that must be true of a shelf. */
export const rules: readonly Rule<Layout>[] = [
  asBefore('finish_not_on_material'),
  asBefore('thickness_not_made'),
  edgeOnMaterial,
  ...sizeRules,
  sideFitsSheet,
  asBefore('body_too_heavy'),
  slantUnderLowFeet,
  slantClears,
  asBefore('door_without_cell', rulesBefore.find(({ code }) => code === 'door_without_cell')?.mends),
  asBefore('door_too_low', (layout, all) => {
    const first = layout.doors.find(({ height }) => height < leafLimits.height)
    return first === undefined ? all : [...decidingHeight(layout, first.row, tooLow), 'doors']
  }),
  asBefore('door_too_narrow'),
  asBefore('door_too_wide', (layout, all) => {
    const first = layout.doors.find(({ width }) => width > leafLimits.width)
    return first === undefined ? all : [...decidingWidth(layout, first.column, tooWide), 'doors']
  }),
  asBefore('door_wider_than_high'),
  doorLight,
  ...drawerRules,
  ...cableRules,
  colourOnFront,
  asBefore('engraving_not_on_material'),
  asBefore('engraving_letter_missing'),
]
