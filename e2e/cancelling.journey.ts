import type { Page } from '@playwright/test'
import { DemoFactory } from './demo-factory.ts'
import { atStripe } from './effects.ts'
import { expect, test, withoutWebgl } from './journey.ts'
import { expectStage, goOnToOrder, goOnToPayment, orderOf, payByCard, pickQuote, submitTo } from './shopping.ts'
import { site } from './site.ts'

// What is drawn is not the question here, and drawing in software takes most of the machine.
test.use(withoutWebgl)

/** An order with quotes, of a shelf that no other journey orders. */
async function ask(page: Page, width: number): Promise<string> {
  await page.goto('/p/shelf')
  await page.locator('input[name=width]').fill(String(width))
  await page.locator('input[name=width]').blur()
  await goOnToOrder(page)
  const order = await submitTo(page, 'Grace Hopper', 'grace@example.com')
  await expectStage(page, 'offered')
  return order
}

/** Reads what cancelling would give back, and does it; gives the amount that was stated, minor units. */
async function cancel(page: Page): Promise<{ refund: number; kept: number }> {
  await page.getByText('Cancel the order', { exact: true }).first().click()
  const terms = page.locator('[data-refund]')
  await expect(terms).toBeVisible()
  const stated = {
    refund: Number(await terms.getAttribute('data-refund')),
    kept: Number(await terms.getAttribute('data-kept')),
  }
  await page.getByRole('button', { name: /^Cancel/ }).click()
  await expectStage(page, 'cancelled')
  return stated
}

test('cancelled before payment, nothing is owed', async ({ page }) => {
  const order = await ask(page, 1101)
  await pickQuote(page)
  expect(await cancel(page)).toEqual({ refund: 0, kept: 0 })
  expect(await atStripe(site, order)).toMatchObject({ authorisation: [], capture: [], refund: [] })
})

test('cancelled after payment, before the factory answers, the hold is released', async ({ page }) => {
  const order = await ask(page, 1102)
  const hash = await orderOf(page).getAttribute('data-hash')
  const factory = await DemoFactory.open(site)
  await factory.bid(hash ?? '')
  const price = await pickQuote(page, factory.name)
  await goOnToPayment(page)
  await payByCard(page)
  await expectStage(page, 'awaiting_acceptance')
  expect(await cancel(page)).toEqual({ refund: 0, kept: 0 })
  expect(await atStripe(site, order)).toMatchObject({
    authorisation: [price],
    cancellation: [price],
    capture: [],
    refund: [],
  })
})

test('cancelled in production, exactly the stated amount comes back', async ({ page }) => {
  const order = await ask(page, 1103)
  const hash = await orderOf(page).getAttribute('data-hash')
  const factory = await DemoFactory.open(site)
  await factory.bid(hash ?? '')
  const price = await pickQuote(page, factory.name)
  await goOnToPayment(page)
  await payByCard(page)
  await expectStage(page, 'awaiting_acceptance')
  const job = await factory.accept(order)
  await expectStage(page, 'scheduled')
  await factory.make(job, 2)
  await expectStage(page, 'in_production')
  await expect(page.locator('[data-kept]')).not.toHaveAttribute('data-kept', '0')
  const { refund, kept } = await cancel(page)
  expect(refund + kept).toBe(price)
  expect(refund).toBeLessThan(price)
  expect(await atStripe(site, order)).toMatchObject({ capture: [price], refund: [refund] })
})
