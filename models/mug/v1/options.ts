import { chosenNumber, chosenOneOf, chosenText } from '../../product/chosen.ts'
import type { Option, Options } from '../../product/options.ts'
import { type Clay, clays, type Glaze, glazes } from './glazes.ts'

/** `thrown` on a wheel to a gauge, no tools; `cast` as slip in a plaster mould that is made for the shape. */
export const ways = ['thrown', 'cast'] as const
export type Way = (typeof ways)[number]

export const walls = ['fine', 'usual', 'sturdy'] as const
export type Wall = (typeof walls)[number]

export const handles = ['ear', 'ring', 'square', 'none'] as const
export type Handle = (typeof handles)[number]

const preset = (key: string, group: string, values: readonly string[]): Option => ({
  key,
  group,
  withdrawal: 'preset',
  kind: 'choice',
  values,
})

/** Coarse steps count as choices from a list (practitioners' reading of Directive 2011/83/EU art. 16(c): a step this wide is no measure of one's own). */
const coarse = (key: string, group: string, min: number, max: number, step: number): Option => ({
  key,
  group,
  withdrawal: 'preset',
  kind: 'count',
  min,
  max,
  step,
})

/** What a shopper decides about a mug. `volume` is what it holds to the brim, ml; `height` its outside height, mm; shares are per cent of the widest inside radius. */
export const options: readonly Option[] = [
  coarse('volume', 'size', 150, 600, 10),
  {
    key: 'height',
    group: 'size',
    withdrawal: 'bespoke',
    kind: 'length',
    min: 60,
    max: 140,
    step: 1,
    unit: 'mm',
    presets: [75, 80, 85, 90, 95, 100, 110, 120],
  },
  coarse('belly', 'shape', 20, 80, 5),
  coarse('lip', 'shape', 70, 120, 5),
  coarse('foot', 'shape', 50, 90, 5),
  preset('wall', 'shape', walls),
  preset('handle', 'handle', handles),
  { key: 'grip', group: 'handle', withdrawal: 'preset', kind: 'length', min: 20, max: 45, step: 5, unit: 'mm' },
  preset('clay', 'glaze', clays),
  preset('inside', 'glaze', glazes),
  preset('outside', 'glaze', glazes),
  preset('way', 'making', ways),
  { key: 'name', group: 'making', withdrawal: 'bespoke', kind: 'text', maxLength: 16 },
]

/** The mug that the page opens with. */
export const defaults: Options = {
  volume: 350,
  height: 95,
  belly: 45,
  lip: 95,
  foot: 75,
  wall: 'usual',
  handle: 'ear',
  grip: 30,
  clay: 'white',
  inside: 'white',
  outside: 'celadon',
  way: 'thrown',
  name: '',
}

/** What one step costs in the search for the nearest valid change: shape first, then size, then glaze and clay, the way of making last. */
export const stepCost: Readonly<Record<string, number>> = {
  volume: 6,
  height: 3,
  belly: 5,
  lip: 4,
  foot: 4,
  wall: 20,
  handle: 60,
  grip: 8,
  clay: 50,
  inside: 30,
  outside: 30,
  way: 90,
  name: 40,
}

export type MugOptions = {
  readonly volume: number
  readonly height: number
  readonly belly: number
  readonly lip: number
  readonly foot: number
  readonly wall: Wall
  readonly handle: Handle
  readonly grip: number
  readonly clay: Clay
  readonly inside: Glaze
  readonly outside: Glaze
  readonly way: Way
  readonly name: string
}

/** Complete options as their own types. */
export function mugOptions(chosen: Options): MugOptions {
  return {
    volume: chosenNumber(chosen, 'volume'),
    height: chosenNumber(chosen, 'height'),
    belly: chosenNumber(chosen, 'belly'),
    lip: chosenNumber(chosen, 'lip'),
    foot: chosenNumber(chosen, 'foot'),
    wall: chosenOneOf(chosen, 'wall', walls),
    handle: chosenOneOf(chosen, 'handle', handles),
    grip: chosenNumber(chosen, 'grip'),
    clay: chosenOneOf(chosen, 'clay', clays),
    inside: chosenOneOf(chosen, 'inside', glazes),
    outside: chosenOneOf(chosen, 'outside', glazes),
    way: chosenOneOf(chosen, 'way', ways),
    name: chosenText(chosen, 'name'),
  }
}
