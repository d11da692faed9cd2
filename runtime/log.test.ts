import { expect, test } from 'vitest'
import { createLog, redacted, requestId } from './log.ts'

/** Everything written, and the lines read back. */
function logged(write: (log: ReturnType<typeof createLog>) => void): { text: string; lines: unknown[] } {
  let text = ''
  const log = createLog({
    part: 'worker',
    level: 'debug',
    destination: {
      write: (line) => {
        text += line
      },
    },
  })
  write(log)
  return {
    text,
    lines: text
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  }
}

test('a line is JSON with level, time, part, values and sentence', () => {
  const { lines } = logged((log) => log.info({ order: 'o1', stage: 'scheduled' }, 'Order moved'))
  expect(lines).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      part: 'worker',
      order: 'o1',
      stage: 'scheduled',
      msg: 'Order moved',
    },
  ])
})

test('secrets and personal data are gone at any depth, also from children, errors and sentences', () => {
  const cause = Object.assign(new Error('at sk_test_abcDEF123'), { headers: { authorization: 'Bearer abc.def' } })
  const { text } = logged((log) => {
    const child = log.child({ request: 'r1', authorization: 'Bearer child-token' })
    child.info(
      {
        email: 'ada@example.com',
        address: { name: 'Ada Shopper', line1: 'Lindenweg 5' },
        nested: [{ deeper: { 'Stripe-Signature': 't=1,v1=ff', apiKey: 'k-123', set_cookie: 'sid=9' } }],
      },
      'Mail to ada@example.com with postgres://user:hunter2@db/x and whsec_c2VjcmV0 and Basic dXNlcjpw',
    )
    child.error({ err: new Error('Failed for grace@example.org', { cause }) }, 'Call failed')
    child.error(cause)
  })
  for (const secret of [
    'ada@example.com',
    'grace@example.org',
    'Lindenweg',
    'Ada Shopper',
    'child-token',
    'v1=ff',
    'k-123',
    'sid=9',
    'hunter2',
    'c2VjcmV0',
    'dXNlcjpw',
    'abcDEF123',
    'abc.def',
  ]) {
    expect(text).not.toContain(secret)
  }
  expect(text).toContain(redacted)
  expect(text).toContain('"request":"r1"')
})

test('an error keeps its class, message, stack, code and causes', () => {
  const error = Object.assign(new TypeError('broken', { cause: new Error('root') }), { code: 'E_BROKEN' })
  const { lines } = logged((log) => log.error(error))
  expect(lines[0]).toMatchObject({
    level: 'error',
    err: { type: 'TypeError', message: 'broken', code: 'E_BROKEN', cause: { message: 'root' } },
  })
})

test('cycles, big integers and bytes are no reason to fail', () => {
  const cycle: Record<string, unknown> = { id: 7n, bytes: new Uint8Array(3) }
  cycle.self = cycle
  const { lines } = logged((log) => log.info({ cycle }, 'Odd'))
  expect(lines[0]).toMatchObject({ cycle: { id: '7', bytes: '[3 bytes]' } })
})

test('a plain request id is kept, anything else is replaced', () => {
  expect(requestId(new Headers({ 'x-request-id': 'abc-12345678' }))).toBe('abc-12345678')
  for (const odd of ['short', 'x'.repeat(65), 'with space and more', '{"json":1,"more":2}']) {
    expect(requestId(new Headers({ 'x-request-id': odd }))).toMatch(/^[0-9a-f-]{36}$/)
  }
  expect(requestId(new Headers())).toMatch(/^[0-9a-f-]{36}$/)
})
