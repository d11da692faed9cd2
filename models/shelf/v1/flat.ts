import type { Part } from '../../product/make.ts'

/** A board lying down: mm, `length` ≥ `width` ≥ `thickness`. */
export type Flat = { readonly part: Part; readonly length: number; readonly width: number; readonly thickness: number }

/** The boards among parts, lying down; what is bought in, such as feet, is left out. */
export function flats(parts: readonly Part[]): Flat[] {
  const boards: Flat[] = []
  for (const part of parts) {
    if (part.shape !== 'box') continue
    const { x, y, z } = part.size
    const thickness = Math.min(x, y, z)
    const length = Math.max(x, y, z)
    boards.push({ part, length, width: x + y + z - thickness - length, thickness })
  }
  return boards
}
