import { memo, useId } from 'react'
import { drawing, type Shape, slantedCorners, type View } from '#models/product/drawing.ts'
import type { Make } from '#models/product/make.ts'
import { useWords } from '../words/reader.tsx'
import { StrokeView } from './stroke-view.tsx'
import { type Surface, surfaceOf } from './surfaces.ts'

/** The gap between front and side view, in parts of the view's height, and at most mm. */
const gap = { share: 0.1, most: 200 } as const
/** One square of the mat, mm. */
export const square = 100

/**
 * The product drawn to scale on the mat, with its dimension lines: what is shown before any script, without WebGL, and on paper.
 * One square is 100 mm and stands on the floor line.
 */
export const DrawingView = memo(function DrawingView({
  make,
  views = 'both',
  label,
}: {
  make: Make
  views?: 'front' | 'both'
  /** what is seen, for those who do not see it; empty where the words beside it say so */
  label: string
}) {
  const { mm } = useWords()
  const id = useId()
  const [front, side] = drawing(make).views
  if (!front) return null
  const between = make.sketch === undefined ? gap.most : Math.min(gap.most, front.height * gap.share)
  const shown = views === 'both' && side ? [front, side] : [front]
  const aside = front.x + front.width + (views === 'both' ? between : 0) / 2 - (side?.x ?? 0)
  const width = shown.reduce((sum, view) => sum + view.width, 0) + (shown.length > 1 ? between / 2 : 0)
  const figure = (value: number) => mm(value).replace(/\D*$/, '')
  const paints = surfacesOf(shown)
  const outer = outerSizes(make)
  const edge = Math.min(0.35, make.envelope.y * 0.006)
  return (
    <svg
      role={label === '' ? 'presentation' : 'img'}
      aria-label={label || undefined}
      aria-hidden={label === '' || undefined}
      viewBox={`${front.x} ${front.y} ${width} ${front.height}`}
      className="absolute inset-0 size-full overflow-visible"
    >
      <defs>
        <pattern id={`${id}m`} width={square} height={square} patternUnits="userSpaceOnUse" y={make.envelope.y}>
          <path d={`M0 0H${square}M0 0V${square}`} stroke="var(--grid)" vectorEffect="non-scaling-stroke" />
        </pattern>
        <pattern id={`${id}M`} width={square * 5} height={square * 5} patternUnits="userSpaceOnUse" y={make.envelope.y}>
          <path
            d={`M0 0H${square * 5}M0 0V${square * 5}`}
            stroke="var(--grid-strong)"
            vectorEffect="non-scaling-stroke"
          />
        </pattern>
        <linearGradient id={`${id}c`} x2="0" y2="1">
          <stop offset="0" stopColor="oklch(0.2 0.03 80)" stopOpacity="0.34" />
          <stop offset="0.35" stopColor="oklch(0.2 0.03 80)" stopOpacity="0.12" />
          <stop offset="1" stopColor="oklch(0.2 0.03 80)" stopOpacity="0.06" />
        </linearGradient>
        {[...paints].map(([key, surface]) => (
          <Grain key={key} id={`${id}${key}`} surface={surface} />
        ))}
      </defs>
      <rect x={-20000} y={-20000} width={40000} height={40000} fill={`url(#${id}m)`} />
      <rect x={-20000} y={-20000} width={40000} height={40000} fill={`url(#${id}M)`} />
      {shown.map((view, index) => (
        <g key={view.name} transform={index === 0 ? undefined : `translate(${aside} 0)`}>
          {inOrder(view).map((shape, at) =>
            shape === 'cells' ? (
              <Cells key="cells" make={make} fill={`url(#${id}c)`} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no name and are drawn in order
              <ShapeView key={at} shape={shape} id={id} figure={figure} outer={outer} edge={edge} />
            ),
          )}
        </g>
      ))}
    </svg>
  )
})

