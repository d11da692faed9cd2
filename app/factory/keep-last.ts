import { isRouteErrorResponse } from 'react-router'

/** Gateways answer for a server that is away. */
const away: ReadonlySet<number> = new Set([502, 503, 504])

/** Whether nothing got through. A browser names a request that was never answered a TypeError, whatever the reason. */
export function isLine(error: unknown): boolean {
  return error instanceof TypeError || (isRouteErrorResponse(error) && away.has(error.status))
}

/**
 * What a page showed last, for reading it over a thin line: where nothing gets through the page stays as it was, and says so elsewhere.
 * `remember` takes what came with the page itself.
 */
export function keepLast<Data>() {
  let last: Data | undefined
  return {
    remember(data: Data): void {
      last = data
    },
    async read(ask: () => Promise<Data>): Promise<Data> {
      try {
        last = await ask()
        return last
      } catch (error) {
        if (last === undefined || !isLine(error)) throw error
        return last
      }
    },
  }
}
