import { useCallback, useMemo, useState } from 'react'
import type { OptionValue } from '#models/product/options.ts'
import { type PriceChange, priceChange } from '#models/product/price-change.ts'
import type { Product } from '#models/product/product.ts'
import { type Act, type History, historyFrom, redone, stepped, undone } from './history.ts'
import { type Given, type Reading, read } from './reading.ts'

export type Configuration = Reading & {
  /** the option changed last: a rule it breaks answers beside it */
  readonly touched: string | undefined
  /** how many changes can be taken back, and how many of those taken back can be made again */
  readonly changes: number
  readonly undone: number
  /** how the present came about, and what that did to the price; undefined while it cannot be made */
  readonly act: Act
  readonly change: PriceChange | undefined
  /** rises with every change, taking back included */
  readonly revision: number
  choose(key: string, value: OptionValue): void
  /** takes several at once: a fix, or a choice with what it needs, made with the option `touched` */
  take(changes: Given, touched?: string): void
  undo(): void
  redo(): void
}

/** The one state of the customizer: what was chosen. All else is read from it, at once. */
export function useConfiguration(product: Product, start: Given, country: string): Configuration {
  const [history, setHistory] = useState(() => historyFrom(start))

  const take = useCallback((changes: Given, touched?: string) => {
    const at = performance.now()
    setHistory((before) => stepped(before, changes, touched, at))
  }, [])
  const choose = useCallback((key: string, value: OptionValue) => take({ [key]: value }, key), [take])
  const undo = useCallback(() => setHistory(undone), [])
  const redo = useCallback(() => setHistory(redone), [])

  const reading = useMemo(() => read(product, history.now, country), [product, history.now, country])
  const change = useMemo(() => changeIn(product, history, reading, country), [product, history, reading, country])
  const { touched, past, future, act, revision } = history
  return {
    ...reading,
    touched,
    changes: past.length,
    undone: future.length,
    act,
    change,
    revision,
    choose,
    take,
    undo,
    redo,
  }
}

/** The price against that of what was left, or of the last before it that could be made. */
function changeIn(product: Product, history: History, now: Reading, country: string): PriceChange | undefined {
  if (!now.valid || history.act === 'start') return undefined
  const earlier = history.act === 'choice' ? history.past.toReversed() : [history.left]
  for (const given of [history.left, ...earlier]) {
    const before = read(product, given, country)
    if (before.valid) return priceChange(product.options, before, now)
  }
  return undefined
}
