import { useEffect } from 'react'
import { data, redirect, useSearchParams } from 'react-router'
import { actInInbox } from '#app/api/factory-forms.ts'
import { answerForm, wantsPage } from '#app/api/form-answer.ts'
import { factoryOr } from '#app/api/portal-gate.ts'
import { refusalIn } from '#app/api/refusals.ts'
import { keepLast } from '../browser/keep-last.ts'
import { sendForm } from '../browser/send-form.ts'
import { prepareProduct } from '../customizer/ready-product.ts'
import { readAmount } from '../factory/amount-input.ts'
import { promiseOf } from '../factory/bid-terms.ts'
import { InboxPage } from '../factory/inbox.tsx'
import { readKey } from '../factory/inbox-rows.ts'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/factory-inbox.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const factory = await factoryOr(context, request)
  const { api } = context
  const query = new URL(request.url).searchParams
  const named = readKey(query.get('open'))
  const [requests, won, { say }] = await Promise.all([
    api.jobs.requests(),
    api.jobs.list({ stages: ['awaiting_acceptance'] }),
    wordsFor(request),
  ])
  const [first] = requests
  const shown =
    named === undefined
      ? won.length === 0
        ? first?.request
        : undefined
      : named.kind === 'request'
        ? named.id
        : undefined
  const detail = shown === undefined ? undefined : await openRequest(context, shown)
  await Promise.all([...requests, ...won].map(({ product, version }) => prepareProduct(product, version)))
  return {
    requests,
    won,
    detail,
    typed: { price: query.get('price'), date: query.get('date') },
    title: say('factory.title', { page: say('factory.inbox'), factory: factory.name }),
  }
}

/** A request that was answered or has lapsed is shown as gone, not as a fault. */
async function openRequest({ api }: Route.LoaderArgs['context'], request: string) {
  try {
    return await api.jobs.request({ request })
  } catch (error) {
    if (refusalIn(error) === undefined) throw error
    return undefined
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  await factoryOr(context, request)
  const form = await request.formData()
  const given = {
    ...Object.fromEntries(form),
    amount: readAmount(String(form.get('price') ?? '')),
    deliverBy: promiseOf(String(form.get('country') ?? ''), String(form.get('date') ?? '')),
  }
  const { status, answer } = await answerForm(() => actInInbox(context, given))
  if ('done' in answer && wantsPage(request)) return redirect('/factory', 303)
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

export default function FactoryInbox({ loaderData }: Route.ComponentProps) {
  useEffect(() => kept.show(loaderData), [loaderData])
  const { requests, won, detail, typed } = loaderData
  // The address tells what is open, also where what it stands for could not be read.
  const [query] = useSearchParams()
  const open = readKey(query.get('open')) && (query.get('open') ?? undefined)
  return <InboxPage requests={requests} won={won} open={open} detail={detail} typed={typed} />
}
