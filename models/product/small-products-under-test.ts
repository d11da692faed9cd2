import fc from 'fast-check'
import type { Values } from './evaluation.ts'
import { cellsOf, costOfStep, countOfValues, everyValue } from './nearby.ts'
import type { Option, Options, OptionValue } from './options.ts'
import { defineProduct, type Product } from './product.ts'
import { sortedCells } from './read-options.ts'
import type { Rule } from './rule.ts'

/*
 * Products small enough that every configuration can be tried, with rules drawn by chance: what the searches promise is held to all there is.
 */

const base = { group: 'all', withdrawal: 'preset' } as const

/** Six kinds of option with a handful of values each; `cells` stands on `columns` and `rows`. */
const drawable: readonly fc.Arbitrary<readonly Option[]>[] = [
  fc
    .integer({ min: 2, max: 4 })
    .map((max): Option[] => [{ ...base, key: 'count', kind: 'count', min: 1, max, step: 1 }]),
  fc
    .integer({ min: 1, max: 7 })
    .map((steps): Option[] => [
      { ...base, key: 'length', kind: 'length', min: 100, max: 100 + 50 * steps, step: 50, unit: 'mm' },
    ]),
  fc
    .integer({ min: 2, max: 4 })
    .map((count): Option[] => [
      { ...base, key: 'choice', kind: 'choice', values: ['p', 'q', 'r', 's'].slice(0, count) },
    ]),
  fc.constant<Option[]>([{ ...base, key: 'flag', kind: 'flag' }]),
  fc.constant<Option[]>([{ ...base, key: 'text', kind: 'text', maxLength: 4 }]),
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 })).map(([columns, rows]): Option[] => [
    { ...base, key: 'columns', kind: 'count', min: 1, max: columns, step: 1 },
    { ...base, key: 'rows', kind: 'count', min: 1, max: rows, step: 1 },
    { ...base, key: 'cells', kind: 'cells', columns: 'columns', rows: 'rows' },
  ]),
]

const texts = ['', 'ab', 'x!', '!!'] as const

/** A number from 0 up to 1 that depends on all it is given (FNV-1a). */
function chanceOf(...given: readonly unknown[]): number {
  let hash = 0x811c9dc5
  for (const letter of JSON.stringify(given)) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}

type Drawn = {
  readonly scope: readonly string[]
  readonly share: number
  readonly names: boolean
  readonly seed: number
}

const cellIds = (options: Options, key: string): readonly string[] => {
  const value = options[key]
  return Array.isArray(value) ? value : []
}

function ruleOf({ scope, share, names, seed }: Drawn, index: number, options: readonly Option[]): Rule<Options> {
  const code = `rule_${index}`
  const cells = options.find(({ key, kind }) => kind === 'cells' && scope.includes(key))
  const rest = (given: Options) => scope.filter((key) => key !== cells?.key).map((key) => given[key] ?? '')
  if (cells !== undefined && names) {
    return {
      code,
      options: scope,
      broken: (given) => {
        const bad = cellIds(given, cells.key).filter((cell) => chanceOf(seed, cell, rest(given)) < share)
        return bad.length === 0 ? undefined : { cells: bad.join(' ') }
      },
    }
  }
  const isBroken = (given: Options) =>
    chanceOf(
      seed,
      scope.map((key) => given[key] ?? ''),
    ) < share
  const broken = (given: Options): Values | undefined => {
    if (!isBroken(given)) return undefined
    const text = options.find(({ key, kind }) => kind === 'text' && scope.includes(key))
    return text === undefined ? {} : { suggestion: String(given[text.key]).replaceAll('!', '') }
  }
  const listed = options.filter(({ key, kind }) => scope.includes(key) && kind !== 'cells' && kind !== 'text')
  if (listed.length !== scope.length) return { code, options: scope, broken }
  // Leaves out each option whose value is of no matter while the others stay.
  const mends = (given: Options) =>
    listed.reduce<readonly Option[]>((blamed, option) => {
      const others = blamed.filter((one) => one !== option)
      const changing = listed.filter((one) => !others.includes(one))
      return every(changing, given).every(isBroken) ? others : blamed
    }, listed)
  return { code, options: scope, broken, mends: (given) => mends(given).map(({ key }) => key) }
}

/** A cell that is chosen stands on the front. */
const cellExists: Rule<Options> = {
  code: 'astray',
  options: ['columns', 'rows', 'cells'],
  broken: ({ columns, rows, cells }) => {
    if (!Array.isArray(cells)) return undefined
    const astray = cells.filter((cell) => {
      const [column = 0, row = 0] = cell.split('-').map(Number)
      return column > Number(columns) || row > Number(rows)
    })
    return astray.length === 0 ? undefined : { cells: astray.join(' ') }
  },
}

