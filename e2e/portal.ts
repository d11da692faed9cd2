import { expect, type Locator, type Page } from '@playwright/test'
import type { takePicture } from './pictures.ts'
import { account, type Ready } from './ready.ts'

/** Signs in through the page, as a member of a factory or anybody else; ends where one was going. */
export async function signInAs(page: Page, ready: Ready, role: 'shopper' | 'factory', next: string): Promise<void> {
  const { email, password } = account(ready, role)
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === next)
}

/** The ways of the portal; on a phone they lie under the thumb. */
export async function goTo(page: Page, way: 'Inbox' | 'Board' | 'Plan' | 'Payouts'): Promise<void> {
  await page.getByRole('navigation', { name: 'Factory portal' }).getByRole('link', { name: way }).click()
  const path = way === 'Inbox' ? '/factory' : `/factory/${way.toLowerCase()}`
  await page.waitForURL((url) => url.pathname === path)
}

/** Opens the line of the inbox that says `what`, once it is there; gives what is shown of it in full. */
export async function openRow(page: Page, what: RegExp): Promise<Locator> {
  const row = page.locator('tr[data-row]').filter({ hasText: what })
  await expect(row).toBeVisible({ timeout: 20_000 })
  await row.getByRole('link').click()
  const pane = page.locator('article[aria-labelledby=pane-title]').filter({ hasText: what })
  await expect(pane).toBeVisible()
  return pane
}

type Report = { readonly note?: string; readonly photo?: Awaited<ReturnType<typeof takePicture>> }

/** What can be done about one job, on the board or on its own page. */
export class Bench {
  private readonly place: Locator

  /** @param place the card of the board, or the page of the job */
  constructor(place: Locator) {
    this.place = place
  }

  async start(): Promise<void> {
    await this.place.getByRole('button', { name: /^(Start|Go on):/ }).click()
    await expect(this.finishing).toBeVisible()
  }

  async pause(reason: string): Promise<void> {
    await this.place.locator('summary', { hasText: 'Pause' }).click()
    await this.place.getByRole('button', { name: reason, exact: true }).click()
    await expect(this.place.getByRole('button', { name: /^Go on:/ })).toBeVisible()
  }

  /** Opens what finishing asks for. */
  async openFinish(): Promise<void> {
    await this.finishing.click()
    await expect(this.sending).toBeVisible()
  }

  /** Finishes, and waits until that is done. */
  async finish(report: Report = {}): Promise<void> {
    if (!(await this.sending.isVisible())) await this.openFinish()
    await this.send(report)
    await expect(this.sending).toBeHidden()
  }

  /** Presses the last button, whatever comes of it. */
  async send(report: Report): Promise<void> {
    if (report.note !== undefined) await this.place.getByLabel('Note').fill(report.note)
    if (report.photo !== undefined) {
      await this.place.locator('input[type=file]').setInputFiles(report.photo)
      await expect(this.place.getByRole('img', { name: 'Photo', exact: true })).toBeVisible()
    }
    await this.sending.click()
  }

  private get finishing(): Locator {
    return this.place.locator('summary', { hasText: 'Finish' })
  }

  private get sending(): Locator {
    return this.place.getByRole('button', { name: 'Finished' })
  }
}
