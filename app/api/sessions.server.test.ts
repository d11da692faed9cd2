import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '#prisma/fresh-database.ts'
import { platformUnderTest } from '../../e2e/platform-under-test.ts'
import { createAuth } from './auth.ts'
import { Sessions } from './sessions.ts'

const origin = 'http://localhost'
let fresh: Awaited<ReturnType<typeof freshDatabase>>
let auth: ReturnType<typeof createAuth>
beforeAll(async () => {
  fresh = await freshDatabase()
  const secret = 'only-for-tests-0123456789-0123456789'
  auth = createAuth(fresh.database, { origin, secret, sendReset: async () => undefined, demo: true })
})
afterAll(() => fresh.drop())

async function signedUp(name: string) {
  const body = { email: `${name}@example.com`, name, password: 'a long enough password' }
  const made = await auth.api.signUpEmail({ body })
  const headers = new Headers({ authorization: `Bearer ${made.token}` })
  return { headers, id: made.user.id }
}

const endSessionsOf = (userId: string) => fresh.database.client.session.deleteMany({ where: { userId } })

test('a session is believed for a few seconds, and not longer', async () => {
  let now = Date.now()
  const sessions = new Sessions(auth.api, () => now)
  const { headers, id } = await signedUp('ada')
  expect(await sessions.personOf(headers)).toMatchObject({ id, role: 'shopper' })
  await endSessionsOf(id)
  now += 9_000
  expect(await sessions.personOf(headers)).toMatchObject({ id })
  now += 2_000
  expect(await sessions.personOf(headers)).toBeUndefined()
})

test('who signs out is nobody at once', async () => {
  const { platform, web, signUp, as, stop } = await platformUnderTest({ speed: 1, factories: [] })
  try {
    const { token } = await signUp('Ada')
    expect(await (await as(token)).designs.mine()).toEqual([])
    const headers = { authorization: `Bearer ${token}`, origin: web, 'content-type': 'application/json' }
    const answer = await platform.authenticate(
      new Request(`${web}/api/auth/sign-out`, { method: 'POST', headers, body: '{}' }),
    )
    expect(answer.status).toBe(200)
    await expect((await as(token)).jobs.list()).rejects.toThrow('not_signed_in')
  } finally {
    await stop()
  }
}, 60_000)

test('nothing is believed any more once somebody has signed out, not even what was asked meanwhile', async () => {
  const sessions = new Sessions(auth.api)
  const { headers, id } = await signedUp('ben')
  const asking = sessions.personOf(headers)
  sessions.forget()
  expect(await asking).toMatchObject({ id })
  await endSessionsOf(id)
  expect(await sessions.personOf(headers)).toBeUndefined()
})

test('a visitor, a foreign token and another one’s are never taken for somebody', async () => {
  const sessions = new Sessions(auth.api)
  const [ada, ben] = [await signedUp('eva'), await signedUp('max')]
  expect(await sessions.personOf(ada.headers)).toMatchObject({ id: ada.id })
  expect(await sessions.personOf(ben.headers)).toMatchObject({ id: ben.id })
  expect(await sessions.personOf(new Headers())).toBeUndefined()
  const forged = new Headers({ authorization: `${ada.headers.get('authorization')}x` })
  expect(await sessions.personOf(forged)).toBeUndefined()
})
