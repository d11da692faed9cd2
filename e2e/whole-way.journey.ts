import type { Page } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'
import { atCarrier, atStripe, booksOf, carrierDoes } from './effects.ts'
import { expect, expectAccessible, test } from './journey.ts'
import { takePicture } from './pictures.ts'
import { Bench, goTo, openRow, signInAs } from './portal.ts'
import {
  expectStage,
  goOnToOrder,
  goOnToPayment,
  openGroup,
  orderOf,
  payByCard,
  pickQuote,
  submitTo,
} from './shopping.ts'
import { site } from './site.ts'

const factory = 'Officina Seveso'

test('one order goes the whole way, each side seeing what the other does', async ({ page: shopper, another }, {
  project,
}) => {
  test.setTimeout(300_000)
  // Each size of screen orders a shelf of its own, so that its line of the inbox is found by its width.
  const width = project.name === 'phone' ? 1323 : 1317
  const size = new RegExp(`1.${width % 1000} ×`)
  const maker = await another()
  await signInAs(maker, site, 'factory', '/factory')
  await expectAccessible(maker)

  const hash = await shape(shopper, width)
  await goOnToOrder(shopper)
  await expectAccessible(shopper)
  const order = await submitTo(shopper, 'Ada Lovelace', 'ada@example.com')
  await expectStage(shopper, 'offered')
  await expect(orderOf(shopper)).toHaveAttribute('data-hash', hash)

  const net = await bid(maker, size)
  const price = await choose(shopper)
  await pay(shopper)
  expect(await atStripe(site, order)).toMatchObject({ authorisation: [price], capture: [] })
  await neverReload(shopper)
  await neverReload(maker)

  await accept(maker, size)
  await expectStage(shopper, 'scheduled')
  await expectAccessible(shopper)
  const cartons = await make(maker, shopper, order)

  await ship(maker, order, cartons)
  await expectStage(shopper, 'shipped')
  await expect(shopper.locator('[data-shipment]')).toContainText(`${cartons} cartons`)
  await expectAccessible(shopper)
  await carrierDoes(site, order, 'collected')
  await expect(shopper.locator('[data-shipment]')).toHaveAttribute('data-shipment', 'collected')
  await carrierDoes(site, order, 'delivered')
  await expectStage(shopper, 'delivered')
  await expect(maker.getByText(/^Arrived .*\d\d:\d\d$/)).toBeVisible()
  await expectAccessible(shopper)
  await shopper.getByRole('button', { name: 'All good' }).click()
  await expectStage(shopper, 'completed')
  await expect(shopper.locator('[data-event=payout_sent]')).toBeVisible({ timeout: 20_000 })
  await expectAccessible(shopper)

  await goTo(maker, 'Payouts')
  await expect(maker.getByRole('table', { name: 'Earned and paid' })).toContainText(order.slice(0, 3).toUpperCase())
  await expectAccessible(maker)

  await expectOnce(order, { price, net, cartons })
  for (const page of [shopper, maker]) await expect(page.locator('html')).toHaveAttribute('data-opened', 'once')
})

/** Shapes a shelf in the real canvas, runs into a rule and takes its way out; gives the specification's hash. */
async function shape(page: Page, width: number): Promise<string> {
  await page.goto('/p/shelf')
  await expect(page.locator('[data-stage]')).toHaveAttribute('data-stage', '3d', { timeout: 40_000 })
  const length = page.locator('input[name=width]')
  await length.fill('2900')
  await length.press('Tab')
  const refusal = page.locator('[data-refusal]')
  await expect(refusal).toBeVisible()
  await expectAccessible(page)
  await refusal.getByRole('button').click()
  await expect(refusal).toBeHidden()
  await length.fill(String(width))
  await length.press('Tab')
  // A board that needs another finish takes it along.
  await (await openGroup(page, 'Material')).getByRole('radio', { name: 'Melamine board' }).check()
  const form = page.locator('form[data-price]')
  await expect(form).toHaveAttribute('data-valid', 'true')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expectAccessible(page)
  return (await form.getAttribute('data-hash')) ?? ''
}

/** Bids by hand, a little below the rate card; gives what the form says that the factory gets, minor units. */
async function bid(page: Page, size: RegExp): Promise<number> {
  const pane = await openRow(page, size)
  const price = pane.getByLabel('The shopper pays, delivered and taxed')
  await expect(price).toBeVisible()
  await expectAccessible(page)
  const card = Number((await price.inputValue()).replace(/[^\d.]/g, ''))
  await price.fill('much')
  await expect(pane.getByText('Write an amount in euros')).toBeVisible()
  await price.fill((card - 5).toFixed(2))
  const net = Number(await pane.locator('[data-net]').getAttribute('data-net'))
  await pane.getByRole('button', { name: 'Send the bid' }).click()
  await expect(page.getByText('Bid sent. Your machines are held.')).toBeVisible()
  return net
}

