import type { FaceHole } from '../panels/workpiece.ts'
import type { DxfEntity, DxfLayer } from './dxf.ts'

/*
 * The layers agreed with workshops (docs/guides/machine-files.md). Diameter D and depth T are whole millimetres; a name ends with what the tool does there.
 */

/** The untrimmed sheet, the line its trim is cut to, and what is left of it for stock. */
export const sheetLayer = 'SHEET'
export const trimLayer = 'TRIM'
export const offcutLayer = 'OFFCUT'
/** Names, sizes and grain, for people. */
export const labelLayer = 'LABEL'

/** The outline, cut through a board of that thickness. */
export const cutLayer = (thickness: number): string => `CUT_T${thickness}`

/** A straight cut at a slant, through a board of that thickness, once the part is cut out. */
export const slantLayer = (thickness: number): string => `SLANT_T${thickness}`

const depthOf = ({ depth, through }: FaceHole): string => (through ? 'THROUGH' : `T${depth}`)

/** A hole drilled from above, or from the side that lies underneath. */
export const drillLayer = (hole: FaceHole): string =>
  `${hole.side === 'up' ? 'DRILL' : 'UNDER'}_D${hole.diameter}_${depthOf(hole)}`

/** A hole drilled into an edge: its line runs from the edge inwards. */
export const edgeLayer = (diameter: number, depth: number): string => `EDGE_D${diameter}_T${depth}`

/** Letters cut 1 mm deep. */
export const engraveLayer = (side: 'up' | 'under'): string => (side === 'up' ? 'ENGRAVE_T1' : 'UNDER_ENGRAVE_T1')

/** An edge that gets a band, drawn inside the outline. */
export const bandLayer = 'BAND'

const colours: readonly (readonly [string, number])[] = [
  ['CUT', 1],
  ['SLANT', 1],
  ['DRILL', 5],
  ['UNDER', 6],
  ['EDGE', 3],
  ['BAND', 30],
  ['ENGRAVE', 4],
  ['TRIM', 9],
  ['OFFCUT', 8],
]

const colourOf = (name: string): number => colours.find(([start]) => name.startsWith(start))?.[1] ?? 7

/** The layers that entities lie on, in order of their names. */
export function layersOf(entities: readonly DxfEntity[]): DxfLayer[] {
  const names = [...new Set(entities.map(({ layer }) => layer))].sort()
  return names.map((name) => ({ name, colour: colourOf(name) }))
}
