import type { RefusalCode } from '#models/order/refusals.ts'

/** What is said when something is refused: what happened, what is safe, what to do. */
export const refusals = {
  'refusal.bad_input': 'Something in the request is missing or not of the right form: {field}. Nothing was changed.',
  'refusal.option_out_of_range': 'A choice lies outside what can be made: {option}. Choose another value.',
  'refusal.rule_broken': 'This cannot be made as chosen ({rule}). Open the design to see why and what fixes it.',
  'refusal.not_served': 'We do not deliver to {country} yet. Choose another country.',
  'refusal.not_signed_in': 'Sign in first. Nothing was changed.',
  'refusal.wrong_role': 'Your account cannot do this. Nothing was changed.',
  'refusal.not_yours':
    'This belongs to somebody else. Open it by the link you were sent, or sign in with the account that made it.',
  'refusal.unknown_product': 'There is no such product.',
  'refusal.unknown_design': 'There is no such design.',
  'refusal.unknown_order': 'There is no such order.',
  'refusal.unknown_quote': 'There is no such quote on this order.',
  'refusal.unknown_request': 'There is no such request.',
  'refusal.unknown_job': 'There is no such job.',
  'refusal.unknown_operation': 'This job has no such operation.',
  'refusal.unknown_file': 'There is no such file.',
  'refusal.quote_expired':
    'This quote has lapsed and its place was given back. Choose another, or ask the factories again.',
  'refusal.slot_gone':
    'The place in the factory’s plan is gone. Nothing was charged. Choose another quote or a later date.',
  'refusal.illegal_move': 'The order has moved on, so this is no longer possible. Look at where it stands now.',
  'refusal.key_reused': 'This request was sent before with other content. Nothing was changed.',
  'refusal.payment_declined': 'The bank declined the payment. Nothing was taken. Try again or use another card.',
  'refusal.payment_unavailable':
    'The payment could not be taken. Nothing was charged; the shopper has been asked to pay again.',
  'refusal.operation_order': 'Another operation has to be finished, and dry, before this one: {missing}.',
  'refusal.no_quote': 'There is no quote to act on.',
  'refusal.terms_changed':
    'Work has gone on since the amount was shown, so it has changed. Look at the new amount and decide again.',
  'refusal.too_large': 'The file is too large. Photos may have up to 10 MB.',
  'refusal.not_an_image': 'This file is not a photo we can read. Send a JPEG, PNG or WebP.',
  'refusal.too_many_requests': 'Too many requests in a short time. Wait {retryAfter} seconds and try again.',
} as const satisfies Readonly<Record<`refusal.${RefusalCode}`, string>>
