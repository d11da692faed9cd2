import type { Currency, Money } from '#models/money/amount.ts'
import { readReason } from '#models/order/decline-reasons.ts'
import type { EventKind } from '#models/order/events.ts'
import { isPauseReason } from '#models/order/pause-reasons.ts'
import type { Values } from '#models/product/evaluation.ts'
import type { Product } from '#models/product/product.ts'
import type { PageWords } from '../words/reader.tsx'

/** One event as it is told: a sentence, what the maker wrote or photographed, and how it weighs. */
export type Telling = {
  readonly sentence: string
  readonly note?: string
  readonly photo?: string
  readonly tone: 'plain' | 'good' | 'harm'
}

/** What a telling needs beside the event: the language, the product’s own words, and who gave a quote. */
export type Around = {
  readonly words: PageWords
  readonly product: Product
  readonly currency: Currency
  /** the factory that makes it, for events that do not name theirs */
  readonly factory: string
  readonly factoryOf: (quote: string) => string | undefined
}

/** Tells one event in a plain sentence. Values that are missing are told around, never shown as gaps. */
export function tell({ kind, data }: { kind: EventKind; data: Values }, around: Around): Telling {
  const { words, product } = around
  const { say } = words
  const text = (key: string) => (data[key] === undefined ? undefined : String(data[key]))
  const number = (key: string) => (typeof data[key] === 'number' ? data[key] : 0)
  const money = (key: string): Money => ({ amount: number(key), currency: around.currency })
  const factory = text('factory') ?? around.factory
  const plain = (sentence: string): Telling => ({ sentence: opened(sentence, words), tone: 'plain' })
  const good = (sentence: string): Telling => ({ ...plain(sentence), tone: 'good' })
  const harm = (sentence: string): Telling => ({ ...plain(sentence), tone: 'harm' })

  switch (kind) {
    case 'submitted':
    case 'no_quotes':
    case 'checkout_opened':
    case 'acceptance_reminded':
    case 'production_started':
    case 'handed_over':
    case 'shipped':
    case 'payout_sent':
    case 'payout_awaited':
      return plain(say(`story.${kind}`))
    case 'delivered':
      return good(say('story.delivered'))
    case 'carrier_silent':
    case 'report_escalated':
    case 'job_overdue':
      return harm(say(`story.${kind}`))
    case 'quoted':
      return good(say(text('quote') === undefined ? 'story.quoted' : 'story.quotedByHand'))
    case 'asked':
      return plain(say('story.asked', { factory }))
    case 'quote_arrived':
      return plain(say('story.quote_arrived', { factory }))
    case 'declined':
      return plain(say('story.declined', { reason: declineWords(text('reason'), words) }))
    case 'hand_round_ended':
      return plain(
        number('quotes') === 0
          ? say('story.hand_round_empty')
          : say('story.hand_round_ended', { count: number('quotes') }),
      )
    case 'asked_again':
      return plain(say(askedAgain(text('reason'))))
    case 'picked':
      return plain(say('story.picked', { factory: around.factoryOf(text('quote') ?? '') ?? around.factory }))
    case 'payment_failed':
      return harm(say('story.payment_failed', { reason: bankWords(text('reason'), words) }))
    case 'authorised':
      return good(say('story.authorised', { amount: money('amount') }))
    case 'accepted':
      return good(say('story.accepted', { factory, startsAt: number('startsAt'), finishesAt: number('finishesAt') }))
    case 'refused':
      return harm(say('story.refused', { factory, reason: declineWords(text('reason'), words) }))
    case 'capture_failed':
      return harm(say('story.capture_failed', { factory }))
    case 'operation_started':
      return plain(say('story.operation_started', { doing: doingWords(product, text('operation'), words) }))
    case 'operation_paused':
      return plain(
        say('story.operation_paused', {
          operation: operationWords(product, text('operation'), words),
          reason: pauseWords(text('reason'), words),
        }),
      )
    case 'operation_finished': {
      const note = text('note')
      const photo = text('photo')
      return {
        ...good(say('story.operation_finished', { done: doneWords(product, text('operation'), words) })),
        ...(note === undefined || note.trim() === '' ? {} : { note }),
        ...(photo === undefined ? {} : { photo }),
      }
    }
    case 'replanned':
      return plain(say('story.replanned', { finishesAt: number('finishesAt') }))
    case 'slipped':
      return harm(say('story.slipped', { deliverBy: number('deliverBy'), promisedAt: number('promisedAt') }))
    case 'late':
      return harm(say('story.late', { promisedAt: number('promisedAt') }))
    case 'tracked': {
      const state = text('state') ?? 'in_transit'
      const stuck = state === 'failed' || state === 'lost'
      const sentence = say('story.tracked', { movement: movementWords(state, words) })
      return stuck ? harm(sentence) : plain(sentence)
    }
    case 'approved':
      return good(say(text('by') === 'silence' ? 'story.approvedBySilence' : 'story.approved'))
    case 'reported':
      return harm(say('story.reported'))
    case 'report_settled':
      return number('refund') > 0
        ? good(say('story.report_settled', { refund: money('refund') }))
        : plain(say('story.reportSettledWithout'))
    case 'cancelled':
      return plain(cancelledWords(text('by') === 'shopper', money('refund'), words))
    case 'refunded':
      return plain(say('story.refunded', { refund: money('refund') }))
    case 'expired':
      return plain(say(text('what') === 'payment' ? 'story.expiredUnpaid' : 'story.expired'))
    case 'deadline_extended':
      return plain(say('story.deadline_extended', { count: number('hours') }))
  }
}

