import type { Page } from '@playwright/test'
import { DemoFactory } from './demo-factory.ts'
import { insist, kill } from './dying.ts'
import { atCarrier, atStripe, booksOf, carrierDoes } from './effects.ts'
import { expect, test, withoutWebgl } from './journey.ts'
import { expectStage, fillInCard, goOnToOrder, goOnToPayment, orderOf, pickQuote, submitTo } from './shopping.ts'
import { site } from './site.ts'

test.use(withoutWebgl)

test('whatever dies in the middle of an order, it goes on, nothing is done twice, and an open page catches up by itself', async ({
  page,
  allow,
}) => {
  test.setTimeout(300_000)
  // What a browser says while nobody answers, or the database does not.
  allow(/ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED|ERR_NETWORK|status of 50\d|Failed to fetch/)
  const factory = await DemoFactory.open(site)
  await page.goto('/p/shelf')
  await page.locator('input[name=width]').fill('1137')
  await goOnToOrder(page)
  const order = await submitTo(page, 'Grace Hopper', 'grace@example.com')
  await expectStage(page, 'offered')
  const hash = (await orderOf(page).getAttribute('data-hash')) ?? ''
  await page.reload()
  await opened(page)

  await kill('worker')
  await insist(() => factory.bid(hash))
  await expect(page.locator('article[data-quote]').filter({ hasText: factory.name })).toBeVisible(back)
  const price = await pickQuote(page, factory.name)
  await expectNeverLoadedAgain(page)

  await goOnToPayment(page)
  await fillInCard(page)
  await kill('web')
  await page.getByRole('button', { name: /^Pay/ }).click()
  // The processor sends the shopper to a shop that does not answer at this moment; they come back to the order later.
  await expect.poll(() => atStripe(site, order), back).toMatchObject({ authorisation: [price] })
  await insistOnPage(page, `/orders/${order}`)
  await expectStage(page, 'awaiting_acceptance', back.timeout)
  await opened(page)

  await kill('postgres')
  const job = await insist(() => factory.accept(order))
  await expectStage(page, 'scheduled', back.timeout)

  await kill('temporal')
  await insist(() => factory.start(job, 'prepare'))
  await expectStage(page, 'in_production', back.timeout)

  await Promise.all([kill('worker'), insist(() => factory.finish(job, 'prepare'))])
  await expect(page.locator('[data-operation=prepare]')).toHaveAttribute('data-state', 'done', back)

  await kill('web')
  for (const { operation } of job.operations.slice(1)) {
    await insist(() => factory.start(job, operation), 90_000)
    await insist(() => factory.finish(job, operation))
  }
  await Promise.all([insist(() => factory.ship(job)), kill('worker'), kill('postgres')])
  await expectStage(page, 'shipped', back.timeout)
  await Promise.all([carrierDoes(site, order, 'delivered'), kill('worker')])
  await expectStage(page, 'delivered', back.timeout)
  await Promise.all([page.getByRole('button', { name: 'All good' }).click(), kill('worker')])
  await expectStage(page, 'completed', back.timeout)
  await expect(page.locator('[data-event=payout_sent]')).toBeVisible(back)
  await expectNeverLoadedAgain(page)

  const [net = 0] = (await atStripe(site, order)).transfer ?? []
  expect(await atStripe(site, order)).toMatchObject({
    ...{ checkout: [price], authorisation: [price], capture: [price], cancellation: [], refund: [] },
    transfer: [expect.any(Number)],
  })
  expect(await atCarrier(site, order)).toMatchObject({ shipments: 1, cancelled: 0 })
  const { unbalanced, balances } = await booksOf(site, order)
  expect(unbalanced).toEqual([])
  expect(balances).toMatchObject({ card: price - net, [`held:${order}`]: 0, 'factory_payable:officina-seveso': 0 })
  const told = await page.locator('[data-event]').evaluateAll((all) => all.map((one) => one.getAttribute('data-event')))
  const once = [
    'submitted',
    'picked',
    'authorised',
    'accepted',
    'production_started',
    'handed_over',
    'delivered',
    'approved',
  ]
  expect(told.filter((kind) => once.includes(kind ?? '')).sort()).toEqual([...once].sort())
  expect(told.filter((kind) => kind === 'operation_finished')).toHaveLength(job.operations.length)
})

/** A part is back within ten seconds of its death, and what waited for it goes on a little later. */
const back = { timeout: 40_000 }

async function opened(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('data-opened', 'once'))
}

const expectNeverLoadedAgain = (page: Page) =>
  expect(page.locator('html'), 'the page was not loaded again').toHaveAttribute('data-opened', 'once')

/** Opens a page of a site that may not answer yet. */
async function insistOnPage(page: Page, path: string): Promise<void> {
  await expect
    .poll(
      () =>
        page.goto(path).then(
          (response) => response?.status(),
          () => 0,
        ),
      back,
    )
    .toBe(200)
}
