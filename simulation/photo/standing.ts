import { drawing, type Shape, type View } from '#models/product/drawing.ts'
import type { Carton, Make } from '#models/product/make.ts'
import { pathOf } from '#models/product/sketch.ts'
import type { Frame } from './flat.ts'
import { lettering } from './lettering.ts'
import { finished } from './paint.ts'

/** The make as it stands, from the front and to scale; `measured` lays its dimension lines and figures over it. */
export function assembled(make: Make, frame: Frame, measured: boolean): string {
  const [front] = drawing(make).views
  return front === undefined
    ? ''
    : placed(front, frame, (view) => solid(view) + (measured ? lines(view, '#f2d64b') : ''))
}

/** Both views as printed on a sheet of paper. */
export function printed(make: Make, frame: Frame): string {
  const { views } = drawing(make)
  const width = frame.width / Math.max(1, views.length)
  const sheet = `<rect x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}" fill="#fbfaf5"/>`
  const drawn = views.map((view, index) =>
    placed(view, { ...frame, x: frame.x + index * width, width }, (shown) => outlines(shown) + lines(shown, '#1d2b2b')),
  )
  return sheet + drawn.join('')
}

/** The cartons of one piece, to scale, stacked as on a pallet. */
export function stacked(cartons: readonly Carton[], frame: Frame): string {
  const total = cartons.reduce((sum, { height }) => sum + height, 0)
  const longest = Math.max(1, ...cartons.map(({ length }) => length))
  const deep = 0.16
  const scale = Math.min(frame.width / (longest * (1 + deep)), frame.height / (total + longest * deep))
  const middle = frame.x + frame.width / 2
  let floor = frame.y + frame.height
  return [...cartons]
    .sort((a, b) => b.length - a.length)
    .map((carton) => {
      const [width, height, back] = [carton.length * scale, carton.height * scale, longest * deep * scale]
      const x = middle - (width + back) / 2
      floor -= height
      const y = floor
      return [
        `<path d="M${x} ${y}l${back} ${-back}h${width}l${-back} ${back}z" fill="#c79a63" stroke="#8f6a3e"/>`,
        `<path d="M${x + width} ${y}l${back} ${-back}v${height}l${-back} ${back}z" fill="#a87d48" stroke="#8f6a3e"/>`,
        `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#bb8f58" stroke="#8f6a3e"/>`,
        `<rect x="${x + width * 0.46}" y="${y}" width="${width * 0.05}" height="${height}" fill="#d9c39a"/>`,
        `<rect x="${x + width * 0.06}" y="${y + height * 0.2}" width="${Math.min(70, width * 0.12)}" height="${height * 0.55}" fill="#fff"/>`,
      ].join('')
    })
    .join('\n')
}

function placed(view: View, frame: Frame, draw: (view: View) => string): string {
  const scale = Math.min(frame.width / view.width, frame.height / view.height)
  const x = frame.x + (frame.width - view.width * scale) / 2 - view.x * scale
  const y = frame.y + (frame.height - view.height * scale) - view.y * scale
  return `<g transform="translate(${x} ${y}) scale(${scale})">${draw(view)}</g>`
}

function solid(view: View): string {
  return view.shapes
    .map((shape) => {
      if (shape.kind === 'stroke') return strokeOf(shape, fineness(view))
      if (shape.kind !== 'rect') return ''
      const { face, edge } = finished(shape.material, shape.finish)
      const { x, y, width, height } = shape
      // What lies deep stands in the shadow of what is before it.
      const shade =
        shape.role === 'back' ? `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill-opacity=".3"/>` : ''
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${face}" stroke="${edge}" stroke-width="3"/>${shade}`
    })
    .join('')
}

/** How much finer lines are on what is smaller than a mug, 0 to 1. */
const fineness = (view: View): number => Math.min(1, view.height / 120)

/** What is round, in the colour of its glaze. */
function strokeOf({ stroke, floor, material, finish }: Extract<Shape, { kind: 'stroke' }>, line: number): string {
  const { face, edge } = finished(material, finish)
  const d = pathOf(stroke, floor)
  const { thickMm } = stroke
  if (thickMm === undefined) return `<path d="${d}" fill="${face}" stroke="${edge}" stroke-width="${line}"/>`
  const strand = (colour: string, width: number) =>
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"/>`
  return strand(edge, thickMm) + strand(face, thickMm - 1)
}

function outlines(view: View): string {
  return view.shapes
    .map((shape) =>
      shape.kind === 'stroke'
        ? `<path d="${pathOf(shape.stroke, shape.floor)}" fill="none" stroke="#1d2b2b" stroke-width="${0.6 * fineness(view)}"/>`
        : shape.kind === 'rect'
          ? `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="none" stroke="#1d2b2b" stroke-width="4"/>`
          : '',
    )
    .join('')
}

function lines(view: View, colour: string): string {
  return view.shapes
    .map((shape) => {
      if (shape.kind === 'line' && shape.role !== 'hinge')
        return `<path d="M${shape.x1} ${shape.y1}L${shape.x2} ${shape.y2}" stroke="${colour}" stroke-width="${Math.min(4, view.height / 100)}"/>`
      if (shape.kind !== 'text' || shape.mm === undefined) return ''
      const turn = shape.turn === 0 ? '' : ` transform="rotate(${shape.turn} ${shape.x} ${shape.y})"`
      const { x, size } = shape
      const y = shape.y + size * 0.35
      return `<g${turn}>${lettering(String(shape.mm), { x, y, size, fill: colour, anchor: 'middle' })}</g>`
    })
    .join('')
}