/** A sentence begins with a capital, also where a name that begins small stands first. */
export const opened = (sentence: string, { locale }: PageWords): string =>
  sentence.slice(0, 1).toLocaleUpperCase(locale) + sentence.slice(1)

/** The name of an operation in its product’s words. */
export function operationWords(product: Product, operation: string | undefined, { say }: PageWords): string {
  return product.words[`operation.${operation ?? ''}`] ?? operation ?? say('story.step')
}

/** “cutting the boards”; the operation’s name where the product says no more. */
export function doingWords(product: Product, operation: string | undefined, words: PageWords): string {
  return product.words[`doing.${operation ?? ''}`] ?? operationWords(product, operation, words)
}

function doneWords(product: Product, operation: string | undefined, words: PageWords): string {
  const done = product.words[`done.${operation ?? ''}`]
  return done ?? words.say('story.stepDone', { operation: operationWords(product, operation, words) })
}

/** Why work stands still: one of the shop floor’s reasons, or the maker’s own words. */
export function pauseWords(reason: string | undefined, { say }: PageWords): string {
  return reason !== undefined && isPauseReason(reason) ? say(`story.pause.${reason}`) : unstopped(reason ?? '')
}

function declineWords(reason: string | undefined, { say }: PageWords): string {
  if (reason === 'no_answer') return say('story.decline.noAnswer')
  if (reason === 'authorisation_lapsed') return say('story.decline.authorisationLapsed')
  if (reason === undefined || reason === 'not_said') return say('story.decline.other')
  const { code, words } = readReason(reason)
  return words === '' ? say(`story.decline.${code}`) : unstopped(words)
}

const banks = {
  insufficient_funds: 'story.bank.insufficient_funds',
  expired_card: 'story.bank.expired_card',
  incorrect_cvc: 'story.bank.incorrect_cvc',
  invalid_cvc: 'story.bank.incorrect_cvc',
  authentication_required: 'story.bank.authentication',
  payment_intent_authentication_failure: 'story.bank.authentication',
  lost_card: 'story.bank.lost',
  stolen_card: 'story.bank.lost',
  processing_error: 'story.bank.processing_error',
} as const

/** A bank’s code for a refused payment (Stripe’s decline codes), in words; what is not listed stays the bank’s own business. */
export function bankWords(code: string | null | undefined, { say }: PageWords): string {
  const known = Object.entries(banks).find(([one]) => one === code)
  return say(known?.[1] ?? 'story.bank.other')
}

const movements = {
  announced: 'story.move.announced',
  collected: 'story.move.collected',
  in_transit: 'story.move.in_transit',
  delivered: 'story.move.delivered',
  failed: 'story.move.failed',
  lost: 'story.move.lost',
} as const

function movementWords(state: string, { say }: PageWords): string {
  const known = Object.entries(movements).find(([one]) => one === state)
  return say(known?.[1] ?? 'story.move.in_transit')
}

function askedAgain(reason: string | undefined) {
  if (reason === 'refused') return 'story.askedAgainRefused'
  return reason === 'unanswered' ? 'story.askedAgainUnanswered' : 'story.asked_again'
}

function cancelledWords(byShopper: boolean, refund: Money, { say }: PageWords): string {
  if (refund.amount === 0) return say(byShopper ? 'story.cancelledWithoutCharge' : 'story.cancelledByUsWithoutCharge')
  return say(byShopper ? 'story.cancelled' : 'story.cancelledByUs', { refund })
}

/** A person’s words inside a sentence of ours bring no full stop of their own. */
const unstopped = (text: string): string => text.trim().replace(/[.。]+$/, '')
