import { useEffect } from 'react'
import { data, redirect } from 'react-router'
import { actOnJob } from '#app/api/factory-forms.ts'
import { answerForm, wantsPage } from '#app/api/form-answer.ts'
import { readPhotoForm } from '#app/api/photo-form.ts'
import { factoryOr } from '#app/api/portal-gate.ts'
import { keepLast } from '../browser/keep-last.ts'
import { sendForm } from '../browser/send-form.ts'
import { prepareProduct } from '../customizer/ready-product.ts'
import { BoardPage } from '../factory/board.tsx'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/factory-board.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const factory = await factoryOr(context, request)
  const [jobs, { say }] = await Promise.all([
    context.api.jobs.list({ stages: ['scheduled', 'in_production'] }),
    wordsFor(request),
  ])
  await Promise.all(jobs.map(({ product, version }) => prepareProduct(product, version)))
  return { jobs, title: say('factory.title', { page: say('floor.boardTitle'), factory: factory.name }) }
}

export async function action({ request, context }: Route.ActionArgs) {
  await factoryOr(context, request)
  const { status, answer } = await answerForm(async () => actOnJob(context, await readPhotoForm(request)))
  if ('done' in answer && wantsPage(request)) return redirect('/factory/board', 303)
  return data({ ...answer, for: new URL(request.url).searchParams.get('for') }, { status })
}

type Shown = Awaited<ReturnType<Route.ClientLoaderArgs['serverLoader']>>
const kept = keepLast<Shown>()

export function clientLoader({ serverLoader }: Route.ClientLoaderArgs) {
  return kept.read(serverLoader)
}

export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return sendForm(serverAction)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title }]

export default function FactoryBoard({ loaderData }: Route.ComponentProps) {
  useEffect(() => kept.show(loaderData), [loaderData])
  return <BoardPage jobs={loaderData.jobs} />
}
