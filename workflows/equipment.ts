import type { Database } from '#prisma/client.ts'
import type { Carrier } from '#services/carrier.ts'
import type { Files } from '#services/files.ts'
import type { Mailer } from '#services/mail.ts'
import type { Payments } from '#services/payments.ts'
import type { createPayouts } from '#services/payout-rail.ts'

/** What activities work with. `site` is the public origin without a slash at its end. */
export type Equipment = {
  readonly database: Database
  readonly payments: Payments
  readonly payouts: ReturnType<typeof createPayouts>
  readonly carrier: Carrier
  readonly mailer: Mailer
  readonly files: Files
  readonly site: string
}
