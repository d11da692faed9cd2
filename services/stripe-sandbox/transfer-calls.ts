import { z } from 'zod'
import { type ApiCall, type ApiRoute, idOf, listObject, pagingShape } from './api-call.ts'
import { ApiError, missing } from './api-error.ts'
import { formExpand, formInt, formMetadata, parseParams } from './form.ts'
import { transferObject } from './party-objects.ts'
import type { RecordOf } from './records.ts'
import { newId } from './store.ts'

const createShape = z.strictObject({
  amount: formInt.pipe(z.int().positive()),
  currency: z.string().regex(/^[a-z]{3}$/),
  destination: z.string(),
  transfer_group: z.string().optional(),
  source_transaction: z.string().optional(),
  description: z.string().optional(),
  metadata: formMetadata,
  expand: formExpand,
})

/** Moves money to a connected account. The platform's balance is taken as sufficient, as with a funded account. */
function create(call: ApiCall): () => object {
  const { change, sandbox } = call
  const params = parseParams(createShape, call.form)
  const account = sandbox.store.account.get(params.destination)
  if (account === undefined) throw missing('destination', params.destination, 'destination')
  if (!account.onboarded) {
    throw new ApiError(400, {
      type: 'invalid_request_error',
      code: 'insufficient_capabilities_for_transfer',
      message:
        'Your destination account needs to have at least one of the following capabilities enabled: transfers, ' +
        'crypto_transfers, legacy_payments',
    })
  }
  const { amount, currency, metadata, transfer_group, description, source_transaction } = params
  const transfer: RecordOf<'transfer'> = {
    object: 'transfer',
    id: newId('tr'),
    created: change.at,
    amount,
    currency,
    destination: account.id,
    metadata,
    ...(transfer_group === undefined ? {} : { transferGroup: transfer_group }),
    ...(description === undefined ? {} : { description }),
    ...(source_transaction === undefined ? {} : { sourceCharge: source_transaction }),
  }
  change.put(transfer)
  change.emit('transfer.created', () => transferObject(transfer))
  change.count({ kind: 'transfer', target: transfer.id, amount, currency, order: metadata.order })
  return () => transferObject(transfer)
}

function retrieve(call: ApiCall): () => object {
  const transfer = call.sandbox.store.transfer.get(idOf(call))
  if (transfer === undefined) throw missing('transfer', idOf(call), 'id')
  return () => transferObject(transfer)
}

function list(call: ApiCall): () => object {
  const shape = z.strictObject({
    ...pagingShape,
    destination: z.string().optional(),
    transfer_group: z.string().optional(),
  })
  const { destination, transfer_group: group, ...paging } = parseParams(shape, call.form)
  const all = [...call.sandbox.store.transfer.values()].filter(
    (item) =>
      (destination === undefined || item.destination === destination) &&
      (group === undefined || item.transferGroup === group),
  )
  return () => listObject('/v1/transfers', all, paging, transferObject)
}

export const transferRoutes: readonly ApiRoute[] = [
  ['POST /v1/transfers', 'transfer', create],
  ['GET /v1/transfers', 'retrieve', list],
  ['GET /v1/transfers/:id', 'retrieve', retrieve],
]
