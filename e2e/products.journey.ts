import type { Page } from '@playwright/test'
import { products } from '#models/catalog.ts'
import { atStripe } from './effects.ts'
import { expect, expectAccessible, test } from './journey.ts'
import { expectStage, goOnToOrder, goOnToPayment, orderOf, payByCard, pickQuote, submitTo } from './shopping.ts'
import { site } from './site.ts'

const form = (page: Page) => page.locator('form[data-price]')
const hashOf = async (page: Page) => (await form(page).getAttribute('data-hash')) ?? ''
/** The first measure that a product asks for. */
const measure = (page: Page) => form(page).locator('input[type=number]:visible').first()

for (const { slug } of products) {
  test.describe(slug, () => {
    test('is shaped by the keyboard alone, and keeps every step to go back', async ({ page }) => {
      await page.goto(`/p/${slug}`)
      await expect(page.locator('[data-stage]')).toHaveAttribute('data-stage', '3d', { timeout: 40_000 })
      await expectAccessible(page)
      const [start, price] = [await hashOf(page), await form(page).getAttribute('data-price')]
      await measure(page).focus()
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Tab')
      await expect(form(page)).not.toHaveAttribute('data-hash', start)
      await expect(form(page)).toHaveAttribute('data-valid', 'true')
      const shaped = await hashOf(page)
      await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'saved')
      for (let step = 0; (await hashOf(page)) !== start; step += 1) {
        expect(step, 'steps back to the start').toBeLessThan(10)
        await page.keyboard.press('Control+z')
      }
      await expect(form(page)).toHaveAttribute('data-price', price ?? '')
      for (let step = 0; (await hashOf(page)) !== shaped; step += 1) {
        expect(step, 'steps forward again').toBeLessThan(10)
        await page.keyboard.press('Control+Shift+z')
      }
      await expectAccessible(page)
    })

    test('is shared by its link: another may see and fork it, and never change it', async ({ page, another }) => {
      await page.goto(`/p/${slug}`)
      await measure(page).press('ArrowUp')
      await page.keyboard.press('Tab')
      await expect(page.locator('[data-saved]')).toHaveAttribute('data-saved', 'saved')
      await page.waitForURL(/\/d\/[0-9a-f]{24}$/)
      const [link, hash] = [page.url(), await hashOf(page)]

      const friend = await another()
      await friend.goto(link)
      await expect(friend.locator('[data-hash]').first()).toHaveAttribute('data-hash', hash)
      await expectAccessible(friend)
      await friend
        .locator('button[name=wish][value=fork], form:has(input[name=wish][value=fork]) button')
        .first()
        .click()
      await friend.waitForURL((url) => /\/d\/[0-9a-f]{24}$/.test(url.pathname) && url.href !== link)
      await expect(form(friend)).toHaveAttribute('data-hash', hash)
      await measure(friend).press('ArrowUp')
      await friend.keyboard.press('Tab')
      await expect(friend.locator('[data-saved]')).toHaveAttribute('data-saved', 'saved')
      await expect(form(friend)).not.toHaveAttribute('data-hash', hash)

      await page.reload()
      await expect(form(page)).toHaveAttribute('data-hash', hash)
    })

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false })

      test('is chosen, asked for, picked and paid', async ({ page }) => {
        await page.goto(`/p/${slug}`)
        const before = await hashOf(page)
        const value = Number(await measure(page).inputValue())
        await measure(page).fill(String(value + 10))
        await page.getByRole('button', { name: 'Show this choice' }).click()
        await expect(measure(page)).toHaveValue(String(value + 10))
        await expect(form(page)).not.toHaveAttribute('data-hash', before)
        await expect(page.locator('[data-stage] svg').first()).toBeVisible()
        const hash = await hashOf(page)
        await goOnToOrder(page)
        const order = await submitTo(page, 'Ada Lovelace', 'ada@example.com')
        await expect(orderOf(page)).toHaveAttribute('data-hash', hash)
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
    })
  })
}
