import clsx from 'clsx'
import { ArrowRight } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { say as sayOf } from '#models/product/words.ts'
import { Thumbnail } from '../customizer/thumbnail.tsx'
import { useShopNow } from '../orders/shop-clock.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { When } from '../ui/figures.tsx'
import { StateWord } from '../ui/state-word.tsx'
import { useWords } from '../words/reader.tsx'
import { centreWord } from './centre-word.ts'
import { jobCode } from './job-code.ts'
import { boardOf, type Card, type Lane } from './lanes.ts'
import { OperationButtons } from './operation-buttons.tsx'
import type { JobRow } from './portal-data.ts'
import { ReadinessWord } from './readiness-word.tsx'
import { useMake } from './use-make.ts'

/** Work centres side by side, each with what a hand can do there now. On a phone one lane at a time, or all under each other. */
export function BoardPage({ jobs }: { jobs: readonly JobRow[] }) {
  const { say } = useWords()
  const [query] = useSearchParams()
  const board = boardOf(jobs, useShopNow())
  const wanted = query.get('lane')
  const chosen = board.lanes.some((lane) => lane.workCentre === wanted) || wanted === 'hand-over' ? wanted : null
  const isEmpty = board.lanes.length === 0 && board.toShip.length === 0
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">{say('floor.boardTitle')}</h1>
      {isEmpty ? (
        <div className="px-4 py-8 sm:px-6">
          <EmptyState
            title={say('floor.emptyTitle')}
            action={<ButtonLink to="/factory">{say('factory.toInbox')}</ButtonLink>}
          >
            {say('floor.empty')}
          </EmptyState>
        </div>
      ) : (
        <>
          <LaneWays board={board} chosen={chosen} />
          <div className="mat-grid flex flex-1 flex-col gap-8 px-4 py-5 [--square:32px] md:flex-row md:items-start md:gap-4 md:overflow-x-auto md:px-6">
            {board.lanes.map((lane) => (
              <LaneColumn key={lane.workCentre} lane={lane} chosen={chosen} />
            ))}
            {board.toShip.length > 0 && (
              <HandOverLane jobs={board.toShip} isAside={chosen !== null && chosen !== 'hand-over'} />
            )}
          </div>
        </>
      )}
    </div>
  )
}

