import type { Options } from '../../product/options.ts'
import { at, speed } from './curve.ts'
import { handleOf } from './handle.ts'
import { type MugOptions, mugOptions } from './options.ts'
import { bodyVolume, glazedAreas, type Profile, profileOf } from './profile.ts'

/** All sizes of a mug, derived once and used by rules, drawing, recipe and price alike. mm, mm², mm³, g. */
export type Layout = {
  readonly chosen: MugOptions
  readonly profile: Profile
  readonly handle: ReturnType<typeof handleOf>
  /** outside diameter of the body and the whole width with its handle */
  readonly diameter: number
  readonly across: number
  readonly clayVolume: number
  readonly insideArea: number
  readonly outsideArea: number
  /** degrees that the wall leans outwards most, and that it leans inwards most, from the upright */
  readonly flare: number
  readonly neck: number
}

const samples = 24

/** How far the outside leans from the upright above the floor's rounding, degrees. */
function leans({ outside }: Profile): { flare: number; neck: number } {
  let [flare, neck] = [0, 0]
  for (const curve of outside) {
    for (let index = 0; index <= samples; index += 1) {
      const t = index / samples
      const [dx, dy] = speed(curve, t)
      // The rounding of the floor lies on the foot; it is no wall.
      if (at(curve, t)[1] < (outside[0][0][1] + outside[0][3][1]) / 2) continue
      const lean = (Math.atan2(dx, dy) * 180) / Math.PI
      flare = Math.max(flare, lean)
      neck = Math.max(neck, -lean)
    }
  }
  return { flare: Math.round(flare), neck: Math.round(neck) }
}

/** The layout of any complete options, also of those that cannot be made (rules say why). */
export function layoutOf(options: Options): Layout {
  const chosen = mugOptions(options)
  const profile = profileOf(chosen)
  const handle = handleOf(profile, chosen)
  const { inside, outside } = glazedAreas(profile)
  const widest = Math.max(profile.widest, profile.lipRadius) + profile.wall
  const reach = handle === undefined ? widest : profile.widest + profile.wall + chosen.grip + 8
  return {
    chosen,
    profile,
    handle,
    diameter: 2 * widest,
    across: widest + reach,
    clayVolume: bodyVolume(profile) + (handle?.volume ?? 0),
    insideArea: inside,
    outsideArea: outside + (handle?.area ?? 0),
    ...leans(profile),
  }
}
