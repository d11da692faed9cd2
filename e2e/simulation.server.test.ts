import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadProduct } from '#models/catalog.ts'
import { brianza } from '#prisma/seed/brianza.ts'
import { createLog } from '#runtime/log.ts'
import { playFactory } from '#simulation/factory.ts'
import { takePhoto } from '#simulation/photo/photo.ts'
import { openSession, type Site } from '#simulation/session.ts'
import { SimulatedShopper } from '#simulation/shopper.ts'
import { type PlatformUnderTest, platformUnderTest } from './platform-under-test.ts'

/** Two business weeks a minute. */
const speed = 20_160
/** Drying and the way to the shopper take a quarter of a minute; the rest is a slow machine's. */
const timeout = 240_000
const log = createLog({ part: 'test', level: 'silent' })

let platform: PlatformUnderTest
let site: Site
let playing: { stop: () => Promise<void> }

/** All factories at work, as a process that has just been started would have them. */
async function play(): Promise<{ stop: () => Promise<void> }> {
  const end = new AbortController()
  const all = await Promise.all(
    brianza.map(async ({ profile }) => {
      const { token } = await platform.memberOf(profile.id)
      return { session: openSession(site, token), temper: 'instant' as const, log, signal: end.signal }
    }),
  )
  const running = Promise.all(all.map(playFactory))
  return {
    async stop() {
      end.abort()
      await running
    },
  }
}

beforeAll(async () => {
  platform = await platformUnderTest({ speed, factories: brianza })
  await platform.startWorker()
  site = { site: platform.web, origin: platform.web }
  playing = await play()
})
afterAll(async () => {
  await playing.stop()
  await platform.stop()
})

test('a factory that bids by hand hears that it is asked, and answers', { timeout }, async () => {
  const shopper = SimulatedShopper.guest(site)
  const { order, quotes } = await shopper.submit({ seed: 'by hand', country: 'IT', options: {} })
  const byHand = await shopper
    .until(order, ({ stage }) => stage === 'offered')
    .then(async () => {
      for (;;) {
        const all = await shopper.session.api.quotes.list.query({ order })
        const found = all.find(({ factory }) => factory.id === 'officina-seveso')
        if (found !== undefined) return found
        await shopper.news(order)
      }
    })
  expect(quotes.map(({ id }) => id)).not.toContain(byHand.id)
  await shopper.cancel(order)
  shopper.close()
})

test('simulated people take orders to the payout, also when the factories are stopped in the middle', {
  timeout,
}, async () => {
  const shoppers = await Promise.all(
    ['one', 'two', 'three'].map(async (seed) => {
      const shopper = SimulatedShopper.guest(site)
      const { order } = await shopper.submit({ seed, country: 'IT', options: { width: 900 } })
      const [quote] = await shopper.quotes(order)
      if (quote === undefined) throw new Error('no quotes')
      await shopper.pick(order, quote.id)
      expect(await shopper.pay(order)).toMatchObject({ paid: true })
      return { shopper, order }
    }),
  )
  const [first] = shoppers
  if (first === undefined) throw new Error('nobody ordered')
  await first.shopper.until(first.order, ({ operations }) => operations.some(({ state }) => state === 'done'), timeout)
  await playing.stop()
  playing = await play()

  for (const { shopper, order } of shoppers) {
    await shopper.until(order, ['delivered'], timeout)
    await shopper.confirm(order)
    const now = await shopper.until(order, ({ payout }) => payout?.state === 'sent')
    expect(now.stage).toBe('completed')
    shopper.close()
  }
})

test('a simulated photo is taken in like any other', async () => {
  const product = await loadProduct('shelf')
  if (product === undefined) throw new Error('no shelf')
  const shown = { job: 'j', operation: 'saw', workCentre: 'saw', hash: 'a'.repeat(64) } as const
  const { token } = await platform.memberOf('officina-seveso')
  const file = await openSession(site, token).upload(
    await takePhoto({ ...shown, make: product.make(product.defaults) }),
    'image/png',
  )
  const photo = await fetch(`${site.site}/api/files/${file}`, { headers: { authorization: `Bearer ${token}` } })
  expect(photo.headers.get('content-type')).toMatch(/^image\//)
})

test('a card that is declined keeps the order where it is, and another card pays it', { timeout }, async () => {
  const shopper = SimulatedShopper.guest(site)
  const { order } = await shopper.submit({ seed: 'cards', country: 'IT', options: {} })
  const [quote] = await shopper.quotes(order)
  await shopper.pick(order, quote?.id ?? '')
  const declined = await shopper.pay(order, { card: '4000000000000002' })
  expect(declined).toEqual({ paid: false, says: 'Your card has been declined.' })
  expect((await shopper.get(order)).stage).toBe('awaiting_payment')
  expect(await shopper.pay(order, { card: '4000002500003155', challenge: 'fail' })).toMatchObject({ paid: false })
  expect(await shopper.pay(order, { card: '4000002500003155', returns: false })).toMatchObject({ paid: true })
  await shopper.until(order, ({ stage }) => stage !== 'awaiting_payment')
  const { refunded } = await shopper.cancel(order)
  expect(refunded.currency).toBe('EUR')
  expect((await shopper.get(order)).stage).toBe('cancelled')
  shopper.close()
})
