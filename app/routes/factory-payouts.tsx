import { useEffect } from 'react'
import { factoryOr } from '#app/api/portal-gate.ts'
import { keepLast } from '../browser/keep-last.ts'
import { payoutLines } from '../factory/payout-lines.ts'
import { PayoutsPage } from '../factory/payouts.tsx'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/factory-payouts.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const factory = await factoryOr(context, request)
  const [paid, jobs, { say }] = await Promise.all([
    context.api.jobs.payouts(),
    context.api.jobs.list({ stages: ['scheduled', 'in_production', 'shipped'] }),
    wordsFor(request),
  ])
  return {
    ...payoutLines(paid, jobs),
    title: say('factory.title', { page: say('factory.payouts'), factory: factory.name }),
  }
}

type Shown = Awaited<ReturnType<Route.ClientLoaderArgs['serverLoader']>>
const kept = keepLast<Shown>()

export function clientLoader({ serverLoader }: Route.ClientLoaderArgs) {
  return kept.read(serverLoader)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title }]

export default function FactoryPayouts({ loaderData }: Route.ComponentProps) {
  useEffect(() => kept.show(loaderData), [loaderData])
  return <PayoutsPage coming={loaderData.coming} done={loaderData.done} />
}
