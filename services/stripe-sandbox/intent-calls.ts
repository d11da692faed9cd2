import { z } from 'zod'
import { type ApiCall, type ApiRoute, expandOf, idOf } from './api-call.ts'
import { ApiError, invalid, missing } from './api-error.ts'
import { formExpand, formInt, parseParams } from './form.ts'
import { cancel, capture } from './moves.ts'
import { chargeObject, intentObject } from './payment-objects.ts'
import type { RecordOf } from './records.ts'

const expandable = ['latest_charge', 'customer']

function found(call: ApiCall): RecordOf<'payment_intent'> {
  const intent = call.sandbox.store.payment_intent.get(idOf(call))
  if (intent === undefined) throw missing('payment_intent', idOf(call))
  return intent
}

function retrieve(call: ApiCall): () => object {
  const intent = found(call)
  const { expand } = parseParams(z.strictObject({ expand: formExpand }), call.form)
  const wanted = expandOf(expand, expandable)
  return () => intentObject(call.sandbox.store, intent, wanted)
}

const captureShape = z.strictObject({
  amount_to_capture: formInt.pipe(z.int().positive()).optional(),
  expand: formExpand,
})

function captureCall(call: ApiCall): () => object {
  const { sandbox, change } = call
  const { store } = sandbox
  const params = parseParams(captureShape, call.form)
  const wanted = expandOf(params.expand, expandable)
  const intent = found(call)
  const charge = intent.charge === undefined ? undefined : store.charge.get(intent.charge)
  if (intent.status !== 'requires_capture' || charge === undefined) {
    throw unexpectedState(
      call,
      intent,
      intent.status === 'succeeded'
        ? 'This PaymentIntent could not be captured because it has already been captured.'
        : `This PaymentIntent could not be captured because it has a status of ${intent.status}. ` +
            'Only a PaymentIntent with one of the following statuses may be captured: requires_capture.',
    )
  }
  const amount = params.amount_to_capture ?? intent.amount
  if (amount > intent.amount) {
    throw invalid(
      `The requested capture amount is greater than the authorized amount. (requested ${amount}, authorized ${intent.amount})`,
      { code: 'amount_too_large', param: 'amount_to_capture' },
    )
  }
  const next = capture(change, store, intent, charge, amount)
  return () => intentObject(store, next, wanted)
}

const cancelShape = z.strictObject({
  cancellation_reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned']).optional(),
  expand: formExpand,
})

function cancelCall(call: ApiCall): () => object {
  const { sandbox, change } = call
  const { store } = sandbox
  const params = parseParams(cancelShape, call.form)
  const wanted = expandOf(params.expand, expandable)
  const intent = found(call)
  if (intent.status === 'succeeded' || intent.status === 'canceled') {
    throw unexpectedState(
      call,
      intent,
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with ` +
        'one of the following statuses may be canceled: requires_payment_method, requires_capture, ' +
        'requires_confirmation, requires_action, processing.',
    )
  }
  const session = intent.session === undefined ? undefined : store['checkout.session'].get(intent.session)
  if (session?.status === 'open') {
    throw invalid('You cannot cancel the PaymentIntent for a Checkout Session. Expire the Checkout Session instead.')
  }
  const next = cancel(change, store, intent, { reason: params.cancellation_reason, lapsed: false })
  return () => intentObject(store, next, wanted)
}

/** The error carries the intent, so that the caller sees the state it is in. */
function unexpectedState(call: ApiCall, intent: RecordOf<'payment_intent'>, message: string): ApiError {
  return new ApiError(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message,
    payment_intent: intentObject(call.sandbox.store, intent),
  })
}

function retrieveCharge(call: ApiCall): () => object {
  const charge = call.sandbox.store.charge.get(idOf(call))
  if (charge === undefined) throw missing('charge', idOf(call), 'id')
  return () => chargeObject(charge)
}

export const intentRoutes: readonly ApiRoute[] = [
  ['GET /v1/payment_intents/:id', 'retrieve', retrieve],
  ['POST /v1/payment_intents/:id/capture', 'capture', captureCall],
  ['POST /v1/payment_intents/:id/cancel', 'cancel', cancelCall],
  ['GET /v1/charges/:id', 'retrieve', retrieveCharge],
]
