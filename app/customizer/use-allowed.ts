import { useEffect, useState } from 'react'
import { allowedLengths, type Range, type Standing, type Way } from '#models/product/allowed.ts'
import { lengthAt } from '#models/product/entries.ts'
import type { Options, OptionValue } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { inSpareTime } from '../browser/spare-time.ts'

type Ways = ReadonlyMap<OptionValue, Way>

const none: Ways = new Map()

/** The ways to values that are not allowed now, found in spare time; until then those known before. */
export function useWays(standings: readonly Standing[], isShown: boolean): Ways {
  const [ways, setWays] = useState(none)
  useEffect(() => (isShown ? inSpareTime(waysTo(standings), setWays) : undefined), [standings, isShown])
  return ways
}

function* waysTo(standings: readonly Standing[]): Generator<undefined, Ways> {
  const ways = new Map<OptionValue, Way>()
  for (const { value, because, way } of standings) {
    if (because === undefined) continue
    yield
    ways.set(value, way())
  }
  return ways
}

/** The lengths that are allowed now, of several those of one place from 0, found in spare time; undefined until then. They do not depend on the length itself. */
export function useAllowedLengths(
  product: Product,
  options: Options,
  key: string,
  isShown: boolean,
  place?: number,
): Range | undefined {
  const [range, setRange] = useState<Range>()
  const without = place === undefined ? null : lengthAt(options[key], place, 0)
  const others = JSON.stringify({ ...options, [key]: without })
  const [held, setHeld] = useState({ others, options })
  if (held.others !== others) setHeld({ others, options })
  const around = held.options
  useEffect(
    () => (isShown ? inSpareTime(allowedLengths(product, around, key, place), setRange) : undefined),
    [product, around, key, isShown, place],
  )
  return range
}
