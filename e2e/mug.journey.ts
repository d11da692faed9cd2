import { expect, expectAccessible, test } from './journey.ts'
import { expectStage, goOnToOrder, openGroup, orderOf, pickQuote, submitTo } from './shopping.ts'

test('a mug is shaped and glazed, shown before any kernel has come, and ordered by the dozen', async ({ page }) => {
  const kernels: number[] = []
  page.on('request', (request) => {
    if (request.url().includes('.wasm')) kernels.push(Date.now())
  })
  // When the page itself says that the first frame is there: the test hears of it later.
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const { dataset } = document.documentElement
      if (document.querySelector('[data-stage="3d"]')) dataset.drawnAt ??= String(Date.now())
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-stage'] })
  })
  await page.goto('/')
  await page.getByRole('link', { name: 'Mug', exact: true }).first().click()
  await page.waitForURL(/\/p\/mug/)
  const stage = page.locator('[data-stage]')
  await expect(stage).toHaveAttribute('data-stage', '3d')
  const form = page.locator('form[data-price]')
  const before = await form.getAttribute('data-hash')

  await page.locator('input[name=volume]').fill('400')
  await page.locator('input[name=volume]').press('Tab')
  const glaze = await openGroup(page, 'Clay and glaze')
  await glaze.locator('input[name=outside][value=tenmoku]').check()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect(form).not.toHaveAttribute('data-hash', before ?? '')
  await expect.poll(() => kernels.length).toBeGreaterThan(0)
  const drawnAt = await page.evaluate(() => Number(document.documentElement.dataset.drawnAt))
  expect(kernels[0]).toBeGreaterThan(drawnAt)
  await expectAccessible(page)

  const hash = await form.getAttribute('data-hash')
  await goOnToOrder(page)
  await page.locator('input[name=quantity]').fill('12')
  await submitTo(page, 'Lucie Rie', 'lucie@example.com')
  await expectStage(page, 'offered')
  await expect(orderOf(page)).toHaveAttribute('data-hash', hash ?? '')
  const price = await pickQuote(page)
  await expect(orderOf(page)).toHaveAttribute('data-price', String(price))
})
