import { z } from 'zod'
import type { En } from '../words/en.ts'

export type AccountTrouble = Extract<
  keyof En,
  | 'account.wrongPair'
  | 'account.emailTaken'
  | 'account.emailShape'
  | 'account.passwordShort'
  | 'account.nameMissing'
  | 'account.linkDead'
  | 'account.tooMany'
  | 'account.failed'
>

const answer = z.object({ code: z.string() })

/** Codes of better-auth that a person can do something about. */
const known: Readonly<Record<string, AccountTrouble>> = {
  INVALID_EMAIL_OR_PASSWORD: 'account.wrongPair',
  USER_NOT_FOUND: 'account.wrongPair',
  USER_ALREADY_EXISTS: 'account.emailTaken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'account.emailTaken',
  INVALID_EMAIL: 'account.emailShape',
  PASSWORD_TOO_SHORT: 'account.passwordShort',
  INVALID_TOKEN: 'account.linkDead',
}

/** Why the accounts refused, or undefined when they did not. */
export async function troubleIn(response: Response): Promise<AccountTrouble | undefined> {
  if (response.ok || (response.status >= 300 && response.status < 400)) return undefined
  if (response.status === 429) return 'account.tooMany'
  const read = answer.safeParse(await response.json().catch(() => undefined))
  return (read.success ? known[read.data.code] : undefined) ?? 'account.failed'
}

/** The cookies of an answer, for the response to the form. */
export function cookiesOf(response: Response): Headers {
  const headers = new Headers()
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie)
  return headers
}

/** A text field of a form, trimmed; empty when it is missing. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
