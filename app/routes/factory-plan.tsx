import { useEffect } from 'react'
import { factoryOr } from '#app/api/portal-gate.ts'
import { keepLast } from '../browser/keep-last.ts'
import { prepareProduct } from '../customizer/ready-product.ts'
import { PlanPage } from '../factory/plan.tsx'
import { readZoom, zooms } from '../factory/plan-layout.ts'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/factory-plan.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const factory = await factoryOr(context, request)
  const query = new URL(request.url).searchParams
  const zoom = readZoom(query.get('zoom'))
  const from = query.get('from')
  const isDate = from !== null && /^\d{4}-\d\d-\d\d$/.test(from) && !Number.isNaN(Date.parse(`${from}T00:00:00Z`))
  const [plan, { say }] = await Promise.all([
    context.api.plan.own({ days: zooms[zoom].days, ...(isDate ? { from } : {}) }),
    wordsFor(request),
  ])
  await Promise.all([...plan.bars, ...plan.jobs].map(({ product, version }) => prepareProduct(product, version)))
  return {
    plan,
    zoom,
    from: isDate ? from : null,
    title: say('factory.title', { page: say('plan.title'), factory: factory.name }),
  }
}

type Shown = Awaited<ReturnType<Route.ClientLoaderArgs['serverLoader']>>
const kept = keepLast<Shown>()

export function clientLoader({ serverLoader }: Route.ClientLoaderArgs) {
  return kept.read(serverLoader)
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title }]

export default function FactoryPlan({ loaderData }: Route.ComponentProps) {
  useEffect(() => kept.show(loaderData), [loaderData])
  const { plan, zoom, from } = loaderData
  return <PlanPage plan={plan} zoom={zoom} from={from} />
}
