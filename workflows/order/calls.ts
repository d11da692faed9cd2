import { ActivityFailure, proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { OrderEffects, OrderRecords } from './effects.ts'

const local = (summary: string) =>
  proxyLocalActivities<OrderRecords & OrderEffects>({
    startToCloseTimeout: '10s',
    retry: { maximumInterval: '5s' },
    summary,
  })
const remote = (summary: string) =>
  proxyActivities<OrderEffects>({
    startToCloseTimeout: '60s',
    retry: { initialInterval: '500ms', maximumInterval: '30s' },
    summary,
  })

/** Our own writes, each with the line that operators read in the Temporal UI. */
export const records: OrderRecords = {
  openOrder: local('Freeze the specification').openOrder,
  automaticRound: local('Ask the rate cards').automaticRound,
  record: local('Write the step').record,
  pickQuote: local('Hold the picked slot').pickQuote,
  openJob: local('Offer the job to the factory').openJob,
  bookJob: local('Book machines and people').bookJob,
  acceptJob: local('Write the acceptance').acceptJob,
  closeJob: local('Free the slots of the job').closeJob,
  endingTerms: local('Work out what ending costs').endingTerms,
  endOrder: local('End the order').endOrder,
  openReport: local('Write the report').openReport,
  closeReport: local('Close the report').closeReport,
  audit: local('Write the operator’s act').audit,
  earn: local('Divide the money').earn,
}

/** Calls to parties outside. Reading is short and changes nothing there, so it is a local activity too. */
export const effects: Omit<OrderEffects, 'sendMail'> = {
  openCheckout: remote('Open the Checkout page').openCheckout,
  readPayment: local('Read the payment').readPayment,
  capture: remote('Capture the payment').capture,
  releasePayment: remote('Release the payment').releasePayment,
  refund: remote('Refund').refund,
  payOut: remote('Pay the factory').payOut,
  readShipment: local('Read the shipment').readShipment,
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
    if (!(error instanceof ActivityFailure)) throw error
    await later.sendMail.executeWithOptions(options, [mail]).catch(() => undefined)
  }
}
