import { seeded } from '../sample.ts'
import { type Blank, choices, cutFrom, type Placed, type Room, splits } from './guillotine.ts'
import { lowerBound } from './lower-bound.ts'
import { keptOffcut, type SheetFormat, sawKerfUm } from './sheet-stock.ts'

/** Sheets of one format with what is cut from each, in µm from the corner of the trimmed sheet. */
export type Nest = {
  readonly format: SheetFormat
  readonly kerfUm: number
  readonly usable: { readonly lengthUm: number; readonly widthUm: number }
  readonly sheets: readonly { readonly placed: readonly Placed[]; readonly offcuts: readonly Room[] }[]
}

/** Orders of blanks that are tried, largest first by what each compares. */
const orders: readonly ((a: Blank, b: Blank) => number)[] = [
  (a, b) => b.lengthUm * b.widthUm - a.lengthUm * a.widthUm,
  (a, b) => b.widthUm - a.widthUm || b.lengthUm - a.lengthUm,
  (a, b) => b.lengthUm - a.lengthUm || b.widthUm - a.widthUm,
  (a, b) => Math.max(b.lengthUm, b.widthUm) - Math.max(a.lengthUm, a.widthUm),
]

/** Further orders, shaken by up to a third, while there are more sheets than any way needs; fewer for many blanks, so that no nest takes long. */
const shaken = { runs: 300, blanks: 12_000, least: 0.02, most: 0.3 } as const

/** Rooms left uncut that are large enough for stock. */
export function offcutsOf(placed: readonly Placed[]): Room[] {
  const used = new Set(placed.map(({ room }) => room))
  const left: Room[] = []
  for (const { beside, above } of placed) {
    for (const room of [beside, above]) {
      if (room === undefined || used.has(room)) continue
      const shorter = Math.min(room.lengthUm, room.widthUm)
      const longer = Math.max(room.lengthUm, room.widthUm)
      if (shorter >= keptOffcut.shorter * 1000 && longer >= keptOffcut.longer * 1000) left.push(room)
    }
  }
  return left
}

type Found = { readonly sheets: readonly Placed[][]; readonly kept: number; readonly cuts: number }

function judged(sheets: readonly Placed[][]): Found {
  let kept = 0
  let cuts = 0
  for (const placed of sheets) {
    for (const { lengthUm, widthUm } of offcutsOf(placed)) kept = Math.max(kept, lengthUm * widthUm)
    for (const { beside, above } of placed) cuts += (beside === undefined ? 0 : 1) + (above === undefined ? 0 : 1)
  }
  return { sheets, kept, cuts }
}

/** Fewer sheets, then the larger offcut, then fewer cuts. */
const isBetter = (a: Found, b: Found): boolean =>
  a.sheets.length - b.sheets.length < 0 ||
  (a.sheets.length === b.sheets.length && (a.kept > b.kept || (a.kept === b.kept && a.cuts < b.cuts)))

function bestCutting(blanks: readonly Blank[], usable: Nest['usable'], kerf: number): readonly Placed[][] {
  const indexes = blanks.map((_, index) => index)
  const at = (index: number): Blank => blanks[index] ?? { lengthUm: 0, widthUm: 0, turns: false }
  let best: Found | undefined
  const attempt = (order: readonly number[], choice: number, split: number) => {
    const choose = choices[choice] ?? 'least-width'
    const found = judged(cutFrom(blanks, order, usable, kerf, { choose, split: splits[split] ?? 'rip' }))
    if (best === undefined || isBetter(found, best)) best = found
  }
  for (const compare of orders) {
    const order = [...indexes].sort((a, b) => compare(at(a), at(b)))
    for (let choice = 0; choice < choices.length; choice += 1) {
      for (let split = 0; split < splits.length; split += 1) attempt(order, choice, split)
    }
  }
  const least = lowerBound(blanks, usable, kerf)
  const random = seeded(blanks.length)
  const runs = Math.min(shaken.runs, Math.floor(shaken.blanks / blanks.length))
  for (let run = 0; run < runs && (best?.sheets.length ?? 0) > least; run += 1) {
    const compare = orders[run % orders.length]
    const force = shaken.least + (shaken.most - shaken.least) * random()
    const shakenBlanks = blanks.map(({ lengthUm, widthUm, turns }) => ({
      lengthUm: lengthUm * (1 + force * random()),
      widthUm: widthUm * (1 + (run % 2) * force * random()),
      turns,
    }))
    const order = [...indexes].sort((a, b) => {
      const [one, other] = [shakenBlanks[a], shakenBlanks[b]]
      return one === undefined || other === undefined || compare === undefined ? 0 : compare(one, other)
    })
    attempt(order, Math.floor(random() * choices.length), Math.floor(random() * splits.length))
  }
  return best?.sheets ?? []
}

const usableOf = ({ length, width, trim }: SheetFormat): Nest['usable'] => ({
  lengthUm: (length - 2 * trim) * 1000,
  widthUm: (width - 2 * trim) * 1000,
})

const fits = ({ lengthUm, widthUm, turns }: Blank, usable: Nest['usable']): boolean =>
  (lengthUm <= usable.lengthUm && widthUm <= usable.widthUm) ||
  (turns && widthUm <= usable.lengthUm && lengthUm <= usable.widthUm)

/**
 * Nests blanks of one material on the format that takes least board in all; the earlier of two equal ones. The same blanks give the same nest.
 * @throws RangeError when a blank is larger than every format.
 */
export function nest(blanks: readonly Blank[], formats: readonly SheetFormat[], kerfUm: number = sawKerfUm): Nest {
  let best: Nest | undefined
  let least = Number.POSITIVE_INFINITY
  for (const format of formats) {
    const usable = usableOf(format)
    if (!blanks.every((blank) => fits(blank, usable))) continue
    const sheets = bestCutting(blanks, usable, kerfUm)
    const area = sheets.length * format.length * format.width
    if (area >= least) continue
    least = area
    best = { format, kerfUm, usable, sheets: sheets.map((placed) => ({ placed, offcuts: offcutsOf(placed) })) }
  }
  if (best === undefined) throw new RangeError('a part is larger than every sheet it could be cut from')
  return best
}
