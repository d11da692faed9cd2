import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessNow, businessSpan, wallUntil } from './clock.ts'

const at = fc.integer({ min: 1_700_000_000_000, max: 2_000_000_000_000 })
const clock = fc.record({ anchorWall: at, anchorBusiness: at, speed: fc.integer({ min: 1, max: 30_000 }) })
const later = fc.integer({ min: 0, max: 1_000_000_000 })

test('business time starts at the anchor and runs `speed` times as fast', () => {
  fc.assert(
    fc.property(clock, later, (time, ms) => {
      expect(businessNow(time, time.anchorWall)).toBe(time.anchorBusiness)
      expect(businessNow(time, time.anchorWall + ms) - time.anchorBusiness).toBe(ms * time.speed)
    }),
  )
})

test('waiting for a business time ends at it or just after, never before', () => {
  fc.assert(
    fc.property(clock, later, later, (time, ms, ahead) => {
      const wall = time.anchorWall + ms
      const due = businessNow(time, wall) + ahead
      const reached = businessNow(time, wall + wallUntil(time, due, wall))
      expect(reached).toBeGreaterThanOrEqual(due)
      expect(reached - due).toBeLessThan(time.speed)
    }),
  )
})

test('what is past is not waited for, and a span of wall time lasts `speed` times as long', () => {
  fc.assert(
    fc.property(clock, later, (time, ms) => {
      expect(wallUntil(time, time.anchorBusiness - ms, time.anchorWall)).toBe(0)
      expect(businessSpan(time, ms)).toBe(ms * time.speed)
    }),
  )
})
