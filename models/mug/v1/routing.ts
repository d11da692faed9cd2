import type { Operation, WorkCentreKind } from '../../product/routing.ts'
import { yieldPermille } from './bill.ts'
import { firedApart } from './glazes.ts'
import type { Layout } from './layout.ts'

/*
 * Seconds by step, from practitioners' ranges: master print 20 min of work and 3–6 h of machine; mould of three parts 45–60 min, plaster dries 48–96 h at 40 °C; cast, drain,
 * demould 3–4 min and 2 h of waiting; throwing 5–8 min; trim, handle, sponge 5–8 min and 12–24 h; engraving 2–5 min; bisque 980–1040 °C 9–15 h and 12 h of cooling;
 * glazing 2–3 min, with two glazes 4–5; cone 6 in 9–13 h and 12–18 h of cooling; foot ground, sorted by eye, capacity, ring test 1–1.5 min; packed in 2 min.
 */
const hour = 3600
const times = {
  prepare: { setupS: 600, runS: 0 },
  master: { setupS: 1200, runS: 0, lagS: 5 * hour },
  mould: { setupS: 900, runS: 3000, lagS: 72 * hour },
  cast: { setupS: 600, runS: 210, lagS: 2 * hour },
  throw: { setupS: 600, runS: 390, lagS: 12 * hour },
  finish: { setupS: 300, runS: 330, lagS: 18 * hour },
  handleS: 120,
  engrave: { setupS: 300, runS: 90, perLetterS: 15 },
  bisque: { setupS: 420, runS: 30, lagS: 24 * hour },
  glaze: { setupS: 600, runS: 150, secondS: 110, lagS: 3 * hour },
  fire: { setupS: 540, runS: 30, lagS: 27 * hour },
  check: { setupS: 120, runS: 90 },
  pack: { setupS: 120, runS: 120 },
} as const

type Step = { readonly setupS: number; readonly runS: number; readonly lagS?: number }

/** The ordered operations of one mug; each follows the one before. Loads of a kiln share a curve, an atmosphere and a body. */
export function operationsOf({ chosen }: Layout): Operation[] {
  const { way, handle, name, clay, inside, outside } = chosen
  const operations: Operation[] = []
  let last: readonly string[] = []
  const step = (
    key: string,
    workCentre: WorkCentreKind,
    batchKey: string,
    { setupS, runS, lagS = 0 }: Step,
    more: Pick<Operation, 'yieldPermille' | 'tooling'> = {},
  ) => {
    operations.push({ key, workCentre, setupS, runS, lagS, batchKey, after: last, ...more })
    last = [key]
  }
  const starts = { yieldPermille: yieldPermille[way] }
  step('prepare', 'office', '', times.prepare)
  if (way === 'cast') {
    step('master', 'model-making', 'print', times.master, { tooling: 'mould' })
    step('mould', 'mould-making', 'plaster', times.mould, { tooling: 'mould' })
    step('cast', 'casting', clay, times.cast, starts)
  } else {
    step('throw', 'throwing', clay, times.throw, starts)
  }
  const { setupS, runS, lagS } = times.finish
  step('finish', 'fettling', '', { setupS, runS: runS + (handle === 'none' ? 0 : times.handleS), lagS }, starts)
  if (name !== '') {
    const letters = Array.from(name).length
    const { perLetterS, ...cut } = times.engrave
    step('engrave', 'fettling', '', { setupS: cut.setupS, runS: cut.runS + letters * perLetterS }, starts)
  }
  step('bisque', 'kiln', `bisque-1000/${clay}`, times.bisque, starts)
  const two = inside !== outside
  const glaze = { ...times.glaze, setupS: times.glaze.setupS * (two ? 2 : 1) }
  step(
    'glaze',
    'glazing',
    two ? `${inside}+${outside}` : inside,
    { setupS: glaze.setupS, runS: glaze.runS + (two ? glaze.secondS : 0), lagS: glaze.lagS },
    starts,
  )
  step('fire', 'kiln', `cone-6/oxidation/${clay}${firedApart(outside) ? '/copper' : ''}`, times.fire, starts)
  step('check', 'inspection', '', times.check, starts)
  step('pack', 'packing', '', times.pack)
  return operations
}
