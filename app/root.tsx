import latin from '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2?url'
import { type ReactNode, useEffect } from 'react'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useMatches,
  useRouteLoaderData,
} from 'react-router'
import type { Route } from './+types/root.ts'
import { brand } from './brand/brand.ts'
import { keepLast } from './browser/keep-last.ts'
import { PageFocus } from './browser/page-focus.tsx'
import { readPreferences } from './preferences/cookie.ts'
import { KeepZone } from './preferences/zone.tsx'
import './styles/app.css'
import { ErrorPage } from './ui/error-page.tsx'
import { LiveRegion } from './ui/live-region.tsx'
import { PageShell } from './ui/page-shell.tsx'
import { ToastProvider } from './ui/toast.tsx'
import { languageFor, original } from './words/languages.ts'
import { WordsProvider } from './words/reader.tsx'
import { wordsFor } from './words/request-words.ts'

export const links: Route.LinksFunction = () => [
  { rel: 'preload', href: latin, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
]

export async function loader({ request, context }: Route.LoaderArgs) {
  const { language, theme, zone } = readPreferences(request.headers)
  const { say } = await wordsFor(request)
  const person = context.person()
  const isNamed = person !== undefined && person.role !== 'guest'
  const shown = await context.api.catalog.products()
  const nav = [
    ...shown.map(({ product, name }) => ({ to: `/p/${product}`, label: name })),
    ...(person ? [{ to: '/designs', label: say('frame.designs') }] : []),
    ...(person ? [{ to: '/orders', label: say('frame.orders') }] : []),
    ...((await context.factory()) ? [{ to: '/factory', label: say('frame.portal') }] : []),
  ]
  return { language, theme, zone, person: isNamed ? person.name || person.email : null, nav, brand }
}

/** Another view of one page changes nothing in the frame, and a lost line then leaves it standing. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const isSamePage = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
  return !isSamePage && defaultShouldRevalidate
}

type Frame = Awaited<ReturnType<typeof loader>>
const kept = keepLast<Frame>()

export function clientLoader({ serverLoader }: Route.ClientLoaderArgs) {
  return kept.read(serverLoader)
}

const bare: Frame = { language: original.code, theme: 'system', zone: 'UTC', person: null, nav: [], brand }

export function Layout({ children }: { children: ReactNode }) {
  const { language, theme, zone } = useRouteLoaderData<typeof loader>('root') ?? bare
  return (
    <html lang={languageFor([language]).locale} {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f9fbfa" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0d1814" />
        <Meta />
        <Links />
        <noscript>
          <style>{'.needs-script{display:none}'}</style>
        </noscript>
      </head>
      <body>
        <WordsProvider language={language} zone={zone}>
          <LiveRegion>
            <ToastProvider>{children}</ToastProvider>
          </LiveRegion>
        </WordsProvider>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

/** A page that fills the screen says so in its handle. */
export type PageHandle = { fills?: boolean }

export default function Root({ loaderData }: Route.ComponentProps) {
  useEffect(() => kept.show(loaderData), [loaderData])
  const fills = useMatches().some(({ handle }) => typeof handle === 'object' && handle !== null && 'fills' in handle)
  return (
    <>
      <KeepZone known={loaderData.zone} />
      <PageFocus />
      <Frame frame={loaderData} fills={fills}>
        <Outlet />
      </Frame>
    </>
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const frame = useRouteLoaderData<typeof loader>('root') ?? bare
  return (
    <Frame frame={frame} fills={false}>
      <ErrorPage error={error} />
    </Frame>
  )
}

function Frame({ frame, fills, children }: { frame: Frame; fills: boolean; children: ReactNode }) {
  const { name, logo, legal, source } = frame.brand
  return (
    <PageShell
      brand={{ name, logo, entity: legal.entity, isDemonstration: legal.isDemonstration, source }}
      nav={frame.nav}
      person={frame.person}
      preferences={{ language: frame.language, theme: frame.theme }}
      fills={fills}
    >
      {children}
    </PageShell>
  )
}
