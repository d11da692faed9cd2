import { randomBytes } from 'node:crypto'

/** Told by every page to a browser that has none, until it closes; scripts cannot read it, and over https no other host can set it. */
const nameFor = (origin: string): string =>
  origin.startsWith('https://') ? '__Host-makerline.visitor' : 'makerline.visitor'

/** The secret number of a browser that has no session yet: what its first calls have in common, however many there are at once. */
export function readVisitor(headers: Headers, origin: string): string | undefined {
  const start = `${nameFor(origin)}=`
  const pair = (headers.get('cookie') ?? '').split(/;\s*/).find((cookie) => cookie.startsWith(start))
  const visitor = pair?.slice(start.length)
  return visitor !== undefined && /^[\w-]{22,64}$/.test(visitor) ? visitor : undefined
}

export const newVisitor = (): string => randomBytes(16).toString('base64url')

/** The `Set-Cookie` value that gives a browser its number. */
export const visitorCookie = (visitor: string, origin: string): string =>
  `${nameFor(origin)}=${visitor}; Path=/; HttpOnly; SameSite=Lax${origin.startsWith('https://') ? '; Secure' : ''}`
