import { useId } from 'react'
import { useFetcher } from 'react-router'
import { feePermille } from '#models/money/shares.ts'
import { deadlines } from '#models/order/deadlines.ts'
import type { Product } from '#models/product/product.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Rolling } from '../ui/figures.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { useWords } from '../words/reader.tsx'
import { ActForm } from './act-form.tsx'
import type { PriceParts } from './bid-terms.ts'
import { dayAt } from './bid-terms.ts'
import { centreWord } from './centre-word.ts'
import { requestKey } from './inbox-rows.ts'
import { Sums } from './pane.tsx'
import type { Refused, RequestDetail, RequestRow } from './portal-data.ts'
import type { Bid } from './use-bid.ts'

/** A price and a day, with where the price goes. Its button stands apart, where it is always in reach: `BidAction`. */
export function BidForm({
  bid,
  row,
  detail,
  product,
  action,
  onDone,
}: {
  bid: Bid
  row: RequestRow
  detail: RequestDetail | undefined
  product: Product
  action: string
  onDone: () => void
}) {
  const words = useWords()
  const { say } = words
  const heading = useId()
  const { earliest, soonest, parts, deliverBy } = bid
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-4 border-ink border-t pt-4">
      <h3 id={heading} className="text-lead">
        {say('factory.bid')}
      </h3>
      {detail === undefined ? (
        <SkeletonLines lines={7} />
      ) : earliest === undefined || soonest === undefined ? (
        <p>{say('factory.noSlot', { workCentre: centreWord(detail.full ?? '', words) })}</p>
      ) : (
        <ActForm
          id={bid.key}
          formId={bid.formId}
          action={action}
          product={product}
          onDone={onDone}
          fields={{ act: 'bid', request: row.request, country: row.country, open: requestKey(row.request) }}
          className="gap-4"
          onRefused={(refused) => <EarliestNow refused={refused} country={row.country} onTake={bid.setDate} />}
        >
          {() => (
            <>
              <TextField
                label={say('factory.price')}
                name="price"
                inputMode="decimal"
                autoComplete="off"
                required
                data-key="bid"
                value={bid.price}
                hint={say('factory.priceFromCard', { price: row.price })}
                error={parts === undefined && say('factory.priceUnread')}
                onChange={(event) => bid.setPrice(event.target.value)}
              />
              {parts && <Parts parts={parts} />}
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
                value={bid.date}
                hint={say('factory.earliest', {
                  at: earliest.deliverBy,
                  from: earliest.startsAt,
                  to: earliest.finishesAt,
                })}
                error={deliverBy === undefined && say('factory.dateUnread')}
                onChange={(event) => bid.setDate(event.target.value)}
              />
              <p className="text-fine text-soft">
                {say('factory.bidWhat')}{' '}
                {deliverBy && say('factory.paidWhen', { at: Date.parse(deliverBy) + deadlines.inspection })}
              </p>
            </>
          )}
        </ActForm>
      )}
    </section>
  )
}

/** What one gets, and the button that sends the bid. */
export function BidAction({ bid }: { bid: Bid }) {
  const { say, money } = useWords()
  const { state } = useFetcher({ key: bid.key })
  if (bid.soonest === undefined) return null
  return (
    <>
      <p className="flex flex-col leading-tight">
        <span className="text-fine text-soft">{say('factory.part.net')}</span>
        <span className="font-semibold text-title" data-net={bid.parts?.net}>
          {bid.parts ? <Rolling text={money({ amount: bid.parts.net, currency: 'EUR' })} /> : '–'}
        </span>
      </p>
      <Button type="submit" form={bid.formId} kind="primary" size="large" pending={state !== 'idle'}>
        {say('factory.sendBid')}
      </Button>
    </>
  )
}

/** A price from the shopper's side down to what the factory gets. */
function Parts({ parts }: { parts: PriceParts }) {
  const { say, money } = useWords()
  const lines = [
    { name: say('factory.part.tax'), amount: -parts.tax },
    { name: say('factory.part.freight'), amount: -parts.freight },
    { name: say('factory.part.fee', { percent: feePermille / 1000 }), amount: -parts.fee },
    { name: say('factory.part.net'), amount: parts.net },
  ]
  return (
    <Sums
      label={say('factory.parts')}
      lines={lines.map(({ name, amount }) => ({ name, value: money({ amount, currency: 'EUR' }) }))}
    />
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
