import { redirect } from 'react-router'
import { cookiesOf } from '../account/trouble.ts'
import type { Route } from './+types/sign-out.ts'

export async function action({ context }: Route.ActionArgs) {
  return redirect('/', { headers: cookiesOf(await context.auth('/sign-out', {})) })
}

export function loader() {
  return redirect('/')
}
