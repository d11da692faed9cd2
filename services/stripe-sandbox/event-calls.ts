import { z } from 'zod'
import { type ApiCall, type ApiRoute, idOf, listObject, pagingShape } from './api-call.ts'
import { missing } from './api-error.ts'
import { eventObject, type Sandbox } from './change.ts'
import { formExpand, formInt, parseParams } from './form.ts'
import type { RecordOf } from './records.ts'

function render(sandbox: Sandbox, event: RecordOf<'event'>) {
  return eventObject(event, sandbox.store.delivery.get(event.id)?.state === 'waiting')
}

function retrieve(call: ApiCall): () => object {
  const event = call.sandbox.store.event.get(idOf(call))
  if (event === undefined) throw missing('event', idOf(call), 'id')
  return () => render(call.sandbox, event)
}

function list(call: ApiCall): () => object {
  const shape = z.strictObject({
    ...pagingShape,
    type: z.string().optional(),
    types: z.array(z.string()).optional(),
    delivery_success: z.enum(['true', 'false']).optional(),
    created: z.strictObject({ gte: formInt.optional(), lte: formInt.optional() }).optional(),
    expand: formExpand,
  })
  const { type, types, delivery_success: success, created, expand: _, ...paging } = parseParams(shape, call.form)
  const { store } = call.sandbox
  const fits = (event: RecordOf<'event'>): boolean => {
    if (type !== undefined && event.type !== type) return false
    if (types !== undefined && !types.includes(event.type)) return false
    if (created?.gte !== undefined && event.created < created.gte) return false
    if (created?.lte !== undefined && event.created > created.lte) return false
    return success === undefined || (store.delivery.get(event.id)?.state === 'delivered') === (success === 'true')
  }
  const all = [...store.event.values()].filter(fits)
  return () => listObject('/v1/events', all, paging, (event) => render(call.sandbox, event))
}

export const eventRoutes: readonly ApiRoute[] = [
  ['GET /v1/events', 'retrieve', list],
  ['GET /v1/events/:id', 'retrieve', retrieve],
]
