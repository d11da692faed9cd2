import { useEffect } from 'react'
import { isRouteErrorResponse, Outlet, type ShouldRevalidateFunctionArgs, useRouteLoaderData } from 'react-router'
import { factoryOr } from '#app/api/portal-gate.ts'
import { keepLast } from '../browser/keep-last.ts'
import { ConnectionProvider } from '../factory/connection.tsx'
import { NotAMember } from '../factory/not-a-member.tsx'
import { PortalFrame } from '../factory/portal-frame.tsx'
import { ShopClockProvider } from '../orders/shop-clock.tsx'
import { readPreferences } from '../preferences/cookie.ts'
import type { loader as rootLoader } from '../root.tsx'
import { ErrorPage } from '../ui/error-page.tsx'
import { WordsProvider } from '../words/reader.tsx'
import type { Route } from './+types/factory.ts'

export const handle = { fills: true }

/** Everything is the factory’s own: no cache keeps it, no search engine lists it. */
export const headers = () => ({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })

export async function loader({ request, context }: Route.LoaderArgs) {
  const { id, name, zone } = await factoryOr(context, request)
  const { language, theme } = readPreferences(request.headers)
  const { cursor } = await context.api.live.cursor()
  const [{ requests, won }, { now, speed }] = await Promise.all([
    context.api.jobs.waiting(),
    context.api.catalog.clock(),
  ])
  return {
    factory: { id, name, zone },
    preferences: { language, theme },
    waiting: requests + won,
    cursor,
    now: Date.parse(now),
    speed,
  }
}

type Shown = Awaited<ReturnType<Route.ClientLoaderArgs['serverLoader']>>
const kept = keepLast<Shown>()

export function clientLoader({ serverLoader }: Route.ClientLoaderArgs) {
  return kept.read(serverLoader)
}

/** Another row, lane or day of one page changes nothing around it. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const isSamePage = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
  return !isSamePage && defaultShouldRevalidate
}

/** The portal around its pages. Times are those of the workshop, wherever the reader’s device thinks it is. */
export default function Factory({ loaderData }: Route.ComponentProps) {
  const { factory, preferences, waiting, cursor, now, speed } = loaderData
  useEffect(() => kept.show(loaderData), [loaderData])
  return (
    <WordsProvider language={preferences.language} zone={factory.zone}>
      <ShopClockProvider now={now} speed={speed}>
        <ConnectionProvider cursor={cursor} at={now}>
          <PortalFrame factory={factory} waiting={waiting} speed={speed} preferences={preferences}>
            <Outlet />
          </PortalFrame>
        </ConnectionProvider>
      </ShopClockProvider>
    </WordsProvider>
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const person = useRouteLoaderData<typeof rootLoader>('root')?.person
  const isOutsider = isRouteErrorResponse(error) && error.status === 403 && error.data === 'not_a_member'
  return isOutsider ? <NotAMember who={person ?? ''} /> : <ErrorPage error={error} />
}
