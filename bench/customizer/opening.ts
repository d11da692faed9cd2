import type { Browser, BrowserContext, Page } from 'playwright'
import { watch } from './probe.ts'

export const size = { width: 1280, height: 800 } as const

/** A page of a visitor's own, with nothing in any cache. */
export async function freshPage(
  browser: Browser,
  { dry = false } = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: size, locale: 'en-GB' })
  const page = await context.newPage()
  await watch(page, { dry })
  return { context, page }
}

/** Opens the product's page and waits until the scene has drawn itself. */
export async function openProduct(page: Page, web: string): Promise<void> {
  await page.goto(`${web}/p/shelf`)
  await page.locator('[data-stage="3d"]').waitFor({ timeout: 60_000 })
  await page.waitForLoadState('networkidle')
}

/**
 * Replaces the drawing in the page's own HTML by a plain picture of it, which the same server's address gives: what stands around it stays.
 * `picture` is a PNG of the drawing.
 */
export async function withPicture(page: Page, web: string, picture: Buffer): Promise<void> {
  await page.route(`${web}/p/shelf`, async (route) => {
    const response = await route.fetch()
    const html = await response.text()
    const place = html.indexOf('data-stage=')
    const from = html.indexOf('<svg', place)
    const to = html.indexOf('</svg>', from) + '</svg>'.length
    await route.fulfill({
      response,
      body: `${html.slice(0, from)}<img alt="" src="/drawing-of-it.png">${html.slice(to)}`,
    })
  })
  await page.route('**/drawing-of-it.png', (route) => route.fulfill({ body: picture, contentType: 'image/png' }))
}

/** The same detour through the bench for the page as it is, so that both sides pay for it. */
export async function asItIs(page: Page, web: string): Promise<void> {
  await page.route(`${web}/p/shelf`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: await response.text() })
  })
}