/** Waits for the factory's quote, which comes by itself, and chooses it; gives its price. */
async function choose(page: Page): Promise<number> {
  await expect(page.locator('article[data-quote]').filter({ hasText: factory })).toBeVisible()
  await expectAccessible(page)
  const price = await pickQuote(page, factory)
  await expectAccessible(page)
  return price
}

async function pay(page: Page): Promise<void> {
  await goOnToPayment(page)
  await payByCard(page)
  await expectStage(page, 'awaiting_acceptance')
  await expectAccessible(page)
}

/** Marks a page that is open, to be found again only where it was never loaded anew. */
async function neverReload(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('data-opened', 'once'))
}

async function accept(page: Page, size: RegExp): Promise<void> {
  await goTo(page, 'Inbox')
  const pane = await openRow(page, size)
  await expectAccessible(page)
  await pane.getByRole('button', { name: 'Accept the job' }).click()
  await expect(page.getByText('Accepted. The machines are booked.')).toBeVisible()
}

/** Makes it: the first steps at the board, with a pause, a note and a photo, the others on the job's own page. Gives how many cartons. */
async function make(maker: Page, shopper: Page, order: string): Promise<number> {
  const code = `${order.slice(0, 3)} ${order.slice(3, 6)}`.toUpperCase()
  const step = (name: string) => shopper.locator(`[data-operation="${name}"]`)
  await goTo(maker, 'Board')
  const cards = maker.getByRole('article', { name: code })
  await expect(cards).toHaveCount(1)
  await expectAccessible(maker)
  const bench = new Bench(cards)
  await bench.start()
  await expectStage(shopper, 'in_production')
  await expect(step('prepare')).toHaveAttribute('data-state', 'running')
  await bench.pause('Tool')
  await expect(step('prepare')).toHaveAttribute('data-state', 'paused')
  await expectAccessible(shopper)
  await expectAccessible(maker)
  await bench.start()
  await expect(step('prepare')).toHaveAttribute('data-state', 'running')
  await bench.openFinish()
  await expectAccessible(maker)
  await bench.finish({ note: 'Cut list checked against the drawing.', photo: await takePicture() })
  await expect(step('prepare')).toHaveAttribute('data-state', 'done')
  const told = shopper.locator('[data-event=operation_finished]').filter({ hasText: 'Cut list checked' })
  const photo = told.getByRole('img')
  await photo.scrollIntoViewIfNeeded()
  await expect
    .poll(() => photo.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBeGreaterThan(100)
  await expectAccessible(shopper)

  await cards.getByRole('link').first().click()
  await maker.waitForURL(/\/factory\/jobs\//)
  await expectAccessible(maker)
  const job = new Bench(maker.locator('main'))
  for (const name of ['saw', 'saw-back', 'edge']) {
    await job.start()
    await job.finish()
    await expect(step(name)).toHaveAttribute('data-state', 'done')
  }
  // The glue of the edges cures for a day; meanwhile one looks around.
  await expectAccessible(maker)
  await goTo(maker, 'Plan')
  await expectAccessible(maker)
  await goTo(maker, 'Payouts')
  await expectAccessible(maker)
  await maker.goBack()
  await maker.goBack()
  await maker.getByRole('button', { name: /^Start:/ }).waitFor({ timeout: 90_000 })
  for (const name of ['drill', 'fit', 'check', 'pack']) {
    await job.start()
    await job.finish()
    await expect(step(name)).toHaveAttribute('data-state', 'done')
  }
  const cartons = maker.getByRole('heading', { name: /^Carton \d/ })
  await expect(maker.getByText('Unter den Linden 6')).toBeVisible()
  return cartons.count()
}

/** Orders a label for each carton and hands over. */
async function ship(page: Page, order: string, cartons: number): Promise<void> {
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Order labels and hand over' }).click()
  const labels = page.getByRole('link', { name: 'Labels (PDF)' })
  await expect(labels).toBeVisible()
  await expectAccessible(page)
  const pdf = await page.request.get((await labels.getAttribute('href')) ?? '')
  expect((await PDFDocument.load(await pdf.body())).getPageCount()).toBe(cartons)
  expect(await atCarrier(site, order)).toEqual({ shipments: 1, cancelled: 0, cartons })
}

/** Whatever was done was done once, and the books say the same as those who did it. */
async function expectOnce(order: string, { price, net, cartons }: Record<'price' | 'net' | 'cartons', number>) {
  expect(await atStripe(site, order)).toMatchObject({
    checkout: [price],
    authorisation: [price],
    capture: [price],
    cancellation: [],
    refund: [],
    transfer: [net],
  })
  expect(await atCarrier(site, order)).toEqual({ shipments: 1, cancelled: 0, cartons })
  const { unbalanced, balances } = await booksOf(site, order)
  expect(unbalanced).toEqual([])
  expect(balances).toMatchObject({
    card: price - net,
    [`held:${order}`]: 0,
    'factory_payable:officina-seveso': 0,
  })
}
