import { data, Link, redirect, useSearchParams } from 'react-router'
import { AccountForm } from '../account/account-form.tsx'
import { NewPassword } from '../account/new-password.tsx'
import { nextPage } from '../account/next-page.ts'
import { cookiesOf, textOf, troubleIn } from '../account/trouble.ts'
import { TextField } from '../ui/field.tsx'
import { useWords } from '../words/reader.tsx'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/sign-up.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const person = context.person()
  if (person && person.role !== 'guest') throw redirect(nextPage(request))
  const { say } = await wordsFor(request)
  return { title: say('account.signUpTitle'), isGuest: person !== undefined }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const filled = { name: textOf(form, 'name'), email: textOf(form, 'email') }
  if (filled.name === '') return data({ trouble: 'account.nameMissing' as const, filled }, { status: 422 })
  const answer = await context.auth('/sign-up/email', { ...filled, password: form.get('password') })
  const trouble = await troubleIn(answer)
  if (trouble) return data({ trouble, filled }, { status: 422 })
  return redirect(nextPage(request), { headers: cookiesOf(answer) })
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title }]

export default function SignUp({ loaderData, actionData }: Route.ComponentProps) {
  const { say } = useWords()
  const [query] = useSearchParams()
  const rest = query.size > 0 ? `?${query}` : ''
  return (
    <AccountForm
      title={say('account.signUpTitle')}
      intro={say(loaderData.isGuest ? 'account.carried' : 'account.why')}
      trouble={actionData && say(actionData.trouble)}
      submit={say('account.signUp')}
      below={
        <Link to={`/sign-in${rest}`} className="flex min-h-11 items-center underline underline-offset-4">
          {say('account.toSignIn')}
        </Link>
      }
    >
      <TextField
        label={say('account.name')}
        name="name"
        autoComplete="name"
        required
        maxLength={120}
        defaultValue={actionData?.filled.name}
      />
      <TextField
        label={say('account.email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={200}
        defaultValue={actionData?.filled.email}
      />
      <NewPassword label={say('account.password')} />
    </AccountForm>
  )
}
