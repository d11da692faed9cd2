import { keepPreferences, type Preferences } from './cookie.ts'

/** Keeps a preference from a script, as the form would through the server. */
export function keepHere(changes: Partial<Record<keyof Preferences, string>>): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we serve
  document.cookie = keepPreferences(document.cookie, changes)
}
