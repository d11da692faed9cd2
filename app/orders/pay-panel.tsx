import { withdrawalRight } from '#models/product/withdrawal.ts'
import { WithdrawalNote } from '../ordering/withdrawal-note.tsx'
import { ErrorLine } from '../ui/field.tsx'
import { useWords } from '../words/reader.tsx'
import { ActButton, ActForm } from './act-form.tsx'
import { useOrderScene } from './order-scene.tsx'
import { paymentNote } from './payment-note.ts'
import { QuoteCard } from './quote-card.tsx'
import { readQuotes } from './quote-reading.ts'

/** Paying the chosen quote: what happened so far, the one button, and the way to another quote. */
export function PayPanel() {
  const { order, product, options, events, quotes: all, returned } = useOrderScene()
  const words = useWords()
  const { say } = words
  const { quote } = order
  if (quote === undefined) return null
  const note = paymentNote(order, events, returned, words)
  const { quotes, marks } = readQuotes(order, all, words)
  const others = quotes.filter(({ id }) => id !== quote.id)
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-title">{say('order.payTitle', { price: quote.price })}</h2>
      <p>{say('order.payTo', { factory: quote.factory.name, by: quote.deliverBy })}</p>
      {note.words !== undefined &&
        (note.harm ? (
          <div className="border-harm border-l-4 bg-harm-tint px-4 py-3">
            <ErrorLine>{note.words}</ErrorLine>
          </div>
        ) : (
          <p className="border-mark border-l-4 bg-tint px-4 py-3">{note.words}</p>
        ))}
      <WithdrawalNote product={product} right={withdrawalRight(product.options, options)} />
      <ActForm act="pay" className="no-print grid sm:justify-start">
        <ActButton act="pay" kind="primary" size="large">
          {say(note.button)}
        </ActButton>
      </ActForm>
      <p className="max-w-xl text-soft">{say('order.payWhat', { factory: quote.factory.name })}</p>
      {others.length > 0 && (
        <details className="no-print">
          <summary className="inline-flex min-h-11 items-center font-medium text-mat-strong underline underline-offset-4">
            {say('order.otherQuotes', { count: others.length })}
          </summary>
          <ul className="mt-2 border-ink border-t">
            {others.map((other) => (
              <li key={other.id} className="border-line border-b">
                <QuoteCard quote={other} marks={marks.get(other.id) ?? []} isBest={false} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
