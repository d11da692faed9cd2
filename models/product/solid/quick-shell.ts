import { chordsUm } from './facets.ts'
import { type Form, formOf, mitres } from './form.ts'
import type { SolidNode } from './recipe.ts'
import { roundedLevels } from './rounded-box.ts'
import { joinShells, moveShell, type Shell, ShellBuilder } from './shell.ts'
import { placement, placements } from './transform.ts'
import { triangulate } from './triangulate.ts'
import { directionOf, fullTurn } from './turn.ts'

type Of<K extends Form['kind']> = Extract<Form, { kind: K }>

function drawn({ region, depth, far }: Of<'drawn'>): Shell {
  const shell = new ShellBuilder()
  const near: number[] = []
  const away: number[] = []
  for (const [x, y] of region.flat()) near.push(shell.corner(x, y, 0))
  for (const [x, y] of region.flat()) away.push(shell.corner(x * far, y * far, depth))
  const corner = (side: readonly number[], index: number): number => side[index] ?? 0
  for (const [a, b, c] of triangulate(region)) {
    shell.triangle(corner(near, c), corner(near, b), corner(near, a))
    shell.triangle(corner(away, a), corner(away, b), corner(away, c))
  }
  let first = 0
  for (const polygon of region) {
    for (let index = 0; index < polygon.length; index += 1) {
      const a = first + index
      const b = first + ((index + 1) % polygon.length)
      shell.quad(corner(near, a), corner(near, b), corner(away, b), corner(away, a))
    }
    first += polygon.length
  }
  return shell.done()
}

function turned({ region, facets, turnMd }: Of<'turned'>): Shell {
  const shell = new ShellBuilder()
  const whole = turnMd === fullTurn
  const steps = Array.from({ length: facets + (whole ? 0 : 1) }, (_, step) =>
    directionOf(turnMd * step, fullTurn * facets),
  )
  // A point on the axis is one corner for all steps.
  const corners = region.flat().map(([x, y]) => {
    const pole = x === 0 ? shell.corner(0, y, 0) : undefined
    return steps.map(({ cos, sin }) => pole ?? shell.corner(x * cos, y, -x * sin))
  })
  const corner = (point: number, step: number): number => corners[point]?.[step % steps.length] ?? 0
  let first = 0
  for (const polygon of region) {
    for (let index = 0; index < polygon.length; index += 1) {
      const a = first + index
      const b = first + ((index + 1) % polygon.length)
      for (let step = 0; step < facets; step += 1) {
        shell.quad(corner(a, step), corner(a, step + 1), corner(b, step + 1), corner(b, step))
      }
    }
    first += polygon.length
  }
  if (!whole) {
    for (const [a, b, c] of triangulate(region)) {
      shell.triangle(corner(a, 0), corner(b, 0), corner(c, 0))
      shell.triangle(corner(c, facets), corner(b, facets), corner(a, facets))
    }
  }
  return shell.done()
}

function swept({ section, line }: Of<'swept'>): Shell {
  const shell = new ShellBuilder()
  const across = mitres(line)
  const rings = line.map(([x, y], index) => {
    const [ax, ay] = across[index] ?? [0, 0]
    return section.map(([z, up]) => shell.corner(x + ax * up, y + ay * up, z))
  })
  const corner = (ring: number, point: number): number => rings[ring]?.[point % section.length] ?? 0
  for (let ring = 0; ring < line.length - 1; ring += 1) {
    for (let a = 0; a < section.length; a += 1) {
      shell.quad(corner(ring, a), corner(ring + 1, a), corner(ring + 1, a + 1), corner(ring, a + 1))
    }
  }
  for (const [a, b, c] of triangulate([section])) {
    shell.triangle(corner(0, a), corner(0, b), corner(0, c))
    shell.triangle(corner(line.length - 1, c), corner(line.length - 1, b), corner(line.length - 1, a))
  }
  return shell.done()
}

/** Level by level; the poles of each quarter are one corner. */
function rounded(form: Of<'rounded'>): Shell {
  const shell = new ShellBuilder()
  const quarter = form.facets / 4
  const around = 4 * (quarter + 1)
  const top = 2 * quarter + 1
  const levels = roundedLevels(form).map((points, level) => {
    const isPole = level === 0 || level === top
    let pole = 0
    return points.map(({ x, y, z }, index) => {
      if (isPole && index % (quarter + 1) !== 0) return pole
      pole = shell.corner(x, y, z)
      return pole
    })
  })
  const corner = (level: number, index: number): number => levels[level]?.[index % around] ?? 0
  for (let level = 0; level < top; level += 1) {
    for (let index = 0; index < around; index += 1) {
      shell.quad(corner(level, index), corner(level, index + 1), corner(level + 1, index + 1), corner(level + 1, index))
    }
  }
  const tip = (level: number, side: number): number => corner(level, side * (quarter + 1))
  shell.quad(tip(0, 3), tip(0, 2), tip(0, 1), tip(0, 0))
  shell.quad(tip(top, 0), tip(top, 1), tip(top, 2), tip(top, 3))
  return shell.done()
}

/** The surface of a form. */
export function shellOfForm(form: Form): Shell {
  switch (form.kind) {
    case 'drawn':
      return drawn(form)
    case 'turned':
      return turned(form)
    case 'swept':
      return swept(form)
    case 'rounded':
      return rounded(form)
  }
}

/**
 * The surface of a simple recipe without the kernel: a primitive, placed or not, and copies or unions that share nothing by their claim.
 * Undefined for anything else. For drawing at once; what is measured and made comes from `evaluateSolid`.
 * @throws SolidError for a recipe that cannot be made.
 */
export function quickShell(node: SolidNode, chords = chordsUm): Shell | undefined {
  switch (node.kind) {
    case 'placed': {
      const shell = quickShell(node.of, chords)
      return shell && moveShell(shell, placement(node))
    }
    case 'union': {
      const isApart = node.of.length === 1 || (node.claim?.volumeUm3 === 0 && node.claim.areaUm2 === 0)
      const shells = isApart ? node.of.flatMap((one) => quickShell(one, chords) ?? []) : []
      return shells.length > 0 && shells.length === node.of.length ? joinShells(shells) : undefined
    }
    case 'repeated': {
      const isApart = node.count === 1 || (node.claim?.volumeUm3 === 0 && node.claim.areaUm2 === 0)
      const shell = isApart ? quickShell(node.of, chords) : undefined
      return shell && joinShells(placements(node).map((transform) => moveShell(shell, transform)))
    }
    case 'difference':
      return node.cut.length === 0 ? quickShell(node.from, chords) : undefined
    case 'text':
    case 'intersection':
    case 'hull':
    case 'wrapped':
      return undefined
    default:
      return shellOfForm(formOf(node, chords))
  }
}
