import type { TraceLine } from '#models/product/evaluation.ts'
import type { Stage } from './stages.ts'

/** One operation as far as cancelling is concerned; `key` as in the price trace. */
export type CancelledOperation = { readonly key: string; readonly state: 'planned' | 'running' | 'paused' | 'done' }

export type Cancellation =
  | { readonly allowed: true; readonly refund: number; readonly kept: number; readonly lines: readonly TraceLine[] }
  | { readonly allowed: false; readonly way: 'return' | 'ended' }

/** Stages in which nothing was captured, so that cancelling costs nothing. */
const free: readonly Stage[] = ['quoting', 'offered', 'awaiting_payment', 'awaiting_acceptance']

/**
 * What cancelling now gives back, in minor units of the paid price.
 * Before the first operation everything; after it the price less finished or running work and, once cutting has begun, the material, tools and scrap:
 * those trace lines with their share of tax. Freight is given back until shipping. After shipping: not, but a return is open.
 * Work lines of the trace carry `values.operation` and `values['work-centre']`, as `priceOf` writes them.
 */
export function cancelling(input: {
  stage: Stage
  paid: { amount: number; trace: readonly TraceLine[] }
  operations: readonly CancelledOperation[]
}): Cancellation {
  const { stage, paid, operations } = input
  if (stage === 'shipped' || stage === 'delivered') return { allowed: false, way: 'return' }
  if (free.includes(stage) || stage === 'scheduled') return { allowed: true, refund: paid.amount, kept: 0, lines: [] }
  if (stage !== 'in_production') return { allowed: false, way: 'ended' }

  const begun = new Set(
    operations.filter((operation) => operation.state !== 'planned').map((operation) => operation.key),
  )
  if (begun.size === 0) return { allowed: true, refund: paid.amount, kept: 0, lines: [] }
  const done = paid.trace.filter((line) => line.code === 'work' && begun.has(String(line.values.operation)))
  const cut = done.some((line) => cutting.includes(String(line.values['work-centre'])))
  const keptNet = paid.trace.filter((line) => done.includes(line) || (cut && spent.has(line.code)))
  const tax = paid.trace.filter((line) => line.code === 'tax').reduce((sum, line) => sum + line.amount, 0)
  const net = paid.amount - tax
  const keptSum = keptNet.reduce((sum, line) => sum + line.amount, 0)
  const keptTax = net === 0 ? 0 : Math.floor((tax * keptSum) / net)
  const kept = Math.min(paid.amount, keptSum + keptTax)
  const lines = keptTax === 0 ? keptNet : [...keptNet, { code: 'tax', values: {}, amount: keptTax }]
  return { allowed: true, refund: paid.amount - kept, kept, lines }
}

/** What is spent once cutting has begun: the material, the tools made for this order, the pieces started beside it. */
const spent: ReadonlySet<string> = new Set(['material', 'tooling', 'scrap'])

/** Work centres that turn the material into parts of this order alone. */
const cutting: readonly string[] = ['saw', 'nesting']
