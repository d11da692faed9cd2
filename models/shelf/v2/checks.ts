import type { Check, Values } from '../../product/evaluation.ts'
import type { Broken } from '../../product/rule.ts'
import { finalSag, initialSag, longestSpan } from '../v1/sag.ts'
import { mustBeFixed } from '../v1/tipping.ts'
import type { Layout } from './layout.ts'
import { studyOf } from './study.ts'

const tenths = (value: number): number => Math.round(value * 10) / 10

/** Which rules stand behind each check. */
const behind: Readonly<Record<string, readonly string[]>> = {
  material: ['finish_not_on_material', 'thickness_not_made', 'edge_not_on_material'],
  span: ['span_sags'],
  parts: [
    ...['column_too_narrow', 'row_too_low', 'columns_do_not_fill', 'rows_do_not_fill', 'side_longer_than_sheet'],
    ...['width_without_column', 'height_without_row', 'slant_over_high_feet', 'slant_too_short'],
  ],
  bodies: ['body_too_heavy'],
  doors: [
    ...['door_without_cell', 'door_too_low', 'door_too_narrow', 'door_too_wide', 'door_wider_than_high'],
    ...['door_too_heavy', 'colour_without_front'],
  ],
  drawers: [
    ...['drawer_without_cell', 'drawer_behind_door', 'drawer_too_narrow', 'drawer_too_shallow', 'drawer_too_wide'],
    ...['drawer_too_low', 'drawer_too_high', 'drawer_too_heavy'],
  ],
  cables: ['cable_without_cell', 'cable_without_back', 'cable_behind_drawer'],
  engraving: ['engraving_not_on_material', 'engraving_letter_missing'],
}

/** What a maker checks before saying yes. `stability` always holds, since a shelf that could tip is fixed to the wall: `fixed` says whether it must be. */
export function checksOf(layout: Layout, broken: readonly Broken[]): Check[] {
  const { doors, stability } = studyOf(layout)
  const { board, chosen, spans, stacks } = layout
  const span = Math.max(...layout.columnWidths)
  const holds = (code: string) => !(behind[code] ?? []).some((rule) => broken.some((each) => each.code === rule))
  const check = (code: string, values: Values): Check => ({ code, values, ok: holds(code) })
  const checks = [
    check('material', { board: board.id, finish: chosen.finish, edge: chosen.edge }),
    check('span', {
      span,
      longest: longestSpan(board, chosen.load),
      new: tenths(initialSag(board, chosen.load, span)),
      later: tenths(finalSag(board, chosen.load, span)),
      load: chosen.load,
    }),
    check('parts', { sheet: `${board.sheet.length}×${board.sheet.width}` }),
    check('bodies', { bodies: spans.length * stacks.length, kilograms: Math.ceil(layout.heaviestG / 1000) }),
    check('stability', {
      holds: Math.round(stability.holds),
      tips: Math.round(stability.tips),
      fixed: mustBeFixed(layout, stability) ? 'yes' : 'no',
    }),
    check('doors', doors.length === 0 ? {} : { leaves: doors.length }),
  ]
  if (chosen.drawers.length > 0) {
    const kilograms = Math.ceil(Math.max(0, ...layout.drawers.map(({ loadedG }) => loadedG)) / 1000)
    checks.push(check('drawers', { drawers: chosen.drawers.length, kilograms }))
  }
  if (chosen.cables.length > 0) checks.push(check('cables', { holes: chosen.cables.length }))
  if (chosen.name !== '') checks.push(check('engraving', { letters: Array.from(chosen.name).length }))
  return checks
}
