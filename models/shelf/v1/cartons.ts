import { consignmentMode, type FreightMode, isParcel } from '../../money/freight.ts'
import type { BillLine, Carton, Part } from '../../product/make.ts'
import { fittingMass } from './bill.ts'
import { flats } from './flat.ts'

/** A person lifts at most 25 kg (practice: 25–30 kg a carton); a stack of boards higher than 120 mm no longer lies flat. g, mm. */
const limits = { massG: 25_000, stack: 120 } as const

/** mm that one board may be wider than those under it, else the carton is mostly air. */
const widening = 150

/** Board and corner guards around the stack, mm, and g a m² of carton. */
const wrap = { length: 40, width: 40, height: 30, gramsPerM2: 700 } as const

/** A bag of fittings: mm, at most 12 kg, and g for a mm of its height (steel and die-cast, loosely filled: 1.5 kg a dm³). */
const bag = { length: 300, width: 200, massG: 12_000, gramsPerMm: 90 } as const

type Filling = {
  length: number
  width: number
  stack: number
  massG: number
  contents: { part: string; count: number }[]
}

/** mm² of carton board around a stack: six faces and the flaps, which double the ends. */
function cartonMm2(length: number, width: number, height: number): number {
  return 2 * (length * width + length * height + 2 * width * height)
}

function closed(filling: Filling): Carton {
  const length = filling.length + wrap.length
  const width = filling.width + wrap.width
  const height = filling.stack + wrap.height
  const shell = Math.round((cartonMm2(length, width, height) * wrap.gramsPerM2) / 1_000_000)
  return { length, width, height, massG: filling.massG + shell, contents: filling.contents }
}

/** g of all fittings. */
export function fittingsMass(bill: readonly BillLine[]): number {
  let massG = 0
  for (const line of bill) if (line.unit === 'piece') massG += (fittingMass[line.material] ?? 0) * line.net
  return massG
}

/** Bags of fittings, each into the lightest carton that may still carry it, else into one of its own. */
function addFittings(fillings: Filling[], massG: number): void {
  const bags = Math.max(1, Math.ceil(massG / bag.massG))
  for (let index = 0; index < bags; index += 1) {
    const share = Math.floor(massG / bags) + (index < massG % bags ? 1 : 0)
    const stack = Math.ceil(share / bag.gramsPerMm)
    const content = { part: 'fittings', count: 1 }
    let lightest: Filling | undefined
    for (const filling of fillings) if (lightest === undefined || filling.massG < lightest.massG) lightest = filling
    if (lightest === undefined || lightest.massG + share > limits.massG) {
      fillings.push({ length: bag.length, width: bag.width, stack, massG: share, contents: [content] })
    } else {
      lightest.stack += stack
      lightest.massG += share
      lightest.contents.push(content)
    }
  }
}

/** Boards flat on one another, the longest first, a new carton when the next would be too heavy or the stack too high. */
export function cartonsOf(parts: readonly Part[], bill: readonly BillLine[]): Carton[] {
  const boards = flats(parts)
  boards.sort((a, b) => b.length - a.length || b.width - a.width)
  const fillings: Filling[] = []
  let open: Filling | undefined
  for (const board of boards) {
    let left = board.part.places.length
    if (open !== undefined && board.width > open.width + widening) open = undefined
    while (left > 0) {
      const room = open === undefined ? 0 : Math.floor((limits.stack - open.stack) / board.thickness)
      const carry = open === undefined ? 0 : Math.floor((limits.massG - open.massG) / Math.max(1, board.part.massG))
      let fits = Math.min(left, room, carry)
      if (open === undefined || fits < 1) {
        open = { length: board.length, width: board.width, stack: 0, massG: 0, contents: [] }
        fillings.push(open)
        fits = Math.max(
          1,
          Math.min(
            left,
            Math.floor(limits.stack / board.thickness),
            Math.floor(limits.massG / Math.max(1, board.part.massG)),
          ),
        )
      }
      open.width = Math.max(open.width, board.width)
      open.stack += fits * board.thickness
      open.massG += fits * board.part.massG
      open.contents.push({ part: board.part.key, count: fits })
      left -= fits
    }
  }
  addFittings(fillings, fittingsMass(bill))
  return fillings.map(closed)
}

/** Parcels when there are few and every carton is within the carrier's limits, else two people and a van. */
export function freightOf(cartons: readonly Carton[]): FreightMode {
  const small = cartons.every(({ length, width, height, massG }) => isParcel(length, width, height, massG))
  return consignmentMode(small ? 'parcel' : 'two_man', cartons.length)
}

/** The line of carton board for the bill. */
export function cartonLine(cartons: readonly Carton[]): BillLine {
  let mm2 = 0
  for (const { length, width, height } of cartons) mm2 += cartonMm2(length, width, height)
  const net = Math.ceil(mm2 / 100)
  return { material: 'carton-board', unit: 'm2', net, gross: Math.ceil(net * 1.1) }
}
