import { afterAll, beforeAll, expect, test } from 'vitest'
import { arezzo } from '#prisma/seed/arezzo.ts'
import { birmingham } from '#prisma/seed/birmingham.ts'
import { valenza } from '#prisma/seed/valenza.ts'
import { arrived, berlin, made, paid, picked, shipped, until } from './drive.ts'
import { type PlatformUnderTest, platformUnderTest } from './platform-under-test.ts'

/** Five business weeks a minute: a week at the assay office takes 12 s. */
const speed = 50_400
const timeout = 240_000

let platform: PlatformUnderTest

beforeAll(async () => {
  platform = await platformUnderTest({ speed, factories: [...valenza, ...arezzo, ...birmingham] })
  await platform.startWorker()
})
afterAll(async () => {
  await platform.stop()
})

test('a ring with stones is quoted by casters that set, cast, set, marked, sent and paid out; its pack is not grown', {
  timeout,
}, async () => {
  const shopper = await platform.as((await platform.signUp('Ada')).token)
  const { defaults } = await shopper.catalog.product({ product: 'ring' })
  const options = { ...defaults, face: 'none', setting: 'three', alloy: 'gold-18-yellow', inscription: 'A & M' }
  const design = await shopper.designs.save({ product: 'ring', version: 1, options })
  const { order, hash } = await shopper.orders.submit({
    design: design.id,
    idempotencyKey: crypto.randomUUID(),
    address: berlin,
    quantity: 1,
  })
  const quotes = await until(
    () => shopper.quotes.list({ order }),
    (all) => all.length >= 3,
  )
  // Arezzo has no setter, one bench in Birmingham no laser.
  expect(quotes.map(({ belt }) => belt)).not.toContain('arezzo')
  expect(quotes.map(({ factory }) => factory.id)).not.toContain('warstone-bench')

  const quote = await picked(shopper, order, 'IT')
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
  const paths = pack.files.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['casting-shape.stl', 'weights.csv', 'engraving-inside.svg']))
  expect(paths.some((path) => path.includes('shrinkage'))).toBe(false)

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
