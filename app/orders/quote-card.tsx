import { beltOf } from '#models/market/belts.ts'
import { Price } from '../ui/figures.tsx'
import { useWords } from '../words/reader.tsx'
import { ActButton, ActForm } from './act-form.tsx'
import { Countdown } from './countdown.tsx'
import type { Quote } from './order-data.ts'
import { useOrderScene } from './order-scene.tsx'
import { PriceLines } from './price-lines.tsx'
import { isHeld, type QuoteMark } from './quote-reading.ts'
import { useShopNow } from './shop-clock.tsx'

/** One factory’s offer: who and where, when at the door, for how much, how long it is held, and the button that takes it. */
export function QuoteCard({ quote, marks, isBest }: { quote: Quote; marks: readonly QuoteMark[]; isBest: boolean }) {
  const { order } = useOrderScene()
  const { say, country } = useWords()
  const held = isHeld(quote, useShopNow())
  const isChosen = order.quote?.id === quote.id
  const canChoose = (order.stage === 'offered' || order.stage === 'awaiting_payment') && !isChosen
  return (
    <article
      data-quote={quote.id}
      data-price={quote.price.amount}
      className="grid gap-x-6 gap-y-3 py-5 sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <div className="min-w-0">
        <h3 className="text-lead [overflow-wrap:anywhere]">{quote.factory.name}</h3>
        <p className="text-fine text-soft">
          {say('order.beltDistance', {
            belt: beltOf(quote.belt)?.name ?? quote.belt,
            country: country(quote.factory.country),
            distance: quote.distanceKm,
          })}
        </p>
        <p className="mt-2">{say('order.deliveredBy', { at: quote.deliverBy })}</p>
        {(marks.length > 0 || isChosen) && (
          <ul className="mt-2 flex flex-wrap gap-2">
            {isChosen && <Mark>{say('order.chosen')}</Mark>}
            {marks.map((mark) => (
              <Mark key={mark}>{say(`order.mark.${mark}`)}</Mark>
            ))}
          </ul>
        )}
      </div>
      <div className="flex flex-col gap-2 sm:items-end">
        <Price money={quote.price} className="font-semibold text-title" />
        {held ? (
          <p className="text-fine text-soft sm:text-right">
            {say('order.heldUntil', { at: quote.heldUntil })}
            <br />
            <Countdown until={Date.parse(quote.heldUntil)} />
          </p>
        ) : (
          <p className="text-fine text-harm">{say('order.lapsed')}</p>
        )}
        {canChoose && held && (
          <ActForm act="pick" values={{ quote: quote.id }} className="no-print max-sm:grid">
            <ActButton act="pick" mark={{ name: 'quote', value: quote.id }} kind={isBest ? 'primary' : 'plain'}>
              <span>
                {say('order.choose')}
                <span className="sr-only">: {quote.factory.name}</span>
              </span>
            </ActButton>
          </ActForm>
        )}
      </div>
      <div className="sm:col-span-2">
        <PriceLines price={{ ...quote.price, trace: quote.trace }} />
      </div>
    </article>
  )
}

function Mark({ children }: { children: string }) {
  return <li className="rounded bg-tint px-2 py-0.5 font-medium text-fine">{children}</li>
}
