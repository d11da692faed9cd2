import { measureOf } from '../../product/solid/measure.ts'
import { weights } from './alloys.ts'
import { bandArea, section } from './band.ts'
import { headVolume } from './head.ts'
import type { Layout } from './layout.ts'

/** A layout with its metal by closed form, mm³ and mm², and what that weighs. No rule needs it, so none waits for it. */
export type Measured = Layout & {
  readonly volume: number
  readonly surface: number
  readonly weights: ReturnType<typeof weights>
}

export function measured(layout: Layout): Measured {
  const { band, head, seats, monogram, chosen } = layout
  const { volumeUm3 = 0 } = measureOf({ kind: 'revolution', outline: section(band), holes: [] })
  const grown = head === undefined ? 0 : headVolume(head, band)
  const volume = volumeUm3 / 1e9 + grown - seats.volume - (monogram?.volume ?? 0)
  const face = head === undefined ? 0 : head.across * head.along
  return {
    ...layout,
    volume,
    surface: bandArea(band) + face + (monogram?.walls ?? 0),
    weights: weights(chosen.alloy, volume),
  }
}
