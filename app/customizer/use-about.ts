import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { FactorySummary } from '#models/planning/summary.ts'
import type { Make } from '#models/product/make.ts'
import { api } from '../browser/api.ts'
import { aboutOf } from './about.ts'

/** How old the factories' free capacity may be before it is asked for again, ms. */
const freshMs = 60_000

/** When it would be at the door. `pending` while the factories' free capacity is not here yet; `at` undefined when none has room. */
export type About = { readonly state: 'pending' } | { readonly state: 'known'; readonly at: number | undefined }

/** The date follows each change at once, from a summary asked for once a minute. `atFirst` is what the server found for the page it drew. */
export function useAbout(make: Make, country: string, atFirst: number | undefined, quantity = 1): About {
  const [factories, setFactories] = useState<readonly FactorySummary[]>()
  const [drawn] = useState({ make, country, quantity })
  const deferred = useDeferredValue(make)

  useEffect(() => {
    let isHere = true
    const ask = () =>
      api.catalog.capacity.query().then(
        (answer) => isHere && setFactories(answer.factories),
        () => {},
      )
    void ask()
    const timer = setInterval(() => document.visibilityState === 'visible' && void ask(), freshMs)
    return () => {
      isHere = false
      clearInterval(timer)
    }
  }, [])

  return useMemo(() => {
    if (factories) return { state: 'known', at: aboutOf(deferred, country, factories, quantity) }
    const isAsDrawn = deferred === drawn.make && country === drawn.country && quantity === drawn.quantity
    return isAsDrawn ? { state: 'known', at: atFirst } : { state: 'pending' }
  }, [factories, deferred, country, quantity, drawn, atFirst])
}
