import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type Carrier, createCarrier } from '../carrier.ts'
import { type Shipment, type ShipmentRequest, shipment } from '../carrier-messages.ts'
import { type Inbox, openInbox } from '../sandbox/inbox.ts'
import { signBody } from '../signed-body.ts'
import { ServiceUnavailable } from '../unavailable.ts'
import { journeyOf } from './journey.ts'
import { ownClock } from './own-clock.ts'
import { startCarrierSandbox } from './server.ts'

const secrets = { apiKey: 'carrier_key', webhookSecret: 'carrier_secret_for_tests' }
const anchor = Date.parse('2026-11-23T08:00:00Z')
/** At the quick one three days pass in a second; at the other nothing happens by itself. */
const speeds = { quick: 300_000, still: 1 }

let inbox: Inbox
let sandbox: { url: string; close(): Promise<void> }
let carrier: Carrier
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'carrier-sandbox-'))
  inbox = await openInbox()
  await start()
})
beforeEach(() => inbox.forget())
afterAll(async () => {
  await sandbox.close()
  await inbox.close()
  await rm(folder, { recursive: true })
})

async function start(speed = speeds.still): Promise<void> {
  const clock = { anchorWall: Date.now(), anchorBusiness: anchor, speed }
  sandbox = await startCarrierSandbox({ port: 0, folder, ...secrets, clock, webhookUrl: inbox.url })
  carrier = createCarrier({ apiUrl: sandbox.url, ...secrets })
}

async function restart(speed?: number): Promise<void> {
  await sandbox.close()
  await start(speed)
}

const day = 24 * 3600

function request(order: string, more: Partial<ShipmentRequest> = {}): ShipmentRequest {
  return {
    order,
    reference: 'ab12cd34 · order 1001',
    service: 'parcel',
    from: { name: 'Foshan Lianhe', line1: '8 Lecong Avenue', postalCode: '528315', city: 'Foshan', country: 'CN' },
    to: { name: 'Ada Łukasik', line1: 'ul. Długa 5', postalCode: '00-238', city: 'Warszawa', country: 'PL' },
    parcels: [
      { carton: '1', lengthMm: 1200, widthMm: 400, heightMm: 150, massG: 18_000 },
      { carton: '2', lengthMm: 900, widthMm: 400, heightMm: 120, massG: 11_000 },
    ],
    transitBusinessS: 3 * day,
    ...more,
  }
}

async function booked(order: string, more: Partial<ShipmentRequest> = {}): Promise<Shipment> {
  const answer = await carrier.createShipment(request(order, more), `${order}/ship`)
  if ('refused' in answer) throw new Error(answer.message)
  return answer
}

async function fetched(id: string): Promise<Shipment> {
  const answer = await carrier.fetchShipment(id)
  if ('refused' in answer) throw new Error(answer.message)
  return answer
}

