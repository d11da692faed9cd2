import { doorGap } from '../v1/leaf-size.ts'
import { backBoard } from '../v1/materials.ts'
import { loadClasses } from '../v1/sag.ts'
import { type Cell, cellIn } from './cells.ts'
import { type Frame, insideFrom } from './frame.ts'
import { frontMass, type Skin, skinOf } from './fronts.ts'
import { drawerBoard, type Paint } from './materials.ts'

/**
 * Side-mounted ball-bearing runners with full extension: nominal lengths, 45 mm high, 12.7 mm and a little air on each side of the box, and what
 * a pair carries (Accuride and Hettich make them for 30 and 45 kg). mm, kg.
 */
export const runners = {
  lengths: [250, 300, 350, 400, 450, 500, 550],
  loads: [30, 45],
  height: 45,
  width: 13,
  gramsPerMm: { 30: 1.3, 45: 1.5 },
} as const

export type RunnerLength = (typeof runners.lengths)[number]
export type RunnerLoad = (typeof runners.loads)[number]

/** A pair of runners as it stands on rate cards. */
export const runnerId = (length: number, load: RunnerLoad): string => `runner-${length}-${load}`

/** What must stay free, mm: over the front for fingers (there is no handle), under and over the box, behind it. */
export const drawerAir = { grip: 25, under: 12, over: 10, behind: 2 } as const

/**
 * Sizes a drawer may have, mm: the clear width it needs, the widest that does not rack (twice its runner, and 900), the lowest side that takes a
 * runner and its screws, the highest front that is still pulled straight. Practitioners' figures.
 */
export const drawerLimits = { clearWidth: 200, width: 900, perRunner: 2, side: 70, front: 400 } as const

export type Drawer = {
  readonly at: Cell
  readonly skin: Skin
  readonly front: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** height of the sides of its box, which stand on the bottom */
  readonly side: number
  /** the longest runner behind its front; undefined where the depth takes none */
  readonly runner: RunnerLength | undefined
  /** undefined where there is no room for one, which a rule refuses */
  readonly box: DrawerBox | undefined
  /** g of box, front and what the load class puts in */
  readonly loadedG: number
}

/** Outside of the box: its left lower corner and width, and the runners it hangs on. */
export type DrawerBox = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly length: RunnerLength
  readonly load: RunnerLoad
}

/** The longest runner behind a front of this thickness; undefined where none is short enough. */
function longestRunner(frame: Frame, frontThickness: number): RunnerLength | undefined {
  const room = frame.chosen.depth - frontThickness - insideFrom(frame) - drawerAir.behind
  let found: RunnerLength | undefined
  for (const length of runners.lengths) if (length <= room) found = length
  return found
}

/** g of the boards of one box: sides and ends of its plywood, on a bottom of the back's board. */
function boxMass(width: number, side: number, length: number): number {
  const t = drawerBoard.thickness
  const upright = 2 * t * side * (length + width - 2 * t) * drawerBoard.density
  return Math.round((upright + width * length * backBoard.thickness * backBoard.density) / 1_000_000)
}

/** The drawer of one cell. Its front stands 3 mm from the boards beside and under it, and leaves the grip above. */
function drawerIn(frame: Frame, at: Cell, skin: Skin, runner: RunnerLength | undefined): Drawer {
  const front = {
    x: at.x + doorGap,
    y: at.y + doorGap,
    width: at.width - 2 * doorGap,
    height: at.height - doorGap - drawerAir.grip,
  }
  const side = front.height + doorGap - drawerAir.over - drawerAir.under - backBoard.thickness
  const width = at.width - 2 * runners.width
  const frontG = frontMass(skin.board, front.width, front.height)
  const clear = 2 * drawerBoard.thickness
  if (runner === undefined || width <= clear || side < 1) {
    return { at, skin, front, side, runner, box: undefined, loadedG: frontG }
  }
  const heldG = ((width - clear) * (runner - clear) * loadClasses[frame.chosen.load]) / 10
  const loadedG = frontG + boxMass(width, side, runner) + Math.round(heldG)
  const load = loadedG <= runners.loads[0] * 1000 ? runners.loads[0] : runners.loads[1]
  const box = { x: at.x + runners.width, y: at.y + drawerAir.under, width, length: runner, load }
  return { at, skin, front, side, runner, box, loadedG }
}

const none: readonly Drawer[] = []

/** Every drawer of the cells that exist. */
export function drawersOf(frame: Frame, colours: ReadonlyMap<string, Paint>): readonly Drawer[] {
  const { drawers } = frame.chosen
  if (drawers.length === 0) return none
  const own = skinOf(frame, undefined)
  const ownRunner = longestRunner(frame, own.board.thickness)
  const all: Drawer[] = []
  for (const cell of drawers) {
    const at = cellIn(frame, cell)
    if (at === undefined) continue
    const colour = colours.get(cell)
    const skin = colour === undefined ? own : skinOf(frame, colour)
    all.push(drawerIn(frame, at, skin, colour === undefined ? ownRunner : longestRunner(frame, skin.board.thickness)))
  }
  return all
}
