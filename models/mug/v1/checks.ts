import type { Check, Values } from '../../product/evaluation.ts'
import type { Broken } from '../../product/rule.ts'
import { bandOf } from './engraving.ts'
import type { Layout } from './layout.ts'
import { brimVolume } from './profile.ts'

/** Which rules stand behind each check. */
const behind: Readonly<Record<string, readonly string[]>> = {
  volume: [],
  shape: ['too_slender', 'too_flat', 'flare_sags', 'neck_too_narrow', 'mouth_too_narrow'],
  foot: ['bottom_slumps', 'foot_too_small'],
  handle: ['grip_too_narrow', 'handle_too_low', 'handle_not_pulled'],
  wall: ['wall_too_thin_to_throw'],
  glaze: ['glaze_not_released', 'outer_glaze_not_released', 'glaze_not_for_food', 'glazes_fired_apart'],
  engraving: ['engraving_letter_missing', 'engraving_too_small', 'engraving_on_bend'],
}

/** What a potter checks before saying yes. */
export function checksOf(layout: Layout, broken: readonly Broken[]): Check[] {
  const { chosen, profile, diameter } = layout
  const holds = (code: string) => !(behind[code] ?? []).some((rule) => broken.some((each) => each.code === rule))
  const check = (code: string, values: Values): Check => ({ code, values, ok: holds(code) })
  const checks = [
    check('volume', { millilitres: Math.round(brimVolume(profile) / 1000) }),
    check('shape', { height: chosen.height, diameter: Math.round(diameter) }),
    check('foot', { diameter: Math.round(2 * profile.ringRadius) }),
    check('wall', { wall: profile.wall }),
    check('glaze', { clay: chosen.clay, inside: chosen.inside, outside: chosen.outside }),
  ]
  if (chosen.handle !== 'none') checks.push(check('handle', { grip: chosen.grip }))
  if (chosen.name !== '') checks.push(check('engraving', { height: bandOf(profile, chosen).letterHeight }))
  return checks
}
