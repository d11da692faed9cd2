import type { Carton, Guide, Make, Note, Part } from '../../product/make.ts'
import { boundsOf } from '../../product/solid/bounds.ts'
import type { SolidNode } from '../../product/solid/recipe.ts'
import { alloyFacts } from './alloys.ts'
import { bore, section } from './band.ts'
import { billOf } from './bill.ts'
import { castOf } from './casting.ts'
import { grams } from './checks.ts'
import { monogramSolid } from './engraving.ts'
import { headSolid } from './head.ts'
import type { Layout } from './layout.ts'
import { type Measured, measured } from './measured.ts'
import { metalPriceOf } from './metal-prices.ts'
import { operationsOf } from './routing.ts'
import { sketchOf } from './sketch.ts'
import { standing } from './standing.ts'
import { seatSolids, stoneSolids } from './stones.ts'

/** A ring travels in its box in a small carton, mm and g. */
const carton = { length: 160, width: 120, height: 80, massG: 140 } as const

/** The ring as finished, as one solid: turned, its head set on, the finger's room, seats and letters cut. Burnt-in letters are not in it. */
export function solidOf({ band, head, seats, chosen }: Layout): SolidNode {
  const body = standing({ kind: 'revolution', outline: section(band), holes: [] })
  if (head === undefined) {
    return seats.count === 0 ? body : { kind: 'difference', from: body, cut: seatSolids(band, seats) }
  }
  const finger = standing({ kind: 'revolution', outline: bore(band, head.along), holes: [] })
  const letters = chosen.monogram === '' ? [] : [monogramSolid(head, chosen.monogram)]
  return {
    kind: 'difference',
    from: { kind: 'union', of: [body, headSolid(head)] },
    cut: [finger, ...letters],
  }
}

const tenth = (mm: number): number => Math.round(mm * 10) / 10

function sizeOf({ band, head }: Layout) {
  return {
    x: tenth(2 * band.outer),
    y: tenth(band.outer + (head?.top ?? band.outer)),
    z: tenth(Math.max(band.width, head?.along ?? 0)),
  }
}

function partOf(layout: Layout, massG: number): Part {
  return {
    key: 'ring-1',
    kind: 'ring',
    shape: 'solid',
    solid: solidOf(layout),
    size: sizeOf(layout),
    material: layout.chosen.alloy,
    finish: layout.chosen.finish,
    grain: 'none',
    edges: [],
    massG,
    places: [{ at: { x: 0, y: 0, z: 0 }, body: 0 }],
  }
}

/** The stones, drawn where they are set; `size` and place by the box around them. */
function stonesOf({ band, seats, chosen }: Layout): Part[] {
  if (seats.count === 0) return []
  const solid: SolidNode = { kind: 'union', of: stoneSolids(band, seats) }
  const { from, to } = boundsOf(solid)
  const mm = (um: number) => tenth(um / 1000)
  return [
    {
      key: 'stones-1',
      kind: 'stones',
      shape: 'solid',
      solid,
      size: { x: mm(to.x - from.x), y: mm(to.y - from.y), z: mm(to.z - from.z) },
      material: `${chosen.stone}-${chosen.stoneSize}`,
      finish: chosen.stone,
      grain: 'none',
      edges: [],
      massG: 0,
      bought: true,
      places: [
        {
          at: { x: from.x / 1000 + band.outer, y: from.y / 1000 + band.outer, z: from.z / 1000 + band.width / 2 },
          body: 0,
        },
      ],
    },
  ]
}

function notesOf(layout: Measured): Note[] {
  const { chosen, labels, weights, resizable } = layout
  const { metal, finenessPermille } = alloyFacts(chosen.alloy)
  const { fix, date, until } = metalPriceOf(chosen.alloy)
  const text = (mg: number) => String(grams(mg))
  const { circumference } = chosen
  return [
    { code: 'labels', values: { ...labels } },
    resizable === 0
      ? { code: 'not_resizable', values: {} }
      : { code: 'resizable', values: { least: circumference - resizable, most: circumference + resizable } },
    ...(chosen.width > 6 ? [{ code: 'wide_band', values: {} }] : []),
    { code: 'weights', values: { finished: text(weights.finishedMg), cast: text(weights.castMg) } },
    { code: 'metal_price', values: { fix, date, until } },
    metal === 'bronze'
      ? { code: 'green_skin', values: {} }
      : { code: 'hallmark', values: { fineness: finenessPermille } },
    ...(layout.seats.count > 0 ? [{ code: 'stones_declared', values: { stone: chosen.stone } }] : []),
  ]
}

function guidesOf({ band }: Layout): Guide[] {
  const middle = tenth(band.outer)
  const low = tenth(band.thickness)
  return [
    { axis: 'x', from: middle - band.width / 2, to: middle + band.width / 2 },
    { axis: 'y', from: 0, to: low },
    { axis: 'y', from: low, to: low + tenth(2 * band.inner) },
  ]
}

/** All that one ring takes. */
export function makeOf(sizes: Layout): Make {
  const layout = measured(sizes)
  const { chosen, weights, volume, surface } = layout
  const { metal, finenessPermille } = alloyFacts(chosen.alloy)
  const massG = Math.max(1, Math.round(weights.finishedMg / 1000))
  const parts = [partOf(layout, massG), ...stonesOf(layout)]
  const { massG: packed, ...sides } = carton
  const box: Carton = { ...sides, massG: massG + packed, contents: parts.map(({ key }) => ({ part: key, count: 1 })) }
  return {
    envelope: sizeOf(layout),
    bodies: 1,
    parts,
    materials: billOf(layout),
    operations: operationsOf(layout),
    cartons: [box],
    freight: 'parcel',
    heading: metal === 'bronze' ? '7117' : '7113',
    ...(metal !== 'bronze' && { precious: { metal, finenessPermille, massMg: weights.finishedMg } }),
    massG,
    volumeMm3: volume,
    surfaceMm2: surface,
    notes: notesOf(layout),
    guides: guidesOf(layout),
    cast: castOf(layout),
    sketch: sketchOf(layout),
  }
}
