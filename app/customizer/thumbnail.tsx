import clsx from 'clsx'
import { memo } from 'react'
import { drawing } from '#models/product/drawing.ts'
import type { Make } from '#models/product/make.ts'
import { StrokeView } from './stroke-view.tsx'
import { surfaceOf } from './surfaces.ts'

/** The front of a product as flat shapes in its own colours, small: to tell jobs apart at a glance. Decoration: words stand beside it. */
export const Thumbnail = memo(function Thumbnail({ make, className }: { make: Make; className?: string }) {
  const [front] = drawing(make).views
  const { x, y } = make.envelope
  const edge = Math.max(x, y) / 60
  return (
    <span className={clsx('relative block overflow-hidden border border-line bg-ground', className)}>
      <svg
        aria-hidden="true"
        viewBox={`${-edge} ${-edge} ${x + 2 * edge} ${y + 2 * edge}`}
        className="absolute inset-1 h-[calc(100%-0.5rem)] w-[calc(100%-0.5rem)]"
      >
        {front?.shapes.map((shape, at) =>
          shape.kind === 'rect' ? (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no name and are drawn in order
              key={at}
              x={shape.x}
              y={shape.y}
              width={shape.width}
              height={shape.height}
              fill={surfaceOf(shape.material, shape.finish).paint}
              stroke="oklch(0.25 0.02 80 / 0.6)"
              strokeWidth={edge / 3}
            />
          ) : shape.kind === 'stroke' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <StrokeView key={at} shape={shape} edge={edge / 3} />
          ) : null,
        )}
      </svg>
    </span>
  )
})
