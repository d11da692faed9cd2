import { createContext, type ReactNode, use, useMemo } from 'react'
import { useLivePage } from '../browser/live-page.ts'

type Connection = {
  readonly isLost: boolean
  /** business time (epoch ms) of what is on the screen */
  readonly since: number
  /** reads the page's data anew, as soon as the server can be reached */
  readonly refresh: () => void
}

const Line = createContext<Connection>({ isLost: false, since: 0, refresh: () => {} })

/**
 * Keeps the portal's pages true: hears of every change at the factory and reads anew. A lost line leaves what is on the screen in
 * its place. `at` is when it was read (business epoch ms), `cursor` where in the order of events.
 */
export function ConnectionProvider({ cursor, at, children }: { cursor: string; at: number; children: ReactNode }) {
  const { isLost, refresh } = useLivePage({ topics: ['factory'], cursor, at })
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
