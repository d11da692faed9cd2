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
        <h1 className="text-lead">
          {zoom === 'day' ? words.day(first.startsAt) : say('plan.span', { from: first.startsAt, to: last.startsAt })}
        </h1>
        <nav aria-label={say('plan.zoom')} className="ml-auto flex flex-wrap items-center gap-2">
          <span className="flex rounded border border-edge bg-raised">
            {(['day', 'week', 'month'] as const).map((each) => (
              <Link
                key={each}
                to={planPath(each, from)}
                preventScrollReset
                aria-current={each === zoom ? 'true' : undefined}
                className="flex min-h-11 items-center px-3.5 font-medium text-soft hover:text-ink aria-[current]:text-ink aria-[current]:shadow-[inset_0_-3px_0_var(--mark)]"
              >
                {say(`plan.zoom.${each}`)}
              </Link>
            ))}
          </span>
          <span className="flex gap-1">
            <Link to={moved(-zooms[zoom].step)} preventScrollReset aria-label={say('plan.earlier')} className={arrow}>
              <ChevronLeft aria-hidden="true" className="size-5" />
            </Link>
            <Link to={planPath(zoom, null)} preventScrollReset className={buttonLook()}>
              {say('plan.today')}
            </Link>
            <Link to={moved(zooms[zoom].step)} preventScrollReset aria-label={say('plan.later')} className={arrow}>
              <ChevronRight aria-hidden="true" className="size-5" />
            </Link>
          </span>
        </nav>
      </div>
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
