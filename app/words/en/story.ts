import type { DeclineReason } from '#models/order/decline-reasons.ts'
import type { EventKind } from '#models/order/events.ts'
import type { PauseReason } from '#models/order/pause-reasons.ts'
import type { Catalogue, Sentence } from '../sentence.ts'

type Told = Readonly<Record<`story.${EventKind}`, Sentence>>
type Declined = Readonly<Record<`story.decline.${DeclineReason}`, string>>
type Paused = Readonly<Record<`story.pause.${PauseReason}`, string>>

/** What happened to an order, one sentence for each kind of event. */
export const story = {
  'story.submitted': 'Your design was frozen and sent to the factories.',
  'story.quoted': 'Factories have quoted. Each quote holds a place in its plan.',
  'story.quotedByHand': 'The new quote can be chosen. The other places stay held beside it.',
  'story.no_quotes': 'No rate card fits this order, so factories were asked to answer by hand.',
  'story.asked': '{factory} was asked to quote by hand.',
  'story.quote_arrived': '{factory} has quoted by hand.',
  'story.declined': 'A factory declined: {reason}.',
  'story.hand_round_ended': {
    one: 'Answers by hand are closed. {count} quote came in that way.',
    other: 'Answers by hand are closed. {count} quotes came in that way.',
  },
  'story.hand_round_empty': 'Answers by hand are closed. None came in that way.',
  'story.asked_again': 'The factories were asked again.',
  'story.askedAgainRefused': 'The other factories were asked again.',
  'story.askedAgainUnanswered': 'The quotes lapsed unchosen, so the factories were asked again.',
  'story.picked': 'You chose {factory}. Its place is held while you pay.',
  'story.checkout_opened': 'You went to the payment page.',
  'story.payment_failed': 'The payment did not go through: {reason}. Nothing was taken.',
  'story.authorised': 'Your bank has set {amount:money} aside. Nothing is taken until the factory accepts.',
  'story.acceptance_reminded': 'The factory was reminded to answer.',
  'story.accepted':
    '{factory} has accepted. Machines and people are booked from {startsAt:moment} to {finishesAt:moment}, and your payment was taken.',
  'story.refused': '{factory} gave the order back: {reason}. Your money was released in full.',
  'story.capture_failed':
    '{factory} has accepted, but your bank did not hand over the money. Nothing was taken, and nothing is booked until you pay anew.',
  'story.operation_started': 'Now {doing}.',
  'story.operation_paused': 'Paused: {operation}. {reason}.',
  'story.operation_finished': '{done}',
  'story.step': 'a step',
  'story.stepDone': 'Done: {operation}.',
  'story.production_started': 'Production has begun.',
  'story.replanned': 'The factory has moved its plan. The work is to end on {finishesAt:moment} now.',
  'story.slipped': 'It will be later: {deliverBy:day} instead of {promisedAt:day}.',
  'story.late': 'The promised day, {promisedAt:day}, has passed. The order counts as late.',
  'story.handed_over': 'The cartons are with the carrier.',
  'story.shipped': 'Packed and labelled. The carrier was called.',
  'story.tracked': '{movement}',
  'story.carrier_silent': 'The carrier says nothing any more. One of us is asking.',
  'story.delivered': 'It was delivered.',
  'story.approved': 'You said that all is good.',
  'story.approvedBySilence': 'The time to look at it has passed without a report, so all counts as good.',
  'story.reported': 'You reported a problem. The factory is not paid until it is settled.',
  'story.report_escalated': 'The factory did not answer your report in time. One of us is settling it.',
  'story.report_settled': 'Your report was settled. You get back {refund:money}.',
  'story.reportSettledWithout': 'Your report was settled without a refund.',
  'story.cancelled': 'You cancelled the order. {refund:money} goes back to you.',
  'story.cancelledWithoutCharge': 'You cancelled the order. Nothing had been taken.',
  'story.cancelledByUs': 'We cancelled the order. {refund:money} goes back to you.',
  'story.cancelledByUsWithoutCharge': 'We cancelled the order. Nothing had been taken.',
  'story.refunded': '{refund:money} goes back to you.',
  'story.expired': 'The order has lapsed: no quote was chosen in time. Nothing is owed.',
  'story.expiredUnpaid': 'The order has lapsed: it was not paid in time. Nothing was taken and nothing is owed.',
  'story.payout_sent': 'The factory has been paid.',
  'story.payout_awaited': 'The factory is being paid by bank transfer.',
  'story.deadline_extended': {
    one: 'We gave {count} hour more.',
    other: 'We gave {count} hours more.',
  },
  'story.job_overdue': 'The work is not moving as planned. One of us is looking into it.',

  'story.decline.full': 'its machines are full',
  'story.decline.material': 'it cannot get the material in time',
  'story.decline.machine': 'a machine it needs stands still',
  'story.decline.price': 'it cannot make it for this price',
  'story.decline.date': 'it cannot keep the date',
  'story.decline.other': 'it gave no reason',
  'story.decline.noAnswer': 'it did not answer in time',
  'story.decline.authorisationLapsed': 'the bank’s hold on the money ran out first',

  'story.pause.material': 'It waits for material',
  'story.pause.machine': 'A machine is down',
  'story.pause.tool': 'A tool is missing or worn',
  'story.pause.file': 'There is a question about the file',
  'story.pause.inspection': 'It waits for an inspection',
  'story.pause.power': 'There is no power',
  'story.pause.other_customer': 'Another job had to go first',
  'story.pause.shift_end': 'The shift is over',

  'story.move.announced': 'The carrier knows of it and will collect it.',
  'story.move.collected': 'The carrier has collected it.',
  'story.move.in_transit': 'It is on its way.',
  'story.move.delivered': 'The carrier has delivered it.',
  'story.move.failed': 'The carrier could not hand it over. One of us is arranging another try.',
  'story.move.lost':
    'The carrier has lost it. One of us is looking into it, and you will not be left without it or the money.',

  'story.bank.insufficient_funds': 'the account does not cover it',
  'story.bank.expired_card': 'the card has expired',
  'story.bank.incorrect_cvc': 'the security code was wrong',
  'story.bank.authentication': 'it was not confirmed with your bank',
  'story.bank.lost': 'the card is reported lost or stolen',
  'story.bank.processing_error': 'the bank’s system failed',
  'story.bank.other': 'your bank declined',
} as const satisfies Catalogue & Told & Declined & Paused
