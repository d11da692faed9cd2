/** Wall and business time meet at the anchor; from there business time runs `speed` times as fast. Epoch milliseconds. */
export type BusinessClock = { readonly anchorWall: number; readonly anchorBusiness: number; readonly speed: number }

/** Business time (epoch ms) at wall time `wall`. In production speed is 1 and both are the same. */
export function businessNow(clock: BusinessClock, wall: number): number {
  return Math.round(clock.anchorBusiness + (wall - clock.anchorWall) * clock.speed)
}

/** Wall milliseconds until the business time `at`, seen from wall time `wall`; never negative. */
export function wallUntil(clock: BusinessClock, at: number, wall: number): number {
  return Math.max(0, Math.ceil((at - businessNow(clock, wall)) / clock.speed))
}

/** Business milliseconds that pass in `ms` of wall time, such as a Checkout session's life. */
export const businessSpan = (clock: BusinessClock, ms: number): number => Math.ceil(ms * clock.speed)
