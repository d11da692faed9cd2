import type { Database } from './client.ts'
import { resourceSchema } from './factory-shape.ts'

/** A factory's machines and people by name. */
export async function readNamedResources(database: Pick<Database, 'client'>, factory: string) {
  const rows = await database.client.resource.findMany({ where: { factoryId: factory }, orderBy: { id: 'asc' } })
  return rows.map((row) => ({ ...resourceSchema.parse(row), name: row.name }))
}

/** Bookings, and holds that have not lapsed. */
const standing = (at: number) => ({ OR: [{ expiresAt: null }, { expiresAt: { gt: new Date(at) } }] })

/** What a factory's plan holds between two instants (business ms): bookings of jobs, and holds that have not lapsed at `at`. */
export async function readBookings(
  database: Pick<Database, 'client'>,
  { factory, from, to, at }: { factory: string; from: number; to: number; at: number },
) {
  return database.client.booking.findMany({
    where: {
      factoryId: factory,
      endsAt: { gt: new Date(from) },
      startsAt: { lt: new Date(to) },
      ...standing(at),
    },
    orderBy: [{ startsAt: 'asc' }, { resourceId: 'asc' }],
    select: {
      resourceId: true,
      orderId: true,
      quoteId: true,
      jobId: true,
      operation: true,
      startsAt: true,
      endsAt: true,
      expiresAt: true,
    },
    take: 5000,
  })
}

/** When the first stretch from an instant on begins; undefined when there is none. */
export async function nextBooking(
  database: Pick<Database, 'client'>,
  { factory, from, at }: { factory: string; from: number; at: number },
): Promise<Date | undefined> {
  const row = await database.client.booking.findFirst({
    where: { factoryId: factory, startsAt: { gte: new Date(from) }, ...standing(at) },
    orderBy: { startsAt: 'asc' },
    select: { startsAt: true },
  })
  return row?.startsAt
}
