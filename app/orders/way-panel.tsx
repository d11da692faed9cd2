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
        {say('order.way')}
      </h2>
      <dl className="mt-3 grid gap-x-8 gap-y-2 sm:grid-cols-[auto_auto_minmax(0,1fr)]">
        <div>
          <dt className="text-fine text-soft">{say('order.carrier')}</dt>
          <dd>
            {shipment.carrier}, {say('order.cartons', { count: shipment.cartons })}
          </dd>
        </div>
        <div>
          <dt className="text-fine text-soft">{say('order.tracking')}</dt>
          <dd className="font-mono [overflow-wrap:anywhere]">{shipment.tracking.join(', ')}</dd>
        </div>
        <div>
          <dt className="text-fine text-soft">{say('order.expectedTerm')}</dt>
          <dd>
            {shipment.deliveredAt !== null
              ? say('order.arrived', { at: shipment.deliveredAt })
              : shipment.expectedAt !== null
                ? say('order.expected', { at: shipment.expectedAt })
                : say('order.expectedUnknown')}
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
