import type { Auth } from '#app/api/auth.ts'

/** Makes an account with this password and role, or brings the one that is there in line with them; gives its id. */
export async function keepAccount(
  auth: Auth,
  account: {
    readonly email: string
    readonly name: string
    readonly password: string
    readonly role: 'shopper' | 'operator'
  },
): Promise<string> {
  const { internalAdapter, password: hashing } = await auth.$context
  const known = await internalAdapter.findUserByEmail(account.email, { includeAccounts: true })
  if (known === null) {
    const made = await auth.api.signUpEmail({
      body: { email: account.email, name: account.name, password: account.password },
    })
    await internalAdapter.updateUser(made.user.id, { role: account.role, emailVerified: true })
    return made.user.id
  }
  const hash = known.accounts.find(({ providerId }) => providerId === 'credential')?.password
  const same = hash != null && (await hashing.verify({ hash, password: account.password }))
  if (!same) await internalAdapter.updatePassword(known.user.id, await hashing.hash(account.password))
  await internalAdapter.updateUser(known.user.id, { role: account.role })
  return known.user.id
}
