import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PlatformUnderTest, platformUnderTest } from '../../e2e/platform-under-test.ts'
import { openPage } from './caller.ts'
import type { AppRouter } from './router.ts'

let site: PlatformUnderTest
beforeAll(async () => {
  site = await platformUnderTest({ speed: 1, factories: [] })
})
afterAll(() => site.stop())

const design = { product: 'shelf', version: 1, options: {} }

/** A browser's cookies: what an answer sets is sent from then on by all its tabs. */
class Browser {
  private readonly jar = new Map<string, string>()

  take(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', ...value] = pair.split('=')
      this.jar.set(name, value.join('='))
    }
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** Opens a page; gives the API as its loaders and form actions use it, and what the answer says when it is there. */
  async page() {
    const context = await openPage(site.platform, new Request(`${site.web}/p/shelf`, { headers: this.sent() }))
    return { api: context.api, arrives: () => this.take(context.headers) }
  }

  /** The API as the script of a page uses it. */
  script() {
    const link = httpBatchLink({
      url: `${site.web}/api/trpc`,
      headers: () => this.sent(),
      fetch: async (url, { body, signal, ...rest } = {}) => {
        const answer = await fetch(url, { ...rest, body: body ?? null, signal: signal ?? null })
        this.take(answer.headers)
        return answer
      },
    })
    return createTRPCClient<AppRouter>({ links: [link] })
  }

  private sent(): { cookie?: string; origin: string } {
    return { origin: site.web, ...(this.jar.size === 0 ? {} : { cookie: this.cookie }) }
  }
}

async function guestCount(): Promise<number> {
  const { rows } = await site.platform.database.pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM "user" WHERE is_anonymous',
  )
  return rows[0]?.count ?? 0
}

test('calls that travel together make one guest, also of a program that keeps no cookies', async () => {
  const before = await guestCount()
  const { designs } = createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${site.web}/api/trpc` })] })
  await Promise.all([designs.save.mutate(design), designs.save.mutate(design), designs.save.mutate(design)])
  expect(await guestCount()).toBe(before + 1)
})

test('two tabs that open at once, their scripts and a form are one guest, who has all of it', async () => {
  const before = await guestCount()
  const browser = new Browser()
  const tabs = await Promise.all([browser.page(), browser.page()])
  for (const { arrives } of tabs) arrives()
  const form = await browser.page()
  const scripts = [browser.script(), browser.script(), browser.script()]
  const saved = await Promise.all([
    form.api.designs.save(design),
    ...scripts.map(({ designs }) => designs.save.mutate(design)),
    ...scripts.map(({ designs }) => designs.save.mutate(design)),
  ])
  form.arrives()
  expect(await guestCount()).toBe(before + 1)
  const mine = await browser.script().designs.mine.query()
  expect(new Set(mine.map(({ id }) => id))).toEqual(new Set(saved.map(({ id }) => id)))
  expect(mine).toHaveLength(7)
})

test('who signs up takes it all along, and the next who comes to this browser is another guest', async () => {
  const browser = new Browser()
  const first = await browser.page()
  first.arrives()
  await browser.script().designs.save.mutate(design)
  const account = await fetch(`${site.web}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.web, cookie: browser.cookie },
    body: JSON.stringify({ email: 'ida@example.com', name: 'Ida', password: 'a long enough password' }),
  })
  browser.take(account.headers)
  expect(await browser.script().designs.mine.query()).toHaveLength(1)
  const out = await fetch(`${site.web}/api/auth/sign-out`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.web, cookie: browser.cookie },
    body: '{}',
  })
  browser.take(out.headers)
  await browser.script().designs.save.mutate(design)
  expect(await browser.script().designs.mine.query()).toHaveLength(1)
})

test('browsers are strangers to each other, and a made-up number opens nothing', async () => {
  const [one, other] = [new Browser(), new Browser()]
  for (const browser of [one, other]) (await browser.page()).arrives()
  await one.script().designs.save.mutate(design)
  await other.script().designs.save.mutate(design)
  expect(await one.script().designs.mine.query()).toHaveLength(1)
  const headers = new Headers()
  headers.append('set-cookie', 'makerline.visitor=short')
  const forger = new Browser()
  forger.take(headers)
  expect(await forger.script().designs.mine.query()).toEqual([])
})
