import { splitChoice } from '../../product/read-lists.ts'
import { type Leaf, leavesOf } from '../v1/doors.ts'
import type { Board } from '../v1/materials.ts'
import type { Frame } from './frame.ts'
import { isPaint, type Paint, paintedBoard } from './materials.ts'
import type { ShelfOptions } from './options.ts'

/** What a front is made of: the shelf's own board and finish, or painted MDF where its cell has a colour. */
export type Skin = { readonly board: Board; readonly finish: string }

export type Door = { readonly leaf: Leaf; readonly skin: Skin }

const none: ReadonlyMap<string, Paint> = new Map()

/** The colour of each cell that has one. */
export function coloursOf({ colours }: ShelfOptions): ReadonlyMap<string, Paint> {
  if (colours.length === 0) return none
  const found = new Map<string, Paint>()
  for (const choice of colours) {
    const [cell, colour] = splitChoice(choice)
    if (isPaint(colour)) found.set(cell, colour)
  }
  return found
}

/** What the front of a cell is made of. */
export function skinOf({ board, chosen }: Frame, colour: Paint | undefined): Skin {
  if (colour === undefined) return { board, finish: chosen.finish }
  return { board: paintedBoard(chosen.material, board), finish: colour }
}

/** g of one front. */
export function frontMass({ thickness, density }: Board, width: number, height: number): number {
  return Math.round((width * height * thickness * density) / 1_000_000)
}

/** Every leaf, hung as in version 1, with what it is made of. */
export function doorsOf(frame: Frame, colours: ReadonlyMap<string, Paint>): Door[] {
  const own = skinOf(frame, undefined)
  return leavesOf(frame).map((leaf) => {
    const colour = colours.get(leaf.cell)
    return { leaf, skin: colour === undefined ? own : skinOf(frame, colour) }
  })
}
