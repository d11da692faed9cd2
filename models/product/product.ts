import type { Check } from './evaluation.ts'
import type { Make } from './make.ts'
import type { SheetStock } from './nesting/sheet-stock.ts'
import type { Option, Options } from './options.ts'
import type { RateCard } from './rate-card.ts'
import type { Broken, Rule, Scope } from './rule.ts'
import type { ProductWords } from './words.ts'

/** One reading of a set of options: what is broken, and on demand what it would be made of. */
export type Examination = {
  readonly broken: readonly Broken[]
  readonly make: () => Make
  readonly checks: () => readonly Check[]
}

/** One published version of one product. All functions are pure; options passed in must be complete (see `readOptions`). */
export type Product = {
  readonly slug: string
  readonly version: number
  readonly options: readonly Option[]
  readonly defaults: Options
  /** what one step of an option costs in the search for the nearest valid change; per mm, per count, per place in a list, per cell, per text */
  readonly stepCost: Readonly<Record<string, number>>
  /** how many readings a search for a fix may spend; a product whose reading takes long says fewer than are usual, so that none takes over 50 ms */
  readonly patience?: number
  /** the choice whose values are ways of making the same thing: the cheapest for a quantity is told */
  readonly ways?: string
  readonly priceBook: PriceBook
  /** the sheets its boards are cut from; none for a product that has no boards */
  readonly sheets?: SheetStock
  readonly words: ProductWords
  /** the same thing said in this version's options; undefined for a version it does not follow */
  readonly upgrade?: (version: number, options: Options) => Options | undefined
  /** what each rule depends on */
  readonly rules: readonly Scope[]
  readonly examine: (options: Options) => Examination
  readonly make: (options: Options) => Make
}

/** The published reference rate card of a product, and the country it counts from. */
export type PriceBook = { readonly id: string; readonly origin: string; readonly card: RateCard }

type Definition<S> = Omit<Product, 'examine' | 'make' | 'rules'> & {
  readonly layout: (options: Options) => S
  readonly rules: readonly Rule<S>[]
  readonly build: (layout: S) => Make
  readonly check: (layout: S, broken: readonly Broken[]) => readonly Check[]
}

/** A product from its layout, rules, recipe and checks; the layout's type stays inside. */
export function defineProduct<S>({ layout, rules, build, check, ...rest }: Definition<S>): Product {
  const examine = (options: Options): Examination => {
    const derived = layout(options)
    const broken: Broken[] = []
    for (const rule of rules) {
      const values = rule.broken(derived)
      if (values !== undefined) broken.push({ code: rule.code, options: rule.mends?.(derived) ?? rule.options, values })
    }
    return { broken, make: () => build(derived), checks: () => check(derived, broken) }
  }
  return { ...rest, rules, examine, make: (options) => build(layout(options)) }
}
