import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { factories } from '#prisma/seed/factories.ts'
import { ordered, until } from '../../e2e/drive.ts'
import { type PlatformUnderTest, platformUnderTest } from '../../e2e/platform-under-test.ts'
import { appRouter } from './router.ts'

const described = z.object({
  type: z.enum(['query', 'mutation', 'subscription']),
  meta: z.object({
    roles: z.array(z.string()),
    object: z
      .object({ noun: z.enum(['design', 'order', 'quote', 'request', 'job', 'file']), input: z.string() })
      .optional(),
  }),
})

/** Every procedure of the API with what its meta says; generated, so that a new one is tested without a word here. */
const procedures = Object.entries(appRouter._def.procedures).map(([path, procedure]) => ({
  path,
  ...described.parse(Reflect.get(procedure, '_def')),
}))

/** Fields besides the object's id that some procedures want; a body that is refused for its form would prove nothing. */
const filler: Readonly<Record<string, unknown>> = {
  words: 'It is broken.',
  photos: [],
  refund: 0,
  reason: 'because',
  reference: 'R-1',
  quote: 'q',
  price: { amount: 1000, currency: 'EUR' },
  deliverBy: '2027-06-01T00:00:00.000Z',
  operation: 'saw',
  path: 'specification.json',
  product: 'shelf',
  version: 1,
  options: {},
}

type Role = 'visitor' | 'guest' | 'shopper' | 'factory' | 'operator'
const roles: readonly Role[] = ['visitor', 'guest', 'shopper', 'factory', 'operator']

let platform: PlatformUnderTest
const tokens = new Map<Role, string | undefined>()
const foreign: Record<string, string> = {}

/** One HTTP call as a role; gives the status and the refusal's code. */
async function call(
  role: Role,
  path: string,
  type: string,
  input: unknown,
): Promise<{ status: number; code: string | undefined }> {
  const token = tokens.get(role)
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  }
  const url = `${platform.web}/api/trpc/${path}`
  const response =
    type === 'mutation'
      ? await fetch(url, { method: 'POST', headers, body: JSON.stringify(input) })
      : await fetch(`${url}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers })
  const body = z
    .object({ error: z.object({ data: z.object({ refusal: z.object({ code: z.string() }).optional() }) }).optional() })
    .parse(await response.json())
  return { status: response.status, code: body.error?.data.refusal?.code }
}

beforeAll(async () => {
  const hand = factories.find(({ bidding }) => bidding === 'hand')
  platform = await platformUnderTest({ speed: 240, factories })
  await platform.startWorker()
  const owner = await platform.as((await platform.signUp('Owner')).token)
  const { order, job, quote } = await ordered(platform, owner)
  const requests = await until(
    () => platform.platform.database.client.quoteRequest.findMany({ where: { orderId: order } }),
    (rows) => rows.length > 0,
  )
  const design = (await owner.orders.get({ order })).design
  Object.assign(foreign, { order, job, quote: quote.id, design, request: requests[0]?.id })
  const other = factories.find(
    ({ profile }) => profile.id !== quote.factory.id && profile.id !== requests[0]?.factoryId,
  )
  if (hand === undefined || other === undefined) throw new Error('The seed has no such factories')
  const guest = await platform.platform.auth.api.signInAnonymous({ headers: new Headers() })
  tokens.set('guest', guest?.token)
  tokens.set('shopper', (await platform.signUp('Stranger')).token)
  tokens.set('factory', (await platform.memberOf(other.profile.id)).token)
  tokens.set('operator', (await platform.signUp('Olga', 'operator')).token)
}, 180_000)
afterAll(() => platform.stop(), 180_000)

describe('what belongs to somebody else', () => {
  const touching = procedures.filter(({ meta }) => meta.object !== undefined)

  test('covers orders, designs, requests and jobs', () => {
    expect([...new Set(touching.map(({ meta }) => meta.object?.noun))].sort()).toEqual([
      'design',
      'job',
      'order',
      'request',
    ])
  })

  for (const { path, type, meta } of touching) {
    for (const role of roles) {
      const allowed = role === 'operator' && (meta.roles.includes('operator') || meta.object?.noun === 'order')
      if (allowed) continue
      test(`${path} refuses a ${role}`, async () => {
        const id = foreign[meta.object?.noun ?? '']
        const answer = await call(role, path, type, { ...filler, [meta.object?.input ?? '']: id })
        expect(answer.code).toBeOneOf(['not_yours', 'wrong_role', 'not_signed_in'])
        expect(answer.status).toBeOneOf([401, 403])
      })
    }
  }
})

describe('what needs a role', () => {
  for (const { path, type, meta } of procedures) {
    if (meta.roles.includes('anyone') || meta.roles.includes('guest')) continue
    for (const role of roles) {
      if (meta.roles.includes(role)) continue
      test(`${path} refuses a ${role}`, async () => {
        const answer = await call(role, path, type, { ...filler, ...foreign })
        expect(answer.code).toBeOneOf(['wrong_role', 'not_signed_in', 'not_yours'])
      })
    }
  }
})

describe('streams and files', () => {
  test.each(roles.filter((role) => role !== 'operator'))('nobody else follows an order: %s', async (role) => {
    const token = tokens.get(role)
    const input = encodeURIComponent(JSON.stringify({ topics: [`order/${foreign.order}`] }))
    const response = await fetch(`${platform.web}/api/trpc/live.changes?input=${input}`, {
      headers: { accept: 'text/event-stream', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    })
    // A stream answers 200 before its procedure has run: the refusal is its one event.
    const text = await response.text()
    expect(text).toContain('serialized-error')
    expect(text).toContain('not_yours')
  })

  test('a key opens one order and no other', async () => {
    const key = new URL(
      (await platform.platform.database.client.order.findFirstOrThrow({ where: { id: foreign.order ?? '' } }))
        .accessKey,
      'http://x/',
    ).pathname.slice(1)
    expect((await call('visitor', 'orders.get', 'query', { order: foreign.order, key })).status).toBe(200)
    expect(
      (await call('visitor', 'orders.get', 'query', { order: foreign.order, key: `${key.slice(0, -1)}_` })).code,
    ).toBe('not_yours')
  })

  test('labels and files of others are refused', async () => {
    for (const role of roles) {
      const headers = tokens.get(role) === undefined ? undefined : { authorization: `Bearer ${tokens.get(role)}` }
      const label = await fetch(`${platform.web}/api/labels/${foreign.job}`, headers === undefined ? {} : { headers })
      expect(label.status).toBe(403)
      const file = await fetch(`${platform.web}/api/files/none`, headers === undefined ? {} : { headers })
      expect(file.status).toBe(404)
    }
  })
})