function control(path: string, input: object): Promise<Response> {
  return fetch(`${sandbox.url}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(input) })
}

/** Waits for signed notices about the shipment until its state is as wanted. */
async function stateReached(id: string, wanted: Shipment['state']): Promise<Shipment> {
  for (;;) {
    const { body, header } = await inbox.next()
    const notice = carrier.verifyWebhook(body, header('carrier-signature'), Date.now())
    if (notice?.shipment !== id) continue
    const now = await fetched(id)
    if (now.state === wanted) return now
  }
}

test('a shipment travels in business time and tells each step by a signed notice of ids alone; a silenced one says nothing', async () => {
  await restart(speeds.quick)
  const shipment = await booked('travels')
  expect(shipment).toMatchObject({ state: 'booked', order: 'travels', service: 'parcel' })
  expect(shipment.expectedAt).toBe(shipment.bookedAt + 3 * day * 1000)
  expect(shipment.cartons.map(({ carton }) => carton)).toEqual(['1', '2'])
  const arrived = await stateReached(shipment.id, 'delivered')
  expect(arrived.events.map(({ seq, kind }) => [seq, kind])).toEqual([
    [1, 'collected'],
    [2, 'in_transit'],
    [3, 'in_transit'],
    [4, 'delivered'],
  ])
  expect(arrived.events.at(-1)?.at).toBe(shipment.expectedAt)
  expect(arrived.events[0]?.place).toBe('Foshan')

  await restart(speeds.still)
  const silent = await booked('silent')
  await control('silence', { order: 'silent' })
  await restart(speeds.quick)
  const other = await booked('talks')
  await stateReached(other.id, 'delivered')
  expect((await fetched(silent.id)).state).toBe('booked')
  await restart(speeds.still)
})

test('a journey never goes back in time and ends exactly at its transit time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 * day }), (transitBusinessS) => {
      const steps = journeyOf(request('any', { transitBusinessS }), anchor)
      const times = steps.map(({ at }) => at)
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(times[0]).toBeGreaterThanOrEqual(anchor)
      expect(times.at(-1)).toBe(anchor + transitBusinessS * 1000)
    }),
  )
})

test('one key books one shipment, also in parallel; another request with it is refused', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => booked('once')))
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
  const other = await carrier.createShipment(request('once', { service: 'pallet' }), 'once/ship')
  expect(other).toMatchObject({ refused: 'key_reused' })
  const effects = await (await fetch(`${sandbox.url}/_sandbox/effects?order=once`)).json()
  expect(effects).toMatchObject({ counts: { shipments: 1, cartons: 2, cancelled: 0 } })
})

test('a shipment can be cancelled until it is collected', async () => {
  const early = await booked('cancelled')
  expect(await carrier.cancelShipment(early.id, 'cancelled/cancel')).toMatchObject({ state: 'cancelled' })
  expect(await carrier.cancelShipment(early.id, 'cancelled/cancel')).toMatchObject({ state: 'cancelled' })
  const late = await booked('collected')
  await control('events', { shipment: late.id, kind: 'collected' })
  expect(await carrier.cancelShipment(late.id, 'collected/cancel')).toMatchObject({ refused: 'already_collected' })
})

test.each(['delivered', 'failed', 'lost'] as const)('an event can be forced: %s', async (kind) => {
  const shipment = await booked(`forced-${kind}`)
  await control('events', { order: `forced-${kind}`, kind })
  const now = await stateReached(shipment.id, kind)
  expect(now.events.map((event) => event.kind)).toEqual(['collected', kind])
})

test('notices are repeated until taken, and again after a restart; forged and old ones do not verify', async () => {
  inbox.answer(503)
  const shipment = await booked('restart')
  await control('events', { shipment: shipment.id, kind: 'delivered' })
  await inbox.next()
  await sandbox.close()
  inbox.answer(200)
  inbox.forget()
  await start()
  const first = await inbox.next()
  expect(carrier.verifyWebhook(first.body, first.header('carrier-signature'), Date.now())?.shipment).toBe(shipment.id)
  expect((await fetched(shipment.id)).state).toBe('delivered')
  await inbox.next()

  inbox.forget()
  await control('webhooks/forge', { about: shipment.id, type: 'delivered' })
  const forged = await inbox.next()
  expect(carrier.verifyWebhook(forged.body, forged.header('carrier-signature'), Date.now())).toBeUndefined()
  await control('webhooks/stale', { about: shipment.id, type: 'delivered' })
  const stale = await inbox.next()
  expect(carrier.verifyWebhook(stale.body, stale.header('carrier-signature'), Date.now())).toBeUndefined()
  await control('webhooks/resend', { about: shipment.id, type: 'delivered', times: 10 })
  for (let copy = 0; copy < 10; copy += 1) {
    const { body, header } = await inbox.next()
    expect(carrier.verifyWebhook(body, header('carrier-signature'), Date.now())?.shipment).toBe(shipment.id)
  }
})

test('a signature holds for its body, its secret and five minutes', () => {
  const now = Date.parse('2026-11-23T08:00:00Z')
  const body = JSON.stringify({ event: 'trk_1', shipment: 'shp_1' })
  const header = signBody(body, secrets.webhookSecret, now)
  expect(carrier.verifyWebhook(body, header, now + 300_000)).toEqual({ event: 'trk_1', shipment: 'shp_1' })
  expect(carrier.verifyWebhook(body, header, now + 301_000)).toBeUndefined()
  expect(carrier.verifyWebhook(`${body} `, header, now)).toBeUndefined()
  expect(carrier.verifyWebhook(body, signBody(body, 'other', now), now)).toBeUndefined()
  for (const wrong of [null, '', 't=1,v1=', 'v1=00', header.replace('v1', 'v0'), `${header},v1=00`]) {
    expect(carrier.verifyWebhook(body, wrong, now)).toBeUndefined()
  }
  expect(carrier.verifyWebhook('{', signBody('{', secrets.webhookSecret, now), now)).toBeUndefined()
})

test('a lost answer is unavailable, and the same key finds the shipment', async () => {
  await control('fail', { call: 'shipment', when: 'after', outcome: 'disconnect', matching: 'lost-answer' })
  const wanted = request('lost-answer')
  await expect(carrier.createShipment(wanted, 'lost-answer/ship')).rejects.toThrow(ServiceUnavailable)
  const found = await carrier.createShipment(wanted, 'lost-answer/ship')
  expect(shipment.parse(found).state).toBe('booked')
  const effects = z
    .object({ counts: z.object({ shipments: z.int() }) })
    .parse(await (await fetch(`${sandbox.url}/_sandbox/effects?order=lost-answer`)).json())
  expect(effects.counts.shipments).toBe(1)
})

test('a clock of its own goes on over restarts and changes of speed', async () => {
  const own = await mkdtemp(join(tmpdir(), 'carrier-clock-'))
  const first = await ownClock(own, 240, 1_000_000)
  expect(await ownClock(own, 240, 2_000_000)).toEqual(first)
  expect(await ownClock(own, 1, 2_000_000)).toEqual({
    anchorWall: 2_000_000,
    anchorBusiness: 1_000_000 + 240 * 1_000_000,
    speed: 1,
  })
  await rm(own, { recursive: true })
})
