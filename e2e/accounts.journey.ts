import { expect, test, withoutWebgl } from './journey.ts'
import { account } from './ready.ts'
import { goOnToOrder, submitTo } from './shopping.ts'
import { site } from './site.ts'

test.use(withoutWebgl)

test('who is signed in with an account that opens nothing here can take another', async ({ page, allow }) => {
  const signInAs = async (role: 'shopper' | 'factory') => {
    const { email, password } = account(site, role)
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }
  await page.goto('/sign-in')
  await signInAs('shopper')
  await page.waitForURL('**/designs')

  allow(/status of 40[34]/)
  await page.goto('/no-such-page')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing is here')
  await expect(page.getByRole('link', { name: 'My designs' })).toBeVisible()

  await page.goto('/factory')
  await page.getByRole('link', { name: 'Sign in with another account' }).click()
  await signInAs('factory')
  await expect(page.getByRole('navigation', { name: 'Factory portal' })).toBeVisible()
})

test('what is missing in the address is said beside it, and a list tells what was ordered', async ({ page, allow }) => {
  await page.goto('/p/shelf?width=1000&columns=2')
  await goOnToOrder(page)
  await page.getByLabel('It may be shown while it is made').check()
  allow(/status of 422/)
  await page.getByRole('button', { name: 'Ask factories' }).click()
  await expect(page.getByRole('alert')).toHaveText('5 things below need you before factories can be asked.')
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByLabel('City')).toHaveAccessibleDescription('This is needed.')
  await expect(page.getByLabel('It may be shown while it is made')).toBeChecked()
  await submitTo(page, 'Ada', 'ada@example.org')

  await page.getByRole('link', { name: 'My orders' }).click()
  await expect(page.getByRole('rowheader', { name: 'Shelf 1 000 × 1 800 × 320 mm' })).toContainText('2 columns, 4 rows')
  await expect(page.getByRole('row').last()).toContainText(/€\d/)
})
