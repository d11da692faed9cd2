import { z } from 'zod'
import { type CarrierRefusal, ratesRequest, type Shipment, shipmentRequest } from '../carrier-messages.ts'
import { jsonOf } from '../sandbox/control.ts'
import type { Faults } from '../sandbox/faults.ts'
import { type Handler, json, type Route, type SandboxAnswer, type SandboxRequest } from '../sandbox/http.ts'
import { book, type CarrierSandbox, cancelBooking } from './bookings.ts'
import { labelPdf } from './label.ts'
import { ratesFor } from './rates.ts'

/** What a call is, for the faults that tests arm. */
export const callKinds = ['rates', 'shipment', 'retrieve', 'cancel', 'label'] as const

const statusOf: Readonly<Record<CarrierRefusal['refused'], number>> = {
  bad_request: 400,
  not_found: 404,
  already_collected: 422,
  not_carried: 422,
  key_reused: 422,
}

/** The carrier's API. Every answer waits until what it tells is on the disk. */
export function apiRoutes(
  sandbox: CarrierSandbox,
  faults: Faults,
  apiKey: string,
  changed: () => void,
): readonly Route[] {
  const { store } = sandbox

  const answering =
    (
      kind: (typeof callKinds)[number],
      handle: (request: SandboxRequest) => SandboxAnswer | Promise<SandboxAnswer>,
    ): Handler =>
    async (request) => {
      if (request.header('authorization') !== `Bearer ${apiKey}`) return json(401, { error: 'wrong key' })
      const call = { kind, text: `${request.path}\n${request.body}\n${request.header('idempotency-key') ?? ''}` }
      const before = await faults.strike('before', call)
      if (before !== undefined) return before === 'disconnect' ? before : json(before.status, { error: before.message })
      const answer = await handle(request)
      await store.settled()
      changed()
      const after = await faults.strike('after', call)
      if (after !== undefined) return after === 'disconnect' ? after : json(after.status, { error: after.message })
      return answer
    }

  const shipmentAnswer = (answer: Shipment | CarrierRefusal): SandboxAnswer =>
    'refused' in answer ? json(statusOf[answer.refused], answer) : json(200, answer)

  const missing = (id: string): SandboxAnswer =>
    shipmentAnswer({ refused: 'not_found', message: `There is no shipment ${id}.` })

  return [
    [
      'POST /v1/rates',
      answering('rates', ({ body }) => {
        const request = ratesRequest.safeParse(jsonOf(body))
        return request.success ? json(200, ratesFor(request.data)) : badRequest(request.error)
      }),
    ],
    [
      'POST /v1/shipments',
      answering('shipment', (request) => {
        const key = request.header('idempotency-key') ?? ''
        const wanted = shipmentRequest.safeParse(jsonOf(request.body))
        if (!wanted.success) return badRequest(wanted.error)
        if (key === '') return shipmentAnswer({ refused: 'bad_request', message: 'An idempotency-key is required.' })
        return shipmentAnswer(book(sandbox, wanted.data, key))
      }),
    ],
    [
      'GET /v1/shipments/:id',
      answering('retrieve', ({ params: { id = '' } }) => {
        const record = store.shipments.get(id)
        return record === undefined ? missing(id) : shipmentAnswer(record.shipment)
      }),
    ],
    [
      'POST /v1/shipments/:id/cancel',
      answering('cancel', ({ params: { id = '' } }) => {
        const record = store.shipments.get(id)
        return record === undefined ? missing(id) : shipmentAnswer(cancelBooking(sandbox, record))
      }),
    ],
    [
      'GET /v1/shipments/:id/label.pdf',
      answering('label', async ({ params: { id = '' } }) => {
        const record = store.shipments.get(id)
        if (record === undefined) return missing(id)
        return { status: 200, headers: { 'content-type': 'application/pdf' }, body: await labelPdf(record) }
      }),
    ],
  ]
}

function badRequest(error: z.ZodError): SandboxAnswer {
  const refusal: CarrierRefusal = { refused: 'bad_request', message: z.prettifyError(error) }
  return json(400, refusal)
}
