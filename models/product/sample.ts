import { nearestFix } from './fix.ts'
import { isCells, type Option, type Options, type OptionValue } from './options.ts'
import type { Product } from './product.ts'
import { sortedCells } from './read-lists.ts'

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const names = ['Ada', 'Kitchen', 'Märta 2026', 'Books & maps', 'O’Neill', 'Левша']

function sampleValue(option: Option, random: () => number, sofar: Options): OptionValue {
  const count = (key: string) => Number(sofar[key] ?? 1)
  const below = (limit: number) => Math.floor(random() * limit)
  switch (option.kind) {
    case 'length':
    case 'count':
      return option.min + below(Math.floor((option.max - option.min) / option.step) + 1) * option.step
    case 'choice':
      return option.values[below(option.values.length)] ?? ''
    case 'flag':
      return random() < 0.5
    case 'text':
      return random() < 0.7 ? '' : (names[below(names.length)] ?? '').slice(0, option.maxLength)
    case 'cells': {
      const chance = random() < 0.4 ? 0 : random() * 0.5
      const cells: string[] = []
      for (let row = 1; row <= count(option.rows); row += 1) {
        for (let column = 1; column <= count(option.columns); column += 1) {
          if (random() < chance) cells.push(`${column}-${row}`)
        }
      }
      return cells
    }
    case 'lengths': {
      if (random() < 0.6) return []
      const near = Math.min(option.max, option.min * 4) - option.min
      const lengths = Array.from({ length: count(option.count) }, () =>
        random() < 0.4 ? 0 : option.min + below(Math.floor(near / option.step) + 1) * option.step,
      )
      return lengths.slice(0, lengths.findLastIndex((length) => length > 0) + 1)
    }
    case 'cell-choices': {
      const cells = new Set(option.of.map((key) => sofar[key]).flatMap((value) => (isCells(value) ? value : [])))
      const chance = random() < 0.5 ? 0 : random()
      const some = [...cells].filter(() => random() < chance)
      return sortedCells(some.map((cell) => `${cell}:${option.values[below(option.values.length)] ?? ''}`))
    }
  }
}

/** Any complete options, each within its own range, valid together or not. */
export function sampleOptions(product: Product, random: () => number): Options {
  const sampled: Record<string, OptionValue> = {}
  for (const option of product.options) sampled[option.key] = sampleValue(option, random, sampled)
  return sampled
}

/** A valid configuration: a sampled one, or the nearest to it that can be made. */
export function sampleReachable(product: Product, random: () => number): Options {
  for (;;) {
    const options = sampleOptions(product, random)
    const fix = nearestFix(product, options)
    if (fix !== undefined) return { ...options, ...fix.change }
  }
}

/**
 * Something else that can be made: standard sizes where a length has them, texts as they are, all else by chance.
 * The nearest valid configuration to such a draw; undefined where none was found.
 */
export function surprise(product: Product, options: Options, random: () => number): Options | undefined {
  const drawn: Record<string, OptionValue> = { ...sampleOptions(product, random) }
  for (const option of product.options) {
    const now = options[option.key]
    if (option.kind === 'text' && now !== undefined) drawn[option.key] = now
    if (option.kind !== 'length' || option.presets === undefined) continue
    drawn[option.key] = option.presets[Math.floor(random() * option.presets.length)] ?? option.min
  }
  const fix = nearestFix(product, drawn)
  return fix && { ...drawn, ...fix.change }
}
