import type { Guide, Make, Part, Place } from './make.ts'
import type { Stroke } from './sketch.ts'

/** Millimetres on paper, `y` down. A role is what a line stands for; the look belongs to the page. */
export type Shape =
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      /** the part's kind: `side`, `door`, `back`, … */
      readonly role: string
      readonly part: string
      readonly material: string
      readonly finish: string
      readonly cell?: string
      /** what a straight cut takes off the lower left corner, running out at the upper left one: the slanted rear of a side */
      readonly slant?: number
    }
  /** a hole through a board, by its middle */
  | {
      readonly kind: 'circle'
      readonly x: number
      readonly y: number
      readonly diameter: number
      readonly role: 'hole'
    }
  /** the outline of something round, or a strand as thick as said; its points are on paper, `y` up from the floor at `floor` */
  | {
      readonly kind: 'stroke'
      readonly stroke: Stroke
      readonly floor: number
      readonly material: string
      readonly finish: string
    }
  | {
      readonly kind: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly role: 'dimension' | 'extension' | 'hinge'
    }
  /** `mm` is a measure to write as a figure, `text` words to write as they are; `turn` is degrees clockwise about the point; both are centred */
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly turn: 0 | -90
      readonly size: number
      readonly role: 'dimension' | 'engraving'
      readonly mm?: number
      readonly text?: string
    }

/** One view with its dimension lines; the shapes lie within `x`, `y`, `width`, `height` and are in painting order. */
export type View = {
  readonly name: 'front' | 'side' | 'section'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

export type Drawing = { readonly views: readonly View[] }

type Across = 'x' | 'z'

/** Distances of dimension lines from the product, the tick's half length and the figures' height, in parts of the largest size. */
function scaleOf(make: Make) {
  const largest = Math.max(make.envelope.x, make.envelope.y, make.envelope.z)
  // Small things have small figures, boards those that one reads on the wall.
  const text = Math.max(Math.min(18, Math.round(largest / 15)), Math.round(largest / 34))
  return {
    text,
    inner: Math.round(text * 1.6),
    outer: Math.round(text * 3.6),
    tick: Math.max(0.4, Math.round(text / 3)),
  }
}

function rects(make: Make, across: Across): Shape[] {
  const depth = across === 'x' ? 'z' : 'x'
  const all: { part: Part; place: Place }[] = []
  for (const part of make.parts) for (const place of part.places) all.push({ part, place })
  const near = ({ part, place }: { part: Part; place: Place }) => place.at[depth] + part.size[depth]
  const sign = across === 'x' ? 1 : -1
  all.sort((a, b) => sign * (near(a) - near(b)))
  return all.flatMap(({ part, place }): Shape[] => [
    {
      kind: 'rect',
      x: place.at[across],
      y: make.envelope.y - place.at.y - part.size.y,
      width: part.size[across],
      height: part.size.y,
      role: part.kind,
      part: part.key,
      material: part.material,
      finish: part.finish,
      ...(place.cell !== undefined && { cell: place.cell }),
      ...(across === 'z' && part.slant !== undefined && { slant: part.slant }),
    },
    ...(across === 'x' ? holes(make, part, place) : []),
  ])
}

/** What is drilled through a board from front to back. */
function holes({ envelope }: Make, part: Part, { at }: Place): Shape[] {
  return (part.holes ?? []).map(({ x, y, diameter }) => ({
    kind: 'circle',
    x: at.x + x,
    y: envelope.y - at.y - y,
    diameter,
    role: 'hole',
  }))
}

/** The corners of a rectangle that is cut aslant, from the upper left one clockwise; undefined for one that is not. */
export function slantedCorners(
  rect: Extract<Shape, { kind: 'rect' }>,
): readonly (readonly [number, number])[] | undefined {
  const { x, y, width, height, slant } = rect
  if (slant === undefined) return undefined
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x + slant, y + height],
  ]
}

/** The two lines of a door that meet at its hinges, as on a builder's drawing. */
function hinges(make: Make): Shape[] {
  const lines: Shape[] = []
  for (const { hinge, size, places } of make.parts) {
    if (hinge === undefined) continue
    for (const { at } of places) {
      const top = make.envelope.y - at.y - size.y
      const fixed = hinge === 'left' ? at.x : at.x + size.x
      const free = hinge === 'left' ? at.x + size.x : at.x
      const middle = top + size.y / 2
      lines.push({ kind: 'line', x1: free, y1: top, x2: fixed, y2: middle, role: 'hinge' })
      lines.push({ kind: 'line', x1: free, y1: top + size.y, x2: fixed, y2: middle, role: 'hinge' })
    }
  }
  return lines
}

const hundredth = (mm: number): number => Math.round(mm * 100) / 100

