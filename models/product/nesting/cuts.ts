import type { Placed, Room } from './guillotine.ts'

/**
 * One cut of the saw, in the order they are made. A `rip` runs along the sheet's length, a `cross` cut across it. `fenceUm` is what the fence is set to: the
 * width or length of the strip or part that falls off; `blank` is the part that is then at size. Both ends lie in µm from the corner of the trimmed sheet.
 */
export type Cut = {
  readonly kind: 'rip' | 'cross'
  readonly fenceUm: number
  readonly x: number
  readonly y: number
  readonly lengthUm: number
  readonly blank?: number
}

/** The cuts of one sheet: a room is divided, then the part is taken, then the rest beside it, then the rest above. */
export function cutsOf(placed: readonly Placed[]): Cut[] {
  const inRoom = new Map<Room, Placed>(placed.map((one) => [one.room, one]))
  const cuts: Cut[] = []
  const divide = (room: Room | undefined): void => {
    const one = room && inRoom.get(room)
    if (room === undefined || one === undefined) return
    const { blank, lengthUm, widthUm, ripFirst } = one
    const rip = { kind: 'rip', fenceUm: widthUm, x: room.x, y: room.y + widthUm } as const
    const cross = { kind: 'cross', fenceUm: lengthUm, x: room.x + lengthUm, y: room.y } as const
    const rips = widthUm < room.widthUm
    const crosses = lengthUm < room.lengthUm
    if (ripFirst) {
      if (rips) cuts.push({ ...rip, lengthUm: room.lengthUm, ...(!crosses && { blank }) })
      if (crosses) cuts.push({ ...cross, lengthUm: widthUm, blank })
    } else {
      if (crosses) cuts.push({ ...cross, lengthUm: room.widthUm, ...(!rips && { blank }) })
      if (rips) cuts.push({ ...rip, lengthUm, blank })
    }
    divide(one.beside)
    divide(one.above)
  }
  divide(placed[0]?.room)
  return cuts
}
