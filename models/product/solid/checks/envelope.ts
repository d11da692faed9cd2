import type { Vector } from '../../vector.ts'
import type { Bounds } from '../bounds.ts'
import { hundredths, type Verdict } from './verdict.ts'

const sorted = ({ x, y, z }: Vector): number[] => [x, y, z].sort((a, b) => b - a)

/** Whether a solid, however it is laid square to the axes, fits what a machine takes. mm. */
export function fitsEnvelope({ from, to }: Bounds, mostMm: Vector): Verdict {
  const size = { x: to.x - from.x, y: to.y - from.y, z: to.z - from.z }
  const most = sorted(mostMm)
  const over = sorted(size).some((length, index) => hundredths(length) > (most[index] ?? 0))
  const [long = 0, wide = 0, high = 0] = sorted(size).map(hundredths)
  const [mostLong = 0, mostWide = 0, mostHigh = 0] = most
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, z: (from.z + to.z) / 2 }
  return {
    code: 'envelope',
    values: { long, wide, high, mostLong, mostWide, mostHigh },
    ok: !over,
    spot: { at: middle, from, to },
  }
}
