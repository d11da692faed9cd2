import { Link } from 'react-router'
import type { Stage } from '#models/order/stages.ts'
import { prepareProduct, useProduct } from '../customizer/ready-product.ts'
import { shortSummary } from '../customizer/short-summary.ts'
import { Thumbnail } from '../customizer/thumbnail.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Price, When } from '../ui/figures.tsx'
import { type StateShape, StateWord } from '../ui/state-word.tsx'
import { Table } from '../ui/table.tsx'
import { useWords } from '../words/reader.tsx'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/orders.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { say } = await wordsFor(request)
  const person = context.person()
  const all = person ? await context.api.orders.mine() : []
  for (const { product, version } of all) await prepareProduct(product, version)
  return {
    title: say('account.ordersTitle'),
    orders: all.map(({ url, ...order }) => {
      const { pathname, search } = new URL(url)
      return { ...order, path: pathname + search }
    }),
    isGuest: person === undefined || person.role === 'guest',
  }
}

type Listed = Route.ComponentProps['loaderData']['orders'][number]

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: loaderData?.title }]

const shapes: Readonly<Record<Stage, StateShape>> = {
  quoting: 'waiting',
  offered: 'waiting',
  awaiting_payment: 'waiting',
  awaiting_acceptance: 'waiting',
  scheduled: 'moving',
  in_production: 'live',
  shipped: 'moving',
  delivered: 'done',
  completed: 'done',
  cancelled: 'stopped',
  refunded: 'stopped',
  expired: 'stopped',
}

export default function Orders({ loaderData }: Route.ComponentProps) {
  const { orders, isGuest } = loaderData
  const { say } = useWords()
  return (
    <div className="mx-auto w-full max-w-7xl px-4 py-10 sm:px-6">
      <h1 className="text-head">{say('account.ordersTitle')}</h1>
      {isGuest && <AsGuest hasSome={orders.length > 0} />}
      <div className="mt-8">
        {orders.length === 0 ? (
          <EmptyState
            title={say('account.noOrders')}
            action={
              <ButtonLink kind="primary" to="/p/shelf">
                {say('account.shapeOne')}
              </ButtonLink>
            }
          >
            {say('account.noOrdersWhat')}
          </EmptyState>
        ) : (
          <Table
            caption={say('account.ordersTitle')}
            rows={orders}
            keyOf={(order) => order.order}
            columns={[
              { key: 'order', title: say('account.order'), isName: true, cell: (order) => <What order={order} /> },
              { key: 'made', title: say('account.ordered'), cell: (order) => <When at={order.createdAt} as="date" /> },
              {
                key: 'state',
                title: say('account.state'),
                cell: (order) => (
                  <StateWord shape={order.late ? 'late' : shapes[order.stage]}>
                    {say(`account.stage.${order.stage}`)}
                  </StateWord>
                ),
              },
              {
                key: 'due',
                title: say('account.due'),
                cell: (order) => (order.promisedAt === null ? '–' : <When at={order.promisedAt} as="date" />),
              },
              {
                key: 'price',
                title: say('account.price'),
                align: 'end',
                cell: (order) => <Price money={order.price} className="font-semibold" />,
              },
            ]}
          />
        )}
      </div>
    </div>
  )
}

/** Where a list without an account lives, and how it becomes one that comes along. */
function AsGuest({ hasSome }: { hasSome: boolean }) {
  const { say } = useWords()
  return (
    <p className="mt-3 max-w-2xl text-soft">
      {say(hasSome ? 'account.guest' : 'account.ordersElsewhere')}{' '}
      <Link
        to={hasSome ? '/sign-up' : '/sign-in?next=/orders'}
        className="whitespace-nowrap text-mat-strong underline underline-offset-4"
      >
        {say(hasSome ? 'account.signUp' : 'account.signIn')}
      </Link>
    </p>
  )
}

/** What was ordered: so that of several shelves each is told from the others. */
function What({ order }: { order: Listed }) {
  const words = useWords()
  const product = useProduct(order.product, order.version)
  const { size, counts } = shortSummary(product, order.options, words)
  return (
    <Link to={order.path} className="group flex items-center gap-4 text-left">
      <Thumbnail make={product.make(order.options)} className="h-14 w-18 shrink-0" />
      <span className="min-w-0">
        <span className="block group-hover:underline">
          {order.quantity === 1 ? size : words.say('account.several', { count: order.quantity, name: size })}
        </span>
        <span className="block font-normal text-fine text-soft">{counts}</span>
      </span>
    </Link>
  )
}
