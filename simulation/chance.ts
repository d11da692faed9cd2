import { createHash } from 'node:crypto'

/**
 * A number from 0 up to 1 that is always the same for the same words: what a simulated person decides about one thing.
 * Different things (`chance(job, 'refuse')`, `chance(job, 'pause', operation)`) are independent of each other.
 */
export function chance(...about: readonly string[]): number {
  return createHash('sha256').update(about.join('\u0000')).digest().readUIntBE(0, 6) / 2 ** 48
}

/** One of several by chance; throws on an empty list. */
export function pickBy<T>(all: readonly T[], ...about: readonly string[]): T {
  const picked = all[Math.floor(chance(...about) * all.length)]
  if (picked === undefined) throw new RangeError('nothing to pick from')
  return picked
}

/** A number between two others, by chance. */
export const between = (least: number, most: number, ...about: readonly string[]): number =>
  least + (most - least) * chance(...about)
