import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPayoutAccounts, openPayoutAccount } from '../payout-accounts.ts'
import { connectRail, createPayouts, type PayoutRequest, railFor } from '../payout-rail.ts'
import { openPage } from './shopper.ts'
import { accepted, type SandboxUnderTest, sandboxUnderTest, testSecrets } from './under-test.ts'

let sandbox: SandboxUnderTest
beforeAll(async () => {
  sandbox = await sandboxUnderTest()
})
afterAll(() => sandbox.close())

const stripe = () => ({ secretKey: testSecrets.secretKey, apiUrl: sandbox.url })

function payout(order: string, payee: Partial<PayoutRequest['payee']> = {}): PayoutRequest {
  return {
    payee: { factory: 'f1', name: 'Officina Brianza', country: 'IT', ...payee },
    money: { amount: 25_000, currency: 'EUR' },
    order,
    idempotencyKey: `order/${order}/payout`,
  }
}

test('Connect reaches the US, the UK, the EEA, Canada and Switzerland, and nowhere else', () => {
  expect(['US', 'GB', 'CA', 'CH', 'IT', 'DE', 'NO', 'IS', 'LI'].map(railFor)).toEqual(Array(9).fill('connect'))
  expect(['CN', 'BR', 'VN', 'ID', 'EG', 'MX', 'JP', 'TH'].map(railFor)).toEqual(Array(8).fill('bank'))
})

test('a factory finishes its account at Stripe, and is then paid once by a transfer', async () => {
  const accounts = createPayoutAccounts(stripe())
  const account = accepted(
    await accounts.create({ factory: 'f1', country: 'IT', email: 'a@example.com', idempotencyKey: 'f1/account' }),
  )
  expect(account.ready).toBe(false)
  const request = payout('o1', { connectAccount: account.account })
  const payouts = createPayouts({ stripe: stripe() })
  expect(await payouts.pay({ ...request, idempotencyKey: 'too-early' })).toMatchObject({ rail: 'bank' })
  expect(await connectRail(stripe()).pay({ ...request, idempotencyKey: 'early' })).toMatchObject({
    refused: 'account_not_ready',
  })

  const { url } = accepted(
    await accounts.onboarding({
      account: account.account,
      returnUrl: 'http://shop.example/factory',
      refreshUrl: 'http://shop.example/factory/again',
      idempotencyKey: 'f1/link',
    }),
  )
  expect((await openPage(url)).text).toContain('Set up payouts')
  const finished = await fetch(url, { method: 'POST', redirect: 'manual' })
  expect(finished.headers.get('location')).toBe('http://shop.example/factory')
  expect((await openPage(url)).location).toBe('http://shop.example/factory/again')
  expect(accepted(await accounts.fetch(account.account)).ready).toBe(true)

  const paid = accepted(await payouts.pay(request))
  expect(paid).toMatchObject({ rail: 'connect', state: 'sent' })
  expect(accepted(await payouts.pay(request))).toEqual(paid)
  const { counts, effects } = await sandbox.effects('o1')
  expect(counts.transfer).toBe(1)
  expect(effects.find(({ kind }) => kind === 'transfer')).toMatchObject({ amount: 25_000, target: paid.reference })
})

test('where Connect does not reach, an operator is given a bank transfer with a fixed reference', async () => {
  const payouts = createPayouts({ stripe: stripe() })
  const request = payout('o2', { country: 'CN', connectAccount: 'acct_unused' })
  const first = accepted(await payouts.pay(request))
  expect(first).toMatchObject({ rail: 'bank', state: 'awaiting_operator' })
  expect(first.reference).toMatch(/^ML-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
  expect(accepted(await payouts.pay(request))).toEqual(first)
  const other = accepted(await payouts.pay({ ...request, idempotencyKey: 'order/o3/payout' }))
  expect(other.reference).not.toBe(first.reference)
  expect((await sandbox.effects('o2')).counts.transfer).toBe(0)
})

test('a test may finish an account without its page', async () => {
  const account = await openPayoutAccount(stripe(), {
    factory: 'f3',
    country: 'IT',
    email: 'c@example.com',
    idempotencyKey: 'f3/account',
  })
  await sandbox.control('onboard', { account })
  expect(accepted(await createPayoutAccounts(stripe()).fetch(account)).ready).toBe(true)
})

test('a factory in reach without an account is paid by bank', async () => {
  const payouts = createPayouts({ stripe: stripe() })
  expect(accepted(await payouts.pay(payout('o4'))).rail).toBe('bank')
})

test('an account in a country that Connect does not take is refused', async () => {
  const accounts = createPayoutAccounts(stripe())
  expect(
    await accounts.create({ factory: 'f2', country: 'BR', email: 'b@example.com', idempotencyKey: 'f2/account' }),
  ).toMatchObject({ refused: 'country_unsupported' })
})
