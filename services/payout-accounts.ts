import type Stripe from 'stripe'
import { answered, type PaymentRefusal } from './payment-refusal.ts'
import { type StripeConfig, stripeClient } from './stripe-client.ts'
import { ServiceRejected } from './unavailable.ts'

/** A factory's account at Stripe Connect. `ready`: it can be paid. */
export type PayoutAccount = { readonly account: string; readonly ready: boolean }

/** Connected accounts of factories that the `connect` rail reaches. Throws as `Payments` does. */
export type PayoutAccounts = {
  create(input: {
    factory: string
    country: string
    email: string
    idempotencyKey: string
  }): Promise<PayoutAccount | PaymentRefusal>
  /** A page of Stripe where the factory proves who it is; good for a few minutes and once. */
  onboarding(input: {
    account: string
    returnUrl: string
    refreshUrl: string
    idempotencyKey: string
  }): Promise<{ readonly url: string } | PaymentRefusal>
  fetch(account: string): Promise<PayoutAccount | PaymentRefusal>
}

export function createPayoutAccounts(config: StripeConfig): PayoutAccounts {
  const stripe = stripeClient(config)
  return {
    create: ({ factory, country, email, idempotencyKey }) =>
      answered(async () =>
        accountOf(
          await stripe.accounts.create(
            {
              type: 'express',
              country,
              email,
              business_type: 'company',
              capabilities: { transfers: { requested: true } },
              metadata: { factory },
            },
            { idempotencyKey },
          ),
        ),
      ),
    onboarding: ({ account, returnUrl, refreshUrl, idempotencyKey }) =>
      answered(async () => {
        const link = await stripe.accountLinks.create(
          { account, type: 'account_onboarding', return_url: returnUrl, refresh_url: refreshUrl },
          { idempotencyKey },
        )
        return { url: link.url }
      }),
    fetch: (account) => answered(async () => accountOf(await stripe.accounts.retrieve(account))),
  }
}

/**
 * Opens a Connect account for a factory, once by its key; gives the account's id. The factory completes it on Stripe's
 * own pages; until then its payouts are bank transfers. Throws `ServiceRejected` for a country Connect does not reach.
 */
export async function openPayoutAccount(
  config: StripeConfig,
  account: Parameters<PayoutAccounts['create']>[0],
): Promise<string> {
  const opened = await createPayoutAccounts(config).create(account)
  if ('refused' in opened) throw new ServiceRejected('stripe', `${opened.refused} (${opened.code})`)
  return opened.account
}

function accountOf(account: Stripe.Account): PayoutAccount {
  return { account: account.id, ready: account.capabilities?.transfers === 'active' }
}
