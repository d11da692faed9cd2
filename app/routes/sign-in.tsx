import { data, Link, redirect, useSearchParams } from 'react-router'
import { AccountForm } from '../account/account-form.tsx'
import { nextPage } from '../account/next-page.ts'
import { cookiesOf, textOf, troubleIn } from '../account/trouble.ts'
import { TextField } from '../ui/field.tsx'
import { useWords } from '../words/reader.tsx'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/sign-in.ts'

/** Who is signed in already goes on, unless they asked for another account. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const person = context.person()
  const wantsOther = new URL(request.url).searchParams.has('other')
  if (person && person.role !== 'guest' && !wantsOther) throw redirect(nextPage(request))
  const { say } = await wordsFor(request)
  return { title: say('account.signInTitle'), isGuest: person !== undefined }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const email = textOf(form, 'email')
  const answer = await context.auth('/sign-in/email', { email, password: form.get('password') })
  const trouble = await troubleIn(answer)
  if (trouble) return data({ trouble, email }, { status: 422 })
  return redirect(nextPage(request), { headers: cookiesOf(answer) })
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title }]

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { say } = useWords()
  const [query] = useSearchParams()
  const rest = query.size > 0 ? `?${query}` : ''
  return (
    <AccountForm
      title={say('account.signInTitle')}
      intro={say(query.has('reset') ? 'account.passwordSet' : lead(query.get('next'), loaderData.isGuest))}
      trouble={actionData && say(actionData.trouble)}
      submit={say('account.signIn')}
      below={
        <>
          <Link to="/forgot-password" className="flex min-h-11 items-center underline underline-offset-4">
            {say('account.forgot')}
          </Link>
          <Link to={`/sign-up${rest}`} className="flex min-h-11 items-center underline underline-offset-4">
            {say('account.toSignUp')}
          </Link>
        </>
      }
    >
      <TextField
        label={say('account.email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={actionData?.email}
      />
      <TextField
        label={say('account.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
    </AccountForm>
  )
}

/** What signing in is good for, to whoever was on the way somewhere. */
function lead(next: string | null, isGuest: boolean) {
  if (next?.startsWith('/factory')) return 'account.whyFactory'
  return isGuest ? 'account.carried' : 'account.why'
}
