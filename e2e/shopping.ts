import { expect, type Locator, type Page } from '@playwright/test'

/** Stripe's test cards. */
export const cards = { good: '4242 4242 4242 4242', declined: '4000 0000 0000 0002' } as const

/** The order a page shows. */
export const orderOf = (page: Page): Locator => page.locator('[data-stage][data-order]')

/** The id of the order whose page is open. */
export async function orderIdOn(page: Page): Promise<string> {
  const id = await orderOf(page).getAttribute('data-order')
  if (id === null) throw new Error(`${page.url()} shows no order`)
  return id
}

export async function expectStage(page: Page, stage: string | RegExp, timeout = 20_000): Promise<void> {
  await expect(orderOf(page)).toHaveAttribute('data-stage', stage, { timeout })
}

/** Opens a group of the customizer's options, unless it is open already. */
export async function openGroup(page: Page, title: string): Promise<Locator> {
  const group = page.locator('details[name=groups]').filter({ has: page.locator('summary', { hasText: title }) })
  if ((await group.getAttribute('open')) === null) await group.locator('summary').click()
  return group
}

/** From the customizer to the page that asks for the address. */
export async function goOnToOrder(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ask factories' }).click()
  await page.waitForURL(/\/d\/[0-9a-f]+\/order/)
}

/** Fills in where it goes and asks the factories; ends on the order's page. */
export async function submitTo(page: Page, name: string, email?: string): Promise<string> {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Street and number').fill('Unter den Linden 6')
  await page.getByLabel('Postal code').fill('10117')
  await page.getByLabel('City').fill('Berlin')
  await page.getByLabel('Country').selectOption('DE')
  if (email !== undefined) await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Ask factories' }).click()
  await page.waitForURL(/\/orders\/[0-9a-f]+/)
  return orderIdOn(page)
}

/** Takes the first quote, or the one of this factory; gives its price in minor units. */
export async function pickQuote(page: Page, factory?: string): Promise<number> {
  const quotes = page.locator('article[data-quote]')
  const quote = (factory === undefined ? quotes : quotes.filter({ hasText: factory })).first()
  const price = Number(await quote.getAttribute('data-price'))
  await quote.getByRole('button', { name: /^Choose this quote/ }).click()
  await expectStage(page, 'awaiting_payment')
  return price
}

/** From the order's page to the processor's. */
export async function goOnToPayment(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pay and start' }).click()
  await page.waitForURL(/\/c\/pay\//)
}

/** Fills in a card on the processor's page and pays; with a good card that ends on the order's page. */
export async function payByCard(page: Page, card: string = cards.good): Promise<void> {
  await fillInCard(page, card)
  await page.getByRole('button', { name: /^Pay/ }).click()
  if (card === cards.good) await page.waitForURL(/\/orders\/[0-9a-f]+/)
}

export async function fillInCard(page: Page, card: string = cards.good): Promise<void> {
  const mail = page.getByLabel('Email')
  if (await mail.isEditable()) await mail.fill('ada@example.com')
  await page.getByLabel('Card number').fill(card)
  await page.getByLabel('Expiry').fill('12 / 40')
  await page.getByLabel('CVC').fill('123')
  await page.getByLabel('Cardholder name').fill('Ada Lovelace')
}
