import type { Shape } from '#models/product/drawing.ts'
import { pathOf } from '#models/product/sketch.ts'
import { surfaceOf, waresOf } from './surfaces.ts'

/** Something round in its paint; a strand is its dark edge with the paint laid over it. `edge` is how wide the line round it is, mm. */
export function StrokeView({
  shape: { stroke, floor, material, finish },
  edge,
}: {
  shape: Extract<Shape, { kind: 'stroke' }>
  edge: number
}) {
  const { paint } = surfaceOf(material, finish)
  const within = waresOf(material, finish)?.inside.paint ?? paint
  const d = pathOf(stroke, floor)
  const { role, thickMm } = stroke
  const line = 'oklch(0.25 0.02 80 / 0.7)'
  if (thickMm !== undefined)
    return (
      <g fill="none">
        <path d={d} stroke="oklch(0.42 0.02 80)" strokeWidth={thickMm} />
        <path d={d} stroke={role === 'cut' ? 'oklch(0.62 0.02 80)' : paint} strokeWidth={thickMm - 2 * edge} />
      </g>
    )
  return (
    <path
      d={d}
      fill={role === 'cut' ? 'oklch(0.62 0.02 80)' : role === 'hollow' ? within : paint}
      fillOpacity={role === 'hollow' ? 0.8 : 1}
      stroke={line}
      strokeWidth={edge}
    />
  )
}
