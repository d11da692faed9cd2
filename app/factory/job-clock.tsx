import { DeliveryLine } from '../orders/delivery-line.tsx'
import { useShopNow } from '../orders/shop-clock.tsx'
import { timeLine } from '../orders/time-line.ts'
import { type StateShape, StateWord } from '../ui/state-word.tsx'
import { useWords } from '../words/reader.tsx'
import type { JobDetail, JobRow } from './portal-data.ts'

/** The shape and tone of a job’s state. */
export function stateOf(job: Pick<JobRow, 'stage' | 'late'>): { shape: StateShape } {
  switch (job.stage) {
    case 'awaiting_acceptance':
      return { shape: 'waiting' }
    case 'scheduled':
    case 'in_production':
      return { shape: job.late ? 'late' : job.stage === 'scheduled' ? 'moving' : 'live' }
    case 'shipped':
      return { shape: 'done' }
    case 'refused':
    case 'stopped':
    case 'unpaid':
      return { shape: 'stopped' }
  }
}

/** Who holds the clock and until when; promised against expected as two ticks on one dimension line. */
export function JobClock({ job }: { job: JobDetail }) {
  const { say } = useWords()
  const now = useShopNow()
  const isOver = job.stage === 'refused' || job.stage === 'stopped' || job.stage === 'unpaid'
  const promised = Date.parse(job.promisedAt)
  const projected = job.projectedAt ?? job.shipment?.deliveredAt ?? job.shipment?.expectedAt
  const expected = projected == null ? undefined : Date.parse(projected)
  const from = Math.min(
    now,
    ...job.operations.map((operation) => Date.parse(operation.startedAt ?? operation.startsAt)),
  )
  const arrived = job.shipment?.deliveredAt == null ? undefined : Date.parse(job.shipment.deliveredAt)
  const line = timeLine(from, { now: arrived ?? now, promised, expected })
  const by = expected === undefined ? 0 : expected - promised
  if (isOver) return null
  return (
    <section aria-label={say('floor.clock')} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p className="font-semibold">
          {say(`floor.holds.${job.waitingOn}`)}
          {job.dueAt !== null && (
            <span className="font-normal text-soft" suppressHydrationWarning>
              {' '}
              {Date.parse(job.dueAt) > now
                ? say('floor.until', { at: job.dueAt, left: Date.parse(job.dueAt) - now })
                : say('floor.untilPassed', { at: job.dueAt })}
            </span>
          )}
        </p>
        <StateWord shape={job.late || by > 0 ? 'late' : 'done'}>
          {by > 0 ? say('floor.late', { by }) : say(job.late ? 'floor.lateWord' : 'floor.onTime')}
        </StateWord>
      </div>
      <div suppressHydrationWarning>
        <DeliveryLine
          from={{ at: from, name: say(from === now ? 'floor.tickNow' : 'floor.begun') }}
          now={line.now}
          above={{ tick: line.promised, name: say('floor.tickPromised') }}
          below={{
            tick: line.expected,
            name: say(arrived === undefined ? 'floor.tickProjected' : 'floor.tickArrived'),
            late: by > 0,
          }}
        />
      </div>
      {job.projectedFinishAt !== null && (
        <p className="text-fine text-soft">
          {say('floor.workEnds', { at: job.projectedFinishAt, promised: job.finishBy })}
        </p>
      )}
    </section>
  )
}
