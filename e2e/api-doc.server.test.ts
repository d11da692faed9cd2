import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appRouter } from '#app/api/router.ts'
import { brianza } from '#prisma/seed/brianza.ts'
import { linkOrganization } from '#prisma/seed/seed.ts'
import { type PlatformUnderTest, platformUnderTest } from './platform-under-test.ts'

/** A business day in seven seconds: long enough to answer by hand, short enough to wait for. */
const speed = 12_000

const page = await readFile(new URL('../docs/api.md', import.meta.url), 'utf8')
const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block).join('\n')

let platform: PlatformUnderTest
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'api-doc-'))
  platform = await platformUnderTest({ speed, factories: brianza })
  await platform.startWorker()
  const [shopper, factory, operator] = await Promise.all([
    platform.signUp('Sam Shopper'),
    platform.signUp('Franca Factory'),
    platform.signUp('Olga Operator', 'operator'),
  ])
  const byHand = brianza.find(({ demo }) => demo)
  if (byHand === undefined) throw new Error('No factory belongs to the demo account')
  const { id, name } = byHand.profile
  const organization = await platform.platform.auth.api.createOrganization({
    body: { name, slug: id, userId: factory.id },
  })
  await linkOrganization(platform.platform.database, id, organization.id)
  const password = 'a long enough password'
  const ready = {
    web: platform.web,
    api: `${platform.web}/api/trpc`,
    accounts: [
      { role: 'shopper', email: shopper.email, password },
      { role: 'factory', email: factory.email, password },
      { role: 'operator', email: operator.email, password },
    ],
  }
  await writeFile(join(folder, 'ready.json'), JSON.stringify(ready))
}, 180_000)
afterAll(async () => {
  await platform.stop()
  await rm(folder, { recursive: true, force: true })
})

async function shell(script: string): Promise<{ code: number; said: string }> {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    env: { ...process.env, READY: join(folder, 'ready.json'), TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const [code] = await once(child, 'close')
  return { code: Number(code), said }
}

test('the commands of docs/api.md take an order from a design to the payout, as they stand', {
  timeout: 240_000,
}, async () => {
  const { code, said } = await shell(commands)
  expect(said, said).toContain('the sum is 0')
  expect(said).toMatch(/submitted .*accepted .*operation_finished .*shipped .*delivered approved/)
  expect(said).toContain('"kind":"approved"')
  expect(code, said).toBe(0)
})

test('docs/api.md names every procedure there is', () => {
  const named = new Set([...page.matchAll(/`([a-z]+\.[a-zA-Z]+)/g)].map(([, name]) => name))
  const missing = Object.keys(appRouter._def.procedures).filter((name) => !named.has(name))
  expect(missing).toEqual([])
})
