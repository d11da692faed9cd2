import type { Carton, Guide, Make, Note, Part } from '../../product/make.ts'
import type { SolidNode } from '../../product/solid/recipe.ts'
import { billOf, firedMass } from './bill.ts'
import { bandOf, lettersOf } from './engraving.ts'
import type { Layout } from './layout.ts'
import { footRing, hollow, section } from './profile.ts'
import { operationsOf } from './routing.ts'
import { sketchOf } from './sketch.ts'

/** Room around a mug in its drop-tested carton, mm, and the carton's mass, g. */
const padding = 25
const cartonG = 95

/** g of fired glaze per mm² of surface: 0.3 mm of glass at 2.4 g/cm³. */
const glazeGPerMm2 = 0.00072

/** The whole mug as one solid: turned, with its handle, hollowed again where the handle reaches in, its letters cut. */
export function solidOf({ profile, handle, chosen }: Layout): SolidNode {
  const body: SolidNode = { kind: 'revolution', outline: section(profile), holes: [] }
  const um3 = (mm3: number) => Math.round(mm3 * 1e9)
  const withHandle: SolidNode =
    handle === undefined
      ? body
      : {
          kind: 'difference',
          from: {
            kind: 'union',
            of: [body, handle.solid],
            claim: { volumeUm3: um3(handle.shared), areaUm2: Math.round(handle.hidden * 1e6) },
          },
          cut: [{ kind: 'revolution', outline: hollow(profile), holes: [] }],
          claim: { volumeUm3: 0, areaUm2: 0 },
        }
  if (chosen.name === '') return withHandle
  return { kind: 'difference', from: withHandle, cut: [lettersOf(bandOf(profile, chosen), chosen.name)] }
}

function partOf(layout: Layout, massG: number): Part {
  const { chosen, diameter, across } = layout
  return {
    key: 'mug-1',
    kind: 'mug',
    shape: 'solid',
    solid: solidOf(layout),
    holds: { kind: 'revolution', outline: hollow(layout.profile), holes: [] },
    size: { x: Math.round(across), y: chosen.height, z: Math.round(diameter) },
    material: `clay-${chosen.clay}`,
    finish: `${chosen.inside}/${chosen.outside}`,
    grain: 'none',
    edges: [],
    massG,
    places: [{ at: { x: 0, y: 0, z: 0 }, body: 0 }],
  }
}

function cartonOf({ diameter, across, chosen }: Layout, massG: number): Carton {
  const sides = [across, diameter, chosen.height].map((side) => Math.ceil(side) + 2 * padding).sort((a, b) => b - a)
  const [length = 0, width = 0, height = 0] = sides
  return { length, width, height, massG: massG + cartonG, contents: [{ part: 'mug-1', count: 1 }] }
}

function notesOf({ chosen, profile }: Layout): Note[] {
  const usable = Math.round((chosen.volume * 1000 - Math.PI * profile.lipRadius ** 2 * 11) / 10_000) * 10
  return [
    { code: 'capacity', values: { brim: chosen.volume, usable } },
    ...(chosen.way === 'cast' ? [{ code: 'mould_kept', values: {} }] : []),
    { code: 'food_contact', values: {} },
  ]
}

function guidesOf({ profile, chosen, diameter }: Layout): Guide[] {
  const middle = Math.round(diameter / 2)
  const foot = Math.round(profile.ringRadius)
  const floor = Math.round(footRing.height + profile.floor)
  return [
    { axis: 'x', from: middle - foot, to: middle + foot },
    { axis: 'y', from: floor, to: chosen.height },
  ]
}

/** All that one mug takes. */
export function makeOf(layout: Layout): Make {
  const massG = firedMass(layout) + Math.round((layout.insideArea + layout.outsideArea) * glazeGPerMm2)
  return {
    envelope: { x: Math.round(layout.across), y: layout.chosen.height, z: Math.round(layout.diameter) },
    bodies: 1,
    parts: [partOf(layout, massG)],
    materials: billOf(layout),
    operations: operationsOf(layout),
    cartons: [cartonOf(layout, massG)],
    freight: 'parcel',
    heading: '6912',
    massG,
    volumeMm3: layout.clayVolume,
    surfaceMm2: layout.insideArea + layout.outsideArea,
    notes: notesOf(layout),
    guides: guidesOf(layout),
    sketch: sketchOf(layout),
  }
}
