import { sha256Hex } from '../specification.ts'
import type { Axis } from '../vector.ts'
import { matrixOf } from './body-of-form.ts'
import { type Bounds, boxAround, moved } from './bounds.ts'
import { chainOf, type Feature, type Step } from './chain.ts'
import { bodyOf, joined, sound } from './evaluate-node.ts'
import { glued } from './glue.ts'
import type { Body } from './kernel.ts'
import { keyOf } from './node-key.ts'
import type { SolidNode } from './recipe.ts'
import { moveShell } from './shell.ts'
import { shellOfBody } from './shell-of-body.ts'
import { type Slabs, slabAt, slabsOf } from './slabs.ts'
import type { SolidBench } from './solid-cache.ts'
import { nowhere, placement } from './transform.ts'
import { type Piece, trimmed } from './trim.ts'

/** A part of the base, the box it lies in (µm), and the features that reach into it. */
type Cell = {
  readonly key: string
  readonly body: () => Body
  readonly box: Bounds
  readonly steps: readonly { readonly step: Step; readonly box: Bounds }[]
}

const normals = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] } as const

/** The base of each slab, cut from what the cuts before left of it; both sides of a cut come from one step of the kernel, so they fit. */
function basesOf(cell: Cell, { axis, planes }: Slabs, bench: SolidBench): { key: string; body: Body }[] {
  const keys = [...planes, undefined].map((_, index) =>
    [cell.key, axis, index, ...planes.slice(0, index + 1)].join(' '),
  )
  const kept = keys.flatMap((key) => bench.cache.body(key) ?? [])
  if (kept.length === keys.length) return kept.map((body, index) => ({ key: keys[index] ?? '', body }))
  const [x, y, z] = normals[axis]
  let rest = cell.body()
  let isOwn = false
  return keys.map((key, index) => {
    const plane = planes[index]
    const [beyond, slab] = plane === undefined ? [undefined, rest] : rest.splitByPlane([x, y, z], plane / 1000)
    if (beyond !== undefined && isOwn) rest.delete()
    isOwn = true
    rest = beyond ?? rest
    const known = bench.cache.body(key)
    if (known !== undefined) slab.delete()
    return { key, body: known ?? bench.cache.keepBody(key, sound(slab)) }
  })
}

function placedBody({ node, at }: Feature, bench: SolidBench): { body: Body; isOwn: boolean } {
  const body = bodyOf(node, bench)
  return at === nowhere ? { body, isOwn: false } : { body: body.transform(matrixOf(at)), isOwn: true }
}

/** A cell with its features, step by step; equal steps in a row are one for the kernel. */
function made({ body: base, steps }: Cell, bench: SolidBench): Piece {
  let body = base()
  const own: Body[] = []
  try {
    for (let first = 0; first < steps.length; ) {
      const operation = steps[first]?.step.operation ?? 'union'
      let last = first
      while (steps[last]?.step.operation === operation) last += 1
      const members = steps.slice(first, last).map(({ step }) => placedBody(step.feature, bench))
      own.push(...members.filter(({ isOwn }) => isOwn).map((member) => member.body))
      body = sound(joined(operation, [body, ...members.map((member) => member.body)], bench))
      own.push(body)
      first = last
    }
    return { shell: shellOfBody(body), volumeMm3: body.volume(), areaMm2: body.surfaceArea() }
  } finally {
    for (const each of own) each.delete()
  }
}

/** A cell cut across one of the axes left, its parts across the others; undefined where no cut pays, or one does not fit. */
function inSlabs(cell: Cell, axes: readonly Axis[], fewest: number, bench: SolidBench): Piece | undefined {
  if (cell.steps.length < fewest) return undefined
  const slabs = slabsOf(
    cell.box,
    cell.steps.map(({ box }) => box),
    axes,
  )
  if (slabs === undefined) return undefined
  const { axis, planes } = slabs
  const inside = Array.from({ length: planes.length + 1 }, (): Cell['steps'][number][] => [])
  for (const step of cell.steps) inside[slabAt(slabs, step.box)]?.push(step)
  const others = axes.filter((other) => other !== axis)
  const pieces = basesOf(cell, slabs, bench).map(({ key: baseKey, body }, slab) => {
    const steps = inside[slab] ?? []
    const lines = steps.map(({ step: { operation, feature } }) => `${operation} ${feature.key}`)
    const key = sha256Hex([baseKey, others.join(''), ...lines].join('\n'))
    const known = bench.cache.slab(key)
    if (known !== undefined) return known
    const [low, high] = [planes[slab - 1], planes[slab]]
    const box = {
      from: { ...cell.box.from, ...(low !== undefined && { [axis]: low }) },
      to: { ...cell.box.to, ...(high !== undefined && { [axis]: high }) },
    }
    const own: Cell = { key: baseKey, body: () => body, box, steps }
    const piece = inSlabs(own, others, fewestWithin, bench) ?? made(own, bench)
    return bench.cache.keepSlab(key, trimmed(piece, axis, low && low / 1000, high && high / 1000))
  })
  return glued(pieces)
}

/** Fewer features than this are not worth a cut, at first and within a slab. */
const fewestAtAll = 12
const fewestWithin = 4

/**
 * A base with many features, cut into cells between them: a change makes one cell anew, where the kernel would go through all of it. How it is cut
 * depends on the recipe alone. Undefined where that does not pay or does not fit together.
 */
export function evaluateSlabs(node: SolidNode, bench: SolidBench): Piece | undefined {
  if (node.kind === 'placed') {
    const inner = evaluateSlabs(node.of, bench)
    return inner && { ...inner, shell: moveShell(inner.shell, placement(node)) }
  }
  const { base, steps } = chainOf(node)
  const boxOf = (one: SolidNode) => bench.cache.box(keyOf(one), () => boxAround(one, bench.fonts))
  const box = boxOf(base)
  if (steps.length < fewestAtAll || box === undefined) return undefined
  const placed = steps.flatMap((step) => {
    const own = boxOf(step.feature.node)
    return own === undefined ? [] : [{ step, box: moved(own, step.feature.at) }]
  })
  const cell: Cell = { key: keyOf(base), body: () => bodyOf(base, bench), box, steps: placed }
  return inSlabs(cell, ['x', 'y', 'z'], fewestAtAll, bench)
}
