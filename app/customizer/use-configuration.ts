import { useCallback, useMemo, useState } from 'react'
import type { OptionValue } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { type Given, type Reading, read } from './reading.ts'

type History = {
  readonly past: readonly Given[]
  readonly now: Given
  readonly touched: string | undefined
  readonly at: number
  readonly revision: number
}

export type Configuration = Reading & {
  /** the option changed last: a rule it breaks answers beside it */
  readonly touched: string | undefined
  /** how many changes can be taken back; 0 means nothing was changed yet */
  readonly changes: number
  /** rises with every change, taking back included */
  readonly revision: number
  choose(key: string, value: OptionValue): void
  /** takes several at once: a fix, or what one press changes, of which `touched` is the option pressed */
  take(changes: Given, touched?: string): void
  undo(): void
}

/** Steps of one slider within this time are one change to take back, ms. */
const burst = 600

/** The one state of the customizer: what was chosen. All else is read from it, at once. */
export function useConfiguration(product: Product, start: Given, country: string): Configuration {
  const [history, setHistory] = useState<History>({ past: [], now: start, touched: undefined, at: 0, revision: 0 })

  const step = useCallback((changes: Given, touched: string | undefined, at: number) => {
    setHistory((before) => {
      const goesOn = touched !== undefined && touched === before.touched && at - before.at < burst
      return {
        past: goesOn ? before.past : [...before.past, before.now],
        now: { ...before.now, ...changes },
        touched,
        at,
        revision: before.revision + 1,
      }
    })
  }, [])
  const choose = useCallback(
    (key: string, value: OptionValue) => step({ [key]: value }, key, performance.now()),
    [step],
  )
  const take = useCallback((changes: Given, touched?: string) => step(changes, touched, performance.now()), [step])
  const undo = useCallback(() => {
    setHistory((before) => {
      const last = before.past.at(-1)
      return last
        ? { past: before.past.slice(0, -1), now: last, touched: undefined, at: 0, revision: before.revision + 1 }
        : before
    })
  }, [])

  const reading = useMemo(() => read(product, history.now, country), [product, history.now, country])
  const { touched, past, revision } = history
  return { ...reading, touched, changes: past.length, revision, choose, take, undo }
}
