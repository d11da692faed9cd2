import { mailWasSent, rememberMail } from '#prisma/notices.ts'
import { readOrder } from '#prisma/orders.ts'
import { memberMails } from '#prisma/people.ts'
import { factoryLetters, letter } from '#services/letters.ts'
import type { Equipment } from '../equipment.ts'
import type { OrderEffects } from './effects.ts'

/** Tells the shopper, or the factory's members, by mail; each mail once by its key. */
export function createMails({ database, mailer, site }: Equipment): Pick<OrderEffects, 'sendMail'> {
  return {
    async sendMail({ order, kind, key, values }) {
      const row = await readOrder(database, order)
      if (row === undefined) throw new Error(`Order ${order} has no row`)
      const toFactory = factoryLetters.includes(kind)
      const to = toFactory ? await memberMails(database, row.jobId) : [row.email]
      const link = `${site}/orders/${order}?key=${row.accessKey}`
      const portal = `${site}/factory/jobs/${row.jobId ?? ''}`
      const { subject, text } = letter(kind, row.language, {
        ...shown(values, row.language, row.currency),
        product: row.product,
        ...(toFactory ? { portal } : { link }),
      })
      for (const address of to) {
        const mailKey = `${key}/${address}`
        if (await mailWasSent(database, mailKey)) continue
        await mailer.send({ to: address, subject, text, key: mailKey })
        await rememberMail(database, { key: mailKey, order, kind, to: address })
      }
    },
  }
}

const dates: readonly string[] = ['deliverBy', 'promisedAt']
const amounts: readonly string[] = ['refund']

/** Business times as days, minor units as money, in the reader's language. */
function shown(values: Readonly<Record<string, string | number>>, language: string, currency: string) {
  // Made only where there is something to tell: a form of a language takes longer to make than a mail.
  const day = () => new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' })
  const money = () => new Intl.NumberFormat(language, { style: 'currency', currency })
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (typeof value !== 'number') return [key, value]
      if (dates.includes(key)) return [key, day().format(value)]
      return [key, amounts.includes(key) ? money().format(value / 100) : value]
    }),
  )
}
