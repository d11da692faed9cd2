import type { PageWords } from '../words/reader.tsx'
import type { Order, StoryEvent } from './order-data.ts'
import { bankWords } from './telling.ts'

/** What is to be said about a payment that has not come about, and the name of the button that goes on. */
export type PaymentNote = {
  readonly words: string | undefined
  readonly harm: boolean
  readonly button: 'order.pay' | 'order.payAgain' | 'order.payFinish'
}

const aboutPaying: readonly string[] = ['picked', 'checkout_opened', 'payment_failed', 'capture_failed', 'authorised']

/**
 * How paying stands while it is waited for: declined, left unfinished, the page lapsed, or taken back because the money could not be captured.
 * `returned` says that the shopper has just come back from the payment page.
 */
export function paymentNote(
  order: Order,
  events: readonly StoryEvent[],
  returned: boolean,
  words: PageWords,
): PaymentNote {
  const { say } = words
  const { payment } = order
  const last = events.findLast(({ kind }) => aboutPaying.includes(kind))?.kind
  const none: PaymentNote = { words: undefined, harm: false, button: 'order.pay' }
  if (last === 'capture_failed') return { words: say('order.payCaptureFailed'), harm: true, button: 'order.payAgain' }
  if (last === undefined || last === 'picked' || payment.state === 'none') return none
  switch (payment.state) {
    case 'failed':
      return {
        words: say('order.payFailed', { reason: bankWords(payment.failure, words) }),
        harm: true,
        button: 'order.payAgain',
      }
    case 'lapsed':
    case 'released':
      return { words: say('order.payLapsed'), harm: true, button: 'order.payAgain' }
    case 'open':
      return {
        words: say(returned ? 'order.payUnconfirmed' : 'order.payOpen'),
        harm: false,
        button: 'order.payFinish',
      }
    case 'authorised':
    case 'captured':
      return none
  }
}
