import { afterAll, beforeAll, expect, test } from 'vitest'
import { alcobaca } from '#prisma/seed/alcobaca.ts'
import { jingdezhen } from '#prisma/seed/jingdezhen.ts'
import { arrived, berlin, made, paid, picked, shipped, until } from './drive.ts'
import { type PlatformUnderTest, platformUnderTest } from './platform-under-test.ts'

/** Two business weeks a minute: drying, firing and cooling take half a minute. */
const speed = 20_160
const timeout = 240_000

let platform: PlatformUnderTest

beforeAll(async () => {
  platform = await platformUnderTest({ speed, factories: [...alcobaca, ...jingdezhen] })
  await platform.startWorker()
})
afterAll(async () => {
  await platform.stop()
})

test('a mug is quoted by potteries, thrown, fired, sent and paid out; its pack is grown by the maker’s own shrinkage', {
  timeout,
}, async () => {
  const shopper = await platform.as((await platform.signUp('Ada')).token)
  const { options } = await shopper.catalog.product({ product: 'mug' })
  expect(options.map(({ key }) => key)).toContain('volume')
  const { defaults } = await shopper.catalog.product({ product: 'mug' })
  const design = await shopper.designs.save({ product: 'mug', version: 1, options: { ...defaults, name: 'Ada' } })
  const { order, hash } = await shopper.orders.submit({
    design: design.id,
    idempotencyKey: crypto.randomUUID(),
    address: berlin,
    quantity: 6,
  })
  const quotes = await until(
    () => shopper.quotes.list({ order }),
    (all) => all.length >= 4,
  )
  const cheapest = (country: string) =>
    Math.min(...quotes.filter(({ factory }) => factory.country === country).map(({ price }) => price.amount))
  expect(cheapest('PT')).toBeLessThan(cheapest('CN'))
  const fromChina = quotes.find(({ factory }) => factory.country === 'CN')
  expect(fromChina?.trace.map(({ code }) => code)).toContain('anti_dumping')

  const quote = await picked(shopper, order, 'PT')
  const { job } = await paid(shopper, order)
  if (job === null) throw new Error('no job')
  const maker = await platform.as((await platform.memberOf(quote.factory.id)).token)
  await maker.jobs.accept({ job })
  await until(
    () => maker.jobs.get({ job }),
    ({ stage }) => stage === 'scheduled',
  )
  const pack = await maker.jobs.pack({ job })
  expect(pack.hash).toBe(hash)
  const permille = alcobaca.find(({ profile }) => profile.id === quote.factory.id)?.profile.shrinkages?.['clay-white']
  expect(pack.files.map(({ path }) => path)).toContain(`gauge-shrinkage-${((permille ?? 0) / 10).toFixed(1)}pct.dxf`)
  expect(pack.files.map(({ path }) => path)).toContain('fired-shape.stl')

  await made(maker, job)
  await shipped(maker, job)
  await arrived(platform, shopper, order)
  await shopper.orders.confirm({ order })
  const done = await until(
    () => shopper.orders.get({ order }),
    ({ payout }) => payout?.state === 'sent',
    60_000,
  )
  expect(done.stage).toBe('completed')
})
