import { z } from 'zod'
import { sharedTime } from '#models/planning/calendar.ts'
import { dateOfDay, dayMs, dayOfDate, instantOf, localDay } from '#models/planning/local-day.ts'
import { readFrozenOptions } from '#prisma/frozen-options.ts'
import { listJobs } from '#prisma/jobs.ts'
import { readOrders } from '#prisma/orders.ts'
import { nextBooking, readBookings, readNamedResources } from '#prisma/plan.ts'
import { asFactory } from './access.ts'
import { jobViews } from './job-view.ts'
import { router } from './trpc.ts'

const iso = (at: Date | number): string => new Date(at).toISOString()

export const planRouter = router({
  /**
   * One's own plan from a local day on (`YYYY-MM-DD`, today if left out): machines and people with the time given to us, what is booked
   * and held on them, and the jobs whose dates matter.
   */
  own: asFactory
    .input(z.object({ from: z.iso.date().optional(), days: z.int().min(1).max(60).default(7) }))
    .query(async ({ ctx, input }) => {
      const { database, now } = ctx.platform
      const { id, zone } = ctx.ownFactory
      const at = now()
      const first = input.from === undefined ? localDay(zone, at) : dayOfDate(input.from)
      const midnights = Array.from({ length: input.days + 1 }, (_, day) => instantOf(zone, first + day, 0))
      const span = { from: midnights[0] ?? at, to: midnights.at(-1) ?? at + input.days * dayMs }
      const [resources, bookings, next, rows] = await Promise.all([
        readNamedResources(database, id),
        readBookings(database, { factory: id, ...span, at }),
        nextBooking(database, { factory: id, from: span.to, at }),
        listJobs(database, id, ['awaiting_acceptance', 'scheduled', 'in_production']),
      ])
      const jobs = await jobViews(ctx.platform, rows)
      const jobOfQuote = new Map(rows.map((row) => [row.quoteId, row.id]))
      const orders = await readOrders(
        database,
        bookings.map((booking) => booking.orderId),
      )
      const frozen = await readFrozenOptions(
        database,
        [...orders.values()].map((order) => order.hash),
      )
      return {
        zone,
        now: iso(at),
        days: midnights
          .slice(0, -1)
          .map((midnight, day) => ({ date: dateOfDay(first + day), startsAt: iso(midnight) })),
        endsAt: iso(span.to),
        /** where the plan goes on after these days */
        next: next === undefined ? null : { startsAt: iso(next), date: dateOfDay(localDay(zone, next.getTime())) },
        resources: resources.map((resource) => ({
          id: resource.id,
          name: resource.name,
          kind: resource.kind,
          workCentres: resource.workCentres,
          given: sharedTime(resource.calendar, resource.sharePermille, span).map(({ from, to }) => ({
            startsAt: iso(from),
            endsAt: iso(to),
          })),
        })),
        bars: bookings.map((booking) => {
          const order = orders.get(booking.orderId)
          return {
            resource: booking.resourceId,
            /** a hold becomes a job's when the shopper has paid */
            job: booking.jobId ?? (booking.quoteId === null ? null : (jobOfQuote.get(booking.quoteId) ?? null)),
            order: booking.orderId,
            operation: booking.operation,
            product: order?.product ?? '',
            version: order?.version ?? 0,
            options: (order && frozen.get(order.hash)) ?? {},
            startsAt: iso(booking.startsAt),
            endsAt: iso(booking.endsAt),
            heldUntil: booking.expiresAt === null ? null : iso(booking.expiresAt),
          }
        }),
        jobs,
      }
    }),
})
