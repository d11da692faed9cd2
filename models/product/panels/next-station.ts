import type { Operation, WorkCentreKind } from '../routing.ts'
import type { Workpiece } from './workpiece.ts'

/** Boards thinner than this come with their surface and get no coat: backs, drawer boxes. mm */
const coatedFrom = 15

/** Whether a workpiece stops at an operation once it is cut. Screw holes of a back are drilled on the bench. */
function stopsAt(
  { panel, bands, holes, edgeHoles, engraved, slant }: Workpiece,
  { workCentre, batchKey }: Operation,
): boolean {
  switch (workCentre) {
    case 'office':
    case 'model-making':
    case 'mould-making':
    case 'casting':
    case 'throwing':
    case 'fettling':
    case 'kiln':
    case 'glazing':
    case 'wax-printing':
    case 'burn-out':
    case 'metal-casting':
    case 'jewellery-bench':
    case 'stone-setting':
    case 'polishing':
    case 'engraving':
    case 'hallmarking':
      return false
    case 'saw':
      // Sheets are sawn by their material; what has no such key is the slant.
      return slant !== undefined && batchKey === ''
    case 'edge-banding':
      return Object.values(bands).some((band) => band !== undefined)
    case 'drilling':
      return edgeHoles.length > 0 || holes.some(({ use }) => use !== 'back-screw')
    case 'nesting':
      return engraved !== undefined
    case 'sanding':
    case 'finishing':
      return panel.thickness >= coatedFrom
    case 'assembly':
    case 'inspection':
    case 'packing':
      return true
  }
}

/** Where a workpiece goes from the saw. */
export function nextStation(workpiece: Workpiece, operations: readonly Operation[]): WorkCentreKind | undefined {
  return operations.find((operation) => stopsAt(workpiece, operation))?.workCentre
}
