import type { Axis } from '../make.ts'
import type { Solid } from '../solids.ts'

/** A stretch along one axis, mm. */
export type Stretch = { readonly from: number; readonly to: number }

/** Two solids that touch: the face of greater `axis` of `below` lies on that of lesser `axis` of `above`, at `at`; they share `area`. */
export type Contact<S> = {
  readonly below: S
  readonly above: S
  readonly axis: Axis
  readonly at: number
  readonly area: Readonly<Record<Axis, Stretch>>
}

const axes = ['x', 'y', 'z'] as const

const shared = (a: Solid, b: Solid, axis: Axis): Stretch => ({
  from: Math.max(a.from[axis], b.from[axis]),
  to: Math.min(a.to[axis], b.to[axis]),
})

/** Most pairs are far from each other, and nothing more is worked out for them. */
const isApart = (a: Solid, b: Solid): boolean =>
  a.to.x < b.from.x ||
  b.to.x < a.from.x ||
  a.to.y < b.from.y ||
  b.to.y < a.from.y ||
  a.to.z < b.from.z ||
  b.to.z < a.from.z

function touching<S extends { readonly solid: Solid }>(a: S, b: S): Contact<S> | undefined {
  if (isApart(a.solid, b.solid)) return undefined
  const area = { x: shared(a.solid, b.solid, 'x'), y: shared(a.solid, b.solid, 'y'), z: shared(a.solid, b.solid, 'z') }
  const flat = axes.filter((axis) => area[axis].from === area[axis].to)
  const [axis] = flat
  if (axis === undefined || flat.length > 1) return undefined
  const at = area[axis].from
  return a.solid.to[axis] === at ? { below: a, above: b, axis, at, area } : { below: b, above: a, axis, at, area }
}

/** Every pair that touches with an area, in the order given. */
export function contactsOf<S extends { readonly solid: Solid }>(solids: readonly S[]): Contact<S>[] {
  const contacts: Contact<S>[] = []
  for (const [index, solid] of solids.entries()) {
    for (let later = index + 1; later < solids.length; later += 1) {
      const other = solids[later]
      const contact = other && touching(solid, other)
      if (contact !== undefined) contacts.push(contact)
    }
  }
  return contacts
}
