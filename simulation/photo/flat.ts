import type { Make, Part } from '#models/product/make.ts'
import { chance } from '../chance.ts'
import type { Paint } from './paint.ts'

/** Where a scene is drawn, in pixels. */
export type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

type Piece = { readonly part: Part; readonly key: string; readonly long: number; readonly wide: number }

/** More pieces than this are not told apart in a picture. */
const mostPieces = 90
const gap = 10

/** The parts of a make lying side by side on the bench, to scale: each copy by its two largest sizes. */
export function flat(
  make: Make,
  frame: Frame,
  look: { paint: (part: Part) => Paint; marks?: 'edges' | 'holes'; only?: (part: Part) => boolean; seed: string },
): string {
  const pieces = make.parts
    .filter((part) => part.shape === 'box' && (look.only?.(part) ?? true))
    .flatMap((part) => part.places.map((_, copy) => pieceOf(part, copy)))
    .sort((a, b) => b.wide - a.wide || b.long - a.long || (a.key < b.key ? -1 : 1))
    .slice(0, mostPieces)
  const scale = largestScale(pieces, frame)
  return lay(pieces, frame, scale)
    .places.map(({ piece, x, y }) => board(piece, x, y, scale, look))
    .join('\n')
}

function pieceOf(part: Part, copy: number): Piece {
  const [, wide = 0, long = 0] = [part.size.x, part.size.y, part.size.z].sort((a, b) => a - b)
  return { part, key: `${part.key}/${copy}`, long, wide }
}

function largestScale(pieces: readonly Piece[], frame: Frame): number {
  const area = pieces.reduce((sum, { long, wide }) => sum + long * wide, 0)
  let scale = Math.sqrt((frame.width * frame.height) / Math.max(1, area))
  while (scale > 0.001 && !lay(pieces, frame, scale).fits) scale *= 0.94
  return scale
}

/** Rows from the top left, the widest pieces first. */
function lay(pieces: readonly Piece[], frame: Frame, scale: number) {
  const places: { piece: Piece; x: number; y: number }[] = []
  let [x, y, row] = [frame.x, frame.y, 0]
  let fits = true
  for (const piece of pieces) {
    const [width, height] = [piece.long * scale, piece.wide * scale]
    if (x > frame.x && x + width > frame.x + frame.width) {
      x = frame.x
      y += row + gap
      row = 0
    }
    fits &&= x + width <= frame.x + frame.width && y + height <= frame.y + frame.height
    places.push({ piece, x, y })
    x += width + gap
    row = Math.max(row, height)
  }
  return { places, fits }
}

function board(
  piece: Piece,
  x: number,
  y: number,
  scale: number,
  look: { paint: (part: Part) => Paint; marks?: 'edges' | 'holes'; seed: string },
): string {
  const [width, height] = [piece.long * scale, piece.wide * scale]
  const { face, edge } = look.paint(piece.part)
  const turn = (chance(look.seed, piece.key, 'turn') - 0.5) * 1.4
  const grain = Array.from({ length: Math.min(6, Math.floor(height / 9)) }, (_, line) => {
    const at = height * chance(look.seed, piece.key, 'grain', String(line))
    return `<path d="M2 ${at}H${width - 2}" stroke="${edge}" stroke-opacity=".28"/>`
  })
  const tape = look.marks === 'edges' && piece.part.edges.length > 0
  const holes = look.marks === 'holes' ? drilled(width, height) : ''
  return [
    `<g transform="translate(${x} ${y}) rotate(${turn} ${width / 2} ${height / 2})">`,
    `<rect x="3" y="4" width="${width}" height="${height}" fill="#000" fill-opacity=".28"/>`,
    `<rect width="${width}" height="${height}" fill="${face}" stroke="${edge}"/>`,
    ...grain,
    tape ? `<rect width="${width}" height="${Math.max(2.5, height * 0.05)}" fill="#e8c33c"/>` : '',
    holes,
    '</g>',
  ].join('')
}

/** Rows of holes near both ends, as a point-to-point machine leaves them. */
function drilled(width: number, height: number): string {
  const inset = Math.min(9, width / 5)
  const count = Math.max(2, Math.min(7, Math.floor(height / 12)))
  const dots: string[] = []
  for (let hole = 0; hole < count; hole += 1) {
    const at = (height * (hole + 0.5)) / count
    dots.push(`<circle cx="${inset}" cy="${at}" r="2"/><circle cx="${width - inset}" cy="${at}" r="2"/>`)
  }
  return `<g fill="#1c1410">${dots.join('')}</g>`
}
