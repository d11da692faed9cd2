import { z } from 'zod'
import { invalid } from './api-error.ts'
import type { Change, Sandbox } from './change.ts'
import { type FormValue, formInt } from './form.ts'
import type { Expand } from './payment-objects.ts'

/** What a call is, for the faults that tests arm; every reading call is a `retrieve`. */
export const callKind = z.enum([
  'customer',
  'checkout',
  'expire',
  'capture',
  'cancel',
  'refund',
  'transfer',
  'account',
  'account_link',
  'retrieve',
])
export type CallKind = z.infer<typeof callKind>

/** One authenticated call. `form` is the decoded body, or the query of a reading call. */
export type ApiCall = {
  readonly sandbox: Sandbox
  readonly params: Readonly<Record<string, string>>
  readonly form: { readonly [key: string]: FormValue }
  readonly change: Change
}

/**
 * Does the call, or throws ApiError having changed nothing. What it returns is rendered once its change is known.
 */
export type ApiHandler = (call: ApiCall) => () => object

export type ApiRoute = readonly [pattern: string, kind: CallKind, handler: ApiHandler]

/** The path parameter, which the route's pattern always gives. */
export function idOf(call: ApiCall): string {
  return call.params.id ?? ''
}

/** Refuses what cannot be expanded, as Stripe does. */
export function expandOf(asked: readonly string[], expandable: readonly string[]): Expand {
  for (const path of asked) {
    if (!expandable.includes(path)) throw invalid(`This property cannot be expanded (${path}).`, {}, true)
  }
  return new Set(asked)
}

/** Stripe's paging: newest first, at most 100, after a given id. */
export const pagingShape = {
  limit: formInt.pipe(z.int().min(1).max(100)).default(10),
  starting_after: z.string().optional(),
  ending_before: z.string().optional(),
}

export function listObject<Item extends { id: string }>(
  url: string,
  oldestFirst: readonly Item[],
  paging: { limit: number; starting_after?: string | undefined; ending_before?: string | undefined },
  render: (item: Item) => object,
): object {
  const items = [...oldestFirst].reverse()
  const after =
    paging.starting_after === undefined ? 0 : items.findIndex((item) => item.id === paging.starting_after) + 1
  const before = items.findIndex((item) => item.id === paging.ending_before)
  const end = paging.ending_before === undefined || before < 0 ? items.length : before
  const start = paging.ending_before === undefined ? after : Math.max(0, end - paging.limit)
  const data = items.slice(start, Math.min(end, start + paging.limit))
  const more = paging.ending_before === undefined ? start + data.length < items.length : start > 0
  return { object: 'list', url, has_more: more, data: data.map(render) }
}
