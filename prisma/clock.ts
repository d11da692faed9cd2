import type { BusinessClock } from '#models/order/clock.ts'
import type { Database } from './client.ts'

/** The business clock, stored once: at the first call wall and business time are the same, from there `speed` counts. */
export async function readClock(
  database: Pick<Database, 'client'>,
  speed: number,
  wall: number,
): Promise<BusinessClock> {
  const now = new Date(wall)
  const row = await database.client.clock.upsert({
    where: { id: 1 },
    update: {},
    create: { id: 1, anchorWall: now, anchorBusiness: now, speed },
  })
  return { anchorWall: row.anchorWall.getTime(), anchorBusiness: row.anchorBusiness.getTime(), speed: row.speed }
}
