import { Download, PackageCheck, Printer } from 'lucide-react'
import type { Make } from '#models/product/make.ts'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { Button, ButtonLink, buttonLook } from '../ui/button.tsx'
import { StateWord } from '../ui/state-word.tsx'
import { useWords } from '../words/reader.tsx'
import { ActForm } from './act-form.tsx'
import { cartonLines } from './carton-lines.ts'
import type { JobDetail } from './portal-data.ts'

/** Orders the labels and hands over. */
export function ShipForm({ job, action }: { job: JobDetail; action: string }) {
  const { say } = useWords()
  return (
    <ActForm id={`ship/${job.job}`} action={action} fields={{ act: 'ship', job: job.job }} className="gap-3">
      {(sending) => (
        <>
          <Button
            type="submit"
            kind="primary"
            pending={sending}
            className="min-h-16! text-title!"
            icon={<PackageCheck aria-hidden="true" className="size-6" />}
          >
            {say('floor.ship')}
          </Button>
          <p className="text-soft">{say('floor.shipWhat')}</p>
        </>
      )}
    </ActForm>
  )
}

/** On its way: labels to print and how far it is. */
export function Shipped({ job }: { job: JobDetail }) {
  const { say } = useWords()
  const { shipment } = job
  if (shipment === null) return <StateWord shape="done">{say('floor.stage.shipped')}</StateWord>
  return (
    <div className="flex flex-col gap-4">
      <p className="text-lead">
        {shipment.deliveredAt !== null
          ? say('floor.arrived', { at: shipment.deliveredAt })
          : say('floor.shipped', { carrier: shipment.carrier })}
        {shipment.deliveredAt === null && shipment.expectedAt !== null && (
          <span className="block text-body text-soft">{say('floor.expected', { at: shipment.expectedAt })}</span>
        )}
      </p>
      <div className="flex flex-wrap gap-3">
        {shipment.label !== null && (
          <a
            href={`/api/labels/${job.job}`}
            target="_blank"
            rel="noreferrer"
            className={buttonLook(shipment.deliveredAt === null ? 'primary' : 'plain', 'large')}
          >
            <Download aria-hidden="true" className="size-5" />
            {say('floor.labels')}
          </a>
        )}
        <PackingListLink job={job.job} />
      </div>
    </div>
  )
}

function PackingListLink({ job }: { job: string }) {
  const { say } = useWords()
  return (
    <ButtonLink
      to={`/factory/jobs/${job}/packing-list`}
      size="large"
      icon={<Printer aria-hidden="true" className="size-5" />}
    >
      {say('floor.packingList')}
    </ButtonLink>
  )
}

/** Each carton with its size, mass and contents, and where they go. */
export function Cartons({
  job,
  make,
  product,
  isPaper = false,
}: {
  job: JobDetail
  make: Make
  product: Product
  /** on its own sheet, without the way to it */
  isPaper?: boolean
}) {
  const { say } = useWords()
  const lines = cartonLines(make, job.quantity, job.shipment?.cartons ?? [])
  return (
    <section aria-labelledby="cartons" className="flex flex-col gap-4">
      <h2 id="cartons" className="border-ink border-b pb-1.5 text-lead">
        {say('floor.cartons')}
      </h2>
      <div className="flex flex-wrap justify-between gap-6">
        <div>
          <h3 className="text-fine text-soft">{say('floor.to')}</h3>
          <Address job={job} />
        </div>
        {!isPaper && job.stage !== 'shipped' && <PackingListLink job={job.job} />}
      </div>
      <ol className="grid gap-x-8 sm:grid-cols-2">
        {lines.map(({ n, carton, contents, tracking }) => (
          <li key={n} className="flex flex-col border-line border-b py-3">
            <h3 className="font-semibold">{say('floor.carton', { n, count: lines.length })}</h3>
            <p className="text-fine text-soft">
              {say('floor.cartonSize', {
                length: carton.length,
                width: carton.width,
                height: carton.height,
                mass: carton.massG,
              })}
            </p>
            <ul className="pt-1">
              {contents.map(({ kind, count }) => (
                <li key={kind}>{say('floor.cartonContent', { count, part: sayOf(product.words, `part.${kind}`) })}</li>
              ))}
            </ul>
            {tracking && <p className="pt-1 font-mono text-fine">{tracking}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Where it goes; shown only when there is something to send. */
export function Address({ job }: { job: JobDetail }) {
  const { say, country } = useWords()
  const { address } = job
  if (address === null) return <p className="text-soft">{say('floor.toLater')}</p>
  const lines = [
    address.name,
    address.line1,
    address.line2,
    `${address.postalCode} ${address.city}`,
    address.region,
    country(address.country),
  ].filter((line) => line !== null && line !== '')
  return (
    <address className="not-italic">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of an address have no name
        <span key={at} className="block">
          {line}
        </span>
      ))}
    </address>
  )
}
