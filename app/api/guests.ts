import { createHash } from 'node:crypto'
import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/** Guests' addresses lead nowhere. */
export const guestDomain = 'guest.invalid'

/**
 * Signs a visitor in as the guest of their browser. First calls that run side by side, of one page or of several tabs, carry the same
 * `visitor` and are therefore one guest with a session each: the account's address derives from it, and the database holds it once.
 */
export const guests = () =>
  ({
    id: 'guests',
    endpoints: {
      signInGuest: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ visitor: z.string().min(20) }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context
          const email = `guest-${createHash('sha256').update(`guest/${ctx.body.visitor}`).digest('hex').slice(0, 32)}@${guestDomain}`
          const known = async () => (await internalAdapter.findUserByEmail(email))?.user
          const user =
            (await known()) ??
            (await internalAdapter
              .createUser({ email, emailVerified: false, isAnonymous: true, name: 'Guest' }, { method: 'anonymous' })
              .catch(async (error: unknown) => {
                // Another call of this browser was first.
                const first = await known()
                if (first === undefined) throw error
                return first
              }))
          const session = await internalAdapter.createSession(user.id)
          await setSessionCookie(ctx, { session, user })
          return { id: user.id, email: user.email, name: user.name }
        },
      ),
    },
  }) satisfies BetterAuthPlugin
