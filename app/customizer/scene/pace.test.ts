import { describe, expect, it } from 'vitest'
import { type Pace, paced, resting } from './pace.ts'

const sharp = 2
type Turn = Pace & { readonly ratio: number }
const rest: Turn = { ...resting, ratio: sharp }
const turning = (before: Turn, seconds: number, frames: number): Turn => {
  let now = before
  for (let frame = 0; frame < frames; frame += 1) now = paced(now, { moves: true, seconds, ratio: now.ratio, sharp })
  return now
}

describe('the pace of frames', () => {
  it('leaves a quick machine alone', () => {
    expect(turning(rest, 0.016, 100)).toMatchObject({ ratio: sharp, coarse: undefined })
  })

  it('makes a slow machine draw more coarsely while something moves, but not without end', () => {
    const slow = turning(rest, 0.3, 40)
    expect(slow.ratio).toBeLessThan(1)
    expect(slow.ratio).toBeGreaterThanOrEqual(0.6)
  })

  it('says nothing of the frame after a rest, however long that was', () => {
    expect(turning(rest, 60, 1)).toMatchObject({ ratio: sharp, slow: 0 })
  })

  it('begins the next movement a little sharper than the last one ended, until it is sharp again', () => {
    const slow = turning(rest, 0.3, 40)
    const ratios: number[] = []
    let now: Turn = slow
    for (let turn = 0; turn < 10; turn += 1) {
      now = { ...paced(now, { moves: false, seconds: 0.016, ratio: now.ratio, sharp }), ratio: sharp }
      now = turning(now, 0.016, 5)
      ratios.push(now.ratio)
    }
    expect(ratios).toEqual([...ratios].sort((a, b) => a - b))
    expect(ratios[0]).toBeLessThan(1)
    expect(ratios.at(-1)).toBe(sharp)
  })
})