/** Every value an option may take in a configuration that starts from `start`. */
export function valuesIn(option: Option, start: Options, taken: readonly string[] = texts): OptionValue[] {
  if (option.kind === 'text') return [...new Set([...taken, String(start[option.key])])]
  if (option.kind !== 'cells') return [...everyValue(option)]
  const cells = sortedCells(cellsOf(option, start))
  return Array.from({ length: 2 ** cells.length }, (_, set) => cells.filter((__, index) => (set >> index) % 2 === 1))
}

/** Every configuration that differs from `start` in these options alone; counts come before the cells that stand on them. */
export function every(options: readonly Option[], start: Options, taken?: readonly string[]): Options[] {
  return options.reduce<Options[]>(
    (all, option) =>
      all.flatMap((one) => valuesIn(option, one, taken).map((value) => ({ ...one, [option.key]: value }))),
    [start],
  )
}

/** How many options a configuration changes, and what that costs. */
export function distance(product: Product, from: Options, to: Options): { changes: number; cost: number } {
  let changes = 0
  let cost = 0
  for (const option of product.options) {
    const a = from[option.key] ?? ''
    const b = to[option.key] ?? ''
    if (JSON.stringify(a) === JSON.stringify(b)) continue
    changes += 1
    const each = costOfStep(product, option.key)
    if (typeof a === 'number' && typeof b === 'number' && 'step' in option)
      cost += (each * Math.abs(a - b)) / option.step
    else if (option.kind === 'choice')
      cost += each * Math.abs(option.values.indexOf(String(a)) - option.values.indexOf(String(b)))
    else if (Array.isArray(a) && Array.isArray(b))
      cost += each * (a.filter((cell) => !b.includes(cell)).length + b.filter((cell) => !a.includes(cell)).length)
    else if (option.kind === 'text') cost += b === '' && !suggestions(product, from).includes('') ? 2 * each : each
    else cost += each
  }
  return { changes, cost }
}

/** Texts that broken rules offer. */
export function suggestions(product: Product, options: Options): string[] {
  return product
    .examine(options)
    .broken.flatMap(({ values }) => (typeof values.suggestion === 'string' ? [values.suggestion] : []))
}

export const isValid = (product: Product, options: Options): boolean => product.examine(options).broken.length === 0

const isWithoutText = ({ text }: Options) => text === undefined || text === ''

const most = (option: Option): number =>
  option.kind === 'cells' ? 30 : option.kind === 'text' ? texts.length : countOfValues(option)

/** A product with any configuration of it. */
export const smallProduct: fc.Arbitrary<{ product: Product; options: Options }> = fc
  .subarray([...drawable], { minLength: 2, maxLength: 4 })
  .chain((kinds) => fc.tuple(...kinds))
  .map((drawn) => drawn.flat())
  .filter((options) => options.reduce((product, option) => product * most(option), 1) <= 3000)
  .chain((options) => {
    const keys = options.map(({ key }) => key)
    const rule = fc.record({
      scope: fc.subarray(keys, { minLength: 1, maxLength: Math.min(3, keys.length) }),
      share: fc.double({ min: 0.1, max: 0.8, noNaN: true }),
      names: fc.boolean(),
      seed: fc.nat(),
    })
    const costs = fc.tuple(...keys.map(() => fc.integer({ min: 1, max: 9 })))
    return fc.record({
      options: fc.constant(options),
      rules: fc.array(rule, { minLength: 1, maxLength: 5 }),
      costs,
      pick: fc.nat(),
      cellsOfPick: fc.nat(),
    })
  })
  .map(({ options, rules, costs, pick, cellsOfPick }) => {
    const start = Object.fromEntries(options.map((option) => [option.key, option.kind === 'cells' ? [] : '']))
    const all = every(options, start)
    const picked = all[pick % all.length] ?? start
    const byChance = rules.map((one, index) => ruleOf(one, index, options))
    const drawn = options.some(({ kind }) => kind === 'cells') ? [...byChance, cellExists] : byChance
    const product = defineProduct<Options>({
      slug: 'small',
      version: 1,
      options,
      defaults:
        all.find((one) => isWithoutText(one) && drawn.every(({ broken }) => broken(one) === undefined)) ?? picked,
      stepCost: Object.fromEntries(options.map(({ key }, index) => [key, costs[index] ?? 1])),
      priceBook: {
        id: '',
        origin: 'IT',
        card: { id: '', currency: 'EUR', hourly: {}, materials: {}, marginPermille: 0 },
      },
      words: {},
      layout: (given) => given,
      rules: drawn,
      build: () => {
        throw new Error('a small product is never made')
      },
      check: () => [],
    })
    const cells = all[cellsOfPick % all.length]?.cells
    return { product, options: cells === undefined ? picked : { ...picked, cells } }
  })
