import type { Rule } from '../../product/rule.ts'
import { cellsWithoutBack } from './back.ts'
import { naming, placeOf } from './cells.ts'
import { sizeOptions } from './deciding.ts'
import type { Layout } from './layout.ts'

/** A hole is in a cell that exists. */
const cableHasCell: Rule<Layout> = {
  code: 'cable_without_cell',
  options: ['columns', 'rows', 'cables'],
  broken: (layout) => naming(layout.chosen.cables.filter((one) => placeOf(layout, one) === undefined)),
}

/** Where the back is open there is nothing to drill, and a cable goes through without. */
const cableHasBack: Rule<Layout> = {
  code: 'cable_without_back',
  options: [...sizeOptions, 'back', 'cables'],
  broken: (layout) => {
    const { back, cables } = layout.chosen
    return back === 'closed' || cables.length === 0 ? undefined : naming(cellsWithoutBack(layout, cables))
  },
}

/** A drawer would run over the plug. */
const cableBesideDrawer: Rule<Layout> = {
  code: 'cable_behind_drawer',
  options: ['cables', 'drawers'],
  broken: ({ chosen: { cables, drawers } }) =>
    drawers.length === 0 ? undefined : naming(cables.filter((one) => drawers.includes(one))),
}

/** Every cable hole has a back to go through and a plug to reach. */
export const cableRules: readonly Rule<Layout>[] = [cableHasCell, cableHasBack, cableBesideDrawer]
