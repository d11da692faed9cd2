import { useMemo } from 'react'
import { Link } from 'react-router'
import { DesignFacts } from '../customizer/design-facts.tsx'
import { DrawingView } from '../customizer/drawing-view.tsx'
import { briefly } from '../customizer/wording.ts'
import { Price } from '../ui/figures.tsx'
import { useWords } from '../words/reader.tsx'
import { useOrderScene } from './order-scene.tsx'
import { Photo } from './photo.tsx'
import { PriceLines } from './price-lines.tsx'
import { tell } from './telling.ts'
import { useAround } from './use-around.ts'

/** What is made: the latest photo of it, its drawing, the choices in words, the hash it is made by, and the price. */
export function ItemPanel() {
  const { order, product, options } = useOrderScene()
  const { say } = useWords()
  const make = useMemo(() => product.make(options), [product, options])
  const summary = briefly(product, options)
  return (
    <section aria-labelledby="item" className="flex min-w-0 flex-col gap-6">
      <LatestPhoto />
      <div className="relative aspect-[4/3] overflow-hidden border border-line bg-ground">
        <div className="absolute inset-4">
          <DrawingView make={make} label={summary} />
        </div>
      </div>
      <div>
        <h2 id="item" className="text-title">
          {say('order.item')}
        </h2>
        <p className="mt-1">
          {summary}
          {order.quantity > 1 && `, ${say('order.quantity', { count: order.quantity })}`}
        </p>
      </div>
      <AgreedPrice />
      <details className="group">
        <summary className="inline-flex min-h-11 items-center font-medium text-mat-strong underline underline-offset-4">
          {say('order.options')}
        </summary>
        <div className="pt-2">
          <DesignFacts product={product} options={options} />
        </div>
      </details>
      <div>
        <h3>{say('order.hash')}</h3>
        <p className="font-mono text-fine [overflow-wrap:anywhere]">{order.hash}</p>
        <p className="mt-1 text-fine text-soft">{say('order.hashWhat')}</p>
        {order.design !== null && (
          <Link
            to={`/d/${order.design}`}
            className="no-print inline-flex min-h-11 items-center text-mat-strong underline underline-offset-4"
          >
            {say('order.openDesign')}
          </Link>
        )}
      </div>
    </section>
  )
}

function LatestPhoto() {
  const { events } = useOrderScene()
  const around = useAround()
  const latest = events.findLast(({ data }) => data.photo !== undefined)
  if (latest === undefined) return null
  const { sentence, photo } = tell(latest, around)
  return photo === undefined ? null : (
    <figure>
      <Photo photo={photo} what={sentence} large />
      <figcaption className="mt-1 text-fine text-soft">{sentence}</figcaption>
    </figure>
  )
}

function AgreedPrice() {
  const { order } = useOrderScene()
  const { say } = useWords()
  const { quote, shown, payment } = order
  return (
    <div className="border-ink border-y py-3">
      <p className="text-fine text-soft">
        {quote === undefined ? say('order.priceShown') : say('order.priceChosen', { factory: quote.factory.name })}
      </p>
      <Price money={quote?.price ?? shown.price} className="font-semibold text-head" />
      {payment.state !== 'none' && payment.captured.amount > 0 && (
        <p>
          {say('order.paid', { price: payment.captured })}
          {payment.refunded.amount > 0 && `, ${say('order.refundedOf', { refunded: payment.refunded })}`}
        </p>
      )}
      {quote !== undefined && <PriceLines price={{ ...quote.price, trace: quote.trace }} />}
    </div>
  )
}
