import clsx from 'clsx'
import { CalendarRange, Contrast, Euro, Inbox, KanbanSquare, type LucideIcon, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { useShopNow } from '../orders/shop-clock.tsx'
import { PreferencesForm } from '../ui/preferences-form.tsx'
import { useWords } from '../words/reader.tsx'
import { useConnection } from './connection.tsx'

type Frame = {
  factory: { name: string; zone: string }
  /** how much waits for an answer */
  waiting: number
  speed: number
  preferences: { language: string; theme: 'system' | 'light' | 'dark' }
}

/**
 * The portal around its pages: whose it is, what time it is there, and the ways. On a phone the ways lie under the thumb, and what one
 * reaches by keys comes to rest above them.
 */
export function PortalFrame({ factory, waiting, speed, preferences, children }: Frame & { children: ReactNode }) {
  const { say } = useWords()
  const { isLost } = useConnection()
  return (
    <div
      style={isLost ? { '--lost': '2.75rem' } : {}}
      className="flex min-h-0 min-w-0 flex-1 flex-col max-md:pb-[calc(4rem+env(safe-area-inset-bottom))] print:pb-0 [&_:is(a,button,summary,input,select,textarea)]:scroll-mb-40"
    >
      <div className="no-print flex min-h-14 items-center gap-x-4 border-line lg:gap-x-6 border-b px-4 sm:px-6">
        <p className="min-w-0 flex-1 truncate py-2 font-semibold text-lead md:max-w-64 md:flex-none">{factory.name}</p>
        <nav
          aria-label={say('factory.sections')}
          className="max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-30 max-md:border-line max-md:border-t max-md:bg-paper max-md:pb-[env(safe-area-inset-bottom)]"
        >
          <ul className="flex max-md:grid max-md:grid-cols-4">
            <Way to="/factory" icon={Inbox} label={say('factory.inbox')} count={waiting} />
            <Way to="/factory/board" icon={KanbanSquare} label={say('factory.board')} />
            <Way to="/factory/plan" icon={CalendarRange} label={say('factory.plan')} />
            <Way to="/factory/payouts" icon={Euro} label={say('factory.payouts')} />
          </ul>
        </nav>
        <div className="ml-auto flex shrink-0 items-center gap-1">
          <LocalTime zone={factory.zone} speed={speed} />
          <Display preferences={preferences} />
        </div>
      </div>
      <LostLine />
      {children}
    </div>
  )
}

function Way({ to, icon: Icon, label, count = 0 }: { to: string; icon: LucideIcon; label: string; count?: number }) {
  const { say } = useWords()
  return (
    <li>
      <NavLink
        to={to}
        end={to === '/factory'}
        className="relative flex min-h-14 items-center gap-2 px-3.5 font-medium text-soft hover:text-ink aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_-3px_0_var(--mark)] max-md:min-h-16 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:px-1 max-md:text-fine max-md:aria-[current=page]:shadow-[inset_0_3px_0_var(--mark)]"
      >
        <Icon aria-hidden="true" className="size-5 md:hidden" />
        <span>{label}</span>
        {count > 0 && (
          <span
            title={say('factory.waitingCount', { count })}
            className="min-w-5 rounded bg-mark px-1 text-center font-semibold text-fine text-on-mark max-md:absolute max-md:top-1.5 max-md:left-[calc(50%+0.5rem)]"
          >
            {count}
          </span>
        )}
      </NavLink>
    </li>
  )
}

/** Every time in the portal is the workshop's own. */
function LocalTime({ zone, speed }: { zone: string; speed: number }) {
  const { say } = useWords()
  const now = useShopNow()
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return (
    <p
      title={speed > 1 ? say('factory.hurry', { speed }) : undefined}
      className={clsx('text-right text-fine text-soft', speed > 1 && 'cursor-help')}
      suppressHydrationWarning
    >
      <span className="max-sm:hidden">{say('factory.localTime', { at: now, place })}</span>
      <span className="sm:hidden">{say('factory.localClock', { at: now, place })}</span>
    </p>
  )
}

function Display({ preferences }: Pick<Frame, 'preferences'>) {
  const { say } = useWords()
  return (
    <details className="group relative">
      <summary
        title={say('factory.display')}
        className="flex size-11 items-center justify-center rounded hover:bg-tint group-open:bg-tint"
      >
        <Contrast aria-hidden="true" className="size-5" />
        <span className="sr-only">{say('factory.display')}</span>
      </summary>
      <div className="absolute top-full right-0 z-30 mt-1 w-64 rounded border border-edge bg-paper p-4 text-fine">
        <PreferencesForm {...preferences} />
      </div>
    </details>
  )
}

function LostLine() {
  const { say } = useWords()
  const { isLost, since } = useConnection()
  return (
    <div role="status">
      {isLost && (
        <p className="flex items-center gap-2 border-line border-b bg-mark px-4 font-medium text-on-mark max-md:py-2.5 sm:px-6 md:h-11">
          <WifiOff aria-hidden="true" className="size-5 shrink-0" />
          {say('factory.offline', { at: since })}
        </p>
      )}
    </div>
  )
}
