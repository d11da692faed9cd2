import type { Product } from '#models/product/product.ts'
import { readOptions } from '#models/product/read-options.ts'
import type { Given } from './reading.ts'

/**
 * Values of one option that would break a rule the present configuration keeps, each with the option that would have to change too.
 * Examines a configuration per value (some 50 µs each).
 */
export function neededFor(product: Product, given: Given, key: string, values: readonly string[]): Map<string, string> {
  const { options } = readOptions(product.options, product.defaults, given)
  const broken = new Set(product.examine(options).broken.map((rule) => rule.code))
  const needed = new Map<string, string>()
  for (const value of values) {
    if (value === options[key]) continue
    const rule = product.examine({ ...options, [key]: value }).broken.find(({ code }) => !broken.has(code))
    const other = rule?.options.find((option) => option !== key)
    if (other) needed.set(value, other)
  }
  return needed
}
