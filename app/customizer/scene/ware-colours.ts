import type { Part } from '#models/product/make.ts'
import type { Drawable } from '#models/product/solid/drawable.ts'
import type { Shell } from '#models/product/solid/shell.ts'
import type { Surface } from '../surfaces.ts'

/** Red, green and blue of a colour as it is worked with, 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** The glazes and clay of a vessel as numbers. */
export type WareColours = Readonly<Record<'clay' | 'inside' | 'outside' | 'thinInside' | 'thinOutside', Rgb>>

export type Wares = { readonly clay: Surface; readonly inside: Surface; readonly outside: Surface }

/** Heights above the floor, mm: a foot stands bare that high, and glaze runs thin that far around the rim. */
export const bare = 2.9
const thin = 2.4

/** What lies this deep under the outside, and this high above the floor, is cut, mm; how much darker glaze is that fills it. */
const cut = { least: 0.3, most: 2, from: 12 } as const
const pooled = 0.5

type Ring = { readonly y: number; readonly r: number }
type Radii = { readonly radiusAt: (y: number) => number; readonly low: number; readonly high: number }

/** No wall is as thin as this, mm. */
const near = 1

/** The circles that a turned shell is made of, from the lowest up. */
function ringsOf(shell: Shell): Ring[] {
  const rings: { y: number; r: number }[] = []
  for (let at = 0; at < shell.positions.length; at += 3) {
    const [x = 0, y = 0, z = 0] = shell.positions.subarray(at, at + 3)
    const last = rings.at(-1)
    const r = Math.hypot(x, z)
    if (last !== undefined && last.y === y) last.r = Math.max(last.r, r)
    else rings.push({ y, r })
  }
  return rings.sort((a, b) => a.y - b.y)
}

/** The outside of a body whose wall has two faces: the inner one is where what it holds ends. */
function outsideOf(body: Shell, inner: Radii | undefined): Radii {
  const isOutside = ({ y, r }: Ring) => inner === undefined || y < inner.low || r > inner.radiusAt(y) + near
  return alongRings(ringsOf(body).filter(isOutside))
}

function alongRings(rings: readonly Ring[]): Radii {
  const radiusAt = (y: number): number => {
    const above = rings.findIndex((ring) => ring.y >= y)
    const [low, high] = [rings[Math.max(0, above - 1)], rings[above]]
    if (high === undefined || low === undefined) return 0
    return high.y === low.y ? Math.max(high.r, low.r) : low.r + ((high.r - low.r) * (y - low.y)) / (high.y - low.y)
  }
  return { radiusAt, low: rings[0]?.y ?? 0, high: rings.at(-1)?.y ?? 0 }
}

const mixed = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
]

/**
 * A colour for each corner: what touches the room inside has the inner glaze, the foot none, all else the outer; over the rim it runs thin, and what is
 * cut into the outside of the `body` it fills and is darker there.
 */
export function coloursOf(
  drawn: Drawable,
  { room, body }: { readonly room: Shell | undefined; readonly body: Shell | undefined },
  colours: WareColours,
): Float32Array {
  const filled = new Float32Array(drawn.positions.length)
  const inner = room && alongRings(ringsOf(room))
  const outer = body && outsideOf(body, inner)
  const filledUp = mixed(colours.outside, [0, 0, 0], pooled)
  for (let at = 0; at < filled.length; at += 3) {
    const [x = 0, y = 0, z = 0] = drawn.positions.subarray(at, at + 3)
    const r = Math.hypot(x, z)
    const isInside = inner !== undefined && y > inner.low - 0.05 && r < inner.radiusAt(Math.min(y, inner.high)) + 0.08
    const isRim = inner !== undefined && y > inner.high
    let colour = isInside || isRim ? colours.inside : colours.outside
    if (inner !== undefined && y > inner.high - thin) {
      const share = Math.min(1, (y - inner.high + thin) / (thin * 1.6))
      colour = mixed(colour, isInside || isRim ? colours.thinInside : colours.thinOutside, share * share * 0.75)
    }
    const under = outer === undefined || isInside || isRim ? 0 : outer.radiusAt(y) - r
    // Under the curve at the foot one does not cut, and its rings lie too far apart to tell.
    if (under > cut.least && under < cut.most && y > cut.from) colour = filledUp
    if (y < bare && !isInside) colour = colours.clay
    filled.set(colour, at)
  }
  return filled
}

/** A part that is drawn by its recipe. */
export const isWare = (part: Part): boolean => part.shape === 'solid' && part.solid !== undefined
