import { CheapestFirst } from './cheapest-first.ts'
import { Knot } from './knot.ts'
import type { Options } from './options.ts'
import type { Product } from './product.ts'
import { Reach } from './reach.ts'

/** Every mask of `count` of these bits. */
function* masksOf(bits: readonly number[], count: number, from = 0): Generator<number> {
  if (count === 0) yield 0
  for (let at = from; count > 0 && at <= bits.length - count; at += 1) {
    for (const others of masksOf(bits, count - 1, at + 1)) yield (bits[at] ?? 0) | others
  }
}

/** The options of a mask in groups that no rule ties to each other. */
function untangled(mask: number, scopes: Iterable<number>): number[] {
  const groups: number[] = []
  for (let rest = mask; rest !== 0; rest &= rest - 1) groups.push(rest & -rest)
  for (const scope of scopes) {
    const tied = groups.filter((group) => (group & scope) !== 0)
    if (tied.length < 2) continue
    for (const group of tied) groups.splice(groups.indexOf(group), 1)
    groups.push(tied.reduce((all, group) => all | group))
  }
  return groups
}

export type Search = {
  /** options that stay as they are */
  readonly kept: ReadonlySet<string>
  /** how many options may change */
  readonly least: number
  readonly most: number
  /** how often the product may be read */
  readonly readings: number
  /** leaves out most values of an option that has very many: then nothing is proved */
  readonly coarse: boolean
}

/** What a search came to: a change, or how many options are too few to change, and the readings left. */
export type Outcome = { readonly change: Options | undefined; readonly tooFew: number; readonly left: number }

/**
 * The change of fewest options, among those the one that costs least. Unless `coarse`, that is proved: every smaller one was tried, or cannot work
 * because one of the options that a broken rule names has to change. Options that no rule ties together are searched apart.
 * Ends without a change once the readings are spent, or when changing `most` options is not enough.
 */
export function fewest(product: Product, start: Options, search: Search): Outcome {
  const { kept, least, most, readings, coarse } = search
  const reach = new Reach(product, start, readings, coarse)
  const blamed = reach.broken.map((rule) => reach.blamed(rule))
  const knots = new Map<number, Knot>()
  const knotOf = (mask: number): Knot => {
    const known = knots.get(mask) ?? new Knot(reach, mask)
    knots.set(mask, known)
    return known
  }
  const free = reach.options.flatMap(({ key }, index) => (kept.has(key) ? [] : [1 << index]))
  for (let count = least; count <= Math.min(most, free.length) && reach.broken.length > 0; count += 1) {
    const waiting = new CheapestFirst<readonly Knot[]>()
    for (const mask of masksOf(free, count)) {
      if (!blamed.every((one) => (one & mask) !== 0)) continue
      const groups = untangled(mask, reach.scopes)
      if (!groups.every((group) => blamed.some((one) => (one & group) !== 0))) continue
      const set = groups.map(knotOf)
      waiting.put(boundOf(set), set)
    }
    const change = cheapest(waiting, reach)
    if (change !== undefined || reach.left <= 0) return { change, tooFew: count - 1, left: reach.left }
  }
  return { change: undefined, tooFew: most, left: reach.left }
}

const boundOf = (set: readonly Knot[]): number => set.reduce((sum, knot) => sum + knot.bound, 0)

/** Of several sets of knots the one that is solved at the least cost; each step goes to the one that may still turn out cheapest. */
function cheapest(waiting: CheapestFirst<readonly Knot[]>, reach: Reach): Options | undefined {
  for (let set = waiting.take(); set !== undefined; set = waiting.take()) {
    while (boundOf(set) <= waiting.cost && boundOf(set) < Number.POSITIVE_INFINITY) {
      const open = set.find((knot) => knot.found === undefined)
      if (open === undefined) return Object.assign({}, ...set.map((knot) => knot.found?.change))
      if (reach.left <= 0) return undefined
      open.advance()
    }
    if (boundOf(set) < Number.POSITIVE_INFINITY) waiting.put(boundOf(set), set)
  }
  return undefined
}
