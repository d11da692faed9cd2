import type { PaperPoint, Sheet } from '../paper.ts'
import { ringOf } from './assembly-drawing.ts'

type Stroke = { readonly points: readonly PaperPoint[]; readonly closed?: boolean; readonly fill?: number }

const rect = (x: number, y: number, width: number, height: number, fill = 1): Stroke => ({
  points: [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ],
  closed: true,
  fill,
})
const line = (...points: readonly PaperPoint[]): Stroke => ({ points })
const ring = (x: number, y: number, radius: number, fill = 1): Stroke => ({
  points: ringOf(x, y, radius),
  closed: true,
  fill,
})

/** The threads of a screw between two places of its shaft. */
const thread = (from: number, to: number, y: number, half: number): Stroke[] => {
  const turns: Stroke[] = []
  for (let x = from; x < to; x += 0.9) turns.push(line([x, y + half], [x + 0.6, y - half]))
  return turns
}

/** A cross in a round head. */
const crossed = (x: number, y: number, radius: number): Stroke[] => [
  ring(x, y, radius),
  line([x - radius * 0.6, y], [x + radius * 0.6, y]),
  line([x, y - radius * 0.6], [x, y + radius * 0.6]),
]

/** Fittings in a box of 18×8 mm, by their id in the words file. */
const icons: Readonly<Record<string, readonly Stroke[]>> = {
  'cam-bolt': [
    rect(1, 3.2, 2, 1.6),
    rect(3, 3.5, 7, 1),
    rect(10, 2.6, 1.2, 2.8),
    rect(11.2, 3.2, 5, 1.6),
    ...thread(11.4, 15.8, 4, 0.8),
  ],
  dowel: [
    rect(2, 2.4, 14, 3.2),
    line([2.6, 3.4], [15.4, 3.4]),
    line([2.6, 4.2], [15.4, 4.2]),
    line([2.6, 5], [15.4, 5]),
  ],
  'back-screw': [...crossed(3.4, 4, 1.8), rect(7, 2.6, 1, 2.8), rect(8, 3.5, 8, 1), ...thread(8.4, 15.6, 4, 0.8)],
  'body-bolt': [
    rect(1, 1.8, 1.2, 4.4),
    rect(2.2, 2.8, 6.8, 2.4),
    rect(9, 3.2, 5.6, 1.6),
    ...thread(9.2, 14.2, 4, 0.8),
    rect(15.6, 1.8, 1.2, 4.4),
  ],
  'foot-low': [rect(4, 1.6, 10, 1.4), rect(5, 3, 8, 3.4)],
  'foot-high': [rect(5, 0.4, 8, 1.2), rect(7, 1.6, 4, 6), rect(6, 7, 6, 0.8)],
  'anchor-kit': [
    rect(2, 1, 1.4, 6),
    rect(3.4, 5.6, 8, 1.4),
    ...crossed(8, 3.2, 1.4),
    line([2.7, 2.4], [0.6, 2.4]),
    line([9.4, 7], [9.4, 7.8]),
  ],
  cam: [...crossed(9, 4, 3.6)],
}

/** Draws the fitting with its upper left corner at `x`, `y`; nothing for one that has no picture. */
export function drawFitting(sheet: Sheet, id: string, x: number, y: number): void {
  for (const { points, closed = false, fill } of icons[id] ?? []) {
    const placed = points.map(([px, py]): PaperPoint => [x + px, y + py])
    sheet.path(placed, closed, { stroke: 0, widthMm: 0.2, ...(fill !== undefined && { fill }) })
  }
}

/** How a cam joint closes, in three pictures of 50×34 mm side by side; gives back where each begins. */
export function drawJoint(sheet: Sheet, x: number, y: number, apart: number): readonly number[] {
  const at = [0, 1, 2].map((index) => x + index * apart)
  const [bolt = x, dowel = x, closed = x] = at
  const draw = (left: number, strokes: readonly Stroke[]) => {
    for (const { points, closed: isClosed = false, fill } of strokes) {
      const placed = points.map(([px, py]): PaperPoint => [left + px, y + py])
      sheet.path(placed, isClosed, { stroke: 0, widthMm: 0.25, ...(fill !== undefined && { fill }) })
    }
  }
  const upright = rect(0, 0, 8, 34, 0.93)
  const camBolt = (from: number): Stroke[] => [
    rect(from, 9.4, 5, 1.2),
    rect(from + 5, 8.8, 1, 2.4),
    rect(from + 6, 9.5, 9, 1),
    rect(from + 15, 9, 2, 2),
  ]
  draw(bolt, [upright, rect(3.5, 9.2, 4.5, 1.6, 0.6), ...camBolt(12), line([11, 10], [8.6, 10])])
  const board = (from: number): Stroke[] => [
    rect(from, 4, 30, 26, 1),
    rect(from, 9, 13, 2, 0.93),
    rect(from, 22, 9, 2, 0.93),
  ]
  draw(dowel, [
    ...board(14),
    ring(27, 0 + 10, 3),
    line([25, 10], [29, 10]),
    rect(8, 22, 12, 2, 1),
    line([4, 23], [7, 23]),
  ])
  draw(closed, [
    upright,
    ...board(8),
    ...camBolt(3),
    rect(4.5, 22, 10, 2, 1),
    ring(21, 10, 3),
    line([19.4, 8.4], [22.6, 11.6]),
    line([19.4, 11.6], [22.6, 8.4]),
    line([17.6, 5.6], [21, 4.6], [24.4, 5.6]),
    line([23.2, 4.4], [24.4, 5.6], [22.8, 6]),
  ])
  return at
}

/** The upper board from the side, held to the wall by an angle: 50×24 mm. */
export function drawWallFixing(sheet: Sheet, x: number, y: number, wall: string): void {
  const draw = ({ points, closed = false, fill }: Stroke, widthMm = 0.25) => {
    const placed = points.map(([px, py]): PaperPoint => [x + px, y + py])
    sheet.path(placed, closed, { stroke: 0, widthMm, ...(fill !== undefined && { fill }) })
  }
  for (let at = 0; at < 22; at += 2) draw(line([0, at + 3], [4, at]), 0.12)
  draw(line([4, 0], [4, 24]), 0.4)
  draw(rect(4.4, 12, 30, 4, 0.93))
  draw(rect(4.4, 16, 1.4, 8))
  draw(rect(4.4, 2.5, 1, 9.5))
  draw(rect(5.4, 11, 11, 1))
  draw(rect(1, 5.4, 3.4, 1.6, 0.6))
  draw(rect(5.4, 5.2, 1.2, 2))
  draw(rect(10.6, 12, 1.2, 3, 0.6))
  draw(rect(10.2, 10, 2, 1))
  sheet.text(wall, x, y + 27.5, { size: 7, grey: 0.3 })
}
