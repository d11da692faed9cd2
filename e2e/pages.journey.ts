import { expect, expectAccessible, test, withoutWebgl } from './journey.ts'
import { account } from './ready.ts'
import { site } from './site.ts'

// The canvas is looked at on the whole way; here every page that has none.
test.use(withoutWebgl)

const open = ['/p/shelf', '/p/mug', '/p/ring', '/sign-in', '/sign-up', '/forgot-password', '/terms', '/privacy']

test('every page that is open to all can be used by all', async ({ page }) => {
  for (const path of open) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})

test('so can what is one’s own, and what is not there', async ({ page, allow }) => {
  const { email, password } = account(site, 'shopper')
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  allow(/status of 40[34]/)
  for (const path of ['/designs', '/orders', '/factory', '/no-such-page', '/orders/0123456789abcdef01234567']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})
