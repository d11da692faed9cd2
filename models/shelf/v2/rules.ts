import type { Rule } from '../../product/rule.ts'
import { leafLimits, leafSize } from '../v1/doors.ts'
import type { Layout as LayoutBefore } from '../v1/layout.ts'
import { rules as rulesBefore } from '../v1/rules.ts'
import { longestSpan } from '../v1/sag.ts'
import { cableRules } from './cable-rules.ts'
import { cellIn, named } from './cells.ts'
import { drawerRules } from './drawer-rules.ts'
import { frontMass, skinOf } from './fronts.ts'
import type { Layout } from './layout.ts'
import { edgesOf } from './materials.ts'
import { sizeOptions, sizeRules } from './size-rules.ts'
import { leastSlantTop, skirting } from './slant.ts'

/** A rule that is the same as in version 1, where also the sizes of single columns and rows may break it. */
function asBefore(code: string): Rule<LayoutBefore> {
  const rule = rulesBefore.find((one) => one.code === code)
  if (rule === undefined) throw new RangeError(`version 1 has no rule ${code}`)
  const bySize = rule.options.includes('width')
  return bySize ? { ...rule, options: [...rule.options, 'columnWidths', 'rowHeights'] } : rule
}

/** Which arris a board stands (see materials.ts). */
const edgeOnMaterial: Rule<Layout> = {
  code: 'edge_not_on_material',
  options: ['material', 'edge'],
  broken: ({ chosen: { material, edge } }) => (edgesOf[material].includes(edge) ? undefined : { material, edge }),
}

/** Sag after years within a two-hundredth of the span for the load class, for the widest column (beam formula, see version 1). */
const spanHolds: Rule<Layout> = {
  code: 'span_sags',
  options: [...sizeOptions, 'load'],
  broken: ({ board, chosen: { load }, columnWidths }) => {
    const span = Math.max(...columnWidths)
    const longest = longestSpan(board, load)
    if (span <= longest) return undefined
    const column = columnWidths.indexOf(span) + 1
    return { span, longest, load, board: board.id, column, entry: column, suggestion: longest }
  },
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
    for (const cell of layout.chosen.doors) {
      const at = cellIn(layout, cell)
      if (at === undefined) continue
      const { width, height } = leafSize(at.width, at.height)
      const massG = frontMass(skinOf(layout, layout.colours.get(cell)).board, width, height)
      if (massG <= leafLimits.massG) continue
      return { ...named(cell), kilograms: Math.ceil(massG / 1000), most: leafLimits.massG / 1000 }
    }
    return undefined
  },
}

/** Only a door or a drawer has a front to paint. */
const colourOnFront: Rule<Layout> = {
  code: 'colour_without_front',
  options: ['colours', 'doors', 'drawers'],
  broken: ({ colours, chosen: { doors, drawers } }) => {
    for (const cell of colours.keys()) if (!doors.includes(cell) && !drawers.includes(cell)) return named(cell)
    return undefined
  },
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
  spanHolds,
  sideFitsSheet,
  asBefore('body_too_heavy'),
  slantUnderLowFeet,
  slantClears,
  asBefore('door_without_cell'),
  asBefore('door_too_low'),
  asBefore('door_too_narrow'),
  asBefore('door_too_wide'),
  asBefore('door_wider_than_high'),
  doorLight,
  ...drawerRules,
  ...cableRules,
  colourOnFront,
  asBefore('engraving_not_on_material'),
  asBefore('engraving_letter_missing'),
]
