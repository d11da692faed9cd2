import { type EvaluationTerms, evaluate } from './evaluate.ts'
import type { Price } from './evaluation.ts'
import { nearestFix } from './fix.ts'
import type { Part } from './make.ts'
import type { Options } from './options.ts'
import { changedOptions, type OptionChange } from './price-change.ts'
import type { Product } from './product.ts'

/** A configuration of an older version, said in a newer one. */
export type UpgradeOffer = {
  readonly options: Options
  /** what the newer version lets one decide that the older did not, by key */
  readonly news: readonly string[]
  /** what has to be another thing than it was, because the newer version refuses it */
  readonly changes: readonly OptionChange[]
  /** parts that come out otherwise: their kinds, each once; none where the shape is the same */
  readonly parts: readonly string[]
  readonly before: Price
  readonly after: Price
}

/**
 * What taking a configuration over into a newer version comes to: nothing is changed that need not be. Undefined where the newer version does
 * not follow this one, or where the configuration cannot be made in either.
 */
export function upgradeOffer(
  from: Product,
  to: Product,
  options: Options,
  terms: EvaluationTerms = {},
): UpgradeOffer | undefined {
  const said = to.version > from.version ? to.upgrade?.(from.version, options) : undefined
  const before = evaluate(from, options, terms)
  if (said === undefined || !before.valid) return undefined
  const fix = nearestFix(to, said)
  if (fix === undefined) return undefined
  const now = { ...said, ...fix.change }
  const after = evaluate(to, now, terms)
  const known = new Set(from.options.map(({ key }) => key))
  return {
    options: now,
    news: to.options.flatMap(({ key }) => (known.has(key) ? [] : [key])),
    changes: changedOptions(to.options, said, now),
    parts: otherParts(before.make.parts, after.make.parts),
    before: before.price,
    after: after.price,
  }
}

type Parts = readonly Part[]

/** All that makes a part what it is and where it stands, in one order. */
const looks = ({ kind, shape, size, material, finish, grain, edges, holes, slant, arris, places }: Part): string =>
  JSON.stringify([
    [kind, shape, size.x, size.y, size.z, material, finish, grain, slant ?? 0],
    edges.map(({ side, material: band }) => [side, band]),
    (holes ?? []).map(({ x, y, diameter }) => [x, y, diameter]),
    arris === undefined ? [] : [arris.work, arris.mm, ...arris.edges],
    places.map(({ at }) => [at.x, at.y, at.z]),
  ])

/** Kinds of parts that are not the same in both. */
function otherParts(before: Parts, after: Parts): string[] {
  const was = new Set(before.map(looks))
  const is = new Set(after.map(looks))
  const others = [...before.filter((part) => !is.has(looks(part))), ...after.filter((part) => !was.has(looks(part)))]
  return [...new Set(others.map(({ kind }) => kind))]
}
