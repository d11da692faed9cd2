import { describe, expect, it } from 'vitest'
import { cookiesOf, troubleIn } from './trouble.ts'

describe('an answer of the accounts', () => {
  it('is no trouble when it went well', async () => {
    expect(await troubleIn(Response.json({ user: {} }))).toBeUndefined()
  })

  it('is told by its code, its status, or as a failure', async () => {
    const refused = (code: string, status = 401) => Response.json({ code, message: 'x' }, { status })
    expect(await troubleIn(refused('INVALID_EMAIL_OR_PASSWORD'))).toBe('account.wrongPair')
    expect(await troubleIn(refused('USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL', 422))).toBe('account.emailTaken')
    expect(await troubleIn(refused('SOMETHING_NEW'))).toBe('account.failed')
    expect(await troubleIn(new Response('slow down', { status: 429 }))).toBe('account.tooMany')
    expect(await troubleIn(new Response('<html>', { status: 500 }))).toBe('account.failed')
  })

  it('hands on every cookie', () => {
    const headers = new Headers()
    headers.append('set-cookie', 'a=1')
    headers.append('set-cookie', 'b=2')
    expect(cookiesOf(new Response(null, { headers })).getSetCookie()).toEqual(['a=1', 'b=2'])
  })
})
