import type { Operation, WorkCentreKind } from '../product/routing.ts'
import { businessDaysAfter, destinationOf } from './destination.ts'
import { sequence, workS } from './sequence.ts'
import { type FactorySummary, weekMs } from './summary.ts'

const dayMs = 86_400_000
/** Work happens in part of a day and the sum knows only weeks: a day is added after each lag and before the hand-over. */
const roundingMs = dayMs

export type AboutRequest = {
  /** of the whole lot (see `forQuantity`) */
  readonly operations: readonly Operation[]
  /** ids of the bill of materials */
  readonly materials: readonly string[]
  /** ISO 3166-1 alpha-2 */
  readonly country: string
  readonly bufferDays: number
  /** calendar days to the door at worst, by country of the factory; undefined where there is no lane */
  readonly slowestDays: (origin: string) => number | undefined
}

export type AboutDate = { readonly factory: string; readonly finishesAt: number; readonly deliverBy: number }

/** An estimate for each factory that has all the work centres, soonest first. Needs no time zones, so a page can count it at each change. */
export function aboutDates(request: AboutRequest, summaries: readonly FactorySummary[]): AboutDate[] {
  const operations = sequence(request.operations)
  const out: AboutDate[] = []
  for (const summary of summaries) {
    const slowest = request.slowestDays(summary.country)
    const finishesAt = slowest === undefined ? undefined : finishFrom(operations, request.materials, summary)
    if (slowest === undefined || finishesAt === undefined) continue
    out.push({ factory: summary.factory, finishesAt, deliverBy: deliveryAfter(finishesAt, slowest, request) })
  }
  return out.sort((a, b) => a.deliverBy - b.deliverBy || (a.factory < b.factory ? -1 : 1))
}

/**
 * The date a page shows as "about": the second soonest among factories that ask no more than the reference card, so that price and date can
 * be kept together even if one of them drops out; the soonest when there is only one. Undefined when there is none.
 */
export function aboutDate(request: AboutRequest, summaries: readonly FactorySummary[]): AboutDate | undefined {
  const [soonest, second] = aboutDates(
    request,
    summaries.filter((each) => each.reference),
  )
  return second ?? soonest
}

function finishFrom(
  operations: readonly Operation[],
  materials: readonly string[],
  summary: FactorySummary,
): number | undefined {
  const start = materials.reduce((latest, id) => Math.max(latest, summary.materialAt[id] ?? 0), summary.startsAt)
  const readyAt = new Map<string, number>()
  let free = start
  let finish = start
  for (const operation of operations) {
    const from = operation.after.reduce((latest, key) => Math.max(latest, readyAt.get(key) ?? start), free)
    const end = workUntil(summary, operation.workCentre, workS(operation) / 60, from)
    if (end === undefined) return undefined
    const ready = end + (operation.lagS > 0 ? operation.lagS * 1000 + roundingMs : 0)
    readyAt.set(operation.key, ready)
    free = end
    finish = Math.max(finish, ready)
  }
  return finish + roundingMs
}

/** Spreads each week's free minutes evenly over it; undefined when they run out before the work does. */
function workUntil(summary: FactorySummary, kind: WorkCentreKind, minutes: number, from: number): number | undefined {
  const weeks = summary.free[kind]
  if (!weeks) return undefined
  let left = minutes
  let at = from
  while (left > 0) {
    const week = Math.floor((at - summary.from) / weekMs)
    const free = weeks[week]
    if (free === undefined) return undefined
    const end = summary.from + (week + 1) * weekMs
    const possible = (free * (end - at)) / weekMs
    if (possible >= left) return at + (left * weekMs) / free
    left -= possible
    at = end
  }
  return at
}

/** 18:00 UTC of a business day: no earlier than 18:00 on the clocks of Europe. */
function deliveryAfter(finishesAt: number, slowestDays: number, request: AboutRequest): number {
  const day = businessDaysAfter(
    destinationOf(request.country),
    Math.floor(finishesAt / dayMs) + slowestDays,
    request.bufferDays,
  )
  return day * dayMs + 18 * 3_600_000
}
