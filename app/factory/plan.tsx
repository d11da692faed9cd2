import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { dateOfDay, dayOfDate } from '#models/planning/local-day.ts'
import { useShopNow } from '../orders/shop-clock.tsx'
import { buttonLook } from '../ui/button.tsx'
import { useWords } from '../words/reader.tsx'
import { PlanChart } from './plan-chart.tsx'
import { stripOf, type Zoom, zooms } from './plan-layout.ts'
import { PlanLegend } from './plan-legend.tsx'
import type { Plan } from './portal-data.ts'

/** Machines and people over time. `from` is the first day shown, where the address names one. */
export function PlanPage({ plan, zoom, from }: { plan: Plan; zoom: Zoom; from: string | null }) {
  const words = useWords()
  const { say } = words
  const scroller = useRef<HTMLElement>(null)
  const strip = stripOf(plan, zoom)
  const now = strip.x(useShopNow())
  const first = plan.days[0]
  const last = plan.days.at(-1)
  const start = useRef(now)
  // A day begins at midnight, work does not: what is now stands a little right of the names.
  useEffect(() => {
    const element = scroller.current
    if (element && zoom !== 'month') element.scrollLeft = Math.max(0, start.current - element.clientWidth / 4)
  }, [zoom])
  if (!first || !last) return null
  const moved = (days: number) => planPath(zoom, dateOfDay(dayOfDate(first.date) + days))
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-2 sm:px-6">
        <h1 className="flex-1 whitespace-nowrap text-lead">
          {zoom === 'day' ? words.date(first.startsAt) : say('plan.span', { from: first.startsAt, to: last.startsAt })}
        </h1>
        <nav aria-label={say('plan.moves')} className="flex gap-1 sm:order-last">
          <Link to={moved(-zooms[zoom].days)} preventScrollReset aria-label={say('plan.earlier')} className={arrow}>
            <ChevronLeft aria-hidden="true" className="size-5" />
          </Link>
          <Link to={moved(zooms[zoom].days)} preventScrollReset aria-label={say('plan.later')} className={arrow}>
            <ChevronRight aria-hidden="true" className="size-5" />
          </Link>
        </nav>
        <nav aria-label={say('plan.zoom')} className="flex gap-2 max-sm:w-full max-sm:justify-between">
          <span className="flex rounded border border-edge bg-raised">
            {(['day', 'week', 'month'] as const).map((each) => (
              <Link
                key={each}
                to={planPath(each, from)}
                preventScrollReset
                aria-current={each === zoom ? 'true' : undefined}
                className="flex min-h-11 items-center px-3 font-medium text-soft hover:text-ink aria-[current]:text-ink aria-[current]:shadow-[inset_0_-3px_0_var(--mark)]"
              >
                {say(`plan.zoom.${each}`)}
              </Link>
            ))}
          </span>
          <Link to={planPath(zoom, null)} preventScrollReset className={buttonLook()}>
            {say('plan.today')}
          </Link>
        </nav>
      </div>
      {plan.bars.length === 0 && (
        <p className="flex flex-wrap items-center gap-x-4 border-line border-b px-4 py-2 text-soft sm:px-6">
          {say('plan.emptyTitle')}
          {plan.next === null ? (
            <span>{say('plan.empty')}</span>
          ) : (
            <Link
              to={planPath(zoom, plan.next.date)}
              className="flex min-h-11 items-center font-semibold text-mat-strong underline underline-offset-4"
            >
              {say('plan.toNext', { at: plan.next.startsAt })}
            </Link>
          )}
        </p>
      )}
      <PlanChart plan={plan} strip={strip} zoom={zoom} now={now} scroller={scroller} />
      <PlanLegend zoom={zoom} />
    </div>
  )
}

const arrow = 'inline-flex size-11 items-center justify-center rounded border border-edge bg-raised hover:border-ink'

function planPath(zoom: Zoom, from: string | null): string {
  const query = new URLSearchParams({ ...(zoom === 'week' ? {} : { zoom }), ...(from === null ? {} : { from }) })
  return query.size === 0 ? '/factory/plan' : `/factory/plan?${query}`
}
