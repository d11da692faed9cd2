import type { Values } from '../product/evaluation.ts'
import type { Make, Part } from '../product/make.ts'
import type { WorkCentreKind } from '../product/routing.ts'
import type { FactoryProfile } from './factory.ts'

/** Where it goes (ISO 3166-1 alpha-2), how many, and when it is asked, epoch milliseconds. */
export type Wanted = { readonly country: string; readonly quantity: number; readonly at: number }

export type MatchCode =
  | 'closed'
  | 'destination_not_served'
  | 'quantity_too_large'
  | 'work_centre_missing'
  | 'work_not_priced'
  | 'part_too_long'
  | 'part_too_heavy'
  | 'material_not_offered'
  | 'material_out_of_stock'

export type MatchReason = { readonly code: MatchCode; readonly values: Values }

export type Match = { readonly fits: true } | { readonly fits: false; readonly reasons: readonly MatchReason[] }

/**
 * Whether a factory can make this, and every reason why it cannot. Values by code: `until` (epoch ms), `country`, `quantity` and `limit`,
 * `workCentre`, `part` with `length` or `mass` and `limit` (mm, g), `material` (an id of the bill of materials).
 */
export function match(make: Make, factory: FactoryProfile, wanted: Wanted): Match {
  const reasons = [
    ...doorReasons(factory, wanted),
    ...workReasons(make, factory),
    ...partReasons(make, factory),
    ...materialReasons(make, factory),
  ]
  return reasons.length === 0 ? { fits: true } : { fits: false, reasons }
}

function doorReasons(factory: FactoryProfile, wanted: Wanted): MatchReason[] {
  const reasons: MatchReason[] = []
  const { largestQuantity } = factory.limits
  if (factory.closedUntil > wanted.at) reasons.push({ code: 'closed', values: { until: factory.closedUntil } })
  if (!factory.serves.includes(wanted.country)) {
    reasons.push({ code: 'destination_not_served', values: { country: wanted.country } })
  }
  if (largestQuantity !== undefined && wanted.quantity > largestQuantity) {
    reasons.push({ code: 'quantity_too_large', values: { quantity: wanted.quantity, limit: largestQuantity } })
  }
  return reasons
}

function workReasons(make: Make, factory: FactoryProfile): MatchReason[] {
  const reasons: MatchReason[] = []
  for (const workCentre of new Set(make.operations.map((each) => each.workCentre))) {
    if (!factory.workCentres.includes(workCentre)) reasons.push({ code: 'work_centre_missing', values: { workCentre } })
    else if (factory.rateCard.hourly[workCentre] === undefined) {
      reasons.push({ code: 'work_not_priced', values: { workCentre } })
    }
  }
  return reasons
}

/** A board has to lie on each machine that works on it; one reason for each kind of work centre, with the longest part. */
function partReasons(make: Make, factory: FactoryProfile): MatchReason[] {
  const reasons: MatchReason[] = []
  const { longestMm, heaviestPartG } = factory.limits
  const boards = make.parts.filter((each) => each.shape === 'box')
  for (const workCentre of new Set(make.operations.map((each) => each.workCentre))) {
    const limit = longestMm[workCentre]
    if (limit === undefined) continue
    const [part] = boards.filter((each) => goesTo(workCentre, each, make)).sort((a, b) => lengthOf(b) - lengthOf(a))
    if (part && lengthOf(part) > limit) {
      reasons.push({ code: 'part_too_long', values: { part: part.key, length: lengthOf(part), limit, workCentre } })
    }
  }
  const [heaviest] = [...make.parts].sort((a, b) => b.massG - a.massG)
  if (heaviest && heaviestPartG !== undefined && heaviest.massG > heaviestPartG) {
    reasons.push({ code: 'part_too_heavy', values: { part: heaviest.key, mass: heaviest.massG, limit: heaviestPartG } })
  }
  return reasons
}

function lengthOf({ size }: Part): number {
  return Math.max(size.x, size.y, size.z)
}

/** Only banded boards go to the edge bander; where a saw cuts, only the engraved board goes to the router. */
function goesTo(workCentre: WorkCentreKind, part: Part, make: Make): boolean {
  if (workCentre === 'edge-banding') return part.edges.length > 0
  if (workCentre === 'nesting' && make.operations.some((each) => each.workCentre === 'saw')) {
    return make.engraving?.part === part.key
  }
  return true
}

function materialReasons(make: Make, factory: FactoryProfile): MatchReason[] {
  const reasons: MatchReason[] = []
  for (const material of new Set(make.materials.map((each) => each.material))) {
    if (factory.rateCard.materials[material] === undefined) {
      reasons.push({ code: 'material_not_offered', values: { material } })
    } else if (factory.outOfStock.includes(material)) {
      reasons.push({ code: 'material_out_of_stock', values: { material } })
    }
  }
  return reasons
}
