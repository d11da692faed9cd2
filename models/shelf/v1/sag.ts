import type { Board } from './materials.ts'
import type { Load } from './options.ts'

/** Load classes, kg on a dm² of shelf: EN 14749 and EN 16122 domestic 0.65; mixed use 1.0; EN 16121 storage 1.5 (books, 45 kg/m at 300 mm depth). */
export const loadClasses: Readonly<Record<Load, number>> = { decor: 0.65, mixed: 1, books: 1.5 }

/** The lasting sag that may be reached over the years: a two-hundredth of the span, the common final limit. */
export const finalLimit = 200

const gravity = 9.81

/** Load and own weight, N on a mm² of shelf. */
function pressure(board: Board, load: Load): number {
  return (loadClasses[load] / 10_000 + board.density * 1e-9 * board.thickness) * gravity
}

/**
 * Sag in mid-span of a new shelf, mm: 5·w·L⁴ / (384·E·I) with I = b·t³/12, simply supported, as cam and dowel ends count. The depth cancels.
 * Source: beam theory; the Sagulator computes the same.
 */
export function initialSag(board: Board, load: Load, span: number): number {
  const inertia = board.thickness ** 3 / 12
  return (5 * pressure(board, load) * span ** 4) / (384 * board.stiffness * inertia)
}

/** Sag after years under the load, mm. */
export function finalSag(board: Board, load: Load, span: number): number {
  return initialSag(board, load, span) * board.creep
}

/** Longest span, mm, that ends within `limit` (span/limit) when the sag is multiplied by `creep`. */
export function longestSpan(board: Board, load: Load, limit: number = finalLimit, creep: number = board.creep): number {
  return Math.floor(
    Math.cbrt((384 * board.stiffness * board.thickness ** 3) / (12 * 5 * pressure(board, load) * creep * limit)),
  )
}