/** Which lane one stands at: under the thumb on a phone. */
function LaneWays({ board, chosen }: { board: ReturnType<typeof boardOf>; chosen: string | null }) {
  const words = useWords()
  const { say } = words
  const ways = [
    { key: null, name: say('floor.allLanes'), count: board.lanes.reduce((sum, lane) => sum + lane.now.length, 0) },
    ...board.lanes.map((lane) => ({
      key: lane.workCentre,
      name: centreWord(lane.workCentre, words),
      count: lane.now.length,
    })),
    ...(board.toShip.length > 0 ? [{ key: 'hand-over', name: say('floor.handOver'), count: board.toShip.length }] : []),
  ]
  return (
    <nav aria-label={say('floor.lanes')} className="sticky top-0 z-20 border-line border-b bg-paper md:hidden">
      <ul className="flex overflow-x-auto px-2">
        {ways.map(({ key, name, count }) => (
          <li key={key ?? 'all'} className="shrink-0">
            <Link
              to={key === null ? '/factory/board' : `/factory/board?lane=${key}`}
              replace
              preventScrollReset
              aria-current={key === chosen ? 'true' : undefined}
              className="flex min-h-14 items-center gap-1.5 px-3 font-medium text-soft aria-[current]:text-ink aria-[current]:shadow-[inset_0_-3px_0_var(--mark)]"
            >
              {name}
              {count > 0 && <span className="font-semibold">{words.number(count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const column = 'flex min-w-0 flex-col gap-3 md:shrink-0'

/** On a phone that shows all lanes, what comes later is one line, so that what can be done now is not far down. */
function LaneColumn({ lane, chosen }: { lane: Lane; chosen: string | null }) {
  const words = useWords()
  const { say } = words
  const name = centreWord(lane.workCentre, words)
  return (
    <section
      aria-label={name}
      className={clsx(
        column,
        lane.now.length > 0 ? 'md:w-80' : 'md:w-64',
        chosen !== null && chosen !== lane.workCentre && 'max-md:hidden',
      )}
    >
      <LaneHead name={name} count={lane.now.length} />
      {lane.now.map((card) => (
        <JobCard key={`${card.job.job} ${card.operation.operation}`} card={card} />
      ))}
      {lane.now.length === 0 && (
        <p className={clsx('text-soft', chosen === null && 'max-md:hidden')}>{say('floor.laneEmpty')}</p>
      )}
      {chosen === null && lane.later.length > 0 && (
        <Link
          to={`/factory/board?lane=${lane.workCentre}`}
          className="-mt-1 flex min-h-11 items-center text-soft underline underline-offset-4 md:hidden"
        >
          {say('floor.laterCount', { count: lane.later.length })}
        </Link>
      )}
      {lane.later.length > 0 && (
        <div className={clsx('flex flex-col', chosen === null && 'max-md:hidden')}>
          <h3 className="border-edge border-b pb-1 font-medium text-fine text-soft">{say('floor.later')}</h3>
          <ul>
            {lane.later.map((card) => (
              <LaterLine key={`${card.job.job} ${card.operation.operation}`} card={card} />
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function LaneHead({ name, count }: { name: string; count: number }) {
  const { say } = useWords()
  return (
    <header className="flex items-baseline justify-between gap-3 border-ink border-b-2 pb-1">
      <h2 className="text-lead">{name}</h2>
      {count > 0 && <span className="text-fine text-soft">{say('floor.laneCount', { count })}</span>}
    </header>
  )
}

/** One operation to act on: what, for which job, by when, and one big button. */
function JobCard({ card: { job, operation, readiness } }: { card: Card }) {
  const { product } = useMake(job)
  return (
    <article
      aria-label={jobCode(job.job)}
      className={clsx(
        'flex flex-col gap-3 border bg-paper p-3',
        readiness.kind === 'running' ? 'border-ink shadow-[inset_0_4px_0_var(--mark)]' : 'border-edge',
      )}
    >
      <CardHead job={job} title={sayOf(product.words, `operation.${operation.operation}`)} due={operation.endsAt} />
      <ReadinessWord readiness={readiness} product={product} />
      <OperationButtons
        key={`${operation.operation} ${readiness.kind}`}
        job={job.job}
        operation={operation}
        readiness={readiness}
        product={product}
        action="/factory/board"
      />
    </article>
  )
}

function CardHead({ job, title, due }: { job: JobRow; title: string; due: string }) {
  const { say } = useWords()
  const { make, what } = useMake(job)
  const isOver = Date.parse(due) < useShopNow()
  const code = jobCode(job.job)
  return (
    <Link
      to={`/factory/jobs/${job.job}`}
      title={what}
      className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 hover:bg-tint"
    >
      <Thumbnail make={make} className="h-22 w-22" />
      <span className="flex min-w-0 flex-col">
        <span className="flex items-baseline justify-between gap-2">
          <span className="font-semibold text-title">{code}</span>
          {job.quantity > 1 && (
            <span className="shrink-0 font-semibold">{say('floor.pieces', { count: job.quantity })}</span>
          )}
        </span>
        <span className="font-medium text-lead leading-snug">{title}</span>
        <span className={clsx('text-fine', isOver ? 'font-semibold text-harm' : 'text-soft')} suppressHydrationWarning>
          {say(isOver ? 'floor.overdue' : 'floor.due', { at: due })}
        </span>
        {job.late && (
          <StateWord shape="late" className="text-fine">
            {say('floor.lateWord')}
          </StateWord>
        )}
      </span>
    </Link>
  )
}

function LaterLine({ card: { job, operation, readiness } }: { card: Card }) {
  const { say } = useWords()
  const { product } = useMake(job)
  const after = 'after' in readiness ? sayOf(product.words, `operation.${readiness.after}`) : ''
  return (
    <li className="border-line border-b">
      <Link to={`/factory/jobs/${job.job}`} className="flex min-h-14 items-center gap-3 py-1.5 hover:bg-tint">
        <span className="w-18 shrink-0 font-semibold">{jobCode(job.job)}</span>
        <span className="min-w-0 flex-1">
          <span className="block leading-snug">{sayOf(product.words, `operation.${operation.operation}`)}</span>
          <span className="block text-fine text-soft leading-snug">
            {readiness.kind === 'drying'
              ? say('floor.dryingShort', { at: readiness.until })
              : say('floor.waiting', { operation: after })}
          </span>
        </span>
        <When at={operation.startsAt} className="max-w-20 shrink-0 text-right text-fine text-soft leading-snug" />
      </Link>
    </li>
  )
}

/** What is made and dry, and waits for its labels. */
function HandOverLane({ jobs, isAside }: { jobs: readonly JobRow[]; isAside: boolean }) {
  const { say } = useWords()
  return (
    <section aria-label={say('floor.handOver')} className={clsx(column, 'md:w-80', isAside && 'max-md:hidden')}>
      <LaneHead name={say('floor.handOver')} count={jobs.length} />
      {jobs.map((job) => (
        <article
          key={job.job}
          aria-label={jobCode(job.job)}
          className="flex flex-col gap-3 border border-edge bg-paper p-3"
        >
          <CardHead job={job} title={say('floor.ship')} due={job.finishBy} />
          <ButtonLink
            to={`/factory/jobs/${job.job}`}
            kind="primary"
            className="min-h-16! text-title!"
            icon={<ArrowRight aria-hidden="true" className="size-6" />}
          >
            {say('floor.handOver')}
          </ButtonLink>
        </article>
      ))}
    </section>
  )
}
