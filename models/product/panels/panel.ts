import type { Axis, EdgeBand, Make, Part, Place, Vector } from '../make.ts'
import type { Solid } from '../solids.ts'

/**
 * One copy of a board, lying down as it is sawn and drilled. `number` counts all boards of a make from 1, `copy` those of one part.
 * `along` is the product's axis its grain follows, else its longest; `across` the other one of its face, `through` that of its thickness.
 * Finished sizes in mm, cut sizes (less the bands) in µm.
 */
export type Panel = {
  readonly part: Part
  readonly place: Place
  readonly number: number
  readonly copy: number
  readonly along: Axis
  readonly across: Axis
  readonly through: Axis
  readonly length: number
  readonly width: number
  readonly thickness: number
  readonly cutLengthUm: number
  readonly cutWidthUm: number
  readonly solid: Solid
}

const axes = ['x', 'y', 'z'] as const

export const bandAxis = { left: 'x', right: 'x', top: 'y', bottom: 'y', front: 'z', back: 'z' } as const
const atHighEnd: ReadonlySet<EdgeBand['side']> = new Set(['right', 'top', 'front'])

/** Whether a band lies on the end of greater or of lesser coordinate. */
export const bandEnd = (side: EdgeBand['side']): 'low' | 'high' => (atHighEnd.has(side) ? 'high' : 'low')

const bandedUm = (part: Part, axis: Axis): number => {
  let sum = 0
  for (const edge of part.edges) if (bandAxis[edge.side] === axis) sum += edge.thicknessUm
  return sum
}

function frameOf({ size, grain }: Part): Pick<Panel, 'along' | 'across' | 'through'> {
  const [through = 'x', shorter = 'y', longer = 'z'] = [...axes].sort((a, b) => size[a] - size[b])
  return grain === shorter ? { along: shorter, across: longer, through } : { along: longer, across: shorter, through }
}

const corner = ({ at }: Place, size: Vector): Vector => ({ x: at.x + size.x, y: at.y + size.y, z: at.z + size.z })

/** Ids of what is bought by the square metre: boards, whereas runners and feet come by the piece. */
export function boardMaterials({ materials }: Pick<Make, 'materials'>): ReadonlySet<string> {
  return new Set(materials.flatMap(({ material, unit }) => (unit === 'm2' ? [material] : [])))
}

/** Every copy of every board of a make; what is bought in, such as feet and runners, is left out. */
export function panelsOf(make: Pick<Make, 'parts' | 'materials'>): readonly Panel[] {
  const panels: Panel[] = []
  const boards = boardMaterials(make)
  for (const part of make.parts) {
    if (part.shape !== 'box' || !boards.has(part.material)) continue
    const frame = frameOf(part)
    const { size } = part
    const [length, width, thickness] = [size[frame.along], size[frame.across], size[frame.through]]
    for (const [index, place] of part.places.entries()) {
      panels.push({
        part,
        place,
        number: panels.length + 1,
        copy: index + 1,
        ...frame,
        length,
        width,
        thickness,
        cutLengthUm: length * 1000 - bandedUm(part, frame.along),
        cutWidthUm: width * 1000 - bandedUm(part, frame.across),
        solid: { part: part.key, from: place.at, to: corner(place, size) },
      })
    }
  }
  return panels
}
