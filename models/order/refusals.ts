import type { Values } from '#models/product/evaluation.ts'

/** Every expected refusal of the platform and the HTTP status it is answered with. */
export const refusalStatus = {
  bad_input: 400,
  option_out_of_range: 422,
  rule_broken: 422,
  not_served: 422,
  not_signed_in: 401,
  wrong_role: 403,
  not_yours: 403,
  unknown_product: 404,
  unknown_design: 404,
  unknown_order: 404,
  unknown_quote: 404,
  unknown_request: 404,
  unknown_job: 404,
  unknown_operation: 404,
  unknown_file: 404,
  quote_expired: 409,
  slot_gone: 409,
  illegal_move: 409,
  key_reused: 409,
  payment_declined: 402,
  payment_unavailable: 409,
  operation_order: 409,
  no_quote: 409,
  terms_changed: 409,
  too_large: 413,
  not_an_image: 415,
  too_many_requests: 429,
} as const satisfies Readonly<Record<string, number>>

export type RefusalCode = keyof typeof refusalStatus

/** A refusal as it travels; the words are added at the edge. */
export type OrderRefusal = { readonly code: RefusalCode; readonly values: Values }

export const isRefusalCode = (text: string): text is RefusalCode => Object.hasOwn(refusalStatus, text)

/** The type of the failure that carries a refusal through Temporal. */
export const refusalType = 'refusal'
