import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shelf } from '../shelf/v1/shelf.ts'
import { shelf as newer } from '../shelf/v2/shelf.ts'
import { drawing } from './drawing.ts'
import { drawingSvg } from './drawing-svg.ts'
import { sampleReachable, seeded } from './sample.ts'
import { pointsOf } from './sketch.ts'

describe('a drawing', () => {
  it('shows every part in front and side view, and dimensions the outside', () => {
    const make = shelf.make(shelf.defaults)
    const copies = make.parts.reduce((sum, part) => sum + part.places.length, 0)
    for (const view of drawing(make).views) {
      expect(view.shapes.filter((shape) => shape.kind === 'rect')).toHaveLength(copies)
    }
    const [front, side] = drawing(make).views
    const figures = (view: typeof front) => view?.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.mm] : []))
    expect(figures(front)).toEqual(expect.arrayContaining([1200, 1800, 376, 422]))
    expect(figures(side)).toEqual([320])
  })

  it('shows where cables go through, and how a rear is slanted', () => {
    const options = { ...newer.defaults, doors: [], back: 'closed', rear: 'slanted', cables: ['1-1', '2-3'] }
    const [front, side] = drawing(newer.make(options)).views
    expect(front?.shapes.filter((shape) => shape.kind === 'circle')).toHaveLength(2)
    expect(side?.shapes.some((shape) => shape.kind === 'rect' && shape.slant === 20)).toBe(true)
    const svg = drawingSvg(drawing(newer.make(options)), 'Shelf')
    expect(svg.match(/<circle/g)).toHaveLength(2)
    expect(svg).toContain('<polygon class="side"')
  })

  it.each([shelf, newer])('keeps every line within its view, version $version', (product) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const { views } = drawing(product.make(sampleReachable(product, seeded(seed))))
        for (const { x, y, width, height, shapes } of views) {
          const within = (px: number, py: number) => {
            expect(px).toBeGreaterThanOrEqual(x)
            expect(px).toBeLessThanOrEqual(x + width)
            expect(py).toBeGreaterThanOrEqual(y)
            expect(py).toBeLessThanOrEqual(y + height)
          }
          for (const shape of shapes) {
            if (shape.kind === 'line') {
              within(shape.x1, shape.y1)
              within(shape.x2, shape.y2)
            } else if (shape.kind === 'stroke') {
              for (const [px, py] of pointsOf(shape.stroke)) within(px, shape.floor - py)
            } else within(shape.x, shape.y)
            if (shape.kind === 'rect') within(shape.x + shape.width, shape.y + shape.height)
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('writes the engraved name and escapes it in the file', () => {
    const make = shelf.make({ ...shelf.defaults, name: 'Books & maps' })
    const svg = drawingSvg(drawing(make), '<title>')
    expect(svg).toContain('Books &amp; maps')
    expect(svg).toContain('&lt;title&gt;')
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true)
  })
})
