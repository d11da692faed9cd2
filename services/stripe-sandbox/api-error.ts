import type Stripe from 'stripe'

/** An error in Stripe's shape, answered with its HTTP status. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly body: ApiErrorBody
  /** Refused before the call began: then no answer is kept for the idempotency key. */
  readonly beforeStart: boolean

  constructor(status: number, body: ApiErrorBody, beforeStart = false) {
    super(body.message)
    this.status = status
    this.body = body
    this.beforeStart = beforeStart
  }
}

export type ApiErrorBody = {
  readonly type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error' | 'rate_limit_error'
  readonly message: string
  readonly code?: string
  readonly decline_code?: string
  readonly param?: string
  readonly payment_intent?: Stripe.PaymentIntent
}

export function invalid(message: string, more: { code?: string; param?: string } = {}, beforeStart = false): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', message, ...more }, beforeStart)
}

/** `noun` as Stripe writes it, such as `payment_intent`. */
export function missing(noun: string, id: string, param = 'intent'): ApiError {
  return new ApiError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${noun}: '${id}'`,
    param,
  })
}
