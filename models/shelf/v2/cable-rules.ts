import type { Rule } from '../../product/rule.ts'
import { cellOf } from '../v1/doors.ts'
import { cellsWithoutBack } from './back.ts'
import { named } from './cells.ts'
import type { Layout } from './layout.ts'
import { sizeOptions } from './size-rules.ts'

/** A hole is in a cell that exists. */
const cableHasCell: Rule<Layout> = {
  code: 'cable_without_cell',
  options: ['columns', 'rows', 'cables'],
  broken: (layout) => {
    const cell = layout.chosen.cables.find((one) => cellOf(layout, one) === undefined)
    return cell === undefined ? undefined : named(cell)
  },
}

/** Where the back is open there is nothing to drill, and a cable goes through without. */
const cableHasBack: Rule<Layout> = {
  code: 'cable_without_back',
  options: [...sizeOptions, 'back', 'cables'],
  broken: (layout) => {
    const { back, cables } = layout.chosen
    const [cell] = back === 'closed' || cables.length === 0 ? [] : cellsWithoutBack(layout, cables)
    return cell === undefined ? undefined : named(cell)
  },
}

/** A drawer would run over the plug. */
const cableBesideDrawer: Rule<Layout> = {
  code: 'cable_behind_drawer',
  options: ['cables', 'drawers'],
  broken: ({ chosen: { cables, drawers } }) => {
    const cell = drawers.length === 0 ? undefined : cables.find((one) => drawers.includes(one))
    return cell === undefined ? undefined : named(cell)
  },
}

/** Every cable hole has a back to go through and a plug to reach. */
export const cableRules: readonly Rule<Layout>[] = [cableHasCell, cableHasBack, cableBesideDrawer]
