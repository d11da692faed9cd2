import { redirect } from 'react-router'
import { isOwnPath } from '../account/next-page.ts'
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
  const from = form.get('from')
  return redirect(isOwnPath(from) ? from : '/', {
    headers: { 'set-cookie': keepPreferences(request.headers.get('cookie') ?? '', changes) },
  })
}

export function loader() {
  return redirect('/')
}
