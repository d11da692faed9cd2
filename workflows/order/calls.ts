import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { OrderEffects, OrderRecords } from './effects.ts'

const local = (summary: string) =>
  proxyLocalActivities<OrderRecords>({ startToCloseTimeout: '10s', retry: { maximumInterval: '5s' }, summary })
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

/** Calls to parties outside. */
export const effects: Omit<OrderEffects, 'sendMail'> = {
  openCheckout: remote('Open the Checkout page').openCheckout,
  readPayment: remote('Read the payment').readPayment,
  capture: remote('Capture the payment').capture,
  releasePayment: remote('Release the payment').releasePayment,
  refund: remote('Refund').refund,
  payOut: remote('Pay the factory').payOut,
  readShipment: remote('Read the shipment').readShipment,
}

/** Mail may be tried for two days; nobody waits for it. */
export const { sendMail } = proxyActivities<OrderEffects>({
  startToCloseTimeout: '30s',
  scheduleToCloseTimeout: '2 days',
  retry: { initialInterval: '1s', maximumInterval: '10m' },
})
