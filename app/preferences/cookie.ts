import { languageFor, tagsOf } from '../words/languages.ts'

export type Theme = 'system' | 'light' | 'dark'

/** What a reader chose, or what the request suggests. `zone` is IANA; `country` ISO 3166-1 alpha-2 or undefined where nothing tells. */
export type Preferences = {
  readonly language: string
  readonly theme: Theme
  readonly zone: string
  readonly country: string | undefined
}

/** One cookie, readable by scripts: nothing in it is a secret. A year. */
export const preferencesCookie = 'preferences'
const attributes = 'Path=/; Max-Age=31536000; SameSite=Lax'

export function readPreferences(headers: Headers): Preferences {
  const stored = storedPreferences(headers.get('cookie') ?? '')
  const tags = tagsOf(headers.get('accept-language') ?? '')
  const theme = stored.get('theme')
  return {
    language: languageFor([stored.get('language') ?? '', ...tags]).code,
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    zone: zoneOr(stored.get('zone'), 'UTC'),
    country: countryOf(stored.get('country')) ?? tags.map(regionOf).find((region) => region !== undefined),
  }
}

/** The `Set-Cookie` value (or what a script gives `document.cookie`) that keeps `changes` beside what is stored in `cookies`. */
export function keepPreferences(cookies: string, changes: Partial<Record<keyof Preferences, string>>): string {
  const kept = storedPreferences(cookies)
  for (const [name, value] of Object.entries(changes)) kept.set(name, value)
  return `${preferencesCookie}=${encodeURIComponent(kept.toString())}; ${attributes}`
}

function storedPreferences(cookies: string): URLSearchParams {
  const pair = cookies.split(/;\s*/).find((cookie) => cookie.startsWith(`${preferencesCookie}=`))
  try {
    return new URLSearchParams(decodeURIComponent(pair?.slice(preferencesCookie.length + 1) ?? ''))
  } catch {
    return new URLSearchParams()
  }
}

function zoneOr(zone: string | null | undefined, fallback: string): string {
  if (!zone) return fallback
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return fallback
  }
}

function countryOf(code: string | null | undefined): string | undefined {
  return code && /^[A-Z]{2}$/.test(code) ? code : undefined
}

function regionOf(tag: string): string | undefined {
  return countryOf(
    tag
      .split('-')
      .slice(1)
      .find((part) => part.length === 2)
      ?.toUpperCase(),
  )
}
