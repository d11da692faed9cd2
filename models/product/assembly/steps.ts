import type { Make, Part, Place } from '../make.ts'
import { type Contact, contactsOf } from '../panels/contact.ts'
import { endJoint, spotsAlong } from '../panels/joints.ts'
import type { Panel } from '../panels/panel.ts'
import { backBores, boltBores } from '../panels/screws.ts'
import type { Workpiece } from '../panels/workpiece.ts'
import { type Solid, solidsOf } from '../solids.ts'
import { type Held, type Move, takeApart } from './take-apart.ts'

/** One copy of a part that is not a board, such as a foot. */
export type Bought = { readonly part: Part; readonly place: Place; readonly solid: Solid }

/** What a step takes from the bag: an id of the words file's `fitting.<id>` and how many. */
export type Fitting = { readonly id: string; readonly count: number }

/**
 * One step of building, for each of `bodies` (numbers from 0) alike. `stands` is what is there, `comes` what is added and the way it would leave again.
 * `begin` takes the first board, `add` puts boards on, `back` screws the back on, `feet`, `join` bolts the bodies together, `doors` hangs them,
 * `inserts` pushes drawers in, `wall` fixes it to the wall.
 */
export type Step = {
  readonly kind: 'begin' | 'add' | 'back' | 'feet' | 'join' | 'doors' | 'inserts' | 'wall'
  readonly bodies: readonly number[]
  readonly stands: readonly Panel[]
  readonly comes: readonly { readonly parts: readonly Panel[]; readonly out: Move['out'] }[]
  readonly bought: readonly Bought[]
  readonly fittings: readonly Fitting[]
}

type Groups = {
  readonly frame: readonly Panel[]
  readonly backs: readonly Panel[]
  readonly doors: readonly Panel[]
  readonly inserts: readonly Panel[]
}

const isThin = (panel: Panel): boolean => panel.thickness < 12

/** mm³ of the room that panels take up together. */
function room(panels: readonly Panel[]): number {
  const span = (axis: 'x' | 'y' | 'z') =>
    Math.max(...panels.map(({ solid }) => solid.to[axis])) - Math.min(...panels.map(({ solid }) => solid.from[axis]))
  return span('x') * span('y') * span('z')
}

/** Sets of panels that touch one another, the largest first. */
function connected(panels: readonly Panel[], contacts: readonly Contact<Panel>[]): Panel[][] {
  const groupOf = new Map<Panel, Panel[]>(panels.map((panel) => [panel, [panel]]))
  for (const { below, above } of contacts) {
    const [one, other] = [groupOf.get(below), groupOf.get(above)]
    if (one === undefined || other === undefined || one === other) continue
    one.push(...other)
    for (const panel of other) groupOf.set(panel, one)
  }
  return [...new Set(groupOf.values())].sort((a, b) => room(b) - room(a))
}

/** The boards of one body: its frame and back are what hangs together, doors have hinges, and what touches neither is pushed in. */
function grouped(panels: readonly Panel[], contacts: readonly Contact<Panel>[]): Groups {
  const doors = panels.filter(({ part }) => part.hinge !== undefined)
  const [main = [], ...rest] = connected(
    panels.filter(({ part }) => part.hinge === undefined),
    contacts,
  )
  const inMain = new Set(main)
  const body = panels.filter((panel) => inMain.has(panel))
  return { frame: body.filter((panel) => !isThin(panel)), backs: body.filter(isThin), doors, inserts: rest.flat() }
}

/** Cam bolts and dowels of the joints that close when `coming` meets `standing`, or one another. */
function jointFittings(
  coming: ReadonlySet<Panel>,
  all: ReadonlySet<Panel>,
  contacts: readonly Contact<Panel>[],
): Fitting[] {
  let cams = 0
  let dowels = 0
  for (const contact of contacts) {
    const { below, above } = contact
    if (!(all.has(below) && all.has(above)) || !(coming.has(below) || coming.has(above))) continue
    const joined = endJoint(contact)
    if (joined === undefined) continue
    const [line] = (['x', 'y', 'z'] as const).filter((axis) => axis !== contact.axis && axis !== joined.board.through)
    if (line === undefined) continue
    const spots = spotsAlong(contact.area[line], false)
    cams += spots.cams.length
    dowels += spots.dowels.length
  }
  return counted({ 'cam-bolt': cams, dowel: dowels })
}

function counted(counts: Readonly<Record<string, number>>): Fitting[] {
  return Object.entries(counts).flatMap(([id, count]) => (count > 0 ? [{ id, count }] : []))
}

const step = (kind: Step['kind'], bodies: readonly number[], more: Partial<Step>): Step => ({
  ...{ kind, bodies, stands: [], comes: [], bought: [], fittings: [] },
  ...more,
})

const forwards = { axis: 'z', sign: 1 } as const
const backwards = { axis: 'z', sign: -1 } as const
const downwards = { axis: 'y', sign: -1 } as const

