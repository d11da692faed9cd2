import type { Values } from '../../product/evaluation.ts'
import type { Rule } from '../../product/rule.ts'
import { cellOf } from '../v1/doors.ts'
import { named } from './cells.ts'
import { type Drawer, drawerLimits, runners } from './drawers.ts'
import type { Layout } from './layout.ts'
import { sizeOptions } from './size-rules.ts'

const drawerOptions = [...sizeOptions, 'drawers'] as const

/** Values of the first drawer that fails. */
function firstDrawer(layout: Layout, fails: (drawer: Drawer) => Values | undefined): Values | undefined {
  for (const drawer of layout.drawers) {
    const values = fails(drawer)
    if (values !== undefined) return { ...named(drawer.at.cell), ...values }
  }
  return undefined
}

/** A drawer runs in a cell that exists. */
const drawerHasCell: Rule<Layout> = {
  code: 'drawer_without_cell',
  options: ['columns', 'rows', 'drawers'],
  broken: (layout) => {
    const { drawers } = layout.chosen
    if (drawers.length === layout.drawers.length) return undefined
    const cell = drawers.find((one) => cellOf(layout, one) === undefined)
    return cell === undefined ? undefined : named(cell)
  },
}

/** The front of a drawer closes its cell: there is no room for a door. */
const drawerAlone: Rule<Layout> = {
  code: 'drawer_behind_door',
  options: ['doors', 'drawers'],
  broken: ({ chosen: { doors, drawers } }) => {
    const cell = doors.length === 0 ? undefined : drawers.find((one) => doors.includes(one))
    return cell === undefined ? undefined : named(cell)
  },
}

/** Runners on both sides and a box a hand goes into (practitioner's figure). */
const drawerBroad: Rule<Layout> = {
  code: 'drawer_too_narrow',
  options: drawerOptions,
  broken: (layout) =>
    firstDrawer(layout, ({ at: { width } }) =>
      width < drawerLimits.clearWidth ? { width, least: drawerLimits.clearWidth } : undefined,
    ),
}

/** The shortest runner is 250 mm, and the front, the back and a slanted rear take their part of the depth (Accuride, Hettich). */
const drawerDeep: Rule<Layout> = {
  code: 'drawer_too_shallow',
  options: ['depth', 'material', 'thickness', 'rear', 'drawers', 'colours', 'columns', 'rows'],
  broken: (layout) =>
    firstDrawer(layout, ({ runner }) =>
      runner === undefined ? { depth: layout.chosen.depth, least: runners.lengths[0] } : undefined,
    ),
}

/** A drawer wider than twice its runner, or than 900 mm, racks and jams (practitioners). */
const drawerNarrow: Rule<Layout> = {
  code: 'drawer_too_wide',
  options: [...drawerOptions, 'rear', 'colours'],
  broken: (layout) =>
    firstDrawer(layout, ({ at: { width }, runner }) => {
      if (runner === undefined) return undefined
      const most = Math.min(drawerLimits.width, drawerLimits.perRunner * runner)
      return width > most ? { width, most, length: runner } : undefined
    }),
}

/** A side takes the runner of 45 mm and its screws, and fingers reach over the front (practitioner's figure). */
const drawerHigh: Rule<Layout> = {
  code: 'drawer_too_low',
  options: drawerOptions,
  broken: (layout) =>
    firstDrawer(layout, ({ at: { height }, side }) =>
      side < drawerLimits.side ? { height, least: height - side + drawerLimits.side } : undefined,
    ),
}

/** A front higher than 400 mm is pulled askew from its upper edge (practitioner's figure). */
const drawerLow: Rule<Layout> = {
  code: 'drawer_too_high',
  options: drawerOptions,
  broken: (layout) =>
    firstDrawer(layout, ({ front: { height } }) =>
      height > drawerLimits.front ? { height, most: drawerLimits.front } : undefined,
    ),
}

const strongest = Math.max(...runners.loads)

/** The strongest pair of runners carries 45 kg with box, front and load (Accuride, Hettich). */
const drawerLight: Rule<Layout> = {
  code: 'drawer_too_heavy',
  options: [...drawerOptions, 'load', 'rear', 'colours'],
  broken: (layout) =>
    firstDrawer(layout, ({ loadedG }) =>
      loadedG > strongest * 1000 ? { kilograms: Math.ceil(loadedG / 1000), most: strongest } : undefined,
    ),
}

/** Every drawer can be hung, pulled and filled. */
export const drawerRules: readonly Rule<Layout>[] = [
  drawerHasCell,
  drawerAlone,
  drawerBroad,
  drawerDeep,
  drawerNarrow,
  drawerHigh,
  drawerLow,
  drawerLight,
]
