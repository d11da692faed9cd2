import { type Board, bandOf, boards, type Material } from '../v1/materials.ts'

/** Colours that a front may have of its own, whatever the shelf is made of. */
export const paints = ['paint-white', 'paint-sage', 'paint-ink', 'paint-ochre'] as const
export type Paint = (typeof paints)[number]

export const isPaint = (text: string): text is Paint => paints.some((paint) => paint === text)

export const edges = ['square', 'eased', 'bevel'] as const
export type Edge = (typeof edges)[number]

/** How wide an arris is worked, mm: rounded by 2, or bevelled at 45° by 3 (router cutters of every workshop). */
export const arrisMm: Readonly<Record<Exclude<Edge, 'square'>, number>> = { eased: 2, bevel: 3 }

/**
 * Edges each material takes. Plywood and MDF are solid through, so any cutter leaves a clean arris. Melamine is chipboard under its decor:
 * its edge is rounded within a 2 mm band, and a bevel would cut through to the chips. A veneer edge of 0.6 mm stands no cutter (practitioners).
 */
export const edgesOf: Readonly<Record<Material, readonly Edge[]>> = {
  birch: ['square', 'eased', 'bevel'],
  oak: ['square'],
  melamine: ['square', 'eased'],
  mdf: ['square', 'eased', 'bevel'],
}

/** The band on visible edges: as in version 1, but 2 mm ABS where melamine is eased, since the radius lies within the band. */
export function bandFor(
  material: Material,
  edge: Edge,
): { readonly id: string; readonly thicknessUm: number } | undefined {
  return material === 'melamine' && edge === 'eased' ? { id: 'edge-abs-2', thicknessUm: 2000 } : bandOf[material]
}

/** Drawer boxes: birch plywood bought lacquered, 12 mm (Finnish Plywood Handbook; usual for boxes on side runners). */
export const drawerBoard: Board = {
  ...boards.birch.standard,
  id: 'birch-ply-12',
  thickness: 12,
}

/** Painted fronts are MDF: of the shelf's own board where that is MDF, else 19 mm. */
export function paintedBoard(material: Material, board: Board): Board {
  return material === 'mdf' ? board : boards.mdf.standard
}
