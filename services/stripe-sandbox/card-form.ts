import { passesLuhn } from './cards.ts'

/** The hosted page's fields, named as Stripe names them. */
export const fieldNames = ['email', 'cardNumber', 'cardExpiry', 'cardCvc', 'billingName'] as const
export type FieldName = (typeof fieldNames)[number]

export type CardForm = {
  readonly email: string
  readonly number: string
  readonly expiry: { readonly month: number; readonly year: number }
  readonly name: string
}

export type FormErrors = Readonly<Partial<Record<FieldName, string>>>

/** Reads the posted fields: a form without mistakes, or a sentence at each wrong field. `now` in wall ms. */
export function readCardForm(posted: URLSearchParams, now: number): { form: CardForm } | { errors: FormErrors } {
  const value = (name: FieldName): string => (posted.get(name) ?? '').trim()
  const number = value('cardNumber').replace(/[\s-]/g, '')
  const expiry = readExpiry(value('cardExpiry'))
  const errors: Partial<Record<FieldName, string>> = {}

  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value('email'))) errors.email = 'Your email is incomplete.'
  if (number === '') errors.cardNumber = 'Required'
  else if (!passesLuhn(number)) errors.cardNumber = 'Your card number is invalid.'
  if (value('cardExpiry') === '') errors.cardExpiry = 'Required'
  else if (expiry === undefined) errors.cardExpiry = 'Your card’s expiration date is incomplete.'
  else if (isPast(expiry, new Date(now))) errors.cardExpiry = 'Your card’s expiration date is in the past.'
  if (value('cardCvc') === '') errors.cardCvc = 'Required'
  else if (!/^\d{3,4}$/.test(value('cardCvc'))) errors.cardCvc = 'Your card’s security code is incomplete.'
  if (value('billingName') === '') errors.billingName = 'Required'

  if (Object.keys(errors).length > 0 || expiry === undefined) return { errors }
  return { form: { email: value('email'), number, expiry, name: value('billingName') } }
}

/** `12 / 34`, `12/34`, `1234` or `12/2034`. */
function readExpiry(text: string): { month: number; year: number } | undefined {
  const [, month, year] = /^(\d{1,2})\s*\/\s*(\d{2}|\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text) ?? []
  if (month === undefined || year === undefined || Number(month) < 1 || Number(month) > 12) return undefined
  return { month: Number(month), year: year.length === 2 ? 2000 + Number(year) : Number(year) }
}

/** A card is good through the last day of its month. */
function isPast(expiry: { month: number; year: number }, now: Date): boolean {
  return expiry.year * 12 + expiry.month < now.getUTCFullYear() * 12 + now.getUTCMonth() + 1
}
