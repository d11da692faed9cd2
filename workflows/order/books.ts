import { loadProduct } from '#models/catalog.ts'
import { earned, sharesOf } from '#models/money/ledger.ts'
import { sharesOfTrace } from '#models/money/shares.ts'
import { cancelling } from '#models/order/cancelling.ts'
import { evaluate } from '#models/product/evaluate.ts'
import { freeze } from '#models/product/specification.ts'
import { insertAudit } from '#prisma/audit.ts'
import { lockFactories, releaseOrder } from '#prisma/bookings.ts'
import type { Database } from '#prisma/client.ts'
import { lockJob, readJob, setJobStage } from '#prisma/jobs.ts'
import { heldOf } from '#prisma/ledger.ts'
import { insertOrder, readOrder } from '#prisma/orders.ts'
import { markCaptured, markRefunded } from '#prisma/payments.ts'
import { markPayoutSent } from '#prisma/payouts.ts'
import { lapseQuotes, listQuotes, readQuote } from '#prisma/quotes.ts'
import { closeOpenReport, insertReport } from '#prisma/reports.ts'
import { inTransaction, recordStep, withStep } from '#prisma/steps.ts'
import { refusal } from '../refusal.ts'
import type { EndingTerms, OrderRecords } from './effects.ts'
import { keepMake } from './round.ts'

type Books = Pick<
  OrderRecords,
  | 'openOrder'
  | 'record'
  | 'acceptJob'
  | 'endingTerms'
  | 'endOrder'
  | 'openReport'
  | 'closeReport'
  | 'audit'
  | 'confirmPayout'
  | 'earn'
>

/** The part of an order that lives in its own rows and the ledger. */
export function createBooks(database: Database): Books {
  const { pool } = database
  return {
    async openOrder({ submission, step }) {
      const product = await loadProduct(submission.product, submission.version)
      if (product === undefined) throw refusal('unknown_product', { product: submission.product })
      const reading = evaluate(product, submission.options, {
        country: submission.address.country,
        quantity: submission.quantity,
      })
      const [first] = reading.refusals
      if (first !== undefined) throw refusal('rule_broken', { rule: first.code, ...first.values })
      const { hash, bytes } = freeze(product, reading.options)
      keepMake(hash, reading.make)
      const { order: id, shownBy, ...rest } = submission
      await insertOrder(
        pool,
        { ...rest, id, hash, bytes, shownBy, shownAmount: reading.price.amount, currency: reading.price.currency },
        step,
      )
      return { hash }
    },

    async record({ step }) {
      await recordStep(pool, step)
    },

    async acceptJob({ step, job, attempt, amount }) {
      await withStep(pool, step, async (client) => {
        await setJobStage(client, job, 'scheduled')
        await markCaptured(client, `${step.order}-${attempt}`, amount)
      })
    },

    endingTerms: (input) => endingTerms(database, input),

    async endOrder({ step, order, at, refund, audit }) {
      const row = await readOrder(database, order)
      const factories = (await listQuotes(database, order)).map((quote) => quote.factoryId)
      await withStep(pool, step, async (client) => {
        await lockFactories(client, factories)
        await releaseOrder(client, order, at)
        await lapseQuotes(client, order)
        if (row?.jobId != null) await setJobStage(client, row.jobId, 'stopped')
        await markRefunded(client, order)
        await closeOpenReport(client, order, refund, at)
        if (audit !== undefined) await insertAudit(client, step, audit)
      })
    },

    async openReport({ step, order, report, words, photos, at }) {
      await withStep(pool, step, (client) => insertReport(client, { id: report, order, words, photos, at }))
    },

    async closeReport({ step, order, refund, at, audit }) {
      await withStep(pool, step, async (client) => {
        await closeOpenReport(client, order, refund, at)
        await markRefunded(client, order)
        if (audit !== undefined) await insertAudit(client, step, audit)
      })
    },

    async audit({ step, audit }) {
      await withStep(pool, step, (client) => insertAudit(client, step, audit))
    },

    async confirmPayout({ step, job, reference, audit }) {
      await withStep(pool, step, async (client) => {
        await markPayoutSent(client, job, reference)
        await insertAudit(client, step, audit)
      })
    },

    async earn({ step, order }) {
      const row = await readOrder(database, order)
      const quote = row?.quoteId == null ? undefined : await readQuote(database, row.quoteId)
      if (quote === undefined) throw new Error(`Order ${order} has no picked quote`)
      const held = await heldOf(pool, order)
      const shares = sharesOf(held, quote.amount, sharesOfTrace(quote.trace))
      const lines = earned(order, quote.factoryId, shares, quote.currency)
      await recordStep(
        pool,
        lines.length === 0 ? step : { ...step, ledger: [{ transaction: `earn/${order}`, kind: 'earn', lines }] },
      )
    },
  }
}

/** What ending the order gives back. The job's row is locked meanwhile, so that no operation starts between the sum and its effect. */
async function endingTerms(
  database: Database,
  { order, whole, amount, expected }: Parameters<OrderRecords['endingTerms']>[0],
): Promise<EndingTerms> {
  const row = await readOrder(database, order)
  if (row === undefined) throw new Error(`Order ${order} has no row`)
  const quote = row.quoteId === null ? undefined : await readQuote(database, row.quoteId)
  const none = { factory: 0, freight: 0, tax: 0, fee: 0 }
  const paid = quote === undefined ? 0 : await heldOf(database.pool, order)
  if (quote === undefined || paid === 0 || row.jobId === null) {
    if (expected !== undefined && expected !== 0) throw refusal('terms_changed', { refund: 0 })
    return { paid: 0, refund: 0, kept: 0, shares: none, currency: row.currency }
  }
  const { jobId } = row
  return inTransaction(database.pool, async (client) => {
    await lockJob(client, jobId)
    const job = await readJob(database, jobId)
    const terms = cancelling({
      stage: row.stage,
      paid: { amount: quote.amount, trace: quote.trace },
      operations: job?.operations ?? [],
    })
    const computed = terms.allowed ? Math.min(terms.refund, paid) : 0
    const refund = whole ? Math.min(amount ?? paid, paid) : computed
    if (!whole && !terms.allowed) throw refusal('illegal_move', { stage: row.stage })
    if (expected !== undefined && expected !== refund) throw refusal('terms_changed', { refund })
    await setJobStage(client, jobId, 'stopped')
    const kept = paid - refund
    return {
      paid,
      refund,
      kept,
      shares: sharesOf(kept, quote.amount, sharesOfTrace(quote.trace)),
      currency: quote.currency,
    }
  })
}
