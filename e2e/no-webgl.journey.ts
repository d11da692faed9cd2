import { expect, expectAccessible, test, withoutWebgl } from './journey.ts'
import { expectStage, goOnToOrder, openGroup, orderOf, pickQuote, submitTo } from './shopping.ts'

test.use(withoutWebgl)

test('without WebGL the drawing stays, and one configures and orders', async ({ page }) => {
  await page.goto('/p/shelf')
  expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull()
  const form = page.locator('form[data-price]')
  await page.locator('input[name=width]').fill('1440')
  await page.locator('input[name=width]').press('Tab')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const stage = page.locator('[data-stage]')
  await expect(stage).toHaveAttribute('data-stage', 'drawing')
  await expect(stage.getByRole('img')).toBeVisible()
  await expect(stage).toContainText('1 440')

  const before = await form.getAttribute('data-price')
  const finish = await openGroup(page, 'Finish')
  await finish.getByRole('radio', { name: 'Clear lacquer' }).check()
  await expect(form).not.toHaveAttribute('data-price', before ?? '')
  const hash = await form.getAttribute('data-hash')
  await expectAccessible(page)

  await goOnToOrder(page)
  await submitTo(page, 'Katherine Johnson', 'katherine@example.com')
  await expectStage(page, 'offered')
  await expect(orderOf(page)).toHaveAttribute('data-hash', hash ?? '')
  const price = await pickQuote(page)
  await expect(orderOf(page)).toHaveAttribute('data-price', String(price))
})
