import type { Money } from '#models/money/amount.ts'
import { deadlines } from '#models/order/deadlines.ts'
import type { JobRow, PaidRow } from './portal-data.ts'

/**
 * One line of the account. `coming`: not earned yet, `at` is about when; `owed`: earned; `sent`: on its rail; `by_bank`: a person
 * makes the transfer; `nothing`: it came to nought.
 */
export type PayoutLine = {
  readonly job: string
  readonly state: 'coming' | 'owed' | 'sent' | 'by_bank' | 'nothing'
  readonly money: Money
  readonly rail: string | undefined
  readonly reference: string | undefined
  readonly at: number
}

/** What will be paid, the next first, and then what was, the latest first. */
export function payoutLines(
  paid: readonly PaidRow[],
  jobs: readonly JobRow[],
): { readonly coming: readonly PayoutLine[]; readonly done: readonly PayoutLine[] } {
  const settled = new Set(paid.map(({ job }) => job))
  const coming = jobs
    .filter((job) => job.stage !== 'awaiting_acceptance' && !settled.has(job.job))
    .map(
      (job): PayoutLine => ({
        job: job.job,
        state: 'coming',
        money: job.net,
        rail: undefined,
        reference: undefined,
        at: Date.parse(job.projectedAt ?? job.promisedAt) + deadlines.inspection,
      }),
    )
  const done = paid.map(
    ({ job, money, rail, reference, state, at }): PayoutLine => ({
      job,
      state: stateOf(state, money),
      money,
      rail: rail === 'undecided' ? undefined : rail,
      reference: reference ?? undefined,
      at: Date.parse(at),
    }),
  )
  return { coming: coming.sort((a, b) => a.at - b.at), done: done.sort((a, b) => b.at - a.at) }
}

function stateOf(state: string, money: Money): PayoutLine['state'] {
  if (money.amount === 0) return 'nothing'
  if (state === 'sent' || state === 'paid' || state === 'confirmed') return 'sent'
  return state === 'awaiting_operator' ? 'by_bank' : 'owed'
}

/** The sum of lines by currency, in the order in which currencies first occur. */
export function sums(lines: readonly PayoutLine[]): Money[] {
  const totals = new Map<Money['currency'], number>()
  for (const { money } of lines) totals.set(money.currency, (totals.get(money.currency) ?? 0) + money.amount)
  return [...totals].map(([currency, amount]) => ({ currency, amount }))
}
