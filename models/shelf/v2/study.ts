import type { Part } from '../../product/make.ts'
import type { Stability } from '../v1/tipping.ts'
import { type BackPanel, panelsOf } from './back.ts'
import { type Door, doorsOf } from './fronts.ts'
import type { Layout } from './layout.ts'
import { type Measure, measureOf } from './measure.ts'
import { partsOf } from './parts.ts'
import { stabilityOf } from './tipping.ts'

/** What recipe, bill, routing and checks share, derived once from a layout. */
export type Study = {
  readonly layout: Layout
  readonly doors: readonly Door[]
  readonly panels: readonly BackPanel[]
  readonly parts: readonly Part[]
  readonly measure: Measure
  readonly stability: Stability
}

function derived(layout: Layout): Study {
  const { drawers } = layout
  const doors = doorsOf(layout, layout.colours)
  const panels = panelsOf(layout)
  const parts = partsOf(layout, doors, drawers, panels)
  let extension = 0
  for (const { box } of drawers) extension = Math.max(extension, box?.length ?? 0)
  return {
    layout,
    doors,
    panels,
    parts,
    measure: measureOf(parts),
    stability: stabilityOf(layout, parts, extension),
  }
}

let last: Study | undefined

/** Recipe and checks ask for the same layout one after the other: the last one is kept, and nothing else (a WeakMap would cost a third of the time). */
export function studyOf(layout: Layout): Study {
  if (last?.layout !== layout) last = derived(layout)
  return last
}
