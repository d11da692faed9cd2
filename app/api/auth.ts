import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { anonymous, bearer, organization } from 'better-auth/plugins'
import type { Database } from '#prisma/client.ts'
import { moveOwner } from '#prisma/designs.ts'
import { guestDomain, guests } from './guests.ts'

export type AuthConfig = {
  readonly origin: string
  readonly secret: string
  /** Sends the link for choosing a new password; it works once, for an hour. */
  readonly sendReset: (mail: { to: string; url: string; key: string }) => Promise<void>
  /** Demo mode and its programs sign in far more often than people do. */
  readonly demo: boolean
}

/** Accounts, sessions and memberships. Only this library writes its tables. */
export function createAuth(database: Database, config: AuthConfig) {
  return betterAuth({
    appName: 'Makerline',
    baseURL: config.origin,
    basePath: '/api/auth',
    secret: config.secret,
    trustedOrigins: [config.origin],
    telemetry: { enabled: false },
    database: prismaAdapter(database.client, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      autoSignIn: true,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, url, token }) =>
        config.sendReset({ to: user.email, url, key: `reset/${token}` }),
    },
    user: {
      additionalFields: { role: { type: 'string', required: false, defaultValue: 'shopper', input: false } },
    },
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24, cookieCache: { enabled: true, maxAge: 60 } },
    rateLimit: { enabled: true, window: 60, max: config.demo ? 2000 : 60, customRules: signInRules(config.demo) },
    advanced: {
      cookiePrefix: 'makerline',
      useSecureCookies: config.origin.startsWith('https://'),
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
    },
    plugins: [
      anonymous({
        emailDomainName: guestDomain,
        onLinkAccount: async ({ anonymousUser, newUser }) =>
          moveOwner(database, anonymousUser.user.id, newUser.user.id),
      }),
      guests(),
      bearer(),
      organization({ allowUserToCreateOrganization: false }),
    ],
  })
}

function signInRules(demo: boolean) {
  const most = demo ? 500 : 8
  return { '/sign-in/email': { window: 60, max: most }, '/sign-up/email': { window: 60, max: most } }
}

export type Auth = ReturnType<typeof createAuth>
