import clsx from 'clsx'
import type { RefObject } from 'react'
import { Link } from 'react-router'
import { say as sayOf } from '#models/product/words.ts'
import { useProduct } from '../customizer/ready-product.ts'
import { surfaceOf } from '../customizer/surfaces.ts'
import { When } from '../ui/figures.tsx'
import { useWords } from '../words/reader.tsx'
import { centreWord } from './centre-word.ts'
import { groups as codeOf, jobCode } from './job-code.ts'
import { type Bar, groupsOf, isFinishLate, type Row, type Strip, ticksOf, type Zoom } from './plan-layout.ts'
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
      <div className="relative flex min-w-max flex-col">
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
              className="absolute inset-y-0 w-[3px] -translate-x-1/2 border-on-mark/50 border-x bg-mark"
              style={{ left: now }}
            />
          </div>
        )}
      </div>
    </section>
  )
}

/** Days, and within a day its hours. */
function Heads({ plan, strip, zoom }: { plan: Plan; strip: Strip; zoom: Zoom }) {
  const words = useWords()
  return (
    <div className="flex border-ink border-b">
      <div className={names} />
      <div className="relative h-9" style={{ width: strip.width }}>
        {zoom === 'day'
          ? Array.from({ length: 24 }, (_, hour) => Date.parse(plan.days[0]?.startsAt ?? '') + hour * 3_600_000).map(
              (at) => (
                <span
                  key={at}
                  className="absolute bottom-1 -translate-x-1/2 text-fine text-soft first:translate-x-0"
                  style={{ left: strip.x(at) }}
                >
                  {words.clock(at)}
                </span>
              ),
            )
          : plan.days.map(({ date, startsAt }, day) => (
              <span
                key={date}
                className={clsx(
                  'absolute bottom-1 whitespace-nowrap pl-1.5 text-fine',
                  zoom === 'month' && day % 7 !== 0 && 'text-soft',
                )}
                style={{ left: strip.x(startsAt) }}
              >
                {zoom === 'month' && day % 7 !== 0 ? date.slice(8).replace(/^0/, '') : <When at={startsAt} as="date" />}
              </span>
            ))}
      </div>
    </div>
  )
}

/** The dates that were promised, as ticks: the end of the work, and the day at the door. */
function Promises({ plan, strip }: { plan: Plan; strip: Strip }) {
  const { say } = useWords()
  const { ticks, lines } = ticksOf(plan, strip)
  if (ticks.length === 0) return null
  return (
    <div className="flex border-line border-b">
      <div className={clsx(names, 'px-3 py-1.5 text-fine text-soft sm:px-4')}>{say('plan.promises')}</div>
      <ul className="relative" style={{ width: strip.width, height: lines * 26 + 10 }}>
        {ticks.map(({ job, kind, left, line, isLate }) => {
          const code = jobCode(job.job)
          const at = kind === 'finish' ? job.finishBy : job.promisedAt
          return (
            <li key={`${job.job} ${kind}`} className="absolute" style={{ left, top: line * 26 }}>
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
        className="mat-grid relative h-12 bg-ground"
        style={{ width: strip.width, '--square': `${strip.squarePx}px`, backgroundPositionY: '-1px' }}
      >
        {row.given.map(({ left, width }) => (
          <span
            key={left}
            aria-hidden="true"
            className="absolute inset-y-0 bg-paper/75 dark:bg-tint"
            style={{ left, width }}
          />
        ))}
        {row.bars.length === 0 ? (
          <span className="sr-only">{say('plan.rowEmpty')}</span>
        ) : (
          <ul>
            {row.bars.map((bar) => (
              <BarView key={`${bar.bar.order} ${bar.bar.operation} ${bar.left}`} bar={bar} />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}

/** A bar narrower than this shows no code, px; its name is read and shown on pointing all the same. */
const codePx = 62

function BarView({ bar: { left, width, bar, job } }: { bar: Bar }) {
  const { say } = useWords()
  const product = useProduct(bar.product, bar.version)
  const code = bar.job === null ? codeOf(bar.order) : jobCode(bar.job)
  const operation = sayOf(product.words, `operation.${bar.operation}`)
  const values = { code, operation, from: bar.startsAt, to: bar.endsAt }
  const isLate = job !== undefined && isFinishLate(job)
  const isHeld = bar.heldUntil !== null
  const label = isHeld
    ? say('plan.barHeld', { ...values, until: bar.heldUntil ?? bar.endsAt })
    : say(isLate ? 'plan.barLate' : 'plan.bar', values)
  const look = clsx(
    'flex h-full items-center overflow-hidden rounded-[3px] border',
    isHeld
      ? 'border-edge border-dashed bg-paper text-soft'
      : isLate
        ? 'hatched border-harm bg-harm-tint text-harm'
        : 'border-mat-strong bg-raised text-ink',
  )
  const inside = (
    <>
      <span aria-hidden="true" className="h-full w-2 shrink-0" style={{ background: paintOf(product, bar) }} />
      {width >= codePx && <span className="truncate px-1.5 font-semibold text-fine">{code}</span>}
    </>
  )
  return (
    <li className="absolute inset-y-1" style={{ left, width }}>
      {bar.job === null ? (
        <span className={look} title={label} role="img" aria-label={label}>
          {inside}
        </span>
      ) : (
        <Link to={`/factory/jobs/${bar.job}`} className={look} title={label} aria-label={label}>
          {inside}
        </Link>
      )}
    </li>
  )
}

/** The colour of the job's main material, so that one finds it again on the machines. */
function paintOf(product: ReturnType<typeof useProduct>, bar: Bar['bar']): string {
  const [part] = product.make({ ...product.defaults, ...bar.options }).parts
  return part ? surfaceOf(part.material, part.finish).paint : 'transparent'
}
