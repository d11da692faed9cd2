import { type BusinessClock, businessNow, wallUntil } from '#models/order/clock.ts'
import type { Session } from './session.ts'

/** The site's business clock as a program outside reads it. */
export type SiteClock = {
  /** business epoch ms */
  readonly now: () => number
  /** wall ms until a business time; 0 when it has passed */
  readonly until: (at: number) => number
  /** business ms that pass in `ms` of wall time */
  readonly span: (ms: number) => number
  readonly speed: number
}

/** Asks the site for its time; right to half of what the question took. */
export async function readClock({ api }: Pick<Session, 'api'>): Promise<SiteClock> {
  const asked = Date.now()
  const { now, speed } = await api.catalog.clock.query()
  const anchor: BusinessClock = { anchorWall: (asked + Date.now()) / 2, anchorBusiness: Date.parse(now), speed }
  return {
    now: () => businessNow(anchor, Date.now()),
    until: (at) => wallUntil(anchor, at, Date.now()),
    span: (ms) => ms * speed,
    speed,
  }
}
