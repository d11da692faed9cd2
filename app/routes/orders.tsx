import { Link } from 'react-router'
import { loadProduct } from '#models/catalog.ts'
import type { Stage } from '#models/order/stages.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { When } from '../ui/figures.tsx'
import { type StateShape, StateWord } from '../ui/state-word.tsx'
import { Table } from '../ui/table.tsx'
import { useWords } from '../words/reader.tsx'
import { wordsFor } from '../words/request-words.ts'
import type { Route } from './+types/orders.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { say } = await wordsFor(request)
  const all = context.person() ? await context.api.orders.mine() : []
  const orders = await Promise.all(
    all.map(async ({ url, product, ...order }) => {
      const { pathname, search } = new URL(url)
      return { ...order, path: pathname + search, name: (await loadProduct(product))?.words['product.name'] ?? product }
    }),
  )
  return { title: say('account.ordersTitle'), orders }
}

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
  const { say } = useWords()
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-10 sm:px-6">
      <h1 className="mb-8 text-head">{say('account.ordersTitle')}</h1>
      {loaderData.orders.length === 0 ? (
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
          rows={loaderData.orders}
          keyOf={(order) => order.order}
          columns={[
            {
              key: 'order',
              title: say('account.order'),
              isName: true,
              cell: (order) => (
                <Link to={order.path} className="flex min-h-11 items-center gap-2 underline underline-offset-4">
                  {order.quantity === 1
                    ? order.name
                    : say('account.several', { count: order.quantity, name: order.name })}
                </Link>
              ),
            },
            { key: 'made', title: say('account.ordered'), cell: (order) => <When at={order.createdAt} /> },
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
              align: 'end',
              cell: (order) => (order.promisedAt === null ? '–' : <When at={order.promisedAt} as="day" />),
            },
          ]}
        />
      )}
    </div>
  )
}
