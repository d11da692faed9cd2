import { isRouteErrorResponse } from 'react-router'

/** Gateways answer for a server that is away. */
const away: ReadonlySet<number> = new Set([502, 503, 504])

/** Whether nothing got through. A browser names a request that was never answered a TypeError, whatever the reason. */
export function isLine(error: unknown): boolean {
  return error instanceof TypeError || (isRouteErrorResponse(error) && away.has(error.status))
}

/** Whether the server said something on purpose: go elsewhere, not yours, no such thing. */
function isAnswer(error: unknown): boolean {
  return error instanceof Response || (isRouteErrorResponse(error) && error.status < 500)
}

const behind = new Set<object>()
const listeners = new Set<() => void>()

/** Whether something that is on the screen could not be read when it last should have been; for `useSyncExternalStore`. */
export const onScreen = {
  isBehind: (): boolean => behind.size > 0,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/**
 * What a page showed last, for reading it over a thin line: where nothing gets through the page stays as it was, and says so
 * elsewhere. So does one that is on the screen when the server breaks over reading it anew, as it does while its database is away.
 */
export function keepLast<Data>() {
  let last: Data | undefined
  let shown = 0
  let isOld = false
  const self = {}
  const tell = () => {
    if (isOld && shown > 0) behind.add(self)
    else behind.delete(self)
    for (const listener of listeners) listener()
  }
  return {
    /** Takes what is on the screen, also what came with the page itself; call what it gives when it leaves the screen. */
    show(data: Data): () => void {
      last = data
      shown += 1
      tell()
      return () => {
        shown -= 1
        tell()
      }
    },
    async read(ask: () => Promise<Data>): Promise<Data> {
      try {
        last = await ask()
        isOld = false
        tell()
        return last
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') throw error
        const isKept = isLine(error) || (shown > 0 && !isAnswer(error))
        if (last === undefined || !isKept) throw error
        isOld = true
        tell()
        return last
      }
    },
  }
}

/** The same for pages of one kind, each by its name. */
export function keepLastOfEach<Data>(): (name: string) => ReturnType<typeof keepLast<Data>> {
  const all = new Map<string, ReturnType<typeof keepLast<Data>>>()
  return (name) => {
    const kept = all.get(name) ?? keepLast<Data>()
    all.set(name, kept)
    return kept
  }
}
