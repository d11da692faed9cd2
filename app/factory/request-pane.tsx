import type { Make } from '#models/product/make.ts'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { When } from '../ui/figures.tsx'
import { useWords } from '../words/reader.tsx'
import { BidAction, BidForm } from './bid-form.tsx'
import { DeclineForm } from './decline-form.tsx'
import { requestKey } from './inbox-rows.ts'
import { groups } from './job-code.ts'
import { Facts, Pane } from './pane.tsx'
import type { RequestDetail, RequestRow } from './portal-data.ts'
import { SpecificationLists } from './specification-lists.tsx'
import { type Typed, useBid } from './use-bid.ts'
import { useMake } from './use-make.ts'

/** A request: what is wanted, what it takes of one's own time, and the bid. `detail` follows with the day that free machines allow. */
export function RequestPane({
  row,
  detail,
  typed,
  onAnswered,
}: {
  row: RequestRow
  detail: RequestDetail | undefined
  typed: Typed
  onAnswered: (said: 'factory.sent' | 'factory.declined') => void
}) {
  const { say } = useWords()
  const { product, make, what } = useMake(row)
  const bid = useBid(row, detail, typed)
  const action = `/factory?index&open=${requestKey(row.request)}`
  return (
    <Pane
      title={say('factory.requestTitle', { code: groups(row.request) })}
      what={what}
      clock={say('factory.requestClock', { at: row.deadline })}
      dueAt={row.deadline}
      make={make}
      action={bid.soonest === undefined ? null : <BidAction bid={bid} />}
    >
      <MakeFacts
        make={make}
        quantity={row.quantity}
        country={row.country}
        dates={[
          {
            name: say('factory.wantedBy'),
            value: row.wantedBy === null ? say('factory.noWish') : <When at={row.wantedBy} as="day" />,
          },
        ]}
        hash={row.hash}
      />
      <BidForm
        bid={bid}
        row={row}
        detail={detail}
        product={product}
        action={action}
        onDone={() => onAnswered('factory.sent')}
      />
      <DeclineForm
        kind="decline"
        object={{ name: 'request', id: row.request }}
        action={action}
        onDone={() => onAnswered('factory.declined')}
      />
      {detail && <Capacity detail={detail} product={product} />}
      <SpecificationLists product={product} make={make} quantity={row.quantity} />
    </Pane>
  )
}

/** What every maker asks first. */
export function MakeFacts({
  make,
  quantity,
  country,
  dates,
  hash,
}: {
  make: Make
  quantity: number
  country: string
  dates: Parameters<typeof Facts>[0]['facts']
  /** left out where it stands in full elsewhere */
  hash?: string
}) {
  const words = useWords()
  const { say } = words
  return (
    <Facts
      label={say('factory.facts')}
      facts={[
        { name: say('factory.column.quantity'), value: words.number(quantity) },
        { name: say('factory.goesTo'), value: words.country(country) },
        ...dates,
        {
          name: say('factory.mass'),
          value: say('factory.massValue', { mass: make.massG * quantity, count: make.cartons.length * quantity }),
        },
        ...(hash === undefined
          ? []
          : [
              {
                name: say('factory.hash'),
                value: (
                  <span className="font-mono text-fine" title={hash}>
                    {hash.slice(0, 12)}…
                  </span>
                ),
              },
            ]),
      ]}
    />
  )
}

/** Each work centre's need beside what is free of it. */
function Capacity({ detail, product }: { detail: RequestDetail; product: Product }) {
  const { say } = useWords()
  return (
    <section aria-labelledby="capacity" className="flex flex-col gap-2">
      <h3 id="capacity" className="font-semibold">
        {say('factory.capacity')}
      </h3>
      <ul className="flex flex-col gap-2">
        {detail.work.map(({ workCentre, minutes, free }) => (
          <li key={workCentre} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
            <span>{sayOf(product.words, `work-centre.${workCentre}`)}</span>
            <span className={minutes > free ? 'font-semibold text-harm' : undefined}>
              {say('factory.capacityOf', { minutes, free })}
            </span>
            <span aria-hidden="true" className="col-span-2 h-1.5 bg-tint">
              <span
                className={minutes > free ? 'hatched block h-full bg-harm' : 'block h-full bg-mat'}
                style={{ width: `${Math.min(100, (100 * minutes) / Math.max(1, free))}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
      <p className="text-fine text-soft">{say('factory.capacityWhat', { days: detail.days })}</p>
    </section>
  )
}
