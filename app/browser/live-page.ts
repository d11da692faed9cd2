import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useRevalidator } from 'react-router'
import { type Change, isAfter, type Wish } from './following.ts'
import { onScreen } from './keep-last.ts'
import { useLive } from './live.ts'

/** ms: events that come in one breath are read in one go; between tries while nothing can be read; with a reading that does not end. */
const pauses = { breath: 120, retry: 2_000, patience: 15_000 } as const

/** What a page must show: everything up to an event, and anything since it was last read where somebody asked for that. */
type Wanted = { readonly heard?: string; readonly since?: number }

/**
 * Keeps a page true: hears of what happens, and reads the page anew until it shows what was heard, however often the server or
 * its database is away meanwhile. `cursor` is where in the order of events the page was read, `at` when (business epoch ms).
 */
export function useLivePage({
  topics,
  keys,
  cursor,
  at,
  onChange,
}: Pick<Wish, 'topics' | 'keys'> & { cursor: string; at: number; onChange?: (change: Change) => void }): {
  /** what is on the screen may be behind, and cannot be read anew now */
  isLost: boolean
  /** reads the page anew, as soon as that is possible */
  refresh: () => void
} {
  const { revalidate, state } = useRevalidator()
  const [wanted, setWanted] = useState<Wanted>({})
  const [isOffline, setOffline] = useState(false)
  const [isFailing, setFailing] = useState(false)
  const isOld = useSyncExternalStore(onScreen.subscribe, onScreen.isBehind, () => false)
  const isUnread = (wanted.heard !== undefined && !isAfter(cursor, wanted.heard)) || wanted.since === at
  const isBehind = isUnread || isOld

  const readAt = useRef(at)
  const refresh = useCallback(() => setWanted((before) => ({ ...before, since: readAt.current })), [])
  const isAskedOffline = useRef(false)
  useEffect(() => {
    readAt.current = at
    // A browser that thinks it has no network may be wrong: what was asked for since, and came all the same, says so.
    if (navigator.onLine || isAskedOffline.current) setOffline(false)
    else refresh()
  }, [at, refresh])

  useLive({
    topics,
    ...(keys === undefined ? {} : { keys }),
    from: cursor,
    onChange: (change, id) => {
      setWanted((before) => ({ ...before, heard: id }))
      onChange?.(change)
    },
  })

  const asked = useRef<Wanted>(undefined)
  useEffect(() => {
    if (!isBehind) return setFailing(false)
    const isAgain = asked.current === wanted
    const read = () => {
      asked.current = wanted
      isAskedOffline.current = isOffline
      setFailing(isAgain)
      void revalidate()
    }
    // One reading at a time: what is heard meanwhile is read next, unless the line died under it.
    const pause = state !== 'idle' ? pauses.patience : isAgain ? pauses.retry : pauses.breath
    const timer = setTimeout(read, pause)
    return () => clearTimeout(timer)
  }, [isBehind, wanted, state, isOffline, revalidate])

  useEffect(() => {
    const lost = () => {
      setOffline(true)
      refresh()
    }
    if (!navigator.onLine) lost()
    addEventListener('offline', lost)
    addEventListener('online', refresh)
    return () => {
      removeEventListener('offline', lost)
      removeEventListener('online', refresh)
    }
  }, [refresh])

  return { isLost: isOffline || isOld || (isUnread && isFailing), refresh }
}
