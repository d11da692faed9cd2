import type { OrderRefusal, RefusalCode } from '#models/order/refusals.ts'
import { refusals } from './en/refusals.ts'
import { formatsFor } from './formats.ts'
import { fill } from './say.ts'

/** The sentence of a refusal in English: what happened, what is safe, what to do. Gaps without a value stay out. */
export function refusalWords(refusal: OrderRefusal): string {
  const sentence = refusals[`refusal.${refusal.code}` satisfies `refusal.${RefusalCode}`]
  const gaps = [...sentence.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '')
  const values = { ...Object.fromEntries(gaps.map((name) => [name, '…'])), ...refusal.values }
  return fill(sentence, values, formatsFor('en', 'UTC'))
}
