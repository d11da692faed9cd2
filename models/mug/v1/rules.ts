import type { Rule } from '../../product/rule.ts'
import { bandOf, engravable, smallest } from './engraving.ts'
import { firedApart, isFoodSafe, isReleased } from './glazes.ts'
import { handleSection } from './handle.ts'
import type { Layout } from './layout.ts'

const shape = ['volume', 'height', 'belly', 'lip', 'foot', 'wall'] as const
const withHandle = [...shape, 'handle', 'grip'] as const

/** Higher than 1.6 times its diameter it leans while it dries (practitioner's figure). */
const slender: Rule<Layout> = {
  code: 'too_slender',
  options: shape,
  broken: ({ chosen: { height }, diameter }) =>
    height > 1.6 * diameter ? { height, diameter: Math.round(diameter) } : undefined,
}

/** A body lower than 0.6 of its diameter is a bowl, and its rim warps (practitioner's figure). */
const flat: Rule<Layout> = {
  code: 'too_flat',
  options: shape,
  broken: ({ chosen: { height }, diameter }) =>
    height < 0.6 * diameter ? { height, diameter: Math.round(diameter) } : undefined,
}

/** A flat bottom over 90 mm slumps in the fire (practitioner's figure). */
const bottomHolds: Rule<Layout> = {
  code: 'bottom_slumps',
  options: shape,
  broken: ({ profile: { ringRadius } }) =>
    2 * ringRadius > 90 ? { diameter: Math.round(2 * ringRadius), most: 90 } : undefined,
}

/** Under 40 mm of foot a full mug tips too easily (practitioner's figure: half of the diameter at least, never under 40). */
const footStands: Rule<Layout> = {
  code: 'foot_too_small',
  options: shape,
  broken: ({ profile: { ringRadius } }) =>
    2 * ringRadius < 40 ? { diameter: Math.round(2 * ringRadius), least: 40 } : undefined,
}

/** A wall that leans out by more than 45° sags (practitioner's figure). */
const flareHolds: Rule<Layout> = {
  code: 'flare_sags',
  options: shape,
  broken: ({ flare }) => (flare > 45 ? { degrees: flare, most: 45 } : undefined),
}

/** Drawn in by more than 35° a neck cannot be thrown thin, nor washed (practitioner's figure). */
const neckOpen: Rule<Layout> = {
  code: 'neck_too_narrow',
  options: shape,
  broken: ({ neck }) => (neck > 35 ? { degrees: neck, most: 35 } : undefined),
}

/** A hand washes and drinks through 55 mm and more (practitioner's figure). */
const mouthWide: Rule<Layout> = {
  code: 'mouth_too_narrow',
  options: shape,
  broken: ({ profile: { lipRadius } }) =>
    2 * lipRadius < 55 ? { diameter: Math.round(2 * lipRadius), least: 55 } : undefined,
}

/** Fingers need 25 mm between handle and wall (practitioner's figure). */
const gripWide: Rule<Layout> = {
  code: 'grip_too_narrow',
  options: ['handle', 'grip'],
  broken: ({ chosen: { handle, grip } }) => (handle !== 'none' && grip < 25 ? { grip, least: 25 } : undefined),
}

/** Between its roots a handle needs room for two fingers, 40 mm (practitioner's figure). */
const handleTall: Rule<Layout> = {
  code: 'handle_too_low',
  options: withHandle,
  broken: ({ chosen: { handle, height } }) => {
    const clear = Math.round(height * 0.56) - handleSection.thick
    return handle !== 'none' && clear < 34 ? { clear, least: 34 } : undefined
  },
}

/** Thrown by hand, walls under 4 mm go soft before the handle is on (practitioner's figure); cast ones may be 3.5. */
const wallThrown: Rule<Layout> = {
  code: 'wall_too_thin_to_throw',
  options: ['wall', 'way'],
  broken: ({ chosen: { way, wall }, profile }) =>
    way === 'thrown' && wall === 'fine' ? { wall: profile.wall, least: 4 } : undefined,
}

/** A square handle is pressed or cast, not pulled (practitioners). */
const handlePulled: Rule<Layout> = {
  code: 'handle_not_pulled',
  options: ['handle', 'way'],
  broken: ({ chosen: { way, handle } }) => (way === 'thrown' && handle === 'square' ? { handle, way } : undefined),
}

/** Only tested systems of body, glaze and curve may be sold (84/500/EEC). */
const insideReleased: Rule<Layout> = {
  code: 'glaze_not_released',
  options: ['clay', 'inside'],
  broken: ({ chosen: { clay, inside } }) => (isReleased(clay, inside) ? undefined : { clay, glaze: inside }),
}

/** As inside. */
const outsideReleased: Rule<Layout> = {
  code: 'outer_glaze_not_released',
  options: ['clay', 'outside'],
  broken: ({ chosen: { clay, outside } }) => (isReleased(clay, outside) ? undefined : { clay, glaze: outside }),
}

/** What one drinks from gives off less than 4.0 mg/l of lead and 0.3 mg/l of cadmium (84/500/EEC); copper red is not tested for that. */
const insideSafe: Rule<Layout> = {
  code: 'glaze_not_for_food',
  options: ['inside'],
  broken: ({ chosen: { inside } }) => (isFoodSafe(inside) ? undefined : { glaze: inside }),
}

/** Copper is fired apart from other glazes, so also from that of its own inside, but for white and clear (practitioners). */
const firedTogether: Rule<Layout> = {
  code: 'glazes_fired_apart',
  options: ['inside', 'outside'],
  broken: ({ chosen: { inside, outside } }) =>
    firedApart(outside) && inside !== 'white' && inside !== 'clear' ? { glaze: inside, other: outside } : undefined,
}

/** The engraving font has Latin letters, figures and a few signs. */
const nameInFont: Rule<Layout> = {
  code: 'engraving_letter_missing',
  options: ['name'],
  broken: ({ chosen: { name } }) => {
    if (name === '') return undefined
    const { missing, rest } = engravable(name)
    return missing === undefined ? undefined : { letter: missing, suggestion: rest }
  },
}

/** Letters under 9 mm have strokes under 1 mm, which glaze fills (practitioner's figure). */
const nameLegible: Rule<Layout> = {
  code: 'engraving_too_small',
  options: [...shape, 'name'],
  broken: ({ chosen, profile }) => {
    if (chosen.name === '') return undefined
    const { letterHeight } = bandOf(profile, chosen)
    return letterHeight < smallest ? { height: letterHeight, least: smallest, suggestion: '' } : undefined
  },
}

/** Where the wall bends by more than half a millimetre over the letters, they are cut unevenly deep (practitioner's figure). */
const nameEven: Rule<Layout> = {
  code: 'engraving_on_bend',
  options: [...shape, 'name'],
  broken: ({ chosen, profile }) => {
    if (chosen.name === '') return undefined
    const { uneven } = bandOf(profile, chosen)
    return uneven > 0.5 ? { uneven: Math.round(uneven * 10) / 10, most: 0.5, suggestion: '' } : undefined
  },
}

/** All that must be true of a mug. */
export const rules: readonly Rule<Layout>[] = [
  slender,
  flat,
  bottomHolds,
  footStands,
  flareHolds,
  neckOpen,
  mouthWide,
  gripWide,
  handleTall,
  wallThrown,
  handlePulled,
  insideReleased,
  outsideReleased,
  insideSafe,
  firedTogether,
  nameInFont,
  nameLegible,
  nameEven,
]
