import { afterAll, beforeAll, expect, test } from 'vitest'
import { factories } from '#prisma/seed/factories.ts'
import {
  berlin,
  histories,
  historyEvents,
  keepHistories,
  made,
  paid,
  shelf,
  shipped,
  slotsAhead,
  until,
} from '../../e2e/drive.ts'
import { type PlatformUnderTest, platformUnderTest } from '../../e2e/platform-under-test.ts'

// A business day in ten seconds: long enough to bid by hand before the round ends, short enough to wait for what dries.
const speed = 8_640
let platform: PlatformUnderTest

beforeAll(async () => {
  platform = await platformUnderTest({ speed, factories })
  await platform.startWorker()
}, 180_000)
afterAll(() => platform.stop(), 180_000)

test('an order of twelve operations, bid for by hand, stays within 300 events from the design to the payout', async () => {
  const shopper = await platform.as((await platform.signUp('Ada')).token)
  const makers = await Promise.all(
    ['officina-seveso', 'caminhos-de-pedra'].map(async (id) => platform.as((await platform.memberOf(id)).token)),
  )
  const design = await shelf(shopper, { material: 'oak', finish: 'dark-stain' })
  const { order } = await shopper.orders.submit({
    design: design.id,
    idempotencyKey: crypto.randomUUID(),
    address: berlin,
    quantity: 1,
  })
  const asked = await Promise.all(
    makers.map(async (maker) => {
      // A loaded machine may need longer than a caller waits.
      const [request] = await until(
        () => maker.jobs.requests(),
        (requests) => requests.length > 0,
      )
      return { maker, request }
    }),
  )
  const [bidder, decliner] = asked
  if (bidder?.request === undefined || decliner?.request === undefined) throw new Error('a hand bidder was not asked')
  const { maker } = bidder
  const { request, price } = bidder.request
  const { earliest } = await maker.jobs.request({ request })
  const bid = { request, price, deliverBy: earliest?.deliverBy ?? '' }
  // A request is listed a moment before its round takes answers.
  const quote = await until(
    () => maker.jobs.bid(bid).then(({ quote: id }) => id, String),
    (answer) => !answer.includes('illegal_move'),
  )
  await decliner.maker.jobs.decline({ request: decliner.request.request, reason: 'full' })
  await until(
    () => shopper.quotes.list({ order }),
    (quotes) => quotes.some(({ id }) => id === quote),
  )
  await shopper.quotes.pick({ order, quote })
  const { job } = await paid(shopper, order)
  if (job === null) throw new Error('no job')
  await maker.jobs.accept({ job })
  expect((await maker.jobs.get({ job })).operations).toHaveLength(12)
  await made(maker, job)
  await shipped(maker, job)
  const delivered = await until(
    () => shopper.orders.get({ order }),
    ({ stage }) => stage === 'delivered' || stage === 'completed',
    60_000,
  )
  if (delivered.stage === 'delivered') await shopper.orders.confirm({ order })
  await until(
    () => shopper.orders.get({ order }),
    (view) => view.stage === 'completed' && view.payout !== null,
  )
  expect(await slotsAhead(platform, order)).toBe(0)
  await keepHistories(platform, order, 'by-hand')
  expect([...(await histories(platform, order)).keys()]).toEqual([
    `order/${order}`,
    `quoting/${order}/1`,
    `job/${order}/1`,
  ])
  expect(await historyEvents(platform, order)).toBeLessThanOrEqual(300)
}, 180_000)
