import { chosenNumber, chosenOneOf, chosenText } from '../../product/chosen.ts'
import type { Option, Options } from '../../product/options.ts'
import { type Alloy, alloys } from './alloys.ts'

/** `flat` all round; `d` domed outside; `court` domed outside and inside; `easy` flat outside and domed inside. */
export const profiles = ['flat', 'd', 'court', 'easy'] as const
export type Profile = (typeof profiles)[number]

export const thicknesses = ['fine', 'usual', 'strong', 'heavy'] as const
export type Thickness = (typeof thicknesses)[number]

export const finishes = ['polished', 'brushed', 'blackened'] as const
export type Finish = (typeof finishes)[number]

export const faces = ['none', 'round', 'oval', 'cushion'] as const
export type Face = (typeof faces)[number]

export const settings = ['none', 'one', 'three', 'five', 'seven', 'nine'] as const
export type Setting = (typeof settings)[number]

/** Round brilliants; natural or grown is declared, as it must be. */
export const stones = ['lab-diamond', 'diamond', 'lab-sapphire', 'lab-ruby'] as const
export type Stone = (typeof stones)[number]

/** Diameters of melee, in tenths of a millimetre. */
export const stoneSizes = ['13', '15', '18', '20', '25'] as const
export type StoneSize = (typeof stoneSizes)[number]

const preset = (key: string, group: string, values: readonly string[]): Option => ({
  key,
  group,
  withdrawal: 'preset',
  kind: 'choice',
  values,
})

/** Whole millimetres of a short range count as chosen from a list: a size of the ring chart is no measure of one's own (practitioners' reading of Directive 2011/83/EU art. 16(c)). */
const charted = (key: string, group: string, min: number, max: number): Option => ({
  key,
  group,
  withdrawal: 'preset',
  kind: 'length',
  min,
  max,
  step: 1,
  unit: 'mm',
})

/** What a shopper decides about a ring. `circumference` is that of the finger, mm; `width` is measured along the finger. */
export const options: readonly Option[] = [
  charted('circumference', 'size', 44, 70),
  preset('profile', 'band', profiles),
  charted('width', 'band', 2, 10),
  preset('thickness', 'band', thicknesses),
  preset('alloy', 'metal', alloys),
  preset('finish', 'metal', finishes),
  preset('face', 'face', faces),
  charted('faceSize', 'face', 7, 15),
  { key: 'monogram', group: 'face', withdrawal: 'bespoke', kind: 'text', maxLength: 3 },
  preset('setting', 'stones', settings),
  preset('stone', 'stones', stones),
  preset('stoneSize', 'stones', stoneSizes),
  { key: 'inscription', group: 'inscription', withdrawal: 'bespoke', kind: 'text', maxLength: 24 },
]

/** The ring that the page opens with. */
export const defaults: Options = {
  circumference: 54,
  profile: 'court',
  width: 5,
  thickness: 'strong',
  alloy: 'silver-925',
  finish: 'polished',
  face: 'cushion',
  faceSize: 11,
  monogram: '',
  setting: 'none',
  stone: 'lab-diamond',
  stoneSize: '15',
  inscription: '',
}

/** What one step costs in the search for the nearest valid change: stones and face first, then the band, the metal late, the finger last. */
export const stepCost: Readonly<Record<string, number>> = {
  circumference: 90,
  profile: 25,
  width: 8,
  thickness: 12,
  alloy: 60,
  finish: 30,
  face: 40,
  faceSize: 5,
  monogram: 40,
  setting: 14,
  stone: 40,
  stoneSize: 10,
  inscription: 40,
}

export type RingOptions = {
  readonly circumference: number
  readonly profile: Profile
  readonly width: number
  readonly thickness: Thickness
  readonly alloy: Alloy
  readonly finish: Finish
  readonly face: Face
  readonly faceSize: number
  readonly monogram: string
  readonly setting: Setting
  readonly stone: Stone
  readonly stoneSize: StoneSize
  readonly inscription: string
}

/** Complete options as their own types. */
export function ringOptions(chosen: Options): RingOptions {
  return {
    circumference: chosenNumber(chosen, 'circumference'),
    profile: chosenOneOf(chosen, 'profile', profiles),
    width: chosenNumber(chosen, 'width'),
    thickness: chosenOneOf(chosen, 'thickness', thicknesses),
    alloy: chosenOneOf(chosen, 'alloy', alloys),
    finish: chosenOneOf(chosen, 'finish', finishes),
    face: chosenOneOf(chosen, 'face', faces),
    faceSize: chosenNumber(chosen, 'faceSize'),
    monogram: chosenText(chosen, 'monogram'),
    setting: chosenOneOf(chosen, 'setting', settings),
    stone: chosenOneOf(chosen, 'stone', stones),
    stoneSize: chosenOneOf(chosen, 'stoneSize', stoneSizes),
    inscription: chosenText(chosen, 'inscription'),
  }
}
