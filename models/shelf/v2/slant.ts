/** The skirting board that a slanted rear stands over, mm. */
export const skirting = { thickness: 15, height: 100 } as const

/**
 * How far the outer sides stand off the wall at their foot, mm, and with them the whole back. A slant is one straight cut through the whole
 * length of a side, which every sliding table saw makes; a notch around the skirting board needs two cuts that stop in a corner, which a saw
 * blade overruns. So the rear edge of the outer sides runs from the foot to the wall at the top of the lowest body, and all behind stays square.
 */
export const rearInset = 20

/** Where the top of the lowest body must be, mm above the floor, so that the slant still clears the skirting board at its upper edge. */
export function leastSlantTop(foot: number): number {
  return Math.ceil((skirting.height * rearInset - skirting.thickness * foot) / (rearInset - skirting.thickness))
}
