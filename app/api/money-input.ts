import { z } from 'zod'

/** Integer minor units and an ISO 4217 code that the platform settles in. */
export const moneyInput = z.object({
  amount: z.int().positive().max(100_000_000),
  currency: z.enum(['EUR', 'GBP', 'USD', 'CNY', 'BRL']),
})
