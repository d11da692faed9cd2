import { afterAll, beforeAll, expect, test } from 'vitest'
import { readShipmentOf } from './deliveries.ts'
import { insertDesign, readDesign } from './designs.ts'
import { freshDatabase } from './fresh-database.ts'
import { listJobs, readJob } from './jobs.ts'
import { findSubmission, readOrder } from './orders.ts'
import { findPaymentBy, latestPayment, openPayment, readPaymentRow, setSession, writePaymentTruth } from './payments.ts'
import { openPayout, readPayoutOf, writePaid } from './payouts.ts'
import { listQuotes, readQuote } from './quotes.ts'
import { latestReport } from './reports.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.drop())

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour, 0, 0, 7))
const address = { name: 'Ada', line1: 'Lindenweg 4', postalCode: '10115', city: 'Berlin', country: 'DE' }
const trace = [{ code: 'work', values: { hours: 2, kind: 'saw' }, amount: 100 }]
const carton = { lengthMm: 1, widthMm: 2, heightMm: 3, massG: 4, tracking: 'ML1' }

test('what is read by SQL is what the generated client reads', async () => {
  const { client } = fresh.database
  const made = {
    id: 'd1',
    owner: 'u1',
    product: 'shelf',
    version: 1,
    options: { width: 900, doors: ['1-1'] },
    hash: 'h',
  }
  const design = await insertDesign(fresh.database, made)
  expect(design).toEqual(await client.design.findUnique({ where: { id: 'd1' } }))
  expect(await insertDesign(fresh.database, made)).toBeUndefined()
  expect(await readDesign(fresh.database, 'd1')).toEqual(design)

  const order = await client.order.create({
    data: {
      ...{ id: 'o1', ownerId: 'u1', idempotencyKey: 'k', bodyHash: 'b', accessKey: 'a', designId: 'd', hash: 'h' },
      ...{
        product: 'shelf',
        version: 1,
        quantity: 2,
        email: 'ada@example.com',
        address,
        country: 'DE',
        shownAmount: 5,
      },
      ...{ shownBy: at(1), currency: 'EUR', stage: 'quoting', waitingOn: 'factory', waitingSince: at(2), dueAt: at(3) },
      ...{ promisedAt: at(4), quoteId: 'q1', jobId: 'o1-1', createdAt: at(5), updatedAt: at(6) },
    },
  })
  expect(await readOrder(fresh.database, 'o1')).toEqual(order)
  expect(await readOrder(fresh.database, 'o2')).toBeUndefined()
  expect(await findSubmission(fresh.database, 'u1', 'k')).toEqual({ id: 'o1', bodyHash: 'b' })

  await client.factory.create({
    data: { id: 'f1', name: 'Able', belt: 'brianza', country: 'IT', lat: 1, lon: 2, zone: 'Europe/Rome', profile: {} },
  })
  const quote = await client.quote.create({
    data: {
      ...{ id: 'q1', orderId: 'o1', round: 1, factoryId: 'f1', belt: 'brianza', amount: 100, currency: 'EUR', trace },
      ...{ deliverBy: at(7), finishesAt: at(8), distanceKm: 9, rank: 1, heldUntil: at(9), createdAt: at(10) },
    },
  })
  const named = { ...quote, factory: { id: 'f1', name: 'Able', country: 'IT' } }
  const { id: _, ...again } = quote
  const later = await client.quote.create({ data: { ...again, id: 'q0', round: 2, factoryId: 'gone', trace } })
  const unnamed = { ...later, factory: { id: 'gone', name: 'gone', country: '' } }
  expect(await readQuote(fresh.database, 'q1')).toEqual(named)
  expect(await listQuotes(fresh.database, 'o1')).toEqual([unnamed, named])
  expect(await listQuotes(fresh.database, 'o1', 1)).toEqual([named])

  const planned = { jobId: 'o1-1', workCentre: 'saw', setupS: 1, runS: 2, lagS: 3, startsAt: at(11), endsAt: at(12) }
  await client.job.create({
    data: {
      ...{
        id: 'o1-1',
        orderId: 'o1',
        n: 1,
        factoryId: 'f1',
        quoteId: 'q1',
        hash: 'h',
        quantity: 2,
        stage: 'scheduled',
      },
      ...{ acceptBy: at(13), finishesAt: at(14), createdAt: at(15) },
    },
  })
  await client.jobOperation.createMany({
    data: [
      { ...planned, key: 'b', position: 1, after: ['a'] },
      {
        ...planned,
        key: 'a',
        position: 0,
        after: [],
        state: 'done',
        startedAt: at(16),
        finishedAt: at(17),
        note: 'n',
        photo: 'p',
      },
    ],
  })
  await client.job.create({
    data: {
      ...{ id: 'o1-2', orderId: 'o1', n: 2, factoryId: 'f1', quoteId: 'q1', hash: 'h', quantity: 2 },
      ...{ stage: 'awaiting_acceptance', acceptBy: at(13), createdAt: at(15) },
    },
  })
  const jobs = await client.job.findMany({
    include: { operations: { orderBy: { position: 'asc' } } },
    orderBy: { id: 'asc' },
  })
  expect(await readJob(fresh.database, 'o1-1')).toEqual(jobs[0])
  expect(await listJobs(fresh.database, 'f1')).toEqual(jobs)
  expect(await listJobs(fresh.database, 'f1', ['shipped'])).toEqual([])

  const payment = await client.payment.create({
    data: {
      ...{ id: 'o1-1', orderId: 'o1', attempt: 1, quoteId: 'q1', amount: 100, currency: 'EUR', state: 'open' },
      ...{ sessionId: 'cs', checkoutUrl: 'https://pay.example', expiresWall: at(18) },
    },
  })
  expect(await readPaymentRow(fresh.database, 'o1', 1)).toEqual(payment)
  expect(await latestPayment(fresh.database, 'o1')).toEqual(payment)
  expect(await findPaymentBy(fresh.database, { sessionId: 'cs' })).toEqual(payment)
  expect(await findPaymentBy(fresh.database, { paymentIntentId: 'pi' })).toBeUndefined()

  const shipment = await client.shipment.create({
    data: {
      ...{ id: 'o1-1', orderId: 'o1', jobId: 'o1-1', carrier: 'parcel', reference: 'shp', tracking: ['ML1'] },
      ...{
        cartons: [carton],
        label: 'l',
        state: 'collected',
        expectedAt: at(19),
        deliveredAt: at(20),
        createdAt: at(21),
      },
    },
  })
  expect(await readShipmentOf(fresh.database, 'o1')).toEqual(shipment)
  const report = await client.report.create({
    data: { id: 'r1', orderId: 'o1', words: 'torn', photos: ['p'], refund: 5, createdAt: at(22), closedAt: at(23) },
  })
  expect(await latestReport(fresh.database, 'o1')).toEqual(report)
  const payout = await client.payout.create({
    data: {
      ...{ id: 'o1-1', orderId: 'o1', jobId: 'o1-1', factoryId: 'f1', amount: 90, currency: 'EUR', rail: 'connect' },
      ...{ reference: 'tr', state: 'sent', createdAt: at(22) },
    },
  })
  expect(await readPayoutOf(fresh.database, 'o1')).toEqual(payout)
})

