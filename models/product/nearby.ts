import type { Option, Options, OptionValue } from './options.ts'
import type { Product } from './product.ts'
import type { Broken } from './rule.ts'

/** Another value of an option and what taking it costs: steps weighed by the product's `stepCost`. */
export type Step = { readonly value: OptionValue; readonly cost: number }

/** What one step of an option costs. */
export function costOfStep(product: Product, key: string): number {
  return product.stepCost[key] ?? 1
}

/** How many values an option has; a text or a list has more than anyone counts. */
export function countOfValues(option: Option): number {
  switch (option.kind) {
    case 'length':
    case 'count':
      return Math.floor((option.max - option.min) / option.step) + 1
    case 'choice':
      return option.values.length
    case 'flag':
      return 2
    case 'text':
    case 'cells':
    case 'lengths':
    case 'cell-choices':
      return Number.POSITIVE_INFINITY
  }
}

/** Every value of an option that has a list or range of them, in its own order. */
export function* everyValue(option: Option): Generator<OptionValue> {
  if (option.kind === 'choice') yield* option.values
  else if (option.kind === 'flag') yield* [false, true]
  else if (option.kind === 'length' || option.kind === 'count') {
    for (let value = option.min; value <= option.max; value += option.step) yield value
  }
}

/** Every other value of a number option, nearest first, the smaller first where two are equally near. */
function* numbers(option: Extract<Option, { kind: 'length' | 'count' }>, from: number): Generator<number> {
  const { min, max, step } = option
  for (let distance = step; from - distance >= min || from + distance <= max; distance += step) {
    if (from - distance >= min) yield from - distance
    if (from + distance <= max) yield from + distance
  }
}

/**
 * Every other value of an option, cheapest first. Of texts only those that a broken rule suggests (`values.suggestion`) and none at all;
 * lists are not walked through here, their entries are turned one by one (see entries.ts).
 */
export function* nearby(
  product: Product,
  option: Option,
  options: Options,
  broken: readonly Broken[],
): Generator<Step> {
  const { key } = option
  const each = costOfStep(product, key)
  const now = options[key]
  switch (option.kind) {
    case 'length':
    case 'count':
      if (typeof now !== 'number') return
      for (const value of numbers(option, now)) yield { value, cost: (each * Math.abs(value - now)) / option.step }
      return
    case 'choice': {
      const place = option.values.indexOf(String(now))
      const others = option.values.map((value, index) => ({ value, cost: each * Math.abs(index - place) }))
      yield* others.filter(({ value }) => value !== now).sort((a, b) => a.cost - b.cost)
      return
    }
    case 'flag':
      yield { value: now !== true, cost: each }
      return
    case 'text': {
      const suggested = broken
        .filter((rule) => rule.options.includes(key))
        .map((rule) => rule.values.suggestion)
        .filter((text): text is string => typeof text === 'string')
      for (const value of new Set(suggested)) if (value !== now) yield { value, cost: each }
      if (now !== '' && !suggested.includes('')) yield { value: '', cost: 2 * each }
      return
    }
    case 'cells':
    case 'lengths':
    case 'cell-choices':
  }
}

/** Of many values the nearest four, then ever wider apart. */
export function* coarsely(steps: Iterable<Step>): Generator<Step> {
  let index = 0
  let next = 0
  for (const step of steps) {
    if (index >= next) {
      yield step
      next = index < 4 ? index + 1 : Math.ceil(index * 1.45)
    }
    index += 1
  }
}

/** The steps of one option, drawn as far as they are asked for. */
export class Line {
  readonly #drawn: Step[] = []
  readonly #rest: Generator<Step>

  constructor(steps: Generator<Step>) {
    this.#rest = steps
  }

  at(index: number): Step | undefined {
    while (this.#drawn.length <= index) {
      const next = this.#rest.next()
      if (next.done === true) return undefined
      this.#drawn.push(next.value)
    }
    return this.#drawn[index]
  }
}
