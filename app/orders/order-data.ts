import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '#app/api/router.ts'

type Answers = inferRouterOutputs<AppRouter>

/** What the order page is drawn from, as the API gives it. Times are ISO 8601 business time. */
export type Order = Answers['orders']['get']
export type Quote = Answers['quotes']['list'][number]
export type StoryEvent = Answers['orders']['story']['events'][number]
export type Operation = Order['operations'][number]
export type Cancellation = Answers['orders']['cancelPreview']
