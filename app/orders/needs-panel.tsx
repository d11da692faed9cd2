import type { ReactNode } from 'react'
import type { EventKind } from '#models/order/events.ts'
import { useWords } from '../words/reader.tsx'
import { ActButton, ActForm } from './act-form.tsx'
import { Fold } from './fold.tsx'
import { LookPanel } from './look-panel.tsx'
import { useOrderScene } from './order-scene.tsx'
import { PayPanel } from './pay-panel.tsx'
import { QuoteList } from './quote-list.tsx'
import { ReportForm } from './report-form.tsx'
import { tell } from './telling.ts'
import { useAround } from './use-around.ts'

/** What needs the shopper now, or that nothing does: the one thing of the page that is never folded away. */
export function NeedsPanel() {
  const { say } = useWords()
  return (
    <section aria-label={say('order.needs')} data-needs="">
      <Need />
    </section>
  )
}

function Need(): ReactNode {
  const { order } = useOrderScene()
  const { say } = useWords()
  if (order.report?.state === 'open') return <Nothing />
  switch (order.stage) {
    case 'quoting':
    case 'offered':
      return <QuoteList />
    case 'awaiting_payment':
      return <PayPanel />
    case 'awaiting_acceptance':
      return (
        <Nothing>
          {order.quote &&
            say('order.authorised', {
              price: order.quote.price,
              factory: order.quote.factory.name,
              due: order.dueAt ?? order.now,
            })}
        </Nothing>
      )
    case 'scheduled':
    case 'in_production':
      return <Nothing />
    case 'shipped':
      return <OnTheWay />
    case 'delivered':
      return <LookPanel />
    case 'completed':
      return <Again>{say('order.completedWhat')}</Again>
    case 'expired':
    case 'cancelled':
    case 'refunded':
      return (
        <Again>
          <HowItEnded />{' '}
          {order.stage === 'expired' ? say('order.expiredWhat') : hasRefund(order.payment) && say('order.refundWhen')}
        </Again>
      )
  }
}

function Nothing({ children }: { children?: ReactNode }) {
  const { say } = useWords()
  return (
    <div className="flex flex-col gap-1">
      <p className="font-semibold">{say('order.nothingNeeded')}</p>
      {children && <p className="max-w-xl text-soft">{children}</p>}
    </div>
  )
}

function OnTheWay() {
  const { failure } = useOrderScene()
  const { say } = useWords()
  return (
    <div className="flex flex-col gap-3">
      <Nothing />
      <div className="no-print border-line border-y">
        <Fold title={say('order.cameTitle')}>
          <ActForm act="confirm" className="flex max-w-xl flex-col items-start gap-4 pb-4">
            <p className="text-soft">{say('order.cameWhat')}</p>
            <ActButton act="confirm">{say('order.allGood')}</ActButton>
          </ActForm>
        </Fold>
        <Fold title={say('order.reportEarly')} open={failure?.act === 'report'}>
          <ReportForm />
        </Fold>
      </div>
    </div>
  )
}

const ends: readonly EventKind[] = ['cancelled', 'refunded', 'expired']

function HowItEnded() {
  const { events } = useOrderScene()
  const around = useAround()
  const end = events.findLast(({ kind }) => ends.includes(kind))
  return end && tell(end, around).sentence
}

function Again({ children }: { children: ReactNode }) {
  const { say } = useWords()
  return (
    <div className="flex flex-col gap-4">
      {children && <p className="max-w-xl">{children}</p>}
      <ActForm act="again" className="no-print grid sm:justify-start">
        <ActButton act="again" kind="primary" size="large">
          {say('order.again')}
        </ActButton>
      </ActForm>
      <p className="no-print text-fine text-soft">{say('order.againWhat')}</p>
    </div>
  )
}

type Payment = ReturnType<typeof useOrderScene>['order']['payment']
const hasRefund = (payment: Payment): boolean => payment.state !== 'none' && payment.refunded.amount > 0
