import { type Form, halfCircle, mitres } from './form.ts'
import { momentsOf, type Polygon, type Region, regionMoments } from './polygon.ts'
import { directionOf, fullTurn } from './turn.ts'

/** µm³ and µm². */
export type Size = { readonly volume: number; readonly area: number }

function edges(polygon: Polygon, each: (ax: number, ay: number, bx: number, by: number) => number): number {
  let sum = 0
  let last = polygon.at(-1)
  for (const point of polygon) {
    if (last !== undefined) sum += each(last[0], last[1], point[0], point[1])
    last = point
  }
  return sum
}

function drawn(region: Region, depth: number, far: number): Size {
  const { area, length } = regionMoments(region)
  const volume = (area * depth * (1 + far + far * far)) / 3
  if (far === 1) return { volume, area: 2 * area + length * depth }
  let walls = 0
  for (const polygon of region) {
    walls += edges(polygon, (ax, ay, bx, by) => {
      const long = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2)
      const inwards = (1 - far) * ((ax * by - bx * ay) / long)
      return (long * (1 + far) * Math.sqrt(depth * depth + inwards * inwards)) / 2
    })
  }
  return { volume, area: area * (1 + far * far) + walls }
}

/** Every level is a ring of flat facets, so the sums are exact for the facets, not for the circle. */
function turned(region: Region, facets: number, turnMd: number): Size {
  const step = directionOf(turnMd, fullTurn * facets)
  const half = directionOf(turnMd, 2 * fullTurn * facets)
  const moments = regionMoments(region)
  let walls = 0
  for (const polygon of region) {
    walls += edges(polygon, (ax, ay, bx, by) => {
      const inwards = (bx - ax) * half.cos
      return (ax + bx) * Math.sqrt((by - ay) ** 2 + inwards * inwards)
    })
  }
  const ends = turnMd === fullTurn ? 0 : 2 * moments.area
  return { volume: facets * step.sin * moments.x, area: facets * half.sin * walls + ends }
}

function swept(section: Polygon, form: Extract<Form, { kind: 'swept' }>): Size {
  const { line } = form
  const across = mitres(line)
  // How long the line is beside itself: it grows evenly with the distance.
  let length = 0
  let growth = 0
  for (const [index, to] of line.entries()) {
    const [from, a, b] = [line[index - 1], across[index - 1], across[index]]
    if (from === undefined || a === undefined || b === undefined) continue
    const [x, y] = [to[0] - from[0], to[1] - from[1]]
    const leg = Math.sqrt(x * x + y * y)
    length += leg
    growth += ((b[0] - a[0]) * x + (b[1] - a[1]) * y) / leg
  }
  const { area, y } = momentsOf(section)
  const walls = edges(section, (ax, ay, bx, by) => {
    const wide = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2)
    return wide * (length + (growth * (ay + by)) / 2)
  })
  return { volume: area * length + y * growth, area: walls + 2 * area }
}

function rounded({ size, radius, facets }: Extract<Form, { kind: 'rounded' }>): Size {
  const [a, b, c] = [size.x - 2 * radius, size.y - 2 * radius, size.z - 2 * radius]
  const ball = turned([halfCircle(radius, facets)], facets, fullTurn)
  const round = (facets / 2) * radius * radius * directionOf(1, facets).sin
  const girth = 2 * facets * radius * directionOf(1, 2 * facets).sin
  const sides = a * b + b * c + c * a
  return {
    volume: a * b * c + 2 * radius * sides + round * (a + b + c) + ball.volume,
    area: 2 * sides + girth * (a + b + c) + ball.area,
  }
}

/** Volume and surface of a form's facets, exact but for rounding. */
export function sizeOfForm(form: Form): Size {
  switch (form.kind) {
    case 'drawn':
      return drawn(form.region, form.depth, form.far)
    case 'turned':
      return turned(form.region, form.facets, form.turnMd)
    case 'swept':
      return swept(form.section, form)
    case 'rounded':
      return rounded(form)
  }
}
