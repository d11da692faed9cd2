import { DemoFactory } from './demo-factory.ts'
import { expect, test, withoutWebgl } from './journey.ts'
import {
  expectStage,
  goOnToOrder,
  goOnToPayment,
  orderIdOn,
  orderOf,
  payByCard,
  pickQuote,
  submitTo,
} from './shopping.ts'
import { site } from './site.ts'

test.use(withoutWebgl)

test('a shopper whose factory gives the order back is told why on top, and offered the others', async ({ page }) => {
  const factory = await DemoFactory.open(site)
  await page.goto('/p/shelf?width=1070&columns=2')
  await goOnToOrder(page)
  await submitTo(page, 'Gil', 'gil@example.org')
  const hash = await orderOf(page).getAttribute('data-hash')
  await factory.bid(hash ?? '')
  await expect(page.getByRole('article').filter({ hasText: factory.name })).toBeVisible()
  await pickQuote(page, factory.name)
  await goOnToPayment(page)
  await payByCard(page)
  await expectStage(page, 'awaiting_acceptance')
  await factory.giveBack(await orderIdOn(page), 'machine: The edge bander stands still.')
  await expectStage(page, 'offered')
  await expect(page.locator('[data-refused]')).toHaveText(
    'Officina Seveso gave the order back: The edge bander stands still. Your money was released in full.',
  )
  await expect(page.getByRole('button', { name: /^Choose this quote/ }).first()).toBeVisible()
})
