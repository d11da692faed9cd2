import type { Axis } from '../vector.ts'
import type { Bounds } from './bounds.ts'

/** Cuts across an axis, µm, rising, none of them through a feature. */
export type Slabs = { readonly axis: Axis; readonly planes: readonly number[] }

/** Blocks that the base is looked at in, and places in each where a cut may lie, those in the middle first. */
const blocks = 24
const places = [4, 3, 5, 2, 6, 1, 7, 0] as const

/** Room between a cut and a feature, and how far off whole micrometres cuts lie, so that no face of a recipe lies in one, µm. */
const margin = 50
const aside = 0.371

/**
 * Cuts stand on a grid that depends on the base alone, so that moving a feature within its slab leaves all of them where they are. At most one to a
 * block, and none without a feature on both sides.
 */
function planesAcross(axis: Axis, base: Bounds, features: readonly Bounds[]): { planes: number[]; fullest: number } {
  const from = base.from[axis]
  const pitch = (base.to[axis] - from) / (blocks * places.length)
  const spans = features.map((bounds) => ({ low: bounds.from[axis], high: bounds.to[axis] }))
  const isFree = (plane: number) => spans.every(({ low, high }) => plane < low - margin || plane > high + margin)
  const planes: number[] = []
  let left = spans
  let fullest = 0
  for (let block = 0; block < blocks; block += 1) {
    const plane = places
      .map((place) => Math.round(from + (block * places.length + place + 0.5) * pitch) + aside)
      .find(isFree)
    if (plane === undefined) continue
    const before = left.filter(({ high }) => high < plane)
    if (before.length === 0 || before.length === left.length) continue
    planes.push(plane)
    left = left.filter(({ low }) => low > plane)
    fullest = Math.max(fullest, before.length)
  }
  return { planes, fullest: Math.max(fullest, left.length) }
}

/** Where to cut a base so that each slab has few features of its own; undefined when it does not pay. µm. */
export function slabsOf(base: Bounds, features: readonly Bounds[], axes: readonly Axis[]): Slabs | undefined {
  let best: (Slabs & { readonly fullest: number }) | undefined
  for (const axis of axes) {
    const { planes, fullest } = planesAcross(axis, base, features)
    if (planes.length > 0 && (best === undefined || fullest < best.fullest)) best = { axis, planes, fullest }
  }
  return best !== undefined && 2 * best.fullest <= features.length ? best : undefined
}

/** Which slab a feature lies in, from 0. */
export function slabAt({ axis, planes }: Slabs, feature: Bounds): number {
  return planes.filter((plane) => plane < feature.from[axis]).length
}
