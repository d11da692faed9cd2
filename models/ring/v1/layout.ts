import type { Options } from '../../product/options.ts'
import { type Band, bandOf } from './band.ts'
import { type Monogram, monogramOn } from './engraving.ts'
import { type Head, headOf } from './head.ts'
import { type RingOptions, ringOptions } from './options.ts'
import { type SizeLabels, sizeLabels } from './sizes.ts'
import { type Seats, seatsOf } from './stones.ts'

/** All sizes of a ring that rules ask for, derived once. mm. */
export type Layout = {
  readonly chosen: RingOptions
  readonly band: Band
  readonly head: Head | undefined
  readonly monogram: Monogram | undefined
  readonly seats: Seats
  readonly labels: SizeLabels
  /** by how many mm of circumference it can be made larger or smaller later */
  readonly resizable: number
}

/** Two sizes for a plain band; less where stones lie along it; none where text runs round it or stones go far (practitioners). */
function resizableBy({ inscription }: RingOptions, { count, span }: Seats, { inner }: Band): number {
  const round = 2 * Math.PI * inner
  if (inscription !== '' || span > round / 3) return 0
  return count > 1 ? 1 : 2
}

/** The layout of any complete options, also of those that cannot be made (rules say why). */
export function layoutOf(options: Options): Layout {
  const chosen = ringOptions(options)
  const band = bandOf(chosen)
  const head = headOf(band, chosen)
  const monogram = head === undefined || chosen.monogram === '' ? undefined : monogramOn(head, chosen.monogram)
  const seats = seatsOf(band, chosen)
  return {
    chosen,
    band,
    head,
    monogram,
    seats,
    labels: sizeLabels(chosen.circumference),
    resizable: resizableBy(chosen, seats, band),
  }
}
