/** What is to be cut, µm. `turns` when no grain keeps its length along the sheet. */
export type Blank = { readonly lengthUm: number; readonly widthUm: number; readonly turns: boolean }

/** A rectangle of a sheet, µm: `x` and `lengthUm` run along the sheet's length, from the corner of the trimmed sheet. */
export type Room = { readonly x: number; readonly y: number; readonly lengthUm: number; readonly widthUm: number }

/**
 * One blank cut from the corner of a room, and what is left: `beside` along the length, `above` along the width, each undefined when the saw takes it all.
 * `ripFirst` tells that the first cut runs along the length.
 */
export type Placed = {
  readonly blank: number
  readonly turned: boolean
  readonly room: Room
  readonly lengthUm: number
  readonly widthUm: number
  readonly ripFirst: boolean
  readonly beside: Room | undefined
  readonly above: Room | undefined
}

/** How one run decides: which room a blank goes to, and in which direction the room is cut first. */
export type Habit = {
  readonly choose: (typeof choices)[number]
  readonly split: (typeof splits)[number]
}

export const choices = ['least-area', 'least-side', 'least-width', 'first-sheet'] as const
export const splits = ['rip', 'shorter-rest', 'larger-offcut', 'cross'] as const

type Open = { readonly room: Room; readonly sheet: number }

/** How badly a blank of `length` × `width` suits a room: the least is taken. */
function misfit({ room, sheet }: Open, length: number, width: number, choose: Habit['choose']): number {
  const restLength = room.lengthUm - length
  const restWidth = room.widthUm - width
  switch (choose) {
    case 'least-area':
      return room.lengthUm * room.widthUm - length * width
    case 'least-side':
      return Math.min(restLength, restWidth)
    case 'least-width':
      return restWidth * 1e7 + restLength
    case 'first-sheet':
      return sheet * 1e14 + restWidth * 1e7 + restLength
  }
}

function ripsFirst(room: Room, length: number, width: number, kerf: number, split: Habit['split']): boolean {
  const restLength = room.lengthUm - length - kerf
  const restWidth = room.widthUm - width - kerf
  switch (split) {
    case 'rip':
      return true
    case 'cross':
      return false
    case 'shorter-rest':
      return restLength < restWidth
    case 'larger-offcut':
      return (
        Math.max(restLength * width, restWidth * room.lengthUm) >=
        Math.max(restWidth * length, restLength * room.widthUm)
      )
  }
}

const roomOf = (x: number, y: number, lengthUm: number, widthUm: number): Room | undefined =>
  lengthUm > 0 && widthUm > 0 ? { x, y, lengthUm, widthUm } : undefined

/** The blank at the corner of `room`, cut out by two cuts from edge to edge. */
function cutOut(
  room: Room,
  blank: number,
  turned: boolean,
  length: number,
  width: number,
  kerf: number,
  rip: boolean,
): Placed {
  const restLength = room.lengthUm - length - kerf
  const restWidth = room.widthUm - width - kerf
  return {
    blank,
    turned,
    room,
    lengthUm: length,
    widthUm: width,
    ripFirst: rip,
    beside: roomOf(room.x + length + kerf, room.y, restLength, rip ? width : room.widthUm),
    above: roomOf(room.x, room.y + width + kerf, rip ? room.lengthUm : length, restWidth),
  }
}

/**
 * Cuts `blanks` in the order given from as many sheets of one usable size as that takes. Every cut goes from edge to edge of the piece it divides, as on a
 * panel saw, and takes `kerf` µm. Each sheet's pieces stand in the order they are found; the first of a sheet has the whole sheet as its room.
 */
export function cutFrom(
  blanks: readonly Blank[],
  order: readonly number[],
  sheet: { readonly lengthUm: number; readonly widthUm: number },
  kerf: number,
  habit: Habit,
): Placed[][] {
  const open: Open[] = []
  const sheets: Placed[][] = []
  const whole: Room = { x: 0, y: 0, ...sheet }
  for (const index of order) {
    const blank = blanks[index]
    if (blank === undefined) continue
    let best: { at: number; turned: boolean; length: number; width: number } | undefined
    let least = Number.POSITIVE_INFINITY
    const consider = (at: number, candidate: Open) => {
      for (const turned of blank.turns ? [false, true] : [false]) {
        const length = turned ? blank.widthUm : blank.lengthUm
        const width = turned ? blank.lengthUm : blank.widthUm
        if (length > candidate.room.lengthUm || width > candidate.room.widthUm) continue
        const bad = misfit(candidate, length, width, habit.choose)
        if (bad >= least) continue
        least = bad
        best = { at, turned, length, width }
      }
    }
    for (const [at, candidate] of open.entries()) consider(at, candidate)
    if (best === undefined) {
      const fresh = { room: whole, sheet: sheets.length }
      sheets.push([])
      open.push(fresh)
      consider(open.length - 1, fresh)
    }
    if (best === undefined) throw new RangeError(`larger than a sheet: ${blank.lengthUm} × ${blank.widthUm} µm`)
    const taken = open.splice(best.at, 1)[0]
    if (taken === undefined) continue
    const { turned, length, width } = best
    const rip = ripsFirst(taken.room, length, width, kerf, habit.split)
    const placed = cutOut(taken.room, index, turned, length, width, kerf, rip)
    sheets[taken.sheet]?.push(placed)
    for (const room of [placed.beside, placed.above]) if (room !== undefined) open.push({ room, sheet: taken.sheet })
  }
  return sheets
}
