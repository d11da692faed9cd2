import { useEffect } from 'react'
import { data } from 'react-router'
import { factoryOr } from '#app/api/portal-gate.ts'
import { refusalIn } from '#app/api/refusals.ts'
import { refusalStatus } from '#models/order/refusals.ts'
import { keepLastOfEach } from '../browser/keep-last.ts'
import { prepareProduct } from '../customizer/ready-product.ts'
import { jobCode } from '../factory/job-code.ts'
import { PackingList } from '../factory/packing-list.tsx'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/factory-packing-list.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const factory = await factoryOr(context, request)
  try {
    const job = await context.api.jobs.get({ job: params.job })
    await prepareProduct(job.product, job.version)
    const { say } = await wordsFor(request)
    return { job, factory: factory.name, title: `${say('floor.packingList')} ${jobCode(job.job)}` }
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === undefined) throw error
    throw data(null, { status: refusalStatus[refusal.code] })
  }
}

type Shown = Awaited<ReturnType<Route.ClientLoaderArgs['serverLoader']>>
const keptOf = keepLastOfEach<Shown>()

export function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs) {
  return keptOf(params.job).read(serverLoader)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title }]

export default function FactoryPackingList({ loaderData }: Route.ComponentProps) {
  useEffect(() => keptOf(loaderData.job.job).show(loaderData), [loaderData])
  return <PackingList job={loaderData.job} factory={loaderData.factory} />
}

export { ErrorBoundary } from './factory-job.tsx'
