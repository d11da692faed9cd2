import { isServed } from '#models/money/tax.ts'
import { defaultCountry } from '#models/product/evaluate.ts'
import type { Options } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { formOptions } from '#models/product/read-options.ts'
import { type Given, givenOf } from './reading.ts'

/** Longest value of a fix's button that is read. */
const longestFix = 2000

/**
 * The choices of a form without a script, over those of a design where there is one. Its button `fix` carries the changes of a fix as JSON.
 */
export function choicesIn(
  product: Product,
  form: URLSearchParams | FormData,
  saved: Options = product.defaults,
): Given {
  const given = { ...saved, ...givenOf(formOptions(product.options, form.entries()), product) }
  const fix = form.get('fix')
  if (typeof fix !== 'string' || fix.length > longestFix) return given
  try {
    const changes: unknown = JSON.parse(fix)
    if (typeof changes !== 'object' || changes === null) return given
    return { ...given, ...givenOf(Object.fromEntries(Object.entries(changes)), product) }
  } catch {
    return given
  }
}

/** The country of a form, else of the reader's preferences, else the default; always one we deliver to. */
export function countryIn(form: URLSearchParams | FormData, preferred: string | undefined): string {
  const asked = form.get('country')
  const wanted = typeof asked === 'string' ? asked : preferred
  return wanted && isServed(wanted) ? wanted : defaultCountry
}
