import { atStripe } from './effects.ts'
import { expect, test } from './journey.ts'
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

test.use({ javaScriptEnabled: false })

test('without JavaScript one chooses, asks, picks and pays', async ({ page }) => {
  await page.goto('/p/shelf')
  const form = page.locator('form[data-price]')
  const before = await form.getAttribute('data-hash')
  await page.locator('input[name=width]').fill('1230')
  const finish = await openGroup(page, 'Finish')
  await finish.getByRole('radio', { name: 'Clear lacquer' }).check()
  await page.getByRole('button', { name: 'Show this choice' }).click()
  await expect(page.locator('input[name=width]')).toHaveValue('1230')
  await expect(form).not.toHaveAttribute('data-hash', before ?? '')
  const hash = await form.getAttribute('data-hash')

  await goOnToOrder(page)
  await expect(page.locator('form[data-hash]')).toHaveAttribute('data-hash', hash ?? '')
  const order = await submitTo(page, 'Ada Lovelace', 'ada@example.com')
  await expect(orderOf(page)).toHaveAttribute('data-hash', hash ?? '')
  await expect(async () => {
    await page.reload()
    await expectStage(page, 'offered', 500)
  }).toPass()
  const price = await pickQuote(page)
  await goOnToPayment(page)
  await payByCard(page)
  await expectStage(page, 'awaiting_acceptance')
  await expect(orderOf(page)).toHaveAttribute('data-price', String(price))
  expect(await atStripe(site, order)).toMatchObject({ authorisation: [price], capture: [], refund: [] })
})
