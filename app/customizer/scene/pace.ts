/** How frames come: whether the view moves, how many slow frames came in a row, and how coarse a movement may be drawn (pixels a CSS pixel). */
export type Pace = { readonly isMoving: boolean; readonly slow: number; readonly coarse: number | undefined }

export const resting: Pace = { isMoving: false, slow: 0, coarse: undefined }

/** A frame slower than this (s), twice in a row, makes the picture coarser, down to so many pixels a CSS pixel. */
const slowFrame = 0.12
const coarsest = 0.6
/** The next movement begins a little sharper than the last one ended. */
const recovery = 1.2

/** How long a view rests before it is drawn once more, sharp; ms. */
export const restMs = 220

/**
 * What a frame says about the next ones. `seconds` since the frame before, `ratio` the pixels a CSS pixel it was drawn with,
 * `sharp` the most the screen has. Gives the ratio to go on with; after a rest the view is drawn at `sharp` again.
 */
export function paced(
  pace: Pace,
  frame: { readonly moves: boolean; readonly seconds: number; readonly ratio: number; readonly sharp: number },
): Pace & { readonly ratio: number } {
  const { moves, seconds, ratio, sharp } = frame
  if (!moves) return { isMoving: false, slow: 0, coarse: pace.coarse, ratio }
  // After a rest the time since the last frame says nothing of how fast frames are.
  if (!pace.isMoving) {
    const coarse = pace.coarse === undefined ? sharp : pace.coarse * recovery
    return coarse < sharp
      ? { isMoving: true, slow: 0, coarse, ratio: coarse }
      : { isMoving: true, slow: 0, coarse: undefined, ratio }
  }
  const slow = seconds > slowFrame ? pace.slow + 1 : 0
  if (slow < 2 || ratio <= coarsest) return { isMoving: true, slow, coarse: pace.coarse, ratio }
  const coarse = Math.max(coarsest, ratio * 0.7)
  return { isMoving: true, slow: 0, coarse, ratio: coarse }
}
