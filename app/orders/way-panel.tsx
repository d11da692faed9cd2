import { When } from '../ui/figures.tsx'
import { useWords } from '../words/reader.tsx'
import { useOrderScene } from './order-scene.tsx'
import { tell } from './telling.ts'
import { useAround } from './use-around.ts'

/** The way to the shopper: who carries it, under which numbers, when it is expected, and each of its steps. */
export function WayPanel() {
  const { order, events } = useOrderScene()
  const { say } = useWords()
  const around = useAround()
  const { shipment } = order
  if (shipment === null) return null
  const steps = events.filter(({ kind }) => kind === 'tracked' || kind === 'delivered' || kind === 'carrier_silent')
  return (
    <section aria-labelledby="way" data-shipment={shipment.state}>
      <h2 id="way" className="text-title">
        {say(shipment.state === 'delivered' ? 'order.wayOver' : 'order.way')}
      </h2>
      <dl className="mt-3 grid gap-x-8 gap-y-3 sm:grid-cols-2">
        <div>
          <dt className="text-fine text-soft">{say('order.carrier')}</dt>
          <dd>
            {carrierWords(shipment.carrier, say)}, {say('order.cartons', { count: shipment.cartons })}
          </dd>
        </div>
        <div>
          <dt className="text-fine text-soft">{say('order.expectedTerm')}</dt>
          <dd suppressHydrationWarning>
            {shipment.deliveredAt !== null
              ? say('order.arrived', { at: shipment.deliveredAt })
              : shipment.expectedAt !== null
                ? say('order.expected', { at: shipment.expectedAt })
                : say('order.expectedUnknown')}
          </dd>
        </div>
        <div className="sm:col-span-2">
          <dt className="text-fine text-soft">{say('order.tracking', { count: shipment.tracking.length })}</dt>
          <dd className="flex flex-wrap gap-x-4 font-mono text-fine">
            {shipment.tracking.map((number) => (
              <span key={number}>{number}</span>
            ))}
          </dd>
        </div>
      </dl>
      {steps.length > 0 && (
        <ol className="mt-3 border-line border-t">
          {steps.map((event) => (
            <li key={event.id} className="flex flex-wrap justify-between gap-x-6 border-line border-b py-2">
              <span>{tell(event, around).sentence}</span>
              <When at={event.at} className="text-fine text-soft" />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const services = {
  parcel: 'order.carrierParcel',
  two_man: 'order.carrierTwoMan',
  pallet: 'order.carrierPallet',
} as const

/** The carrier’s services by name; another carrier’s own name stays as it is. */
function carrierWords(carrier: string, say: ReturnType<typeof useWords>['say']): string {
  const known = Object.entries(services).find(([service]) => service === carrier)
  return known === undefined ? carrier : say(known[1])
}
