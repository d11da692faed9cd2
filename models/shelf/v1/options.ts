import { chosenCells, chosenNumber, chosenOneOf, chosenText } from '../../product/chosen.ts'
import type { Option, Options } from '../../product/options.ts'
import { type Finish, finishes, type Material, materials, type Thickness, thicknesses } from './materials.ts'

export const loads = ['decor', 'mixed', 'books'] as const
export type Load = (typeof loads)[number]

export const backs = ['closed', 'braced'] as const
export type Back = (typeof backs)[number]

export const feetKinds = ['none', 'low', 'high'] as const
export type Feet = (typeof feetKinds)[number]

const length = (key: string, min: number, max: number, presets: readonly number[]): Option => ({
  key,
  group: 'size',
  withdrawal: 'bespoke',
  kind: 'length',
  min,
  max,
  step: 1,
  unit: 'mm',
  presets,
})

/** What a shopper decides about a shelf. Sizes are outside sizes, feet included. */
export const options: readonly Option[] = [
  length('width', 300, 3600, [600, 800, 1000, 1200, 1500, 1800, 2100, 2400, 3000]),
  length('height', 300, 2600, [400, 600, 800, 1000, 1200, 1500, 1800, 2000, 2200]),
  length('depth', 240, 600, [240, 280, 320, 360, 400, 500, 600]),
  { key: 'columns', group: 'layout', withdrawal: 'preset', kind: 'count', min: 1, max: 12, step: 1 },
  { key: 'rows', group: 'layout', withdrawal: 'preset', kind: 'count', min: 1, max: 10, step: 1 },
  { key: 'load', group: 'layout', withdrawal: 'preset', kind: 'choice', values: loads },
  { key: 'back', group: 'layout', withdrawal: 'preset', kind: 'choice', values: backs },
  { key: 'doors', group: 'layout', withdrawal: 'preset', kind: 'cells', columns: 'columns', rows: 'rows' },
  { key: 'material', group: 'material', withdrawal: 'preset', kind: 'choice', values: materials },
  { key: 'thickness', group: 'material', withdrawal: 'preset', kind: 'choice', values: thicknesses },
  { key: 'finish', group: 'finish', withdrawal: 'preset', kind: 'choice', values: finishes },
  { key: 'feet', group: 'extras', withdrawal: 'preset', kind: 'choice', values: feetKinds },
  { key: 'name', group: 'extras', withdrawal: 'bespoke', kind: 'text', maxLength: 24 },
]

/** The shelf that the page opens with. */
export const defaults: Options = {
  width: 1200,
  height: 1800,
  depth: 320,
  columns: 3,
  rows: 4,
  load: 'mixed',
  back: 'closed',
  doors: ['1-1', '2-1', '3-1'],
  material: 'birch',
  thickness: 'standard',
  finish: 'oil',
  feet: 'low',
  name: '',
}

/**
 * What one step costs in the search for the nearest valid change, so that fixes come in the order a cabinet maker would offer:
 * a few millimetres, then another column, a thicker board, a lower load class, another material.
 */
export const stepCost: Readonly<Record<string, number>> = {
  width: 2,
  height: 2,
  depth: 2,
  columns: 20,
  rows: 25,
  load: 60,
  back: 30,
  doors: 30,
  material: 80,
  thickness: 40,
  finish: 4,
  feet: 30,
  name: 30,
}

export type ShelfOptions = {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly columns: number
  readonly rows: number
  readonly load: Load
  readonly back: Back
  readonly doors: readonly string[]
  readonly material: Material
  readonly thickness: Thickness
  readonly finish: Finish
  readonly feet: Feet
  readonly name: string
}

/** Complete options as their own types. */
export function shelfOptions(chosen: Options): ShelfOptions {
  return {
    width: chosenNumber(chosen, 'width'),
    height: chosenNumber(chosen, 'height'),
    depth: chosenNumber(chosen, 'depth'),
    columns: chosenNumber(chosen, 'columns'),
    rows: chosenNumber(chosen, 'rows'),
    load: chosenOneOf(chosen, 'load', loads),
    back: chosenOneOf(chosen, 'back', backs),
    doors: chosenCells(chosen, 'doors'),
    material: chosenOneOf(chosen, 'material', materials),
    thickness: chosenOneOf(chosen, 'thickness', thicknesses),
    finish: chosenOneOf(chosen, 'finish', finishes),
    feet: chosenOneOf(chosen, 'feet', feetKinds),
    name: chosenText(chosen, 'name'),
  }
}
