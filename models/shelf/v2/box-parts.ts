import type { Axis, EdgeBand, Place } from '../../product/make.ts'
import { backBoard } from '../v1/materials.ts'
import { type Drawer, type RunnerLoad, runnerId, runners } from './drawers.ts'
import type { Frame } from './frame.ts'
import type { Gathering, Growing } from './gathering.ts'
import { drawerBoard } from './materials.ts'
import { backFinish } from './surfaces.ts'

const noBands: readonly EdgeBand[] = []

/** Copies of one board of a box, or of one of its runners. */
function board(
  all: Gathering,
  kind: string,
  of: Stock,
  grain: Axis | 'none',
  x: number,
  y: number,
  z: number,
): Place[] {
  const { material, finish, gramsPerMm3 } = of
  const known = all.copies(kind, x, y, z, finish, material)
  if (known !== undefined) return known
  const massG = Math.round(x * y * z * gramsPerMm3)
  const key = all.nextKey(kind)
  const part: Growing = {
    key,
    kind,
    shape: 'box',
    size: { x, y, z },
    material,
    finish,
    grain,
    edges: noBands,
    massG,
    places: [],
  }
  return all.begin(part, material)
}

/** What a piece of the box is cut or taken from. */
type Stock = { readonly material: string; readonly finish: string; readonly gramsPerMm3: number }

const ply: Stock = { material: drawerBoard.id, finish: 'clear-lacquer', gramsPerMm3: drawerBoard.density / 1_000_000 }

const bottomStock = (finish: string): Stock => ({
  material: backBoard.id,
  finish,
  gramsPerMm3: backBoard.density / 1_000_000,
})

const steel = (length: number, load: RunnerLoad): Stock => ({
  material: runnerId(length, load),
  finish: 'steel',
  gramsPerMm3: runners.gramsPerMm[load] / (runners.width * runners.height),
})

/**
 * The box behind the front of a drawer and its two runners. Ends stand between the sides, all four on a bottom that is glued and screwed on from
 * below; boards come lacquered, and the box is screwed to the front.
 */
export function boxParts(frame: Frame, all: Gathering, { at: { body, cell }, skin, side, box }: Drawer): void {
  if (box === undefined) return
  const { x, y, width, length, load } = box
  const t = drawerBoard.thickness
  const floor = y + backBoard.thickness
  const front = frame.chosen.depth - skin.board.thickness
  const z = front - length

  const sides = board(all, 'drawer-side', ply, 'z', t, side, length)
  sides.push({ at: { x, y: floor, z }, body, cell }, { at: { x: x + width - t, y: floor, z }, body, cell })
  const ends = board(all, 'drawer-end', ply, 'x', width - 2 * t, side, t)
  ends.push({ at: { x: x + t, y: floor, z }, body, cell }, { at: { x: x + t, y: floor, z: front - t }, body, cell })
  const floorStock = bottomStock(backFinish[frame.chosen.finish])
  const bottoms = board(all, 'drawer-bottom', floorStock, 'none', width, backBoard.thickness, length)
  bottoms.push({ at: { x, y, z }, body, cell })

  const level = floor + Math.floor((side - runners.height) / 2)
  const rails = board(all, 'runner', steel(length, load), 'none', runners.width, runners.height, length)
  rails.push(
    { at: { x: x - runners.width, y: level, z }, body, cell },
    { at: { x: x + width, y: level, z }, body, cell },
  )
}
