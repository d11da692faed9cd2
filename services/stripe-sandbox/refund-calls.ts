import { z } from 'zod'
import { type ApiCall, type ApiRoute, idOf, listObject, pagingShape } from './api-call.ts'
import { invalid, missing } from './api-error.ts'
import { formExpand, formInt, formMetadata, parseParams } from './form.ts'
import { refund } from './moves.ts'
import { refundObject } from './payment-objects.ts'
import type { RecordOf } from './records.ts'

const createShape = z.strictObject({
  payment_intent: z.string().optional(),
  charge: z.string().optional(),
  amount: formInt.pipe(z.int().positive()).optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: formMetadata,
  expand: formExpand,
})

function create(call: ApiCall): () => object {
  const params = parseParams(createShape, call.form)
  const { intent, charge } = target(call, params)
  if (intent.status !== 'succeeded') {
    throw invalid('This PaymentIntent does not have a successful charge to refund.', {
      code: 'payment_intent_unexpected_state',
    })
  }
  const left = charge.captured - charge.refunded
  if (left <= 0) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  }
  const amount = params.amount ?? left
  if (amount > left) {
    throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    })
  }
  const { reason, metadata } = params
  const made = refund(call.change, intent, charge, { amount, metadata, ...(reason === undefined ? {} : { reason }) })
  return () => refundObject(made)
}

function target(
  call: ApiCall,
  params: { payment_intent?: string | undefined; charge?: string | undefined },
): { intent: RecordOf<'payment_intent'>; charge: RecordOf<'charge'> } {
  const { store } = call.sandbox
  const named = params.charge === undefined ? undefined : store.charge.get(params.charge)
  if (params.charge !== undefined && named === undefined) throw missing('charge', params.charge, 'charge')
  const intentId = params.payment_intent ?? named?.intent
  if (intentId === undefined) {
    throw invalid('One of the following params should be provided for this request: payment_intent or charge.')
  }
  const intent = store.payment_intent.get(intentId)
  if (intent === undefined) throw missing('payment_intent', intentId, 'payment_intent')
  const charge = named ?? (intent.charge === undefined ? undefined : store.charge.get(intent.charge))
  if (charge === undefined) throw invalid('This PaymentIntent does not have a successful charge to refund.')
  return { intent, charge }
}

function retrieve(call: ApiCall): () => object {
  const made = call.sandbox.store.refund.get(idOf(call))
  if (made === undefined) throw missing('refund', idOf(call), 'refund')
  return () => refundObject(made)
}

function list(call: ApiCall): () => object {
  const shape = z.strictObject({ ...pagingShape, payment_intent: z.string().optional(), charge: z.string().optional() })
  const { payment_intent: intent, charge, ...paging } = parseParams(shape, call.form)
  const all = [...call.sandbox.store.refund.values()].filter(
    (item) => (intent === undefined || item.intent === intent) && (charge === undefined || item.charge === charge),
  )
  return () => listObject('/v1/refunds', all, paging, refundObject)
}

export const refundRoutes: readonly ApiRoute[] = [
  ['POST /v1/refunds', 'refund', create],
  ['GET /v1/refunds', 'retrieve', list],
  ['GET /v1/refunds/:id', 'retrieve', retrieve],
]