function ShapeView({
  shape,
  id,
  figure,
  outer,
  edge,
}: {
  shape: Shape
  id: string
  figure: (mm: number) => string
  outer: ReadonlySet<number>
  /** how wide the line round something round is, mm */
  edge: number
}) {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height } = shape
      return (
        <>
          <polygon
            points={(slantedCorners(shape) ?? cornersOf(shape)).join(' ')}
            fill={`url(#${id}${shape.material}.${shape.finish})`}
            stroke={shape.role === 'foot' ? 'var(--edge)' : 'oklch(0.25 0.02 80 / 0.55)'}
            vectorEffect="non-scaling-stroke"
          />
          {shape.role === 'back' && <rect {...{ x, y, width, height }} fill="oklch(0.2 0.03 80 / 0.12)" />}
        </>
      )
    }
    case 'circle':
      return (
        <circle
          cx={shape.x}
          cy={shape.y}
          r={shape.diameter / 2}
          fill="oklch(0.16 0.02 80)"
          stroke="oklch(0.25 0.02 80 / 0.55)"
          vectorEffect="non-scaling-stroke"
        />
      )
    case 'stroke':
      return <StrokeView shape={shape} edge={edge} />
    case 'line': {
      const { x1, y1, x2, y2, role } = shape
      if (role === 'hinge')
        return (
          <line
            {...{ x1, y1, x2, y2 }}
            stroke="oklch(0.25 0.02 80 / 0.4)"
            strokeDasharray="6 4"
            vectorEffect="non-scaling-stroke"
          />
        )
      if (role === 'dimension')
        return <line {...{ x1, y1, x2, y2 }} stroke="var(--soft)" vectorEffect="non-scaling-stroke" />
      const half = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) / 2
      const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2]
      return (
        <>
          <line {...{ x1, y1, x2, y2 }} stroke="var(--soft)" vectorEffect="non-scaling-stroke" />
          <line
            x1={x - half * 0.6}
            y1={y + half * 0.6}
            x2={x + half * 0.6}
            y2={y - half * 0.6}
            stroke="var(--ink)"
            strokeWidth={1.5}
            vectorEffect="non-scaling-stroke"
          />
        </>
      )
    }
    case 'text': {
      const isOuter = shape.mm !== undefined && outer.has(shape.mm)
      return (
        <text
          x={shape.x}
          y={shape.y}
          fontSize={isOuter ? shape.size * 1.15 : shape.size}
          fontWeight={isOuter ? 600 : 400}
          textAnchor="middle"
          dominantBaseline="central"
          transform={shape.turn === 0 ? undefined : `rotate(${shape.turn} ${shape.x} ${shape.y})`}
          fill={shape.role === 'engraving' ? 'oklch(0.25 0.02 80 / 0.8)' : isOuter ? 'var(--ink)' : 'var(--soft)'}
        >
          {shape.mm === undefined ? shape.text : figure(shape.mm)}
        </text>
      )
    }
  }
}

/** What closes a cell. */
const fronts: ReadonlySet<string> = new Set(['door', 'drawer-front'])

const cornersOf = ({ x, y, width, height }: Extract<Shape, { kind: 'rect' }>): [number, number][] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
]

/** The shapes of a view, with the shade of its open cells after what lies inside and before what closes it. */
function inOrder(view: View): (Shape | 'cells')[] {
  if (view.name !== 'front' || !view.shapes.some(({ kind }) => kind === 'rect')) return [...view.shapes]
  const isInside = (shape: Shape) => shape.kind === 'rect' && !fronts.has(shape.role)
  const at = view.shapes.findLastIndex(isInside) + 1
  return [...view.shapes.slice(0, at), 'cells', ...view.shapes.slice(at)]
}

/** Light falls from above in front, so every cell is darker under its upper board. */
function Cells({ make, fill }: { make: Make; fill: string }) {
  const across = make.guides.filter(({ axis }) => axis === 'x')
  const upwards = make.guides.filter(({ axis }) => axis === 'y')
  return across.flatMap((column) =>
    upwards.map((row) => (
      <rect
        key={`${column.from}-${row.from}`}
        x={column.from}
        y={make.envelope.y - row.to}
        width={column.to - column.from}
        height={row.to - row.from}
        fill={fill}
      />
    )),
  )
}

/** A surface as a pattern: its paint, and for wood a quiet figure along the grain. Lengths in mm. */
function Grain({ id, surface }: { id: string; surface: Surface }) {
  const strength = surface.grain === 'oak' ? 0.5 : 0.28
  return (
    <pattern id={id} width={90} height={700} patternUnits="userSpaceOnUse">
      <rect width={90} height={700} fill={surface.paint} />
      {surface.grain !== 'none' && (
        <path
          d="M8 0c6 180-6 420 0 700M26 0c-5 260 9 380 0 700M41 0c10 240-8 500 0 700M60 0c-7 200 6 480 0 700M79 0c6 300-5 420 0 700"
          fill="none"
          stroke={surface.dark}
          strokeOpacity={strength}
          strokeWidth={surface.grain === 'oak' ? 2.4 : 1.6}
        />
      )}
    </pattern>
  )
}

function surfacesOf(views: readonly View[]): Map<string, Surface> {
  const found = new Map<string, Surface>()
  for (const { shapes } of views)
    for (const shape of shapes)
      if (shape.kind === 'rect') found.set(`${shape.material}.${shape.finish}`, surfaceOf(shape.material, shape.finish))
  return found
}

function outerSizes({ envelope }: Make): ReadonlySet<number> {
  return new Set([envelope.x, envelope.y, envelope.z])
}
