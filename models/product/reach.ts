import { entriesOf, type ListOption } from './entries.ts'
import { coarsely, costOfStep, countOfValues, Line, nearby } from './nearby.ts'
import type { Option, Options, OptionValue } from './options.ts'
import type { Product } from './product.ts'
import type { Broken } from './rule.ts'
import { RuledOut, type Tried } from './ruled-out.ts'

/** From this many values on an option may be searched coarsely. */
const many = 50

/** What one search shares: where it starts, the steps of each option, what has been ruled out, and how many readings it may still spend. */
export class Reach {
  /** options that rules name; a mask has a bit for each */
  readonly options: readonly Option[]
  readonly ruledOut = new RuledOut()
  /** the rules that are broken at the start */
  readonly broken: readonly Broken[]
  left: number
  readonly #product: Product
  readonly #start: Options
  readonly #bits = new Map<string, number>()
  readonly #scopes: ReadonlyMap<string, number>
  readonly #masks = new Map<readonly string[], number>()
  readonly #lines: readonly Line[]

  /** `coarse` leaves out most values of an option that has very many. */
  constructor(product: Product, start: Options, readings: number, coarse: boolean) {
    this.#product = product
    this.#start = start
    this.left = readings
    this.options = product.options.filter(({ key }) => product.rules.some((rule) => rule.options.includes(key)))
    for (const [index, { key }] of this.options.entries()) this.#bits.set(key, 1 << index)
    this.#scopes = new Map(product.rules.map(({ code, options }) => [code, this.#mask(options)]))
    this.broken = this.read({}, [])
    this.#lines = this.options.map((option) => {
      const steps = nearby(product, option, start, this.broken)
      return new Line(coarse && countOfValues(option) > many ? coarsely(steps) : steps)
    })
  }

  line(option: number): Line | undefined {
    return this.#lines[option]
  }

  costOfStep(key: string): number {
    return costOfStep(this.#product, key)
  }

  /** The least that a change of a list can cost; Infinity while it has no entry to turn. */
  leastTurn(option: ListOption): number {
    return option.kind !== 'cells' && entriesOf(option, this.#start).length === 0
      ? Number.POSITIVE_INFINITY
      : this.costOfStep(option.key)
  }

  /** All that the entries of a list depend on, after a change. */
  around(option: ListOption, change: Options): Options {
    const around: Record<string, OptionValue> = {}
    for (const key of option.kind === 'lengths' ? [option.key] : [option.key, option.columns, option.rows])
      around[key] = change[key] ?? this.#start[key] ?? ''
    return around
  }

  /** The start with a change. */
  with(change: Options): Options {
    // Spread twice it takes four times as long, and this is done for every reading.
    const changed: Record<string, OptionValue> = { ...this.#start }
    for (const key in change) changed[key] = change[key] ?? ''
    return changed
  }

  get scopes(): Iterable<number> {
    return this.#scopes.values()
  }

  /** Rules that are broken after a change; what they rule out is remembered. */
  read(change: Options, tried: readonly Tried[]): readonly Broken[] {
    this.left -= 1
    const { broken } = this.#product.examine(this.with(change))
    for (const rule of broken) this.ruledOut.learn(tried, this.blamed(rule))
    return broken
  }

  /** The options of which one has to change for a broken rule to hold, as a mask. */
  blamed({ options }: Broken): number {
    return this.#mask(options)
  }

  /** Every option that a rule depends on, as a mask. */
  scope({ code, options }: Broken): number {
    return this.#scopes.get(code) ?? this.#mask(options)
  }

  #mask(keys: readonly string[]): number {
    let mask = this.#masks.get(keys)
    if (mask === undefined) {
      mask = 0
      for (const key of keys) mask |= this.#bits.get(key) ?? 0
      this.#masks.set(keys, mask)
    }
    return mask
  }
}
