import type { Make } from '../make.ts'
import type { Bore } from './bore.ts'
import { boxBores, cableBores, runnerBores } from './boxes.ts'
import { contactsOf } from './contact.ts'
import { hingeBores } from './hinges.ts'
import { endJoint, jointBores } from './joints.ts'
import type { Panel } from './panel.ts'
import { backBores, boltBores, footBores } from './screws.ts'

/** Every hole that the boards of a make need, computed from where they touch: joined ends, hinges, backs, bodies that meet, drawers, feet. */
export function drillingOf(make: Make, panels: readonly Panel[]): ReadonlyMap<Panel, readonly Bore[]> {
  const contacts = contactsOf(panels)
  const bores: Bore[] = []
  for (const contact of contacts) {
    const joined = endJoint(contact)
    if (joined !== undefined) bores.push(...jointBores(joined))
    bores.push(...boltBores(contact), ...boxBores(contact))
  }
  for (const panel of panels) {
    bores.push(...hingeBores(panel, panels), ...backBores(panel, contacts), ...cableBores(panel))
  }
  bores.push(
    ...footBores(make, panels),
    ...runnerBores(
      make,
      panels,
      bores.filter(({ use }) => use === 'body-bolt'),
    ),
  )
  const byPanel = new Map<Panel, Bore[]>(panels.map((panel) => [panel, []]))
  for (const bore of bores) byPanel.get(bore.panel)?.push(bore)
  return byPanel
}
