import { rims, type Workpiece } from '../panels/workpiece.ts'
import { csv } from './csv.ts'

const head = [
  'mark',
  'part',
  'count',
  'length_mm',
  'width_mm',
  'thickness_mm',
  'face',
  'use',
  'along_length_mm',
  'along_width_mm',
  'below_upper_face_mm',
  'diameter_mm',
  'depth_mm',
  'through',
]

/** Workpieces by mark, the first of each with how many are alike. */
export function alike(workpieces: readonly Workpiece[]): { workpiece: Workpiece; count: number }[] {
  const byMark = new Map<string, { workpiece: Workpiece; count: number }>()
  for (const workpiece of workpieces) {
    const known = byMark.get(workpiece.mark)
    if (known === undefined) byMark.set(workpiece.mark, { workpiece, count: 1 })
    else known.count += 1
  }
  return [...byMark.values()]
}

/** Every hole of every kind of workpiece, measured on the finished panel from its corner of start and near, seen with the upper face up. */
export function drillingTable(workpieces: readonly Workpiece[]): string {
  const rows = alike(workpieces).flatMap(({ workpiece, count }) => {
    const { panel, mark, holes, edgeHoles } = workpiece
    const { length, width, thickness } = panel
    const piece = [mark, panel.part.key, count, length, width, thickness]
    const inFaces = holes.map((hole) => {
      const below = hole.side === 'up' ? 0 : thickness
      const through = hole.through ? 'yes' : 'no'
      return [...piece, hole.side, hole.use, hole.u, hole.v, below, hole.diameter, hole.depth, through]
    })
    const inEdges = rims.flatMap((rim) =>
      edgeHoles
        .filter((hole) => hole.rim === rim)
        .map(({ use, along, under, diameter, depth }) => {
          const u = { start: 0, end: length, near: along, far: along }[rim]
          const v = { start: along, end: along, near: 0, far: width }[rim]
          return [...piece, rim, use, u, v, under, diameter, depth, 'no']
        }),
    )
    return [...inFaces, ...inEdges]
  })
  return csv(head, rows)
}
