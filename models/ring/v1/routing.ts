import { lightestAssayedMg } from '../../money/hallmark.ts'
import type { Operation, WorkCentreKind } from '../../product/routing.ts'
import { alloyFacts, isPlated } from './alloys.ts'
import type { Measured } from './measured.ts'

/*
 * Seconds by step, from practitioners' ranges: a bed of 10–40 rings prints in 3–6 h and cures in 1–2; sprue, tree and flask 1.5 min a ring; burn-out 12–16 h overnight
 * (preciousmicrotech); pour 5 min a flask, 10–20 min before it is quenched; clip, file and size 10–15 min; tumble 2–8 h; set melee 3–5 min each;
 * polish 15–25 min; rhodium 5; laser 3–8; weigh, size, loupe and photograph 6. An assay takes 2–10 working days.
 */
const hour = 3600
const times = {
  prepare: { setupS: 600, runS: 0 },
  print: { setupS: 1200, runS: 120, lagS: 7 * hour },
  invest: { setupS: 900, runS: 90, lagS: 2 * hour },
  burnOut: { setupS: 600, runS: 0, lagS: 15 * hour },
  cast: { setupS: 1200, runS: 300, lagS: hour / 2 },
  clean: { setupS: 0, runS: 780 },
  headS: 420,
  tumble: { setupS: 600, runS: 0, lagS: 5 * hour },
  set: { setupS: 300, runS: 0, perStoneS: 270 },
  polish: { setupS: 300, runS: 1080 },
  brushS: 180,
  blacken: { setupS: 300, runS: 300 },
  plate: { setupS: 600, runS: 300 },
  engrave: { setupS: 300, runS: 180, perLetterS: 6 },
  hallmark: { setupS: 300, runS: 120, assayS: 7 * 24 * hour },
  check: { setupS: 0, runS: 360 },
  pack: { setupS: 0, runS: 300 },
} as const

/** Whether a ring may have to go to an assay office somewhere; its date is then promised with that. */
export function mayBeAssayed({ chosen, weights }: Pick<Measured, 'chosen' | 'weights'>): boolean {
  const { metal } = alloyFacts(chosen.alloy)
  return metal !== 'bronze' && weights.finishedMg > lightestAssayedMg[metal]
}

type Step = { readonly setupS: number; readonly runS: number; readonly lagS?: number }

/** The ordered operations of one ring; each follows the one before. Flasks share an alloy, beds a resin. */
export function operationsOf(layout: Measured): Operation[] {
  const { chosen, head, seats } = layout
  const { alloy, finish, inscription } = chosen
  const operations: Operation[] = []
  let last: readonly string[] = []
  const step = (key: string, workCentre: WorkCentreKind, batchKey: string, { setupS, runS, lagS = 0 }: Step) => {
    operations.push({ key, workCentre, setupS, runS, lagS, batchKey, after: last })
    last = [key]
  }
  step('prepare', 'office', '', times.prepare)
  step('print', 'wax-printing', 'castable-resin', times.print)
  step('invest', 'jewellery-bench', `flask/${alloy}`, times.invest)
  step('burn-out', 'burn-out', '732', times.burnOut)
  step('cast', 'metal-casting', alloy, times.cast)
  step('clean', 'jewellery-bench', '', {
    ...times.clean,
    runS: times.clean.runS + (head === undefined ? 0 : times.headS),
  })
  step('tumble', 'polishing', 'tumbler', times.tumble)
  if (seats.count > 0) {
    const { setupS, perStoneS } = times.set
    step('set', 'stone-setting', '', { setupS, runS: seats.count * perStoneS })
  }
  const brush = finish === 'brushed' ? times.brushS : 0
  step('polish', 'polishing', '', { ...times.polish, runS: times.polish.runS + brush })
  if (isPlated(alloy)) step('plate', 'polishing', 'rhodium', times.plate)
  if (finish === 'blackened') step('blacken', 'jewellery-bench', 'sulphur', times.blacken)
  if (inscription !== '') {
    const { perLetterS, setupS, runS } = times.engrave
    step('engrave', 'engraving', '', { setupS, runS: runS + Array.from(inscription).length * perLetterS })
  }
  if (alloyFacts(alloy).metal !== 'bronze') {
    const { assayS, ...mark } = times.hallmark
    step('hallmark', 'hallmarking', '', { ...mark, lagS: mayBeAssayed(layout) ? assayS : 0 })
  }
  step('check', 'inspection', '', times.check)
  step('pack', 'packing', '', times.pack)
  return operations
}
