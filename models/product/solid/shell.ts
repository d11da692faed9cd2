import type { Vector } from '../vector.ts'
import { apply, isMirror, type Transform } from './transform.ts'

/**
 * The surface of a solid as triangles, mm. Corners are shared: every edge belongs to two triangles, walked once each way, and a triangle's corners
 * go counter-clockwise seen from outside. Single precision, as in every file format.
 */
export type Shell = { readonly positions: Float32Array; readonly triangles: Uint32Array }

/** Corners and triangles as they are found. */
export class ShellBuilder {
  readonly #positions: number[] = []
  readonly #triangles: number[] = []

  /** µm; its index. */
  corner(x: number, y: number, z: number): number {
    this.#positions.push(x / 1000, y / 1000, z / 1000)
    return this.#positions.length / 3 - 1
  }

  /** One with two equal corners has no area and is left out. */
  triangle(a: number, b: number, c: number): void {
    if (a !== b && b !== c && c !== a) this.#triangles.push(a, b, c)
  }

  /** Corners counter-clockwise seen from outside. */
  quad(a: number, b: number, c: number, d: number): void {
    this.triangle(a, b, c)
    this.triangle(a, c, d)
  }

  done(): Shell {
    return { positions: Float32Array.from(this.#positions), triangles: Uint32Array.from(this.#triangles) }
  }
}

/** A corner by its index; the origin for an index that is none. */
export function cornerOf({ positions }: Shell, index: number): Vector {
  return { x: positions[3 * index] ?? 0, y: positions[3 * index + 1] ?? 0, z: positions[3 * index + 2] ?? 0 }
}

export type Triangle = readonly [a: Vector, b: Vector, c: Vector]

export function triangleOf(shell: Shell, index: number): Triangle {
  const { triangles } = shell
  return [
    cornerOf(shell, triangles[3 * index] ?? 0),
    cornerOf(shell, triangles[3 * index + 1] ?? 0),
    cornerOf(shell, triangles[3 * index + 2] ?? 0),
  ]
}

export function cross(a: Vector, b: Vector): Vector {
  return { x: a.y * b.z - a.z * b.y, y: a.z * b.x - a.x * b.z, z: a.x * b.y - a.y * b.x }
}

export function dot(a: Vector, b: Vector): number {
  return a.x * b.x + a.y * b.y + a.z * b.z
}

export function minus(a: Vector, b: Vector): Vector {
  return { x: a.x - b.x, y: a.y - b.y, z: a.z - b.z }
}

/** Twice the area, along the outward normal. */
export function areaVector([a, b, c]: Triangle): Vector {
  return cross(minus(b, a), minus(c, a))
}

const lengthOf = (v: Vector): number => Math.sqrt(dot(v, v))

/** mm³ and mm² by the sum over all triangles, exact for these facets. */
export function sizeOfShell(shell: Shell): { volumeMm3: number; areaMm2: number } {
  let six = 0
  let twice = 0
  for (let index = 0; index < shell.triangles.length / 3; index += 1) {
    const triangle = triangleOf(shell, index)
    const across = areaVector(triangle)
    six += dot(triangle[0], across)
    twice += lengthOf(across)
  }
  return { volumeMm3: six / 6, areaMm2: twice / 2 }
}

/** Whether every edge is walked as often one way as the other and belongs to two triangles. */
export function isClosed({ positions, triangles }: Shell): boolean {
  const corners = positions.length / 3
  const open = new Map<number, number>()
  for (let index = 0; index < triangles.length; index += 1) {
    const from = triangles[index] ?? 0
    const to = triangles[index % 3 === 2 ? index - 2 : index + 1] ?? 0
    const key = from * corners + to
    if (open.has(key)) return false
    open.set(key, to * corners + from)
  }
  for (const back of open.values()) if (!open.has(back)) return false
  return true
}

/** Moved by a transform in µm. */
export function moveShell({ positions, triangles }: Shell, transform: Transform): Shell {
  const moved = new Float32Array(positions.length)
  const inMm = { ...transform, at: scaled(transform.at) }
  for (let index = 0; index < positions.length; index += 3) {
    const point = { x: positions[index] ?? 0, y: positions[index + 1] ?? 0, z: positions[index + 2] ?? 0 }
    const { x, y, z } = apply(inMm, point)
    moved.set([x, y, z], index)
  }
  if (!isMirror(transform)) return { positions: moved, triangles }
  const turned = Uint32Array.from(triangles)
  for (let index = 0; index < turned.length; index += 3) {
    turned[index] = triangles[index + 2] ?? 0
    turned[index + 2] = triangles[index] ?? 0
  }
  return { positions: moved, triangles: turned }
}

const scaled = ({ x, y, z }: Vector): Vector => ({ x: x / 1000, y: y / 1000, z: z / 1000 })

/** Several shells that do not touch, as one. */
export function joinShells(shells: readonly Shell[]): Shell {
  const [only] = shells
  if (only !== undefined && shells.length === 1) return only
  const positions = new Float32Array(shells.reduce((sum, shell) => sum + shell.positions.length, 0))
  const triangles = new Uint32Array(shells.reduce((sum, shell) => sum + shell.triangles.length, 0))
  let corner = 0
  let triangle = 0
  for (const shell of shells) {
    positions.set(shell.positions, corner)
    for (const [index, at] of shell.triangles.entries()) triangles[triangle + index] = at + corner / 3
    corner += shell.positions.length
    triangle += shell.triangles.length
  }
  return { positions, triangles }
}
