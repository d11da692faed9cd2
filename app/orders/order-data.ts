import type { AppRouter } from '#app/api/router.ts'

/** What a procedure answers when a loader calls it in process. */
type Answer<Procedure extends { _def: { $types: { output: unknown } } }> = Procedure['_def']['$types']['output']

/** What the order page is drawn from, as the API gives it. Times are ISO 8601 business time. */
export type Order = Answer<AppRouter['orders']['get']>
export type Quote = Answer<AppRouter['quotes']['list']>[number]
export type StoryEvent = Answer<AppRouter['orders']['story']>['events'][number]
export type Operation = Order['operations'][number]
export type Cancellation = Answer<AppRouter['orders']['cancelPreview']>
