import type { Part } from '../../product/make.ts'

/** Closed forms over the boards of a shelf: mm³, mm², g, counts of pieces. */
export type Measure = {
  readonly volumeMm3: number
  /** both faces of every board */
  readonly surfaceMm2: number
  readonly massG: number
  /** both faces of what the workshop coats, by finish; drawer boxes, backs and runners come as they are */
  readonly coatedMm2: ReadonlyMap<string, number>
  /** boards to cut, by material */
  readonly cut: ReadonlyMap<string, number>
  /** ends of boards that are joined with cam and dowel */
  readonly joinedEnds: number
}

const coated: ReadonlySet<string> = new Set(['side', 'partition', 'top', 'bottom', 'shelf', 'door', 'drawer-front'])
const joined: ReadonlySet<string> = new Set(['partition', 'top', 'bottom', 'shelf'])

/** mm² of one face, less what a slant and holes take from it. */
export function faceMm2({ size: { x, y, z }, slant, holes }: Part): number {
  let face = (x * y * z) / Math.min(x, y, z)
  if (slant !== undefined) face -= (slant * y) / 2
  if (holes !== undefined) for (const { diameter } of holes) face -= (Math.PI * diameter ** 2) / 4
  return face
}

const add = (sums: Map<string, number>, key: string, amount: number) => sums.set(key, (sums.get(key) ?? 0) + amount)

/** Arrises are left out: at their largest they are a few thousandths of a board. */
export function measureOf(parts: readonly Part[]): Measure {
  let volumeMm3 = 0
  let surfaceMm2 = 0
  let massG = 0
  let joinedEnds = 0
  const coatedMm2 = new Map<string, number>()
  const cut = new Map<string, number>()
  for (const part of parts) {
    if (part.shape !== 'box') continue
    const { kind, size, places, finish, material } = part
    const face = faceMm2(part) * places.length
    volumeMm3 += face * Math.min(size.x, size.y, size.z)
    surfaceMm2 += 2 * face
    massG += part.massG * places.length
    if (joined.has(kind)) joinedEnds += 2 * places.length
    if (coated.has(kind)) add(coatedMm2, finish, 2 * face)
    if (kind !== 'runner') add(cut, material, places.length)
  }
  return {
    volumeMm3: Math.round(volumeMm3),
    surfaceMm2: Math.round(surfaceMm2),
    massG,
    coatedMm2,
    cut,
    joinedEnds,
  }
}
