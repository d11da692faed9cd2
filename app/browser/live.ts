import { createTRPCClient, httpSubscriptionLink, TRPCClientError } from '@trpc/client'
import { useEffect, useRef } from 'react'
import type { AppRouter } from '#app/api/router.ts'
import { Following, type OpenStream, type Wish } from './following.ts'

const client = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: '/api/trpc' })] })

const open: OpenStream = (input, { onChange, onEnd }) => {
  const stream = client.live.changes.subscribe(input, {
    onData: ({ id, data }) => onChange(id, data),
    onError: (error) => onEnd(isRefused(error)),
    onComplete: () => onEnd(false),
  })
  return () => stream.unsubscribe()
}

/** A refusal stays one however often one asks: another session, a link that is not valid. */
function isRefused(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false
  const status: unknown = error.data?.httpStatus
  return typeof status === 'number' && status >= 400 && status < 500 && status !== 429
}

let following: Following | undefined

/** A gap this long between two looks at the clock means that the machine slept: its connection is dead without having said so. */
const sleptMs = 20_000
const lookMs = 5_000

/** The one subscription of this tab. */
function ofThisTab(): Following {
  if (following !== undefined) return following
  const made = new Following(open)
  following = made
  let seen = Date.now()
  setInterval(() => {
    const now = Date.now()
    if (now - seen > sleptMs) made.renew()
    seen = now
  }, lookMs)
  addEventListener('online', () => made.renew())
  addEventListener('pageshow', (event) => {
    if (event.persisted) made.renew()
  })
  return made
}

/** Hears of changes while the component is on the page. Another set of topics begins anew; the other wishes may change freely. */
export function useLive(wish: Wish): void {
  const latest = useRef(wish)
  useEffect(() => {
    latest.current = wish
  })
  const topics = wish.topics.join()
  useEffect(() => {
    if (topics === '') return
    const { keys, from } = latest.current
    return ofThisTab().follow({
      topics: topics.split(','),
      ...(keys === undefined ? {} : { keys }),
      from,
      onChange: (change, id) => latest.current.onChange(change, id),
    })
  }, [topics])
}
