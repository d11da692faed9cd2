import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False while the page is as the server wrote it, true once a script has taken it over. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
