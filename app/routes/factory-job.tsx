import { useEffect } from 'react'
import { data, isRouteErrorResponse, redirect } from 'react-router'
import { actInInbox, actOnJob } from '#app/api/factory-forms.ts'
import { answerForm, wantsPage } from '#app/api/form-answer.ts'
import { readPhotoForm } from '#app/api/photo-form.ts'
import { factoryOr } from '#app/api/portal-gate.ts'
import { refusalIn } from '#app/api/refusals.ts'
import { refusalStatus } from '#models/order/refusals.ts'
import { keepLastOfEach } from '../browser/keep-last.ts'
import { sendForm } from '../browser/send-form.ts'
import { prepareProduct } from '../customizer/ready-product.ts'
import { jobCode } from '../factory/job-code.ts'
import { JobPage } from '../factory/job-page.tsx'
import { UnknownJob } from '../factory/unknown-job.tsx'
import { ErrorPage } from '../ui/error-page.tsx'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/factory-job.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const factory = await factoryOr(context, request)
  try {
    const job = await context.api.jobs.get({ job: params.job })
    await prepareProduct(job.product, job.version)
    const { say } = await wordsFor(request)
    const page = say('floor.jobTitle', { code: jobCode(job.job) })
    return { job, title: say('factory.title', { page, factory: factory.name }) }
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === undefined) throw error
    throw data(null, { status: refusalStatus[refusal.code] })
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  await factoryOr(context, request)
  const { status, answer } = await answerForm(async () => {
    const given = await readPhotoForm(request)
    return given.act === 'accept' || given.act === 'refuse' ? actInInbox(context, given) : actOnJob(context, given)
  })
  if ('done' in answer && wantsPage(request)) return redirect(`/factory/jobs/${params.job}`, 303)
  return data({ ...answer, for: new URL(request.url).searchParams.get('for') }, { status })
}

type Shown = Awaited<ReturnType<Route.ClientLoaderArgs['serverLoader']>>
const keptOf = keepLastOfEach<Shown>()

export function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs) {
  return keptOf(params.job).read(serverLoader)
}

export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return sendForm(serverAction)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title }]

export default function FactoryJob({ loaderData }: Route.ComponentProps) {
  useEffect(() => keptOf(loaderData.job.job).show(loaderData), [loaderData])
  return <JobPage key={loaderData.job.job} job={loaderData.job} />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const isUnknown = isRouteErrorResponse(error) && (error.status === 404 || error.status === 403)
  return isUnknown ? <UnknownJob /> : <ErrorPage error={error} />
}
