import { FileText } from 'lucide-react'
import { useWords } from '../words/reader.tsx'
import { receiptPath } from './order-link.ts'
import { useOrderScene } from './order-scene.tsx'

/** Where it goes, who hears of it, and the receipt once there is one. */
export function PapersPanel() {
  const { order, orderKey } = useOrderScene()
  const { say, country } = useWords()
  const { address, payment } = order
  const hasReceipt = payment.state !== 'none' && payment.captured.amount > 0
  const lines = [
    address.name,
    address.line1,
    address.line2,
    `${address.postalCode} ${address.city}`,
    address.region,
    country(address.country),
  ].filter((line) => line !== undefined && line !== '')
  return (
    <section aria-label={say('order.papers')} className="flex min-w-0 flex-col gap-5">
      <div>
        <h3>{say('order.goesTo')}</h3>
        <address className="whitespace-pre-line not-italic [overflow-wrap:anywhere]">{lines.join('\n')}</address>
      </div>
      <div>
        <h3>{say('order.mailTo')}</h3>
        <p className="[overflow-wrap:anywhere]">{order.email}</p>
        {orderKey !== undefined && <p className="no-print mt-1 text-fine text-soft">{say('order.keepLink')}</p>}
      </div>
      {hasReceipt && (
        <a
          href={receiptPath(order.order, orderKey)}
          className="no-print inline-flex min-h-11 items-center gap-2 font-medium text-mat-strong underline underline-offset-4"
        >
          <FileText aria-hidden="true" className="size-4" />
          {say('order.receipt')}
        </a>
      )}
    </section>
  )
}
