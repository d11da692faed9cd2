import type { Given } from './reading.ts'

/** How the present came about. */
export type Act = 'start' | 'choice' | 'undo' | 'redo'

/** Everything chosen on this page, as far back as it goes and, after undoing, as far forward. */
export type History = {
  readonly past: readonly Given[]
  readonly now: Given
  readonly future: readonly Given[]
  /** what the last act left behind; of a slider's many steps, what was before the first */
  readonly left: Given
  readonly act: Act
  /** the option changed last, where it was one */
  readonly touched: string | undefined
  readonly at: number
  /** rises with every act */
  readonly revision: number
}

/** Steps of one slider within this time are one change to take back, ms. */
const burst = 600

export function historyFrom(start: Given): History {
  return { past: [], now: start, future: [], left: start, act: 'start', touched: undefined, at: 0, revision: 0 }
}

/** A choice, or several at once. `touched` is the option it was made with, `at` a time in ms. What was undone before is forgotten. */
export function stepped(history: History, changes: Given, touched: string | undefined, at: number): History {
  const { past, now } = history
  if (Object.entries(changes).every(([key, value]) => isSame(now[key], value))) return history
  const goesOn =
    history.act === 'choice' && touched !== undefined && touched === history.touched && at - history.at < burst
  return {
    past: goesOn ? past : [...past, now],
    now: { ...now, ...changes },
    future: [],
    left: goesOn ? history.left : now,
    act: 'choice',
    touched,
    at,
    revision: history.revision + 1,
  }
}

export function undone(history: History): History {
  const { past, now, future, revision } = history
  const last = past.at(-1)
  if (last === undefined) return history
  return {
    past: past.slice(0, -1),
    now: last,
    future: [now, ...future],
    left: now,
    act: 'undo',
    touched: undefined,
    at: 0,
    revision: revision + 1,
  }
}

export function redone(history: History): History {
  const { past, now, future, revision } = history
  const [next, ...rest] = future
  if (next === undefined) return history
  return {
    past: [...past, now],
    now: next,
    future: rest,
    left: now,
    act: 'redo',
    touched: undefined,
    at: 0,
    revision: revision + 1,
  }
}

function isSame(one: Given[string] | undefined, other: Given[string]): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other
  return one.length === other.length && one.every((item, index) => item === other[index])
}
