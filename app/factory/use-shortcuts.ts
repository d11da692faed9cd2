import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'

const stored = 'factory.keys'
const listeners = new Set<() => void>()

function areOn(): boolean {
  try {
    return localStorage.getItem(stored) !== 'off'
  } catch {
    return true
  }
}

/** Whether single keys act, and the way to turn them off: who speaks to the computer would press them by talking (WCAG 2.1.4). */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    areOn,
    () => true,
  )
  const set = useCallback((next: boolean) => {
    try {
      localStorage.setItem(stored, next ? 'on' : 'off')
    } catch {
      // Without storage the choice lives as long as the page would ask: not at all. Keys stay on.
    }
    for (const listener of listeners) listener()
  }, [])
  return [on, set]
}

/** Acts on single keys while nobody types, picks or has a dialog open. */
export function useShortcuts(acts: Readonly<Record<string, () => void>>): void {
  const [on] = useSingleKeys()
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const act = latest.current[event.key]
      if (act === undefined || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [on])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}
