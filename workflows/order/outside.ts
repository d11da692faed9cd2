import { ApplicationFailure } from '@temporalio/common'
import { sharesOfTrace } from '#models/money/shares.ts'
import { findShipment, writeShipmentTruth } from '#prisma/deliveries.ts'
import { readFactory } from '#prisma/factories.ts'
import { readJob } from '#prisma/jobs.ts'
import { owedTo } from '#prisma/ledger.ts'
import { readOrder } from '#prisma/orders.ts'
import { openPayment, type PaymentRow, readPaymentRow, setSession, writePaymentTruth } from '#prisma/payments.ts'
import { openPayout, writePaid } from '#prisma/payouts.ts'
import { readQuote } from '#prisma/quotes.ts'
import { recordStep } from '#prisma/steps.ts'
import { receiptWords } from '#services/letters.ts'
import type { Payment } from '#services/payment.ts'
import type { Equipment } from '../equipment.ts'
import { refusal } from '../refusal.ts'
import type { OrderEffects, PaymentTruth } from './effects.ts'

/** Calls to the card processor, the payout rails and the carrier. Each carries a key made of order and step. */
export function createOutside({
  database,
  payments,
  payouts,
  carrier,
  site,
}: Equipment): Omit<OrderEffects, 'sendMail'> {
  async function rowOf(order: string, attempt: number): Promise<PaymentRow> {
    const row = await readPaymentRow(database, order, attempt)
    if (row === undefined) throw new Error(`Payment ${order}-${attempt} has no row`)
    return row
  }

  async function truthOf(row: PaymentRow): Promise<PaymentTruth & { paymentIntentId?: string }> {
    if (row.sessionId === null) return { state: 'open' }
    const session = await payments.fetchSession(row.sessionId)
    if ('refused' in session) throw new Error(`Checkout session cannot be read: ${session.code}`)
    if (session.paymentIntent === undefined) return { state: session.state === 'expired' ? 'lapsed' : 'open' }
    const payment = await payments.fetchPaymentIntent(session.paymentIntent)
    if ('refused' in payment) throw new Error(`Payment cannot be read: ${payment.code}`)
    const truth = stateOf(payment)
    const closed = truth.state === 'open' || truth.state === 'failed'
    const state = closed && session.state === 'expired' ? 'lapsed' : truth.state
    return { ...truth, state, paymentIntentId: session.paymentIntent }
  }

  async function refresh(order: string, attempt: number) {
    const row = await rowOf(order, attempt)
    const truth = await truthOf(row)
    await writePaymentTruth(database, row.id, truth)
    return { row, truth }
  }

  return {
    async openCheckout({ step, order, attempt, quote, expiresWall }) {
      const [row, picked] = await Promise.all([readOrder(database, order), readQuote(database, quote)])
      if (row === undefined || picked === undefined) throw new Error(`Order ${order} or its quote cannot be read`)
      const { amount, currency } = picked
      const payment = await openPayment(database, { order, attempt, quote, amount, currency, expiresWall })
      let url = payment.checkoutUrl
      if (url === null) {
        const words = receiptWords(row.language)
        const { freight, tax } = sharesOfTrace(picked.trace)
        const lines = [
          { name: words.goods(row.product, row.quantity), amount: amount - freight - tax, quantity: 1 },
          { name: words.freight, amount: freight, quantity: 1 },
          { name: words.tax, amount: tax, quantity: 1 },
        ].filter((line) => line.amount > 0)
        const page = `${site}/orders/${order}?key=${row.accessKey}`
        const session = await payments.createCheckout({
          order,
          amount,
          currency,
          email: row.email,
          lines,
          successUrl: `${page}&paid={CHECKOUT_SESSION_ID}`,
          cancelUrl: page,
          expiresAt: payment.expiresWall?.getTime() ?? expiresWall,
          idempotencyKey: `checkout/${payment.id}`,
        })
        if ('refused' in session || session.url === undefined) throw refusal('payment_unavailable', { attempt })
        await setSession(database, payment.id, session.session, session.url)
        url = session.url
      }
      await recordStep(database.pool, step)
      return { checkoutUrl: url }
    },

    async readPayment({ order, attempt }) {
      const { truth } = await refresh(order, attempt)
      const { paymentIntentId: _, ...rest } = truth
      return rest
    },

    async capture({ order, attempt, amount }) {
      const { row, truth } = await refresh(order, attempt)
      if (truth.paymentIntentId === undefined) return { captured: false, reason: truth.state }
      const answer = await payments.capture({
        paymentIntent: truth.paymentIntentId,
        amount,
        idempotencyKey: `capture/${row.id}`,
      })
      if ('refused' in answer && answer.refused !== 'already_captured')
        return { captured: false, reason: answer.refused }
      await writePaymentTruth(database, row.id, { state: 'captured' })
      return { captured: true }
    },

    async releasePayment({ order, attempt }) {
      const row = await readPaymentRow(database, order, attempt)
      if (row === undefined || row.sessionId === null) return { released: true }
      await payments.expireSession({ session: row.sessionId, idempotencyKey: `expire/${row.id}` })
      const { truth } = await refresh(order, attempt)
      if (truth.state === 'captured') return { released: false }
      if (truth.paymentIntentId !== undefined) {
        const answer = await payments.cancelAuthorisation({
          paymentIntent: truth.paymentIntentId,
          idempotencyKey: `release/${row.id}`,
        })
        if ('refused' in answer && answer.refused === 'already_captured') return { released: false }
      }
      await writePaymentTruth(database, row.id, { state: 'released' })
      return { released: true }
    },

    async refund({ order, attempt, amount, key }) {
      const row = await rowOf(order, attempt)
      if (row.paymentIntentId === null) throw new Error(`Payment ${row.id} was never made`)
      const answer = await payments.refund({ paymentIntent: row.paymentIntentId, amount, order, idempotencyKey: key })
      if ('refused' in answer && answer.refused !== 'already_refunded')
        throw new Error(`Refund of ${row.id} refused: ${answer.code}`)
    },

    async payOut({ order, job, at }) {
      const row = await readJob(database, job)
      const factory = row === undefined ? undefined : await readFactory(database, row.factoryId)
      const orderRow = await readOrder(database, order)
      if (row === undefined || factory === undefined || orderRow === undefined)
        throw new Error(`Job ${job} cannot be read`)
      const { currency } = orderRow
      const amount = await owedTo(database.pool, row.factoryId, order)
      const known = await openPayout(database, { job, order, factory: row.factoryId, amount, currency, at })
      const owed = { factory: row.factoryId, amount: known.amount, currency }
      if (known.amount === 0) return { ...owed, state: 'nothing', reference: '' }
      if (known.state !== 'owed') return { ...owed, state: known.state, reference: known.reference ?? '' }
      const paid = await payouts.pay({
        payee: {
          factory: row.factoryId,
          name: factory.profile.name,
          country: factory.profile.country,
          ...(factory.payoutAccount === undefined ? {} : { connectAccount: factory.payoutAccount }),
        },
        money: { amount: known.amount, currency },
        order,
        idempotencyKey: `payout/${job}`,
      })
      if ('refused' in paid) throw new Error(`Payout for ${job} refused: ${paid.code}`)
      await writePaid(database, job, paid)
      return { ...owed, state: paid.state, reference: paid.reference }
    },

    async readShipment({ order, reference }) {
      const known = await findShipment(database, reference)
      if (known === undefined || known.orderId !== order)
        throw ApplicationFailure.nonRetryable(`No shipment ${reference} of ${order}`)
      const answer = await carrier.fetchShipment(reference)
      if ('refused' in answer) throw new Error(`Shipment ${reference} cannot be read: ${answer.message}`)
      const last = answer.events.at(-1)
      if (last === undefined)
        return { state: 'announced', at: answer.bookedAt, expectedAt: answer.expectedAt, fresh: false }
      const truth = { state: last.kind, at: last.at, expectedAt: answer.expectedAt }
      await writeShipmentTruth(database, reference, truth)
      return { ...truth, fresh: true }
    },
  }
}

function stateOf(payment: Payment): PaymentTruth {
  switch (payment.state) {
    case 'unpaid':
      return payment.declineCode === undefined
        ? { state: 'open' }
        : {
            state: 'failed',
            failure: payment.declineCode,
            ...(payment.refusedCharge === undefined ? {} : { charge: payment.refusedCharge }),
          }
    case 'needs_action':
    case 'processing':
      return { state: 'open' }
    case 'authorised':
      return {
        state: 'authorised',
        ...(payment.captureBefore === undefined ? {} : { captureByWall: payment.captureBefore }),
      }
    case 'captured':
      return { state: 'captured' }
    case 'cancelled':
      return { state: 'released' }
    case 'lapsed':
      return { state: 'lapsed' }
  }
}