/** The steps that make a frame, and its back. */
function bodySteps({ frame, backs }: Groups, bodies: readonly number[], contacts: readonly Contact<Panel>[]): Step[] {
  const held: Held[] = contacts.flatMap((contact) => {
    const joined = endJoint(contact)
    return joined === undefined ? [] : [{ a: joined.board, b: joined.face, axis: contact.axis }]
  })
  const inFrame = new Set(frame)
  const { moves, left } = takeApart(
    frame,
    held.filter(({ a, b }) => inFrame.has(a) && inFrame.has(b)),
  )
  const steps = [
    step('begin', bodies, {
      comes: [{ parts: left, out: downwards }],
      fittings: jointFittings(new Set(left), new Set(left), contacts),
    }),
  ]
  let stands = left
  for (const { parts, out } of [...moves].reverse()) {
    const all = [...stands, ...parts]
    const fittings = jointFittings(new Set(parts), new Set(all), contacts)
    steps.push(step('add', bodies, { stands, comes: [{ parts, out }], fittings }))
    stands = all
  }
  if (backs.length === 0) return steps
  let screws = 0
  for (const panel of backs) screws += backBores(panel, contacts).length
  const fittings = counted({ 'back-screw': screws })
  return [...steps, step('back', bodies, { stands, comes: [{ parts: backs, out: backwards }], fittings })]
}

/** Bodies whose boards and places are alike, such as the two halves of a wide shelf. */
function alikeBodies(workpieces: readonly Workpiece[]): number[][] {
  const byBody = new Map<number, Workpiece[]>()
  for (const workpiece of workpieces) {
    const { body } = workpiece.panel.place
    byBody.set(body, [...(byBody.get(body) ?? []), workpiece])
  }
  const bySort = new Map<string, number[]>()
  for (const [body, own] of [...byBody].sort(([a], [b]) => a - b)) {
    const corner = (axis: 'x' | 'y' | 'z') => Math.min(...own.map(({ panel }) => panel.solid.from[axis]))
    const [x, y] = [corner('x'), corner('y')]
    const parts = own.map(({ panel, mark }) => {
      const { from } = panel.solid
      return [mark, from.x - x, from.y - y, from.z]
    })
    const sort = JSON.stringify(parts.sort((a, b) => String(a).localeCompare(String(b))))
    bySort.set(sort, [...(bySort.get(sort) ?? []), body])
  }
  return [...bySort.values()]
}

/** Copies of parts that are bought in and drawn, such as feet. */
function boughtOf(make: Make): Bought[] {
  const parts = make.parts.filter(({ shape }) => shape === 'cylinder')
  return parts.flatMap((part) => {
    const solids = solidsOf({ ...make, parts: [part] })
    return part.places.flatMap((place, index) => {
      const solid = solids[index]
      return solid === undefined ? [] : [{ part, place, solid }]
    })
  })
}

/** Every step from the first board to the wall, with what each takes from the bag. A shelf that must be fixed is, even where no kit comes with it. */
export function stepsOf(make: Make, workpieces: readonly Workpiece[]): Step[] {
  const panels = workpieces.map(({ panel }) => panel)
  const contacts = contactsOf(panels)
  const bodies = [...new Set(panels.map(({ place }) => place.body))].sort((a, b) => a - b)
  const groups = new Map(
    bodies.map((body) => [
      body,
      grouped(
        panels.filter(({ place }) => place.body === body),
        contacts,
      ),
    ]),
  )
  const steps: Step[] = []
  for (const alike of alikeBodies(workpieces)) {
    const own = groups.get(alike[0] ?? 0)
    if (own !== undefined) steps.push(...bodySteps(own, alike, contacts))
  }
  const every = [...groups.values()]
  const standing = every.flatMap(({ frame, backs }) => [...frame, ...backs])
  const feet = boughtOf(make)
  if (feet.length > 0) {
    const fittings = counted({ [feet[0]?.part.material ?? 'foot']: feet.length })
    const last = steps.at(-1)
    // One body still lies on its back when its frame is done; several get theirs once all are built.
    if (bodies.length === 1 && last?.kind === 'back') {
      steps.splice(-1, 1, step('feet', bodies, { stands: last.stands, bought: feet, fittings }), {
        ...last,
        bought: feet,
      })
    } else steps.push(step('feet', bodies, { stands: standing, bought: feet, fittings }))
  }
  const bolts = contacts.flatMap((contact) => boltBores(contact)).length / 2
  if (bolts > 0)
    steps.push(step('join', bodies, { stands: standing, bought: feet, fittings: counted({ 'body-bolt': bolts }) }))
  const doors = every.flatMap((group) => group.doors)
  if (doors.length > 0) {
    steps.push(step('doors', bodies, { stands: standing, comes: [{ parts: doors, out: forwards }], bought: feet }))
  }
  const inserts = every.flatMap((group) => group.inserts)
  if (inserts.length > 0) {
    const stands = [...standing, ...doors]
    steps.push(step('inserts', bodies, { stands, comes: [{ parts: inserts, out: forwards }], bought: feet }))
  }
  const anchors = make.materials.find(({ material }) => material === 'anchor-kit')?.net ?? 0
  if (anchors > 0 || make.notes.some(({ code }) => code === 'fix_to_wall')) {
    const stands = [...standing, ...doors, ...inserts]
    steps.push(step('wall', bodies, { stands, bought: feet, fittings: counted({ 'anchor-kit': anchors }) }))
  }
  return steps
}
