import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import { isFinal, patient } from '../patiently.ts'
import type { OrderEffects, OrderRecords } from './effects.ts'

const call = patient<OrderRecords & OrderEffects>(
  proxyLocalActivities<OrderRecords & OrderEffects>,
  proxyActivities<OrderRecords & OrderEffects>,
)
const remote = (summary: string) =>
  proxyActivities<OrderEffects>({
    startToCloseTimeout: '60s',
    retry: { initialInterval: '500ms', maximumInterval: '30s' },
    summary,
  })

/** Our own writes, each with the line that operators read in the Temporal UI. */
export const records: OrderRecords = {
  openOrder: call('Freeze the specification', (to) => to.openOrder),
  automaticRound: call('Ask the rate cards', (to) => to.automaticRound),
  record: call('Write the step', (to) => to.record),
  pickQuote: call('Hold the picked slot', (to) => to.pickQuote),
  openJob: call('Offer the job to the factory', (to) => to.openJob),
  bookJob: call('Book machines and people', (to) => to.bookJob),
  jobPlan: call('Read the job’s plan', (to) => to.jobPlan),
  acceptJob: call('Write the acceptance', (to) => to.acceptJob),
  closeJob: call('Free the slots of the job', (to) => to.closeJob),
  endingTerms: call('Work out what ending costs', (to) => to.endingTerms),
  endOrder: call('End the order', (to) => to.endOrder),
  openReport: call('Write the report', (to) => to.openReport),
  closeReport: call('Close the report', (to) => to.closeReport),
  audit: call('Write the operator’s act', (to) => to.audit),
  confirmPayout: call('Write that the factory is paid', (to) => to.confirmPayout),
  earn: call('Divide the money', (to) => to.earn),
}

/**
 * Calls to parties outside. What moves money is a normal activity, so that the act that asked for it is in the history before any money moves.
 * Reading changes nothing there and a page to pay on nothing but itself, so both are done like our own writes.
 */
export const effects: Omit<OrderEffects, 'sendMail'> = {
  openCheckout: call('Open the Checkout page', (to) => to.openCheckout),
  readPayment: call('Read the payment', (to) => to.readPayment),
  capture: remote('Capture the payment').capture,
  releasePayment: remote('Release the payment').releasePayment,
  refund: remote('Refund').refund,
  payOut: remote('Pay the factory').payOut,
  readShipment: call('Read the shipment', (to) => to.readShipment),
}

/** Mail goes at once, or, when the mail server is away, is tried for two days; nobody waits for it. */
const atOnce = proxyLocalActivities<OrderEffects>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', maximumAttempts: 3 },
})
const later = proxyActivities<OrderEffects>({
  startToCloseTimeout: '30s',
  scheduleToCloseTimeout: '2 days',
  retry: { initialInterval: '1s', maximumInterval: '10m' },
})

/** One mail; given up, and left to the order page, when no server takes it for two days. */
export async function sendMail(mail: Parameters<OrderEffects['sendMail']>[0]): Promise<void> {
  const options = { summary: `Mail: ${mail.kind.replaceAll('_', ' ')}` }
  try {
    await atOnce.sendMail.executeWithOptions(options, [mail])
  } catch (error) {
    if (isFinal(error)) throw error
    await later.sendMail.executeWithOptions(options, [mail]).catch(() => undefined)
  }
}
