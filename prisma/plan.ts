import type { Database } from './client.ts'
import { resourceSchema } from './factory-shape.ts'

/** A factory's machines and people by name. */
export async function readNamedResources(database: Pick<Database, 'client'>, factory: string) {
  const rows = await database.client.resource.findMany({ where: { factoryId: factory }, orderBy: { id: 'asc' } })
  return rows.map((row) => ({ ...resourceSchema.parse(row), name: row.name }))
}

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
      OR: [{ expiresAt: null }, { expiresAt: { gt: new Date(at) } }],
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
