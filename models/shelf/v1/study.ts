import { type BackPanel, backPanels } from './back.ts'
import { type Leaf, leavesOf } from './doors.ts'
import type { Layout } from './layout.ts'
import { type Measure, measureOf } from './measure.ts'
import { type Stability, stabilityOf } from './tipping.ts'

/** What recipe, bill, routing and checks share, derived once from a layout. */
export type Study = {
  readonly layout: Layout
  readonly leaves: readonly Leaf[]
  readonly panels: readonly BackPanel[]
  readonly measure: Measure
  readonly stability: Stability
}

export function studyOf(layout: Layout): Study {
  const leaves = leavesOf(layout)
  const panels = backPanels(layout)
  const measure = measureOf(layout, leaves, panels)
  return { layout, leaves, panels, measure, stability: stabilityOf(layout, measure, leaves) }
}
