import { redirect } from 'react-router'
import { keepPreferences } from '../preferences/cookie.ts'
import type { Route } from './+types/preferences.ts'

const kept = ['language', 'theme', 'country'] as const

/** Keeps a choice of language, theme or country and goes back to where it was made. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData()
  const changes: Partial<Record<(typeof kept)[number], string>> = {}
  for (const name of kept) {
    const value = form.get(name)
    if (typeof value === 'string' && value.length <= 10) changes[name] = value
  }
  return redirect(ownPath(form.get('from')), {
    headers: { 'set-cookie': keepPreferences(request.headers.get('cookie') ?? '', changes) },
  })
}

/** Only a path of this site: an address of another origin is not followed. */
function ownPath(from: FormDataEntryValue | null): string {
  return typeof from === 'string' && /^\/(?![/\\])/.test(from) ? from : '/'
}

export function loader() {
  return redirect('/')
}
