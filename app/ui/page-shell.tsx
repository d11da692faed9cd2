import clsx from 'clsx'
import { Menu } from 'lucide-react'
import type { ReactNode } from 'react'
import { Form, Link, NavLink, useLocation } from 'react-router'
import { useWords } from '../words/reader.tsx'
import { BrandMark } from './brand-mark.tsx'
import { PreferencesForm } from './preferences-form.tsx'

export type NavItem = { to: string; label: string }

export type ShellProps = {
  brand: { name: string; logo: string | null; entity: string; isDemonstration: boolean; source: string }
  nav: readonly NavItem[]
  /** the name to greet by, or null for who is not signed in */
  person: string | null
  preferences: { language: string; theme: 'system' | 'light' | 'dark' }
  children: ReactNode
}

/** Header, content, footer. A page that fills the screen itself (the customizer) is given the whole height and no footer. */
export function PageShell({
  brand,
  nav,
  person,
  preferences,
  children,
  fills = false,
}: ShellProps & { fills?: boolean }) {
  const { say } = useWords()
  return (
    <div data-fills={fills || undefined} className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only z-50 bg-mark px-4 py-3 font-semibold text-on-mark focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {say('frame.skip')}
      </a>
      <header className="no-print ruled shrink-0 bg-paper">
        <div className={clsx('mx-auto flex h-16 items-center gap-2 px-4 sm:px-6', !fills && 'max-w-7xl')}>
          <Link
            to="/"
            aria-label={say('frame.home', { brand: brand.name })}
            className="flex min-h-11 items-center rounded"
          >
            <BrandMark name={brand.name} logo={brand.logo} />
          </Link>
          <nav aria-label={say('frame.mainNav')} className="ml-auto hidden items-center gap-1 md:flex">
            <NavLinks nav={nav} person={person} />
          </nav>
          <SmallMenu nav={nav} person={person} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
        {children}
      </main>
      {!fills && <Footer brand={brand} preferences={preferences} />}
    </div>
  )
}

function NavLinks({ nav, person }: Pick<ShellProps, 'nav' | 'person'>) {
  const { say } = useWords()
  return (
    <>
      {nav.map((item) => (
        <NavLink
          key={item.to}
          to={item.to}
          className="flex min-h-11 items-center rounded border-transparent px-3 font-medium hover:bg-tint aria-[current=page]:shadow-[inset_0_-3px_0_var(--mark)]"
        >
          {item.label}
        </NavLink>
      ))}
      {person === null ? (
        <NavLink to="/sign-in" className="flex min-h-11 items-center rounded px-3 font-medium hover:bg-tint">
          {say('frame.signIn')}
        </NavLink>
      ) : (
        <Form method="post" action="/sign-out">
          <button type="submit" className="flex min-h-11 items-center rounded px-3 font-medium hover:bg-tint">
            {say('frame.signOut')}
          </button>
        </Form>
      )}
    </>
  )
}

/** Native, so that it opens before a script; keyed by address, so that it closes once something was chosen. */
function SmallMenu({ nav, person }: Pick<ShellProps, 'nav' | 'person'>) {
  const { say } = useWords()
  const { key } = useLocation()
  return (
    <details key={key} className="group relative ml-auto md:hidden">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 rounded px-3 font-medium hover:bg-tint group-open:bg-tint">
        <Menu aria-hidden="true" className="size-5" />
        {say('frame.menu')}
      </summary>
      <nav
        aria-label={say('frame.mainNav')}
        className="absolute top-full right-0 z-30 mt-2 flex min-w-56 flex-col rounded border border-edge bg-paper p-2"
      >
        <NavLinks nav={nav} person={person} />
      </nav>
    </details>
  )
}

function Footer({ brand, preferences }: Pick<ShellProps, 'brand' | 'preferences'>) {
  const { say } = useWords()
  return (
    <footer className="no-print mt-24 border-line border-t">
      <div className="mx-auto flex max-w-7xl flex-col gap-6 px-4 py-8 text-fine text-soft sm:px-6 lg:flex-row lg:items-end lg:justify-between">
        <div className="flex flex-col gap-2">
          <nav aria-label={say('frame.footerNav')} className="-ml-2 flex flex-wrap">
            {[
              { to: '/terms', label: say('frame.terms') },
              { to: '/privacy', label: say('frame.privacy') },
              { to: brand.source, label: say('frame.source') },
            ].map((item) => (
              <Link
                key={item.to}
                to={item.to}
                className="flex min-h-11 items-center px-2 text-ink underline-offset-4 hover:underline"
              >
                {item.label}
              </Link>
            ))}
          </nav>
          {brand.isDemonstration && <p>{say('frame.demonstration')}</p>}
          <p>{say('frame.colophon', { entity: brand.entity })}</p>
        </div>
        <PreferencesForm {...preferences} />
      </div>
    </footer>
  )
}
