import { type Fix, nearestFix } from '#models/product/fix.ts'
import type { Product } from '#models/product/product.ts'
import type { Reading } from './reading.ts'

/**
 * The nearest change that can be made of what was chosen, keeping the option touched last unless nothing else helps:
 * nobody wants their last choice taken back as its own remedy. Takes milliseconds.
 */
export function fixOf(product: Product, reading: Reading, touched: string | undefined): Fix | undefined {
  const { options, given } = reading
  const nearest = nearestFix(product, options, touched)
  if (nearest === undefined) return undefined
  // A value outside its range was read as the nearest within it, and the fix says so.
  const replaced = Object.entries(options).filter(([key, value]) => String(given[key]) !== String(value))
  return { ...nearest, change: { ...Object.fromEntries(replaced), ...nearest.change } }
}
