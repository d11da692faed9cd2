import clsx from 'clsx'
import type { RefObject } from 'react'
import { Link } from 'react-router'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { useProduct } from '../customizer/ready-product.ts'
import { surfaceOf } from '../customizer/surfaces.ts'
import { When } from '../ui/figures.tsx'
import { type PageWords, useWords } from '../words/reader.tsx'
import { centreWord } from './centre-word.ts'
import { groups as codeOf, jobCode } from './job-code.ts'
import { groupsOf, isFinishLate, type Row, type Run, type Strip, ticksOf, type Zoom, zooms } from './plan-layout.ts'
import type { Plan } from './portal-data.ts'

/** Width of the names' column, which stays while time slides under it. */
const names = 'sticky left-0 z-10 w-28 shrink-0 border-edge border-r bg-paper sm:w-44'

/** Time runs right on the mat's grid; each row is a machine or a person, each bar one stretch of a job on it. */
export function PlanChart({
  plan,
  strip,
  zoom,
  now,
  scroller,
}: {
  plan: Plan
  strip: Strip
  zoom: Zoom
  now: number
  scroller: RefObject<HTMLElement | null>
}) {
  const words = useWords()
  const { say } = words
  const groups = groupsOf(plan, strip)
  const isNowShown = now >= 0 && now <= strip.width
  return (
    <section
      ref={scroller}
      aria-label={say('plan.chart')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must scroll by keys
      tabIndex={0}
      className="relative min-w-0 flex-1 overflow-x-auto outline-offset-[-2px]"
    >
      <div className="relative flex w-full min-w-max flex-col">
        <Heads plan={plan} strip={strip} zoom={zoom} />
        <Promises plan={plan} strip={strip} />
        {groups.map(({ workCentre, rows }) => (
          <section
            key={workCentre}
            aria-label={workCentre === 'people' ? say('plan.people') : centreWord(workCentre, words)}
          >
            {workCentre === 'people' && (
              <h2 className="sticky left-0 w-28 bg-paper px-3 pt-5 pb-1 font-semibold text-fine sm:w-44 sm:px-4">
                {say('plan.people')}
              </h2>
            )}
            {rows.map((row) => (
              <ChartRow key={row.id} row={row} strip={strip} />
            ))}
          </section>
        ))}
        {isNowShown && (
          <div aria-hidden="true" className="pointer-events-none absolute inset-y-0 left-28 sm:left-44">
            <div
              suppressHydrationWarning
              className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-ink"
              style={{ left: strip.part(now) }}
            >
              <span className="absolute top-7 left-0 whitespace-nowrap bg-mark px-1.5 font-semibold text-fine text-on-mark">
                {say('plan.now')}
              </span>
            </div>
          </div>
        )}
      </div>
    </section>
  )
}

/** Days, and their hours where there is room. */
function Heads({ plan, strip, zoom }: { plan: Plan; strip: Strip; zoom: Zoom }) {
  const words = useWords()
  const { hours } = zooms[zoom]
  const shown = hours === 0 ? [] : hoursOf(strip, hours)
  return (
    <div className="flex border-ink border-b">
      <div className={names} />
      <div className={clsx('relative flex-1', hours === 0 ? 'h-7' : 'h-12')} style={{ minWidth: strip.width }}>
        {plan.days.map(({ date, startsAt }, day) => {
          const isFull = zoom !== 'month' || day % 7 === 0
          // The week’s first day is written in full and needs the room of two.
          const isLeftOut = zoom === 'month' && day % 7 === 1
          return (
            <div
              key={date}
              className="absolute top-0 bottom-0"
              style={{ left: strip.part(day * strip.dayPx), width: strip.part(strip.dayPx) }}
            >
              <span
                className={clsx(
                  'absolute top-1 left-1.5 whitespace-nowrap text-fine',
                  isFull ? 'font-medium' : 'text-soft',
                )}
              >
                {isFull ? <When at={startsAt} as="date" /> : isLeftOut ? null : Number(date.slice(8))}
              </span>
              {shown.map((hour) => (
                <span
                  key={hour}
                  aria-hidden="true"
                  className="absolute bottom-0.5 border-edge border-l pl-1 text-fine text-soft leading-4"
                  style={{ left: `${(100 * (hour - strip.opens)) / (strip.closes - strip.opens)}%` }}
                >
                  {words.number(hour)}
                </span>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The hours to write of each day: those that the step divides, none too near its end. */
function hoursOf({ opens, closes }: Strip, step: number): number[] {
  const first = Math.ceil(opens / step) * step
  return Array.from({ length: Math.max(0, Math.ceil((closes - first) / step)) }, (_, index) => first + index * step)
}

/** The dates that were promised, as ticks: the end of the work, and the day at the door. */
function Promises({ plan, strip }: { plan: Plan; strip: Strip }) {
  const { say } = useWords()
  const { ticks, lines } = ticksOf(plan, strip)
  if (ticks.length === 0) return null
  return (
    <div className="flex border-line border-b">
      <div className={clsx(names, 'px-3 py-1.5 text-fine text-soft sm:px-4')}>{say('plan.promises')}</div>
      <ul className="relative flex-1" style={{ minWidth: strip.width, height: lines * 26 + 10 }}>
        {ticks.map(({ job, kind, left, line, isLate }) => {
          const code = jobCode(job.job)
          const at = kind === 'finish' ? job.finishBy : job.promisedAt
          return (
            <li key={`${job.job} ${kind}`} className="absolute" style={{ left: strip.part(left), top: line * 26 }}>
              <Link
                to={`/factory/jobs/${job.job}`}
                title={say(`plan.tick.${kind}`, { code, at })}
                aria-label={say(`plan.tick.${kind}`, { code, at })}
                className={clsx(
                  'flex h-6 items-center gap-1 whitespace-nowrap border-l-2 pl-1.5 font-medium text-fine hover:underline',
                  isLate ? 'border-harm text-harm' : kind === 'finish' ? 'border-ink' : 'border-mat border-dashed',
                )}
              >
                {say(kind === 'finish' ? 'plan.finishShort' : 'plan.doorShort', { code })}
              </Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function ChartRow({ row, strip }: { row: Row; strip: Strip }) {
  const { say } = useWords()
  return (
    <div className="flex border-line border-b">
      <h3 className={clsx(names, 'flex items-center px-3 py-1 font-medium text-fine leading-4 sm:px-4 sm:text-body')}>
        {row.name}
      </h3>
      <div
        className="mat-grid relative h-14 flex-1"
        // Upright lines only: the strong ones where a day begins.
        style={{ minWidth: strip.width, backgroundSize: gridOf(strip) }}
      >
        {row.given.map(({ left, width, startsAt }) => (
          <span
            key={startsAt}
            aria-hidden="true"
            className="absolute inset-y-0 bg-paper/80 dark:bg-tint"
            style={{ left: strip.part(left), width: strip.part(width) }}
          />
        ))}
        {row.runs.length === 0 ? (
          <span className="sr-only">{say('plan.rowEmpty')}</span>
        ) : (
          <ul>
            {row.runs.map((run) => (
              <RunView key={`${run.order} ${run.bars[0].bar.startsAt}`} run={run} strip={strip} />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

/** Upright lines only: a weak one for each square, a strong one where a day begins. */
function gridOf(strip: Strip): string {
  return `0 0, ${strip.part(strip.dayPx)} 100%, 0 0, ${strip.part(strip.squarePx)} 100%`
}

/** A label narrower than this says nothing, px; the run keeps its name for those who point at it or hear it. */
const labelPx = 34

/** One order on one machine or person: its code above, its stretches below on a hairline. */
function RunView({ run, strip }: { run: Run; strip: Strip }) {
  const words = useWords()
  const [{ bar }] = run.bars
  const product = useProduct(bar.product, bar.version)
  const isHeld = bar.heldUntil !== null
  const isLate = run.job !== undefined && isFinishLate(run.job)
  const code = bar.job === null ? codeOf(run.order) : jobCode(bar.job)
  const label = sayRun(run, code, isLate, product, words)
  const paint = paintOf(product, bar)
  const text = (
    <span
      className={clsx(
        'block truncate pr-1 font-semibold text-fine leading-5',
        isLate && 'text-harm',
        isHeld && 'font-medium text-soft',
      )}
    >
      {run.room >= labelPx && code}
    </span>
  )
  const place = 'absolute top-0 h-6 pt-0.5'
  const room = { left: strip.part(run.left), width: strip.part(run.room) }
  return (
    <li>
      {bar.job === null ? (
        <span className={place} style={room} title={label}>
          <span className="sr-only">{label}</span>
          <span aria-hidden="true">{text}</span>
        </span>
      ) : (
        <Link
          to={`/factory/jobs/${bar.job}`}
          className={clsx(place, 'hover:underline')}
          style={room}
          title={label}
          aria-label={label}
        >
          {text}
        </Link>
      )}
      <span
        aria-hidden="true"
        className={clsx('absolute top-[2.4rem] h-px', isLate ? 'bg-harm' : 'bg-edge')}
        style={{ left: room.left, width: strip.part(run.width) }}
      />
      {run.bars.map(({ left, width, bar: each }) => (
        <span
          key={`${each.operation} ${each.startsAt}`}
          aria-hidden="true"
          title={words.say('plan.bar', {
            code,
            operation: sayOf(product.words, `operation.${each.operation}`),
            from: each.startsAt,
            to: each.endsAt,
          })}
          className={clsx(
            'absolute top-6 bottom-1.5 overflow-hidden rounded-[2px] border border-b-[6px]',
            isHeld
              ? 'border-edge border-dashed bg-paper'
              : isLate
                ? 'hatched border-harm bg-harm-tint text-harm'
                : 'border-mat-strong bg-mat',
          )}
          style={{ left: strip.part(left), width: strip.part(width), borderBottomColor: isHeld ? undefined : paint }}
        />
      ))}
    </li>
  )
}

/** A run in one sentence: whose, what is done, from when to when, and what is unusual. */
function sayRun(run: Run, code: string, isLate: boolean, product: Product, { say }: PageWords): string {
  const operations = [...new Set(run.bars.map(({ bar }) => sayOf(product.words, `operation.${bar.operation}`)))]
  const [{ bar }] = run.bars
  const last = run.bars.at(-1)?.bar ?? bar
  const values = { code, operation: operations.join(', '), from: bar.startsAt, to: last.endsAt }
  if (bar.heldUntil !== null) return say('plan.barHeld', { ...values, until: bar.heldUntil })
  return say(isLate ? 'plan.barLate' : 'plan.bar', values)
}

/** The colour of the order’s main material, so that one finds it again at the machines. */
function paintOf(product: Product, bar: Plan['bars'][number]): string {
  const [part] = product.make({ ...product.defaults, ...bar.options }).parts
  return part ? surfaceOf(part.material, part.finish).paint : 'transparent'
}
