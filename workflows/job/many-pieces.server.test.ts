import { afterAll, beforeAll, expect, test } from 'vitest'
import { factories } from '#prisma/seed/factories.ts'
import { made, paid, picked, shipped, submitted } from '../../e2e/drive.ts'
import { type PlatformUnderTest, platformUnderTest } from '../../e2e/platform-under-test.ts'

// Two business weeks a minute: a day's drying is four seconds.
const speed = 20_160
let platform: PlatformUnderTest

beforeAll(async () => {
  platform = await platformUnderTest({ speed, factories: factories.filter(({ profile }) => profile.country === 'IT') })
  await platform.startWorker()
}, 180_000)
afterAll(() => platform.stop(), 180_000)

test('three shelves are fifteen cartons: two men carry them, as priced and promised', async () => {
  const shopper = await platform.as((await platform.signUp('Ada')).token)
  const { order } = await submitted(shopper, { quantity: 3 })
  const quote = await picked(shopper, order)
  const door = quote.trace.find(({ code }) => code === 'freight_door')
  expect(door?.values).toMatchObject({ mode: 'two_man', cartons: 15 })

  const { job } = await paid(shopper, order)
  if (job === null) throw new Error('no job')
  const maker = await platform.as((await platform.memberOf(quote.factory.id)).token)
  await maker.jobs.accept({ job })
  const before = await maker.jobs.get({ job })
  expect(before.projectedAt).toBe(quote.deliverBy)
  await made(maker, job)
  await shipped(maker, job)
  const { shipment } = await maker.jobs.get({ job })
  expect(shipment).toMatchObject({ carrier: 'two_man' })
  expect(shipment?.cartons).toHaveLength(15)
}, 120_000)
