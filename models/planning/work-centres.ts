import type { WorkCentreKind } from '../product/routing.ts'

/**
 * Whether a kind of work centre is a machine, which then needs a person beside it, or a bench, where a person is enough.
 * A new kind does not compile until it is told apart here.
 */
const nature: Readonly<Record<WorkCentreKind, 'machine' | 'bench'>> = {
  office: 'bench',
  saw: 'machine',
  nesting: 'machine',
  'edge-banding': 'machine',
  drilling: 'machine',
  sanding: 'machine',
  finishing: 'machine',
  assembly: 'bench',
  inspection: 'bench',
  packing: 'bench',
  'model-making': 'machine',
  'mould-making': 'bench',
  casting: 'bench',
  throwing: 'machine',
  fettling: 'bench',
  kiln: 'machine',
  glazing: 'bench',
  'wax-printing': 'machine',
  'burn-out': 'machine',
  'metal-casting': 'machine',
  'jewellery-bench': 'bench',
  'stone-setting': 'bench',
  polishing: 'machine',
  engraving: 'machine',
  hallmarking: 'bench',
}

export function needsMachine(kind: WorkCentreKind): boolean {
  return nature[kind] === 'machine'
}
