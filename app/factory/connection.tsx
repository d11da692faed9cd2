import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import { useLive } from '../browser/live.ts'

type Connection = {
  readonly isLost: boolean
  /** business time (epoch ms) of what is on the screen */
  readonly since: number
  /** reads the page's data anew, as soon as the server can be reached */
  readonly refresh: () => void
}

const Line = createContext<Connection>({ isLost: false, since: 0, refresh: () => {} })

/** Several changes at one moment are read once. */
const settleMs = 250
const retryMs = 4_000

/**
 * Keeps the portal's pages true: hears of every change at the factory and reads anew. A page is read only when the server answers a
 * short question first, so that a lost line leaves what is on the screen in its place. `at` is when it was read (business epoch ms),
 * `cursor` where in the order of events.
 */
export function ConnectionProvider({ cursor, at, children }: { cursor: string; at: number; children: ReactNode }) {
  const { revalidate } = useRevalidator()
  const [isLost, setLost] = useState(false)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)

  const refresh = useCallback(() => {
    clearTimeout(waiting.current)
    const look = async () => {
      const reached = await canReach()
      setLost(!reached)
      if (reached) await revalidate()
      else waiting.current = setTimeout(look, retryMs)
    }
    waiting.current = setTimeout(look, settleMs)
  }, [revalidate])

  useLive({ topics: ['factory'], from: cursor, onChange: refresh })
  useEffect(() => {
    const lost = () => setLost(true)
    addEventListener('offline', lost)
    addEventListener('online', refresh)
    return () => {
      clearTimeout(waiting.current)
      removeEventListener('offline', lost)
      removeEventListener('online', refresh)
    }
  }, [refresh])

  const connection = useMemo(() => ({ isLost, since: at, refresh }), [isLost, at, refresh])
  return <Line value={connection}>{children}</Line>
}

export function useConnection(): Connection {
  return use(Line)
}

/** Whether the server answers at all. */
export async function canReach(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(3_000) })).ok
  } catch {
    return false
  }
}
