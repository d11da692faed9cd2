/** Kinds of work centre that panel furniture needs (trade facts §1.5). Later crafts add theirs. */
export const workCentreKinds = [
  'office',
  'saw',
  'nesting',
  'edge-banding',
  'drilling',
  'sanding',
  'finishing',
  'assembly',
  'inspection',
  'packing',
  'model-making',
  'mould-making',
  'casting',
  'throwing',
  'fettling',
  'kiln',
  'glazing',
  'wax-printing',
  'burn-out',
  'metal-casting',
  'jewellery-bench',
  'stone-setting',
  'polishing',
  'engraving',
  'hallmarking',
] as const
export type WorkCentreKind = (typeof workCentreKinds)[number]

export const isWorkCentre = (text: string): text is WorkCentreKind => workCentreKinds.some((kind) => kind === text)

/**
 * One step on one kind of work centre. `setupS` and `runS` (seconds) need a machine and a person;
 * `lagS` (seconds of wall time after the run: drying, curing) needs nobody and runs day and night.
 * Operations of one kind sharing a `batchKey` may share a set-up; an empty key shares with none. `after` names the keys that must have ended, lag included.
 * Where not every piece comes out good, `yieldPermille` says how many of a thousand do, and the run is done for as many as are started.
 * `tooling` names what is made once for the whole lot, such as a mould.
 */
export type Operation = {
  readonly key: string
  readonly workCentre: WorkCentreKind
  readonly setupS: number
  readonly runS: number
  readonly lagS: number
  readonly batchKey: string
  readonly after: readonly string[]
  readonly yieldPermille?: number
  readonly tooling?: string
}
