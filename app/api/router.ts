import { catalogRouter } from './catalog.ts'
import { designsRouter } from './designs.ts'
import { jobsRouter } from './jobs.ts'
import { liveRouter } from './live.ts'
import { ordersRouter } from './orders.ts'
import { planRouter } from './plan.ts'
import { quotesRouter } from './quotes.ts'
import { router } from './trpc.ts'

/** The whole API, one router a noun. Also called `orders.pay` for paying; see docs/api.md. */
export const appRouter = router({
  catalog: catalogRouter,
  designs: designsRouter,
  orders: ordersRouter,
  quotes: quotesRouter,
  jobs: jobsRouter,
  plan: planRouter,
  live: liveRouter,
})

export type AppRouter = typeof appRouter
