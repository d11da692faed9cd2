import { data, Link } from 'react-router'
import { AccountForm } from '../account/account-form.tsx'
import { textOf, troubleIn } from '../account/trouble.ts'
import { TextField } from '../ui/field.tsx'
import { useWords } from '../words/reader.tsx'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/forgot-password.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { say } = await wordsFor(request)
  return { title: say('account.forgotTitle') }
}

/** Answers the same whether there is such an account or not. */
export async function action({ request, context }: Route.ActionArgs) {
  const email = textOf(await request.formData(), 'email')
  const answer = await context.auth('/request-password-reset', { email, redirectTo: '/reset-password' })
  const trouble = await troubleIn(answer)
  return data({ trouble, email }, { status: trouble ? 422 : 200 })
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title }]

export default function ForgotPassword({ actionData }: Route.ComponentProps) {
  const { say } = useWords()
  return (
    <AccountForm
      title={say('account.forgotTitle')}
      intro={!actionData && say('account.forgotWhat')}
      trouble={actionData?.trouble && say(actionData.trouble)}
      done={actionData && !actionData.trouble && <p>{say('account.linkSent', { email: actionData.email })}</p>}
      submit={say('account.sendLink')}
      below={
        <Link to="/sign-in" className="flex min-h-11 items-center underline underline-offset-4">
          {say('account.signIn')}
        </Link>
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
    </AccountForm>
  )
}
