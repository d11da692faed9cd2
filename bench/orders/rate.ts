import { setTimeout as delay } from 'node:timers/promises'
import { timed } from '../system/figures.ts'

/** One way of taking whole orders: up to where the goods must dry, and from there to the end. */
export type Side<Begun> = {
  /** `n` counts the orders of a round, `seed` is like no other's */
  begin(n: number, seed: string): Promise<Begun>
  /** Gives the order's id. */
  complete(begun: Begun): Promise<string>
}

/** Orders under way at a time. */
export const atOnce = 8

/** Does `work` for each item, so many at a time; gives what it gave and how long all took, wall ms. */
async function forAll<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>) {
  const left = [...items]
  const results: Result[] = []
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) results.push(await work(item))
  }
  const ms = await timed(() => Promise.all(Array.from({ length: atOnce }, worker)))
  return { results, ms }
}

/** Orders a second when `count` are taken the whole way. Nobody works while goods dry, so those `dryMs` (wall) are not counted. */
export async function rate<Begun>(
  side: Side<Begun>,
  { count, name, dryMs }: { count: number; name: string; dryMs: number },
): Promise<{ perSecond: number; orders: readonly string[] }> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const begun = await forAll(numbers, (n) => side.begin(n, `${name}-${n}`))
  await delay(dryMs)
  const completed = await forAll(begun.results, (order) => side.complete(order))
  return { perSecond: (count * 1000) / (begun.ms + completed.ms), orders: completed.results }
}
