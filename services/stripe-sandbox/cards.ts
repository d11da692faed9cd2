import type { KeptCard, PaymentErrorRecord } from './records.ts'

/** What the issuer will say. `challenge` asks for 3-D Secure first. */
export type Verdict =
  | { readonly kind: 'approved' }
  | { readonly kind: 'declined'; readonly failure: PaymentErrorRecord }
  | { readonly kind: 'challenge'; readonly after: 'approved' | 'insufficient_funds' }

const declined = (declineCode: string, message: string, code = 'card_declined'): Verdict => ({
  kind: 'declined',
  failure: { type: 'card_error', code, declineCode, message },
})

export const insufficientFunds: PaymentErrorRecord = {
  type: 'card_error',
  code: 'card_declined',
  declineCode: 'insufficient_funds',
  message: 'Your card has insufficient funds. Try a different card.',
}

/** The shopper failed or cancelled 3-D Secure. */
export const authenticationFailure: PaymentErrorRecord = {
  type: 'invalid_request_error',
  code: 'payment_intent_authentication_failure',
  message: 'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
}

/** Stripe's test cards (Stripe, testing). Any other number is declined, as Stripe declines real cards in test mode. */
const testCards: ReadonlyMap<string, Verdict> = new Map([
  ['4242424242424242', { kind: 'approved' }],
  ['4000056655665556', { kind: 'approved' }],
  ['5555555555554444', { kind: 'approved' }],
  ['2223003122003222', { kind: 'approved' }],
  ['378282246310005', { kind: 'approved' }],
  ['4000000000000002', declined('generic_decline', 'Your card has been declined.')],
  ['4000000000009995', { kind: 'declined', failure: insufficientFunds }],
  ['4000000000009987', declined('lost_card', 'Your card has been declined.')],
  ['4000000000009979', declined('stolen_card', 'Your card has been declined.')],
  ['4000000000000069', declined('expired_card', 'Your card has expired. Try a different card.', 'expired_card')],
  ['4000000000000127', declined('incorrect_cvc', 'Your card’s security code is incorrect.', 'incorrect_cvc')],
  [
    '4000000000000119',
    declined('processing_error', 'An error occurred while processing your card. Try again.', 'processing_error'),
  ],
  ['4000002500003155', { kind: 'challenge', after: 'approved' }],
  ['4000002760003184', { kind: 'challenge', after: 'approved' }],
  ['4000008260003178', { kind: 'challenge', after: 'insufficient_funds' }],
])

const notATestCard = declined(
  'test_mode_live_card',
  'Your card was declined. This is a sandbox: use one of the test cards.',
)

/** Digits only, with a right check digit. */
export function verdictOn(number: string): Verdict {
  return testCards.get(number) ?? notATestCard
}

export function keptCardOf(number: string, expiry: { month: number; year: number }): KeptCard {
  const brand = /^3[47]/.test(number) ? 'amex' : /^(5[1-5]|2[2-7])/.test(number) ? 'mastercard' : 'visa'
  return { brand, last4: number.slice(-4), expMonth: expiry.month, expYear: expiry.year, country: 'US' }
}

/** The check digit of a card number (Luhn, ISO/IEC 7812-1). */
export function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return /^\d{13,19}$/.test(number) && sum % 10 === 0
}
