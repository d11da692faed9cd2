import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '#app/api/router.ts'

type Answers = inferRouterOutputs<AppRouter>

/** What the factory's pages are drawn from, as the API gives it. Times are ISO 8601 business time. */
export type RequestRow = Answers['jobs']['requests'][number]
export type RequestDetail = Answers['jobs']['request']
export type JobRow = Answers['jobs']['list'][number]
export type JobDetail = Answers['jobs']['get']
export type Operation = JobRow['operations'][number]
export type Plan = Answers['plan']['own']
export type PaidRow = Answers['jobs']['payouts'][number]

/** Why something was refused, as an action gives it. */
export type Refused = {
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
  readonly words: string
}
