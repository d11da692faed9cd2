import type { Page } from '@playwright/test'
import { DemoFactory } from './demo-factory.ts'
import { expect, expectAccessible, test, withoutWebgl } from './journey.ts'
import { takePicture } from './pictures.ts'
import { Bench, signInAs } from './portal.ts'
import { expectStage, goOnToOrder, goOnToPayment, orderOf, payByCard, pickQuote, submitTo } from './shopping.ts'
import { site } from './site.ts'

test.use(withoutWebgl)

const lineIs = (page: Page, state: 'there' | 'away') => page.context().setOffline(state === 'away')

// What the browser and the router say of a line that is away.
test.beforeEach(({ allow }) => allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch manifest patches/))

test('a design changed without a connection is kept, and saved when the line is back', async ({ page, another }) => {
  const width = page.locator('input[name=width]')
  const saved = page.locator('[data-saved]')
  await page.goto('/p/shelf')
  await width.fill('1131')
  await width.press('Tab')
  await expect(saved).toHaveAttribute('data-saved', 'saved')
  await page.waitForURL(/\/d\/[0-9a-f]{24}$/)
  const link = page.url()

  await lineIs(page, 'away')
  await width.fill('1132')
  await width.press('Tab')
  await expect(saved).toHaveAttribute('data-saved', 'here')
  await expect(page.locator('form[data-price]')).toHaveAttribute('data-valid', 'true')
  await expectAccessible(page)
  const friend = await another()
  await friend.goto(link)
  await expect(friend.getByText('1 131', { exact: true }).first()).toBeVisible()
  await lineIs(page, 'there')
  await expect(saved).toHaveAttribute('data-saved', 'saved')
  await friend.reload()
  await expect(friend.getByText('1 132', { exact: true }).first()).toBeVisible()

  // Left without a line: the next visit of this browser finds it, and sends it.
  await lineIs(page, 'away')
  await width.fill('1133')
  await width.press('Tab')
  await expect(saved).toHaveAttribute('data-saved', 'here')
  await page.goto('about:blank')
  await lineIs(page, 'there')
  await page.goto(link)
  await expect(width).toHaveValue('1133')
  await expect(saved).toHaveAttribute('data-saved', 'saved')
  await page.reload()
  await expect(width).toHaveValue('1133')
  await friend.reload()
  await expect(friend.getByText('1 133', { exact: true }).first()).toBeVisible()
})

test('an order’s page and the factory’s catch up by themselves with what happened while their line was away', async ({
  page: shopper,
  another,
}) => {
  const factory = await DemoFactory.open(site)
  await shopper.goto('/p/shelf')
  await shopper.locator('input[name=width]').fill('1134')
  await goOnToOrder(shopper)
  const order = await submitTo(shopper, 'Mary Jackson', 'mary@example.com')
  await expectStage(shopper, 'offered')
  await shopper.reload()
  await expectStage(shopper, 'offered')

  await lineIs(shopper, 'away')
  const lost = shopper.getByText('No connection. You see how things stood')
  await expect(lost).toBeVisible()
  await expectAccessible(shopper)
  await factory.bid((await orderOf(shopper).getAttribute('data-hash')) ?? '')
  const choice = shopper.getByRole('button', { name: /^Choose this quote/ }).first()
  await choice.click()
  await expect(shopper.getByRole('alert')).toContainText('No connection, so this was not sent.')
  await expectStage(shopper, 'offered')
  await lineIs(shopper, 'there')
  await pickQuote(shopper, factory.name)
  await expect(lost).toBeHidden()
  await goOnToPayment(shopper)
  await payByCard(shopper)
  await expectStage(shopper, 'awaiting_acceptance')

  await lineIs(shopper, 'away')
  const { job } = await factory.accept(order)
  const maker = await another()
  await signInAs(maker, site, 'factory', `/factory/jobs/${job}`)
  const bench = new Bench(maker.locator('main'))
  await bench.start()
  await lineIs(maker, 'away')
  await expect(maker.getByText('No connection. You see how things stood')).toBeVisible()
  await expectAccessible(maker)
  await bench.openFinish()
  await bench.send({ note: 'Labels are on the parts.', photo: await takePicture(800, 600) })
  await expect(maker.getByText('No connection, so this was not sent. It is kept')).toBeVisible()

  await lineIs(maker, 'there')
  await expect(maker.getByText('Labels are on the parts.')).toBeVisible()
  await expect(maker.getByRole('heading', { name: 'Work' }).locator('..')).toContainText('1 of')
  await expectStage(shopper, 'awaiting_acceptance')
  await lineIs(shopper, 'there')
  await expectStage(shopper, 'in_production')
  await expect(shopper.locator('[data-operation=prepare]')).toHaveAttribute('data-state', 'done')
  await expect(shopper.getByText('Labels are on the parts.')).toBeVisible()
})
