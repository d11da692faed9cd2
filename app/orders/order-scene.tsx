import { createContext, type ReactNode, use } from 'react'
import type { Options } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import type { Cancellation, Order, Quote, StoryEvent } from './order-data.ts'

/** What was refused or failed when the shopper last acted, in words; `field` names the control it concerns. */
export type Failure = {
  readonly act: string
  readonly words: string
  readonly field: string | undefined
  /** what had been typed, so that nobody types it twice */
  readonly typed: string
}

/** One order and all that its page shows. `orderKey` is the key of a guest’s link, where the page was opened by it. */
export type OrderScene = {
  readonly order: Order
  readonly quotes: readonly Quote[]
  readonly events: readonly StoryEvent[]
  readonly options: Options
  readonly cancellation: Cancellation
  readonly product: Product
  readonly orderKey: string | undefined
  /** the shopper has just come back from the payment page */
  readonly returned: boolean
  readonly failure: Failure | undefined
}

const Scene = createContext<OrderScene | undefined>(undefined)

export function OrderSceneProvider({ scene, children }: { scene: OrderScene; children: ReactNode }) {
  return <Scene value={scene}>{children}</Scene>
}

export function useOrderScene(): OrderScene {
  const scene = use(Scene)
  if (scene === undefined) throw new Error('useOrderScene needs an OrderSceneProvider above it')
  return scene
}
