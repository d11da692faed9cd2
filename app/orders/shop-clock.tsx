import { createContext, type ReactNode, use, useEffect, useState } from 'react'

type Reading = { readonly now: number; readonly speed: number }

const ShopClock = createContext<Reading>({ now: 0, speed: 1 })

/** Lets business time run on from where the server read it: `now` in epoch ms, `speed` business seconds a second. */
export function ShopClockProvider({ now, speed, children }: Reading & { children: ReactNode }) {
  return <ShopClock value={{ now, speed }}>{children}</ShopClock>
}

/** A countdown in minutes need not look more often; a shop in a hurry is looked at every second. */
const restMs = { calm: 15_000, hurried: 1_000 } as const

/** Business time now, epoch ms. Server and browser first draw the moment that was read. */
export function useShopNow(): number {
  const { now, speed } = use(ShopClock)
  const [shown, setShown] = useState(now)
  useEffect(() => {
    const began = Date.now()
    setShown(now)
    const timer = setInterval(
      () => setShown(now + (Date.now() - began) * speed),
      speed > 1 ? restMs.hurried : restMs.calm,
    )
    return () => clearInterval(timer)
  }, [now, speed])
  return shown
}

export const useShopSpeed = (): number => use(ShopClock).speed
