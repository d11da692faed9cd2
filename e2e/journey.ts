import { AxeBuilder } from '@axe-core/playwright'
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type LaunchOptions,
  type Page,
} from '@playwright/test'

/** What a page complained of, and what a journey expects it to complain of. */
type Complaints = { readonly heard: string[]; readonly expected: RegExp[] }

type Journey = {
  /** A console error or an uncaught exception that matches none of what was allowed fails the journey. */
  complaints: Complaints
  /** Announces a complaint that belongs to the journey, such as of a lost connection. */
  allow: (complaint: RegExp) => void
  /** Another person: a context of their own, watched like the first. */
  another: (options?: BrowserContextOptions) => Promise<Page>
}

function watch(context: BrowserContext, { heard }: Complaints): void {
  context.on('weberror', (thrown) => heard.push(`${thrown.page()?.url()}: ${thrown.error()}`))
  context.on('console', (message) => {
    if (message.type() === 'error')
      heard.push(`${message.page()?.url()}: ${message.text()} (${message.location().url})`)
  })
}

export const test = base.extend<Journey>({
  complaints: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are wanted from the pattern.
    async ({}, use) => {
      const complaints: Complaints = { heard: [], expected: [] }
      await use(complaints)
      const unexpected = complaints.heard.filter((line) => !complaints.expected.some((known) => known.test(line)))
      expect(unexpected, 'what pages complained of').toEqual([])
    },
    { auto: true },
  ],
  allow: async ({ complaints }, use) => use((complaint) => complaints.expected.push(complaint)),
  context: async ({ context, complaints }, use) => {
    watch(context, complaints)
    await use(context)
  },
  another: async ({ browser, contextOptions, complaints }, use) => {
    const opened: BrowserContext[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...contextOptions, ...options })
      watch(context, complaints)
      opened.push(context)
      return context.newPage()
    })
    for (const context of opened) await context.close()
  },
})

export { expect } from '@playwright/test'

/** For `test.use`: a browser that has no WebGL at all. */
export const withoutWebgl = {
  launchOptions: async (
    { launchOptions }: { launchOptions: LaunchOptions },
    use: (changed: LaunchOptions) => Promise<void>,
  ) => use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--disable-3d-apis'] }),
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Holds the page as it stands to WCAG 2.2 AA, as far as a machine can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(rules)
    .analyze()
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary?.replaceAll(/\s+/g, ' ')}`),
  )
  expect(told, `what axe finds on ${page.url()}`).toEqual([])
}
