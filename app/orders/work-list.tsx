import { isEnd } from '#models/order/stages.ts'
import { type StateShape, StateWord } from '../ui/state-word.tsx'
import { useWords } from '../words/reader.tsx'
import type { Operation } from './order-data.ts'
import { useOrderScene } from './order-scene.tsx'
import { operationWords, pauseWords } from './telling.ts'

const shapes: Readonly<Record<Operation['state'], StateShape>> = {
  planned: 'waiting',
  running: 'live',
  paused: 'stopped',
  done: 'done',
}

/** How it is made: every step in its order, how it stands, and how far all of them are. Of work that was stopped only what was begun. */
export function WorkList() {
  const { order, product } = useOrderScene()
  const words = useWords()
  const { say } = words
  const { operations } = order
  const isBegun = operations.some(({ state }) => state !== 'planned')
  if (operations.length === 0 || (isEnd(order.stage) && !isBegun)) return null
  const done = operations.filter(({ state }) => state === 'done').length
  const isOver = done === operations.length
  const isStopped = isEnd(order.stage) && !isOver
  const shown = isStopped ? operations.filter(({ state }) => state !== 'planned') : operations
  return (
    <section aria-labelledby="work">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="work" className="text-title">
          {say(isStopped ? 'order.workStopped' : isOver ? 'order.workOver' : 'order.work')}
        </h2>
        <p className="text-soft">{say('order.workDone', { done, count: operations.length })}</p>
      </div>
      <Progress operations={operations} />
      <ol className="mt-3">
        {shown.map((operation) => (
          <li
            key={operation.operation}
            data-operation={operation.operation}
            data-state={operation.state}
            className="grid grid-cols-[0.875rem_minmax(0,1fr)] items-baseline gap-x-3 border-line border-b py-2.5"
          >
            <StateWord shape={shapes[operation.state]} className="translate-y-0.5">
              <span className="sr-only">{say(`order.state.${operation.state}`)}</span>
            </StateWord>
            <div className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-6">
              <p className={operation.state === 'running' ? 'font-semibold' : ''}>
                {operationWords(product, operation.operation, words)}
              </p>
              <p className="text-fine text-soft" suppressHydrationWarning>
                <Timing operation={operation} now={Date.parse(order.now)} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Timing({ operation, now }: { operation: Operation; now: number }) {
  const words = useWords()
  const { say, day } = words
  const { state, startsAt, endsAt, startedAt, finishedAt, lagS, pauseReason } = operation
  const lag = lagS === 0 ? '' : `, ${say('order.operation.lag', { lag: lagS * 1000 })}`
  switch (state) {
    case 'planned':
      return (
        say(day(startsAt) === day(endsAt) ? 'order.operation.plannedOneDay' : 'order.operation.planned', {
          from: startsAt,
          to: endsAt,
        }) + lag
      )
    case 'running':
      return say('order.operation.running', { from: startedAt ?? startsAt, to: endsAt }) + lag
    case 'paused':
      return `${say('order.operation.paused', { reason: pauseWords(pauseReason ?? undefined, words) })}.`
    case 'done': {
      const to = finishedAt ?? endsAt
      return say('order.operation.done', { to }) + (Date.parse(to) + lagS * 1000 > now ? lag : '')
    }
  }
}

/** One stretch a step, as long as its work: what is done is filled, what is under way is marked. */
function Progress({ operations }: { operations: readonly Operation[] }) {
  return (
    <div aria-hidden="true" className="mt-3 flex h-3 gap-0.5">
      {operations.map(({ operation, state, setupS, runS }) => (
        <span
          key={operation}
          style={{ flexGrow: Math.max(600, setupS + runS) }}
          className={
            state === 'done'
              ? 'bg-mat'
              : state === 'running'
                ? 'border border-ink bg-mark'
                : state === 'paused'
                  ? 'hatched border border-edge text-ink'
                  : 'border border-edge'
          }
        />
      ))}
    </div>
  )
}