/** A dimension line under the product (`level` mm below it) from `from` to `to`. */
function below(make: Make, from: number, to: number, level: number, tick: number, text: number): Shape[] {
  const y = make.envelope.y + level
  return [
    { kind: 'line', x1: from, y1: y, x2: to, y2: y, role: 'dimension' },
    { kind: 'line', x1: from, y1: y - tick, x2: from, y2: y + tick, role: 'extension' },
    { kind: 'line', x1: to, y1: y - tick, x2: to, y2: y + tick, role: 'extension' },
    {
      kind: 'text',
      x: (from + to) / 2,
      y: y + text * 0.9,
      turn: 0,
      size: text,
      role: 'dimension',
      mm: hundredth(to - from),
    },
  ]
}

/** A dimension line left of the product for heights above the floor. */
function beside(make: Make, from: number, to: number, level: number, tick: number, text: number): Shape[] {
  const x = -level
  const y1 = make.envelope.y - to
  const y2 = make.envelope.y - from
  return [
    { kind: 'line', x1: x, y1, x2: x, y2, role: 'dimension' },
    { kind: 'line', x1: x - tick, y1, x2: x + tick, y2: y1, role: 'extension' },
    { kind: 'line', x1: x - tick, y1: y2, x2: x + tick, y2, role: 'extension' },
    {
      kind: 'text',
      x: x - text * 0.9,
      y: (y1 + y2) / 2,
      turn: -90,
      size: text,
      role: 'dimension',
      mm: hundredth(to - from),
    },
  ]
}

/** The figures of clear sizes shrink until the narrowest column or row holds them. */
function guideText(guides: readonly Guide[], axis: 'x' | 'y', text: number): number {
  let narrowest = Number.POSITIVE_INFINITY
  for (const guide of guides) if (guide.axis === axis) narrowest = Math.min(narrowest, guide.to - guide.from)
  return Math.max(Math.min(10, text), Math.min(text, Math.floor(narrowest / 2.6)))
}

function dimensions(make: Make, across: Across): Shape[] {
  const { text, inner, outer, tick } = scaleOf(make)
  const shapes: Shape[] = []
  if (across === 'x') {
    for (const { axis, from, to } of make.guides) {
      if (axis === 'x') shapes.push(...below(make, from, to, inner, tick, guideText(make.guides, 'x', text)))
      if (axis === 'y') shapes.push(...beside(make, from, to, inner, tick, guideText(make.guides, 'y', text)))
    }
    shapes.push(...beside(make, 0, make.envelope.y, outer, tick, text))
  }
  shapes.push(...below(make, 0, make.envelope[across], outer, tick, text))
  return shapes
}

function engraved(make: Make): Shape[] {
  const { engraving } = make
  if (engraving === undefined) return []
  const y = make.envelope.y - engraving.at.y - engraving.heightMm / 2
  const x = engraving.at.z + engraving.lengthMm / 2
  return [{ kind: 'text', x, y, turn: 0, size: engraving.heightMm, role: 'engraving', text: engraving.text }]
}

function view(make: Make, name: View['name']): View {
  const across = name === 'front' ? 'x' : 'z'
  const { text, inner, outer } = scaleOf(make)
  const margin = outer + text * 2
  const left = name === 'front' ? margin : inner
  const extra = name === 'front' ? hinges(make) : engraved(make)
  return {
    name,
    x: -left,
    y: -inner,
    width: make.envelope[across] + left + inner,
    height: make.envelope.y + inner + margin,
    shapes: [...rects(make, across), ...extra, ...dimensions(make, across)],
  }
}

/** A view of a make that has no boards. The section shows its clear sizes, the view from the front its outer ones. */
function sketched(make: Make, name: 'front' | 'section'): View {
  const { text, inner, outer, tick } = scaleOf(make)
  const margin = outer + text * 2
  const [part] = make.parts
  const strokes = (make.sketch?.[name] ?? []).map(
    (stroke): Shape => ({
      kind: 'stroke',
      stroke,
      floor: make.envelope.y,
      material: part?.material ?? '',
      finish: part?.finish ?? '',
    }),
  )
  const measured: Shape[] = []
  if (name === 'front') {
    measured.push(...beside(make, 0, make.envelope.y, inner, tick, text))
    measured.push(...below(make, 0, make.envelope.x, inner, tick, text))
  } else {
    for (const { axis, from, to } of make.guides) {
      if (axis === 'x') measured.push(...below(make, from, to, inner, tick, text))
      if (axis === 'y') measured.push(...beside(make, from, to, inner, tick, text))
    }
  }
  return {
    name,
    x: -margin,
    y: -inner,
    width: make.envelope.x + margin + inner,
    height: make.envelope.y + inner + margin,
    shapes: [...strokes, ...measured],
  }
}

/** Front of a make, and its left side with the front to the right, with dimension lines, as plain shapes for an `<svg>` in any renderer. */
export function drawing(make: Make): Drawing {
  if (make.sketch !== undefined) return { views: [sketched(make, 'front'), sketched(make, 'section')] }
  return { views: [view(make, 'front'), view(make, 'side')] }
}
