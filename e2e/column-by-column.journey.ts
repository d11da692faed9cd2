import type { Page } from '@playwright/test'
import { expect, expectAccessible, test, withoutWebgl } from './journey.ts'
import { openGroup } from './shopping.ts'

test.use(withoutWebgl)

const form = (page: Page) => page.locator('form[data-price]')

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a shelf is shaped column by column, and what cannot be has a fix to press', async ({ page }) => {
    await page.goto('/p/shelf?doors=')
    const layout = await openGroup(page, 'Layout')
    await layout.getByLabel('Column 1', { exact: true }).fill('300')
    await layout.getByLabel('Row 1', { exact: true }).fill('280')
    const fronts = await openGroup(page, 'Doors and drawers')
    await fronts.getByRole('radio', { name: 'Drawers' }).check()
    await fronts.getByLabel('Drawers, column 2, row 1').check()
    await page.getByRole('button', { name: 'Show this choice' }).click()
    await expect(form(page)).toHaveAttribute('data-valid', 'true')
    await expect(page.locator('input[name=columnWidths]').first()).toHaveValue('300')
    await expect(page.locator('input[name=drawers][value="2-1"]')).toBeChecked()

    await openGroup(page, 'Layout')
    await page.getByLabel('Column 2', { exact: true }).fill('300')
    await page.getByLabel('Column 3', { exact: true }).fill('300')
    await page.getByRole('button', { name: 'Show this choice' }).click()
    await expect(page.locator('[data-refusal=columns_do_not_fill]')).toContainText('add up to 900')
    await page.locator('[data-refusal=columns_do_not_fill]').getByRole('button').click()
    await expect(form(page)).toHaveAttribute('data-valid', 'true')
  })
})

test('by keyboard alone: widths, drawers, colours, and back again', async ({ page }) => {
  await page.goto('/p/shelf?doors=')
  const layout = await openGroup(page, 'Layout')
  const first = layout.getByLabel('Column 1', { exact: true })
  await first.focus()
  await expect(layout.getByText(/^Column 1: .*fit now$/)).toBeVisible()
  await first.fill('300')
  await first.press('Tab')
  await expect(layout.getByLabel('Column 2', { exact: true })).toHaveAttribute('placeholder', '414')

  const fronts = await openGroup(page, 'Doors and drawers')
  await fronts.getByRole('radio', { name: 'Doors' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(fronts.getByRole('radio', { name: 'Drawers' })).toBeChecked()
  const drawer = fronts.getByLabel('Drawers, column 2, row 1')
  const before = Number(await form(page).getAttribute('data-price'))
  await layout
    .getByLabel('Row 1', { exact: true })
    .evaluate((field) => field.closest('details')?.setAttribute('open', ''))
  await layout.getByLabel('Row 1', { exact: true }).fill('280')
  await openGroup(page, 'Doors and drawers')
  await drawer.focus()
  await page.keyboard.press('Space')
  await expect(drawer).toBeChecked()
  await expect.poll(async () => Number(await form(page).getAttribute('data-price'))).toBeGreaterThan(before)
  await fronts.getByRole('radio', { name: 'Ink blue' }).check()
  await fronts.getByLabel('Ink blue, column 2, row 1').focus()
  await page.keyboard.press('Space')
  await expect(form(page)).toHaveAttribute('data-valid', 'true')
  await expectAccessible(page)
  await page.keyboard.press('Control+z')
  await expect(fronts.getByLabel('Ink blue, column 2, row 1')).not.toBeChecked()
})

test('a design of the first version opens as it was, and is taken over when its owner likes', async ({ page }) => {
  await page.goto('/p/shelf')
  const id = await page.evaluate(async () => {
    const json = (input: unknown) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    await fetch('/api/auth/sign-in/anonymous', json({}))
    const design = { product: 'shelf', version: 1, options: { width: 1300, doors: ['1-1'] } }
    const answer = await fetch('/api/trpc/designs.save', json(design))
    const saved: { result: { data: { id: string } } } = await answer.json()
    return saved.result.data.id
  })
  await page.goto(`/d/${id}`)
  await expect(page.locator('input[name=drawers]')).toHaveCount(0)
  const hash = await form(page).getAttribute('data-hash')
  const note = page.locator('[data-newer-version]')
  await expect(note).toContainText('drawers')
  await expect(note).toContainText('Yours keeps its shape.')
  await note.getByRole('button', { name: 'Take it over' }).click()

  await expect(page.locator('input[name=drawers]').first()).toBeAttached()
  await expect(page).toHaveURL(new RegExp(`/d/${id}`))
  await expect(note).toHaveCount(0)
  await expect(page.locator('input[name=width]')).toHaveValue('1300')
  await expect(form(page)).toHaveAttribute('data-valid', 'true')
  await expect(form(page)).not.toHaveAttribute('data-hash', hash ?? '')
})
