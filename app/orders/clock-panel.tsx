import clsx from 'clsx'
import type { ReactNode, RefObject } from 'react'
import { When } from '../ui/figures.tsx'
import { StateWord } from '../ui/state-word.tsx'
import { useWords } from '../words/reader.tsx'
import { Countdown } from './countdown.tsx'
import { DeliveryLine } from './delivery-line.tsx'
import { shortNumber } from './order-link.ts'
import { useOrderScene } from './order-scene.tsx'
import { useShopNow, useShopSpeed } from './shop-clock.tsx'
import { type StageClock, stageClock } from './stage-clock.ts'
import { timeLine } from './time-line.ts'

/** The top of the page: where the order stands, who holds the clock, since when, until when, promised against expected. */
export function ClockPanel({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  const { order, product } = useOrderScene()
  const words = useWords()
  const clock = stageClock(order, product, words, useShopNow())
  return (
    <section aria-labelledby="stands" className="mat-grid border border-line px-4 py-6 sm:px-8 sm:py-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="text-fine text-soft">
          {words.say('order.title', { number: '' })}
          <span className="font-mono">{shortNumber(order.order)}</span>
        </p>
        {clock.punctuality && (
          <StateWord shape={clock.punctuality.late ? 'late' : 'done'}>{clock.punctuality.words}</StateWord>
        )}
      </div>
      <h1 id="stands" ref={heading} tabIndex={-1} className="mt-1 text-head outline-none [overflow-wrap:anywhere]">
        {clock.title}
      </h1>
      {clock.detail && (
        <p className="mt-2">
          <StateWord shape={clock.shape}>{clock.detail}</StateWord>
        </p>
      )}
      <Facts clock={clock} />
      <Line clock={clock} />
      <Speed />
    </section>
  )
}

function Facts({ clock }: { clock: StageClock }) {
  const { say } = useWords()
  if (clock.holder === undefined) return null
  return (
    <dl className="mt-5 grid grid-cols-2 justify-start gap-x-4 gap-y-3 sm:grid-cols-[auto_auto_auto] sm:gap-x-8 lg:grid-cols-[auto_auto_auto_minmax(0,1fr)]">
      <Fact name={say('clock.waitingOn')}>
        <span className="font-semibold [overflow-wrap:anywhere]">{clock.holder}</span>
      </Fact>
      <Fact name={say('clock.since')}>
        <When at={clock.since} />
      </Fact>
      {clock.until !== undefined && (
        <Fact name={say('clock.until')} className="max-sm:col-span-2">
          <When at={clock.until} /> <Countdown until={clock.until} className="ml-1 whitespace-nowrap text-soft" />
        </Fact>
      )}
      {clock.after && (
        <Fact name={say('clock.then')} className="max-sm:col-span-2 sm:col-span-3 lg:col-span-1">
          {clock.after}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, className, children }: { name: string; className?: string; children: ReactNode }) {
  return (
    <div className={clsx('min-w-0', className)}>
      <dt className="text-fine text-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const ms = (at: string | null | undefined): number | undefined => (at == null ? undefined : Date.parse(at))

/** Promised against expected, once there is a promise. */
function Line({ clock }: { clock: StageClock }) {
  const { order } = useOrderScene()
  const { say } = useWords()
  const now = useShopNow()
  const promised = ms(order.promisedAt)
  if (promised === undefined || order.stage === 'cancelled' || order.stage === 'refunded') return null
  const arrived = ms(order.shipment?.deliveredAt)
  const from = Date.parse(order.createdAt)
  const projected = clock.punctuality === undefined ? undefined : ms(order.projectedAt)
  const line = timeLine(from, { now: arrived ?? now, promised, projected: arrived ?? projected })
  return (
    <DeliveryLine
      from={{ at: from, name: say('clock.ordered') }}
      now={line.now}
      above={{ tick: line.promised, name: say('clock.promised') }}
      below={{
        tick: line.projected,
        name: say(arrived === undefined ? 'clock.projected' : 'clock.arrived'),
        late: clock.punctuality?.late ?? false,
      }}
    />
  )
}

function Speed() {
  const { say } = useWords()
  const speed = useShopSpeed()
  return speed === 1 ? null : <p className="no-print mt-3 text-fine text-soft">{say('clock.speed', { speed })}</p>
}