test('what is written twice is written once', async () => {
  const { client } = fresh.database
  const attempt = { order: 'o4', attempt: 1, quote: 'q', amount: 100, currency: 'EUR', expiresWall: at(1).getTime() }
  const first = await openPayment(fresh.database, attempt)
  expect(first).toEqual(await client.payment.findUnique({ where: { id: 'o4-1' } }))
  await setSession(fresh.database, 'o4-1', 'cs4', 'https://pay.example')
  const again = await openPayment(fresh.database, { ...attempt, amount: 7 })
  expect(again).toEqual({ ...first, sessionId: 'cs4', checkoutUrl: 'https://pay.example' })

  const owed = { job: 'o4-1', order: 'o4', factory: 'f1', amount: 90, currency: 'EUR', at: at(2).getTime() }
  const state = async () => {
    const row = await readPayoutOf(fresh.database, 'o4')
    return [row?.amount, row?.rail, row?.reference, row?.state, row?.createdAt]
  }
  expect(await openPayout(fresh.database, owed)).toEqual({ amount: 90, reference: null, state: 'owed' })
  expect(await state()).toEqual([90, 'undecided', null, 'owed', at(2)])
  await writePaid(fresh.database, 'o4-1', { rail: 'connect', reference: 'tr', state: 'sent' })
  const late = await openPayout(fresh.database, { ...owed, amount: 1, at: at(3).getTime() })
  expect(late).toEqual({ amount: 90, reference: 'tr', state: 'sent' })
  await writePaid(fresh.database, 'o4-1', { rail: 'bank', reference: 'other', state: 'awaiting_operator' })
  expect(await state()).toEqual([90, 'connect', 'tr', 'sent', at(2)])
})

test('a captured payment is never taken back, and what is not said again stays', async () => {
  const { client } = fresh.database
  const id = 'o3-1'
  await client.payment.create({
    data: { id, orderId: 'o3', attempt: 1, quoteId: 'q', amount: 100, currency: 'EUR', state: 'open' },
  })
  const state = async () => {
    const { state, failure, paymentIntentId, captureByWall } = await client.payment.findUniqueOrThrow({ where: { id } })
    return { state, failure, paymentIntentId, captureByWall }
  }
  await writePaymentTruth(fresh.database, id, { state: 'failed', failure: 'declined', paymentIntentId: 'pi' })
  expect(await state()).toEqual({ state: 'failed', failure: 'declined', paymentIntentId: 'pi', captureByWall: null })
  await writePaymentTruth(fresh.database, id, { state: 'authorised', captureByWall: at(1).getTime() })
  expect(await state()).toEqual({ state: 'authorised', failure: null, paymentIntentId: 'pi', captureByWall: at(1) })
  await writePaymentTruth(fresh.database, id, { state: 'captured' })
  await writePaymentTruth(fresh.database, id, { state: 'released' })
  expect(await state()).toEqual({ state: 'captured', failure: null, paymentIntentId: 'pi', captureByWall: at(1) })
})
