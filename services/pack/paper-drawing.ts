import { type Shape, slantedCorners, type View } from '#models/product/drawing.ts'
import { pointsOf } from '#models/product/sketch.ts'
import { figure } from '#models/product/words.ts'
import type { PaperPoint, Sheet } from '../paper.ts'

/** mm of type to points. */
const points = 72 / 25.4

/** One view of a drawing at `scale` (paper mm to product mm), its upper left corner at `left`, `top`. */
export function drawView(sheet: Sheet, view: View, scale: number, left: number, top: number): void {
  const at = (x: number, y: number): PaperPoint => [left + (x - view.x) * scale, top + (y - view.y) * scale]
  for (const shape of view.shapes) drawShape(sheet, shape, scale, at)
}

/** Figures smaller than this cannot be read on paper, points. */
const least = 5.5

function drawShape(sheet: Sheet, shape: Shape, scale: number, at: (x: number, y: number) => PaperPoint): void {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height } = shape
      const slanted = slantedCorners(shape)?.map(([across, down]) => at(across, down))
      const corners = slanted ?? [at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)]
      sheet.path(corners, true, { stroke: 0, widthMm: 0.18, fill: shape.role === 'back' ? 0.93 : 1 })
      return
    }
    case 'circle': {
      const { x, y, diameter } = shape
      const turns = Array.from({ length: 24 }, (_, index) => (index * Math.PI) / 12)
      const round = turns.map((turn) => at(x + (Math.cos(turn) * diameter) / 2, y + (Math.sin(turn) * diameter) / 2))
      sheet.path(round, true, { stroke: 0, widthMm: 0.18, fill: 1 })
      return
    }
    case 'stroke': {
      const { stroke, floor } = shape
      const points = pointsOf(stroke).map(([x, y]) => at(x, floor - y))
      const fill = { solid: 1, cut: 0.65, hollow: 0.95 }[stroke.role]
      if (stroke.thickMm === undefined) {
        sheet.path(points, true, { stroke: 0, widthMm: 0.25, fill })
        const hole = stroke.hole && pointsOf(stroke.hole).map(([x, y]) => at(x, floor - y))
        if (hole !== undefined) sheet.path(hole, true, { stroke: 0, widthMm: 0.25, fill: 1 })
        return
      }
      sheet.path(points, false, { stroke: 0, widthMm: stroke.thickMm * scale })
      sheet.path(points, false, { stroke: fill, widthMm: Math.max(0.1, stroke.thickMm * scale - 0.5) })
      return
    }
    case 'line': {
      const dashed = shape.role === 'hinge' ? { dashMm: [1, 0.8] } : undefined
      sheet.path([at(shape.x1, shape.y1), at(shape.x2, shape.y2)], false, { stroke: 0.25, widthMm: 0.12, ...dashed })
      return
    }
    case 'text': {
      const [x, y] = at(shape.x, shape.y)
      const size = Math.max(least, Math.min(8.5, shape.size * scale * points))
      const words = shape.text ?? figure(shape.mm ?? 0)
      const low = size * 0.12
      const turn = shape.turn === 0 ? 0 : 90
      sheet.text(words, turn === 0 ? x : x + low, turn === 0 ? y + low : y, { size, align: 'centre', turn })
    }
  }
}
