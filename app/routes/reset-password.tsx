import { data, Link, redirect } from 'react-router'
import { AccountForm } from '../account/account-form.tsx'
import { NewPassword } from '../account/new-password.tsx'
import { troubleIn } from '../account/trouble.ts'
import { useWords } from '../words/reader.tsx'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/reset-password.ts'

export async function loader({ request }: Route.LoaderArgs) {
  const { say } = await wordsFor(request)
  const query = new URL(request.url).searchParams
  return { title: say('account.resetTitle'), isDead: query.has('error') || !query.has('token') }
}

export async function action({ request, context }: Route.ActionArgs) {
  const token = new URL(request.url).searchParams.get('token')
  const newPassword = (await request.formData()).get('password')
  const trouble = await troubleIn(await context.auth('/reset-password', { token, newPassword }))
  if (trouble) return data({ trouble }, { status: 422 })
  return redirect('/sign-in?reset')
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: loaderData?.title },
  // The address holds a secret that must not travel on.
  { name: 'referrer', content: 'no-referrer' },
]

export default function ResetPassword({ loaderData, actionData }: Route.ComponentProps) {
  const { say } = useWords()
  return (
    <AccountForm
      title={say('account.resetTitle')}
      trouble={actionData && say(actionData.trouble)}
      done={loaderData.isDead && <p>{say('account.linkDead')}</p>}
      submit={say('account.setPassword')}
      below={
        <Link to="/forgot-password" className="flex min-h-11 items-center underline underline-offset-4">
          {say('account.forgot')}
        </Link>
      }
    >
      <NewPassword label={say('account.newPassword')} />
    </AccountForm>
  )
}
