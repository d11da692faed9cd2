import { useId, useState } from 'react'
import { feePermille } from '#models/money/shares.ts'
import { deadlines } from '#models/order/deadlines.ts'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Rolling } from '../ui/figures.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { useWords } from '../words/reader.tsx'
import { ActForm } from './act-form.tsx'
import { readAmount, writeAmount } from './amount-input.ts'
import { dayAt, type PriceParts, partsOf, promiseOf } from './bid-terms.ts'
import { requestKey } from './inbox-rows.ts'
import type { Refused, RequestDetail, RequestRow } from './portal-data.ts'

/** What was typed before the page was fetched again, where there is no script. */
export type Typed = { readonly price: string | null; readonly date: string | null }

/** A price and a day, begun by the rate card and the free machines, with what is left of the price for the factory. */
export function BidForm({
  row,
  detail,
  product,
  action,
  typed,
  onDone,
}: {
  row: RequestRow
  detail: RequestDetail | undefined
  product: Product
  action: string
  typed: Typed
  onDone: () => void
}) {
  const words = useWords()
  const { say } = words
  const heading = useId()
  const [price, setPrice] = useState(typed.price ?? writeAmount(row.price.amount))
  const [chosen, setDate] = useState(typed.date ?? undefined)
  const amount = readAmount(price)
  const earliest = detail?.earliest ?? undefined
  const soonest = earliest && dayAt(row.country, earliest.deliverBy)
  const date = chosen ?? soonest ?? ''
  const deliverBy = promiseOf(row.country, date)
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-4 border-ink border-t pt-4">
      <h3 id={heading} className="text-lead">
        {say('factory.bid')}
      </h3>
      {detail === undefined ? (
        <SkeletonLines lines={6} />
      ) : earliest === undefined || soonest === undefined ? (
        <p>
          {say('factory.noSlot', {
            workCentre: sayOf(product.words, `work-centre.${detail.full}`),
          })}
        </p>
      ) : (
        <ActForm
          id={`bid/${row.request}`}
          action={action}
          product={product}
          onDone={onDone}
          fields={{ act: 'bid', request: row.request, country: row.country, open: requestKey(row.request) }}
          className="gap-4"
          onRefused={(refused) => <EarliestNow refused={refused} country={row.country} onTake={setDate} />}
        >
          {(sending) => (
            <>
              <TextField
                label={say('factory.price')}
                name="price"
                inputMode="decimal"
                autoComplete="off"
                required
                data-key="bid"
                value={price}
                hint={say('factory.priceFromCard', { price: row.price })}
                error={amount === undefined && say('factory.priceUnread')}
                onChange={(event) => setPrice(event.target.value)}
                className="text-lead font-semibold"
              />
              <Parts parts={partsOf(row.trace, amount ?? row.price.amount)} isRead={amount !== undefined} />
              <noscript>
                <button type="submit" formMethod="get" formAction="/factory" className="min-h-11 underline">
                  {say('factory.partUpdate')}
                </button>
              </noscript>
              <TextField
                label={say('factory.date')}
                name="date"
                type="date"
                required
                min={soonest}
                value={date}
                hint={say('factory.earliest', {
                  at: earliest.deliverBy,
                  from: earliest.startsAt,
                  to: earliest.finishesAt,
                })}
                error={deliverBy === undefined && say('factory.dateUnread')}
                onChange={(event) => setDate(event.target.value)}
              />
              <div className="flex flex-col gap-2">
                <Button type="submit" kind="primary" size="large" pending={sending}>
                  {say('factory.sendBid')}
                </Button>
                <p className="text-fine text-soft">
                  {say('factory.bidWhat')}{' '}
                  {deliverBy && say('factory.paidWhen', { at: Date.parse(deliverBy) + deadlines.inspection })}
                </p>
              </div>
            </>
          )}
        </ActForm>
      )}
    </section>
  )
}

/** A price from the shopper's side down to what the factory gets. */
function Parts({ parts, isRead }: { parts: PriceParts; isRead: boolean }) {
  const { say, money } = useWords()
  const euros = (amount: number) => money({ amount, currency: 'EUR' })
  const lines = [
    { name: say('factory.part.tax'), amount: parts.tax },
    { name: say('factory.part.freight'), amount: parts.freight },
    { name: say('factory.part.fee', { percent: feePermille / 1000 }), amount: parts.fee },
  ]
  return (
    <dl aria-label={say('factory.parts')} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
      {lines.map(({ name, amount }) => (
        <div key={name} className="contents text-soft">
          <dt>{name}</dt>
          <dd className="text-right">{euros(-amount)}</dd>
        </div>
      ))}
      <div className="contents">
        <dt className="border-line border-t pt-1.5 font-semibold text-lead">{say('factory.part.net')}</dt>
        <dd className="border-line border-t pt-1.5 text-right font-semibold text-lead" data-net={parts.net}>
          {isRead ? <Rolling text={euros(parts.net)} /> : '–'}
        </dd>
      </div>
    </dl>
  )
}

/** Free machines have moved since the page was read: the day that is possible now, one press away. */
function EarliestNow({
  refused,
  country,
  onTake,
}: {
  refused: Refused
  country: string
  onTake: (date: string) => void
}) {
  const { say } = useWords()
  const { earliest } = refused.values
  if (refused.code !== 'slot_gone' || earliest === undefined) return null
  return (
    <Button className="needs-script mt-2" onClick={() => onTake(dayAt(country, earliest))}>
      {say('factory.earliestTake', { at: earliest })}
    </Button>
  )
}
