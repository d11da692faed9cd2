import type { Values } from '../../product/evaluation.ts'
import type { Rule } from '../../product/rule.ts'
import { naming, placeOf } from './cells.ts'
import { decidingHeight, decidingWidth, sizeOptions } from './deciding.ts'
import { type Drawer, drawerLimits, runners } from './drawers.ts'
import type { Layout } from './layout.ts'

const drawerOptions = [...sizeOptions, 'drawers'] as const

/** Values of the first drawer that fails, and the cells of all that do. */
function failing(
  { drawers }: Layout,
  fails: (drawer: Drawer) => boolean,
  values: (drawer: Drawer) => Values,
): Values | undefined {
  const failed = drawers.filter(fails)
  const [first] = failed
  return first && { ...naming(failed.map(({ at }) => at.cell)), ...values(first) }
}

/** A drawer runs in a cell that exists. */
const drawerHasCell: Rule<Layout> = {
  code: 'drawer_without_cell',
  options: ['columns', 'rows', 'drawers'],
  broken: (layout) => {
    const { drawers } = layout.chosen
    if (drawers.length === layout.drawers.length) return undefined
    return naming(drawers.filter((one) => placeOf(layout, one) === undefined))
  },
}

/** The front of a drawer closes its cell: there is no room for a door. */
const drawerAlone: Rule<Layout> = {
  code: 'drawer_behind_door',
  options: ['doors', 'drawers'],
  broken: ({ chosen: { doors, drawers } }) =>
    doors.length === 0 ? undefined : naming(drawers.filter((one) => doors.includes(one))),
}

const tooNarrow = (width: number) => width < drawerLimits.clearWidth

/** Runners on both sides and a box a hand goes into (practitioner's figure). */
const drawerBroad: Rule<Layout> = {
  code: 'drawer_too_narrow',
  options: drawerOptions,
  broken: (layout) =>
    failing(
      layout,
      ({ at }) => tooNarrow(at.width),
      ({ at: { width } }) => ({ width, least: drawerLimits.clearWidth }),
    ),
  mends: (layout) => {
    const first = layout.drawers.find(({ at }) => tooNarrow(at.width))
    return first === undefined ? drawerOptions : [...decidingWidth(layout, first.at.column, tooNarrow), 'drawers']
  },
}

const runnerOptions = ['depth', 'material', 'thickness', 'rear', 'drawers', 'colours'] as const

/** The shortest runner is 250 mm, and the front, the back and a slanted rear take their part of the depth (Accuride, Hettich). */
const drawerDeep: Rule<Layout> = {
  code: 'drawer_too_shallow',
  options: [...runnerOptions, 'columns', 'rows'],
  broken: (layout) =>
    failing(
      layout,
      ({ runner }) => runner === undefined,
      () => ({ depth: layout.chosen.depth, least: runners.lengths[0] }),
    ),
  mends: () => runnerOptions,
}

/** A drawer wider than twice its runner, or than 900 mm, racks and jams (practitioners). */
const widest = (runner: number) => Math.min(drawerLimits.width, drawerLimits.perRunner * runner)
const tooWide = (width: number) => width > drawerLimits.width
const racks = ({ at, runner }: Drawer) => runner !== undefined && at.width > widest(runner)
const drawerNarrowOptions = [...drawerOptions, 'rear', 'colours'] as const

const drawerNarrow: Rule<Layout> = {
  code: 'drawer_too_wide',
  options: drawerNarrowOptions,
  broken: (layout) =>
    failing(layout, racks, ({ at: { width }, runner = 0 }) => ({ width, most: widest(runner), length: runner })),
  mends: (layout) => {
    const first = layout.drawers.find(({ at }) => tooWide(at.width))
    return first === undefined ? drawerNarrowOptions : [...decidingWidth(layout, first.at.column, tooWide), 'drawers']
  },
}

/** How far the side of a box stands under the clear height of its cell. */
const overSide = ({ at, side }: Drawer) => at.height - side
const isLow = ({ side }: Drawer) => side < drawerLimits.side

/** A side takes the runner of 45 mm and its screws, and fingers reach over the front (practitioner's figure). */
const drawerHigh: Rule<Layout> = {
  code: 'drawer_too_low',
  options: drawerOptions,
  broken: (layout) =>
    failing(layout, isLow, (drawer) => ({ height: drawer.at.height, least: overSide(drawer) + drawerLimits.side })),
  mends: (layout) => {
    const first = layout.drawers.find(isLow)
    if (first === undefined) return drawerOptions
    const least = overSide(first) + drawerLimits.side
    return [...decidingHeight(layout, first.at.row, (height) => height < least), 'drawers']
  },
}

const isHigh = ({ front }: Drawer) => front.height > drawerLimits.front

/** A front higher than 400 mm is pulled askew from its upper edge (practitioner's figure). */
const drawerLow: Rule<Layout> = {
  code: 'drawer_too_high',
  options: drawerOptions,
  broken: (layout) => failing(layout, isHigh, ({ front: { height } }) => ({ height, most: drawerLimits.front })),
  mends: (layout) => {
    const first = layout.drawers.find(isHigh)
    if (first === undefined) return drawerOptions
    const most = first.at.height - first.front.height + drawerLimits.front
    return [...decidingHeight(layout, first.at.row, (height) => height > most), 'drawers']
  },
}

const strongest = Math.max(...runners.loads)

/** The strongest pair of runners carries 45 kg with box, front and load (Accuride, Hettich). */
const drawerLight: Rule<Layout> = {
  code: 'drawer_too_heavy',
  options: [...drawerOptions, 'load', 'rear', 'colours'],
  broken: (layout) =>
    failing(
      layout,
      ({ loadedG }) => loadedG > strongest * 1000,
      ({ loadedG }) => ({ kilograms: Math.ceil(loadedG / 1000), most: strongest }),
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
