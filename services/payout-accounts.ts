import { type StripeConfig, stripeClient } from './stripe-client.ts'

/**
 * Opens a Connect account for a factory, once by its key; gives the account's id. The factory completes it on Stripe's own pages;
 * until then its payouts are bank transfers.
 */
export async function openPayoutAccount(
  config: StripeConfig,
  account: {
    readonly factory: string
    readonly country: string
    readonly email: string
    readonly idempotencyKey: string
  },
): Promise<string> {
  const opened = await stripeClient(config).accounts.create(
    {
      type: 'express',
      country: account.country,
      email: account.email,
      capabilities: { transfers: { requested: true } },
      metadata: { factory: account.factory },
    },
    { idempotencyKey: account.idempotencyKey },
  )
  return opened.id
}
