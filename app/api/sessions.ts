import type { Auth } from './auth.ts'

/** Who asks. A guest has an anonymous account of their own; a visitor has none yet. */
export type Person = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: 'guest' | 'shopper' | 'operator'
}

type Asked = Pick<Auth['api'], 'getSession'>
type Remembered = { readonly person: Person; readonly until: number }

/** How long a session is believed without asking again, wall ms: so long may one live on that another process has ended. */
const believedMs = 10_000
const mostRemembered = 5_000

/**
 * Whose session a request brings, by cookie or `Authorization: Bearer`. Checking one takes longer than most of what is asked with it,
 * so it is believed for a few seconds; a person's calls often come many together.
 */
export class Sessions {
  private remembered = new Map<string, Remembered>()
  private readonly api: Asked
  private readonly now: () => number

  constructor(api: Asked, now: () => number = Date.now) {
    this.api = api
    this.now = now
  }

  /** The person of a request; undefined for a visitor. */
  async personOf(headers: Headers): Promise<Person | undefined> {
    const key = `${headers.get('authorization') ?? ''}\n${headers.get('cookie') ?? ''}`
    if (key === '\n') return undefined
    const { remembered } = this
    const known = remembered.get(key)
    if (known !== undefined && known.until > this.now()) return known.person
    remembered.delete(key)
    const session = await this.api.getSession({ headers })
    if (session === null) return undefined
    const { user } = session
    const person = { id: user.id, email: user.email, name: user.name, role: roleOf(user) }
    const [oldest] = remembered.keys()
    if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest)
    const until = Math.min(this.now() + believedMs, session.session.expiresAt.getTime())
    // Into what was there before the question: what is forgotten meanwhile stays forgotten.
    remembered.set(key, { person, until })
    return person
  }

  /** Believes nothing any more; whoever signs in or out, or changes a password, may have ended sessions. */
  forget(): void {
    this.remembered = new Map()
  }
}

function roleOf(user: { role?: string | null | undefined; isAnonymous?: boolean | null | undefined }): Person['role'] {
  if (user.isAnonymous === true) return 'guest'
  return user.role === 'operator' ? 'operator' : 'shopper'
}
