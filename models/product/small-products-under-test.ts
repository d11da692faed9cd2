import fc from 'fast-check'
import {
  entriesOf,
  givenUp,
  isListOption,
  type ListOption,
  suggestedLengths,
  type Turned,
  tidyLengths,
  turnedList,
} from './entries.ts'
import type { Values } from './evaluation.ts'
import { costOfStep, countOfValues, everyValue } from './nearby.ts'
import { isCells, isLengths, type Option, type Options, type OptionValue } from './options.ts'
import { defineProduct, type Product } from './product.ts'
import { splitChoice } from './read-lists.ts'
import type { Rule } from './rule.ts'

/*
 * Products small enough that every configuration can be tried, with rules drawn by chance: what the searches promise is held to all there is.
 */

const base = { group: 'all', withdrawal: 'preset' } as const

/** Eight kinds of option with a handful of values each; `cells` stands on `columns` and `rows`, `choices` on `cells`. */
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
    {
      ...base,
      key: 'choices',
      kind: 'cell-choices',
      columns: 'columns',
      rows: 'rows',
      of: ['cells'],
      values: ['p', 'q'],
    },
  ]),
  fc.integer({ min: 1, max: 4 }).map((max): Option[] => [
    { ...base, key: 'places', kind: 'count', min: 1, max, step: 1 },
    { ...base, key: 'lengths', kind: 'lengths', count: 'places', axis: 'x', min: 100, max: 300, step: 50, unit: 'mm' },
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

/** The entries of a list that a rule may name, and under which name it does. */
function namedIn(value: OptionValue | undefined): {
  readonly name: 'cells' | 'places'
  readonly entries: readonly string[]
} {
  if (isCells(value)) return { name: 'cells', entries: value.map((entry) => splitChoice(entry)[0]) }
  if (!isLengths(value)) return { name: 'places', entries: [] }
  return { name: 'places', entries: value.flatMap((length, index) => (length === givenUp ? [] : String(index + 1))) }
}

function ruleOf({ scope, share, names, seed }: Drawn, index: number, options: readonly Option[]): Rule<Options> {
  const code = `rule_${index}`
  const lists = options.filter((option) => isListOption(option) && scope.includes(option.key))
  const [list] = lists
  const rest = (given: Options) => scope.filter((key) => key !== list?.key).map((key) => given[key] ?? '')
  // What a rule names has to leave whichever list has it, so it looks at one list alone.
  if (list !== undefined && lists.length === 1 && names) {
    return {
      code,
      options: scope,
      broken: (given) => {
        const { name, entries } = namedIn(given[list.key])
        const bad = entries.filter((entry) => chanceOf(seed, entry, rest(given)) < share)
        return bad.length === 0 ? undefined : { [name]: bad.join(' ') }
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
  const listed = options.filter(
    (option) => scope.includes(option.key) && !isListOption(option) && option.kind !== 'text',
  )
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
    if (!isCells(cells)) return undefined
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
  return isListOption(option) ? everyList(option, start) : [...everyValue(option)]
}

/**
 * Every list that turning entries leads to from the one in `start`: each in every combination, and a length also to what a rule of the product
 * suggests for it on the way.
 */
export function everyList(option: ListOption, start: Options, product?: Product): OptionValue[] {
  const found = new Map<string, OptionValue>()
  const walk = (turned: Turned) => {
    const name = JSON.stringify([...turned].sort())
    if (found.has(name)) return
    const value = turnedList(option, start, turned)
    found.set(name, value)
    const broken = product?.examine({ ...start, [option.key]: value }).broken ?? []
    for (const [place, length] of suggestedLengths(option, value, broken))
      if (!turned.has(place)) walk(new Map([...turned, [place, length]]))
    for (const entry of entriesOf(option, start)) if (!turned.has(entry)) walk(new Map([...turned, [entry, givenUp]]))
  }
  walk(new Map())
  return [...new Map([...found.values()].map((value) => [JSON.stringify(value), value])).values()]
}

/** Every configuration that differs from `start` in these options alone. Lists come last, since what may become of them depends on the rest. */
export function every(
  options: readonly Option[],
  start: Options,
  taken?: readonly string[],
  product?: Product,
): Options[] {
  const ordered = [...options.filter((option) => !isListOption(option)), ...options.filter(isListOption)]
  return ordered.reduce<Options[]>(
    (all, option) =>
      all.flatMap((one) => {
        const values = isListOption(option) ? everyList(option, one, product) : valuesIn(option, one, taken)
        return values.map((value) => ({ ...one, [option.key]: value }))
      }),
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
    else if (option.kind === 'lengths' && isLengths(a) && isLengths(b))
      cost += each * a.filter((length, index) => length !== (b[index] ?? givenUp)).length
    else if (isCells(a) && isCells(b))
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
  option.kind === 'cells'
    ? 30
    : isListOption(option)
      ? 4
      : option.kind === 'text'
        ? texts.length
        : countOfValues(option)

const grid = ['1-1', '2-1', '3-1', '1-2', '2-2', '3-2']

/** Lists of any kind, whether what they stand on is there or not. */
const lists = fc.record({
  cells: fc.subarray(grid, { maxLength: 4 }),
  choices: fc
    .subarray(grid, { maxLength: 3 })
    .chain((cells) => fc.tuple(...cells.map((cell) => fc.constantFrom(`${cell}:p`, `${cell}:q`)))),
  lengths: fc.array(fc.constantFrom(0, 100, 200, 300), { maxLength: 4 }).map(tidyLengths),
})

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
      lists,
    })
  })
  .map(({ options, rules, costs, pick, lists: listed }) => {
    const start = Object.fromEntries(options.map((option) => [option.key, isListOption(option) ? [] : '']))
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
    const given = Object.entries(listed).filter(([key]) => options.some((option) => option.key === key))
    return { product, options: { ...picked, ...Object.fromEntries(given) } }
  })
