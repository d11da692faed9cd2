import type { Page } from '@playwright/test'
import { expect, test, withoutWebgl } from './journey.ts'
import { goOnToOrder, openGroup } from './shopping.ts'

test.use(withoutWebgl)

/** Holds back every script of the pages to come, as a slow line does, until the returned function is called. */
async function withholdScripts(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await released
    await route.continue()
  })
  return release
}

test('what was chosen before the script came is kept', async ({ page }) => {
  const release = await withholdScripts(page)
  await page.goto('/p/shelf', { waitUntil: 'commit' })
  const form = page.locator('form[data-price]')
  const before = await form.getAttribute('data-hash')
  await page.locator('input[name=width]').fill('1102')
  const fronts = await openGroup(page, 'Doors and drawers')
  await fronts.getByLabel('Doors, column 1, row 1').uncheck()
  const finish = await openGroup(page, 'Finish')
  await finish.getByRole('radio', { name: 'Clear lacquer' }).check()
  await page.getByLabel('Deliver to').selectOption('IT')
  await expect(form).toHaveAttribute('data-hash', before ?? '')
  release()

  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expect(page.locator('input[name=width]')).toHaveValue('1102')
  await expect(page.locator('input[name=finish]:checked')).toHaveValue('clear-lacquer')
  await expect(page.locator('input[name=doors][value="1-1"]')).not.toBeChecked()
  await expect(page.locator('select[name=country]')).toHaveValue('IT')
  await expect(form).not.toHaveAttribute('data-hash', before ?? '')
  const hash = await form.getAttribute('data-hash')
  await goOnToOrder(page)
  await expect(page.locator('form[data-hash]')).toHaveAttribute('data-hash', hash ?? '')
})

test('so is a number that cannot be, with its reason, and a caliper that was pulled', async ({ page }) => {
  const release = await withholdScripts(page)
  await page.goto('/p/shelf', { waitUntil: 'commit' })
  await page.locator('input[name=width]').fill('9999')
  await page.getByRole('slider', { name: 'Height' }).fill('1500')
  release()
  await expect(page.locator('[data-refusal]').first()).toBeVisible()
  await expect(page.locator('input[name=width]')).toHaveValue('9999')
  await expect(page.locator('input[name=height]')).toHaveValue('1500')
})
