import type { Check, Values } from '../../product/evaluation.ts'
import type { Broken } from '../../product/rule.ts'
import type { Layout } from './layout.ts'
import { finalSag, initialSag, longestSpan } from './sag.ts'
import { type Study, studyOf } from './study.ts'
import { mustBeFixed } from './tipping.ts'

const tenths = (value: number): number => Math.round(value * 10) / 10

/** Which rules stand behind each check. */
const behind: Readonly<Record<string, readonly string[]>> = {
  material: ['finish_not_on_material', 'thickness_not_made'],
  span: ['span_sags'],
  parts: ['column_too_narrow', 'row_too_low', 'side_longer_than_sheet'],
  bodies: ['body_too_heavy'],
  doors: [
    'door_without_cell',
    'door_too_low',
    'door_too_narrow',
    'door_too_wide',
    'door_wider_than_high',
    'door_too_heavy',
  ],
  engraving: ['engraving_not_on_material', 'engraving_letter_missing'],
}

/** What a maker checks before saying yes. `stability` always holds, since a shelf that could tip is fixed to the wall: `fixed` says whether it must be. */
export function checksOf(layout: Layout, broken: readonly Broken[], study: Study = studyOf(layout)): Check[] {
  const { board, chosen } = layout
  const span = layout.columnWidths[0] ?? 0
  const holds = (code: string) => !(behind[code] ?? []).some((rule) => broken.some((each) => each.code === rule))
  const check = (code: string, values: Values): Check => ({ code, values, ok: holds(code) })
  const checks = [
    check('material', { board: board.id, finish: chosen.finish }),
    check('span', {
      span,
      longest: longestSpan(board, chosen.load),
      new: tenths(initialSag(board, chosen.load, span)),
      later: tenths(finalSag(board, chosen.load, span)),
      load: chosen.load,
    }),
    check('parts', { sheet: `${board.sheet.length}×${board.sheet.width}` }),
    check('bodies', {
      bodies: layout.spans.length * layout.stacks.length,
      kilograms: Math.ceil(layout.heaviestG / 1000),
    }),
    check('stability', {
      holds: Math.round(study.stability.holds),
      tips: Math.round(study.stability.tips),
      fixed: mustBeFixed(layout, study.stability) ? 'yes' : 'no',
    }),
    check('doors', study.leaves.length === 0 ? {} : { leaves: study.leaves.length }),
  ]
  if (chosen.name !== '') checks.push(check('engraving', { letters: Array.from(chosen.name).length }))
  return checks
}
