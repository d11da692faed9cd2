import { useEffect, useState } from 'react'
import { data, redirect, useNavigation } from 'react-router'
import { refusalIn } from '#app/api/refusals.ts'
import { refusalStatus } from '#models/order/refusals.ts'
import { keepLastOfEach } from '../browser/keep-last.ts'
import { sendForm } from '../browser/send-form.ts'
import { prepareProduct, useProduct } from '../customizer/ready-product.ts'
import { orderPath, shortNumber } from '../orders/order-link.ts'
import { OrderPage } from '../orders/order-page.tsx'
import type { Failure } from '../orders/order-scene.tsx'
import { stageClock } from '../orders/stage-clock.ts'
import { useWords } from '../words/reader.tsx'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/order.ts'
import { orderAct } from './order-acts.ts'

/** Everything is the shopper’s own: no cache keeps it, no search engine lists it. */
export const headers = () => ({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = context
  const query = new URL(request.url).searchParams
  const key = query.get('key') ?? undefined
  const asked = { order: params.order, ...(key === undefined ? {} : { key }) }
  if (query.has('paid')) {
    // The processor is asked once, so that the page tells the truth before the webhook does; a reload does not ask again.
    await api.orders.checkPayment(asked).catch(unlessRefused)
    throw redirect(orderPath(params.order, key, { returned: '1' }))
  }
  try {
    const { cursor } = await api.live.cursor()
    const [order, story, quotes, cancellation] = await Promise.all([
      api.orders.get(asked),
      api.orders.story(asked),
      api.quotes.list(asked),
      api.orders.cancelPreview(asked),
    ])
    const product = await prepareProduct(order.product, order.version)
    if (product === undefined) throw new Error(`There is no ${order.product} ${order.version}`)
    const words = await wordsFor(request)
    const { title } = stageClock(order, product, words, Date.parse(order.now))
    return {
      cursor,
      order,
      quotes,
      cancellation,
      events: story.events,
      options: story.options,
      orderKey: key,
      returned: query.has('returned'),
      title: words.say('order.pageTitle', { stage: title, number: shortNumber(order.order) }),
    }
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === undefined) throw error
    throw data(null, { status: refusalStatus[refusal.code] })
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const key = new URL(request.url).searchParams.get('key') ?? undefined
  const done = await orderAct(context, request, { order: params.order, key }, await wordsFor(request))
  if ('to' in done) return redirect(done.to, 303)
  return data({ failure: done.failure }, { status: done.status })
}

type Shown = Awaited<ReturnType<Route.ClientLoaderArgs['serverLoader']>>
const keptOf = keepLastOfEach<Shown>()

export function clientLoader({ params, serverLoader }: Route.ClientLoaderArgs) {
  return keptOf(params.order).read(serverLoader)
}

export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return sendForm(serverAction)
}

/** The address holds the key of a guest: it is told to no other site. */
export function meta({ loaderData }: Route.MetaArgs) {
  return [
    { title: loaderData?.title },
    { name: 'referrer', content: 'same-origin' },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function Order({ loaderData, actionData }: Route.ComponentProps) {
  const { cursor, order, quotes, events, options, cancellation, orderKey, returned } = loaderData
  const product = useProduct(order.product, order.version)
  const failure = useFailure(actionData, order.stage)
  useEffect(() => keptOf(order.order).show(loaderData), [order.order, loaderData])
  return (
    <OrderPage
      key={order.order}
      cursor={cursor}
      scene={{
        order,
        quotes,
        events,
        options,
        cancellation,
        product,
        orderKey,
        returned,
        failure,
      }}
    />
  )
}

type Answer = Route.ComponentProps['actionData']

/**
 * What did not work, in words; also where there was no answer to say so. It stays while the page is read anew, until one acts again
 * or the order has moved on.
 */
function useFailure(answer: Answer, stage: string): Failure | undefined {
  const { say } = useWords()
  const isActing = useNavigation().formMethod === 'POST'
  const [kept, setKept] = useState<{ answer: Answer; stage: string }>()
  useEffect(() => {
    if (answer !== undefined) setKept({ answer, stage })
    else if (isActing) setKept(undefined)
  }, [answer, stage, isActing])
  const last = answer ?? (kept?.stage === stage ? kept.answer : undefined)
  if (last === undefined || 'failure' in last) return last?.failure
  const words = say(last.unsent === 'lost' ? 'order.unsent' : 'order.actFailed')
  return { act: '', words, field: undefined, typed: '' }
}

/** A payment that cannot be asked about now is no reason not to show the order. */
function unlessRefused(error: unknown): void {
  if (refusalIn(error) === undefined) throw error
}
