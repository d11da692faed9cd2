import { factoryOfMember } from '#prisma/factories.ts'
import type { Platform } from './platform.ts'
import type { Person } from './sessions.ts'
import { newVisitor, readVisitor } from './visitor.ts'

/** The factory a person is a member of. */
export type OwnFactory = { readonly id: string; readonly name: string; readonly zone: string }

/** What one request is answered with. `headers` go onto the response (cookies of a new guest). */
export type Context = {
  readonly platform: Platform
  readonly request: Request
  readonly headers: Headers
  readonly person: Person | undefined
  /** asked once a request */
  readonly factory: () => Promise<OwnFactory | undefined>
  /** the person, or a new guest account for a visitor */
  readonly someone: () => Promise<Person>
  /** the caller's network address, for limits */
  readonly address: string
}

/** Reads the session of a request. Cookie and `Authorization: Bearer` alike. */
export async function openContext(platform: Platform, request: Request): Promise<Context> {
  const headers = new Headers()
  let person = await platform.sessions.personOf(request.headers)
  let factory: Promise<OwnFactory | undefined> | undefined
  let guest: Promise<Person> | undefined

  async function becomeGuest(): Promise<Person> {
    const visitor = readVisitor(request.headers, platform.environment.web.origin) ?? newVisitor()
    const made = await platform.auth.api.signInGuest({
      body: { visitor },
      headers: request.headers,
      returnHeaders: true,
    })
    for (const cookie of made.headers.getSetCookie()) headers.append('set-cookie', cookie)
    const token = made.headers.get('set-auth-token')
    if (token !== null) headers.set('set-auth-token', token)
    return { ...made.response, role: 'guest' }
  }

  return {
    platform,
    request,
    headers,
    get person() {
      return person
    },
    factory() {
      factory ??= person === undefined ? Promise.resolve(undefined) : factoryOfMember(platform.database, person.id)
      return factory
    },
    async someone() {
      if (person !== undefined) return person
      // Calls that travel together are one guest's, however many of them ask at once.
      guest ??= becomeGuest()
      person = await guest
      return person
    },
    address: request.headers.get('x-client-address') ?? 'unknown',
  }
}
