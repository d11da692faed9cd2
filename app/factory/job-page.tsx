import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { say as sayOf } from '#models/product/words.ts'
import { useShopNow } from '../orders/shop-clock.tsx'
import { StateWord } from '../ui/state-word.tsx'
import { useWords } from '../words/reader.tsx'
import { DeclineForm } from './decline-form.tsx'
import { JobClock, stateOf } from './job-clock.tsx'
import { jobCode } from './job-code.ts'
import { JobSpecification } from './job-specification.tsx'
import { OperationButtons } from './operation-buttons.tsx'
import { OperationList } from './operation-list.tsx'
import type { JobDetail } from './portal-data.ts'
import { type NextStep, nextStep } from './readiness.ts'
import { ReadinessWord } from './readiness-word.tsx'
import { Cartons, ShipForm, Shipped } from './shipping.tsx'
import { useMake } from './use-make.ts'
import { Accept, AcceptButton, MoneyFacts } from './won-pane.tsx'

/** One job: the one thing to do now first, then where it stands, the steps, the way out, and what exactly is made. */
export function JobPage({ job }: { job: JobDetail }) {
  const { say } = useWords()
  const [query] = useSearchParams()
  const { product, make, what } = useMake(job)
  const code = jobCode(job.job)
  const step = nextStep(job, useShopNow(), query.get('step'))
  const isPacking = step.kind === 'cure' || step.kind === 'ship' || step.kind === 'shipped'
  return (
    <div className="mx-auto w-full max-w-7xl px-4 pb-12 sm:px-6 lg:grid lg:grid-cols-[minmax(0,1fr)_26rem] lg:items-start lg:gap-x-12">
      <header className="flex flex-col gap-1 pt-2 pb-4 lg:col-span-2 lg:pt-4">
        <Link
          to="/factory/board"
          className="-ml-1 flex min-h-11 items-center gap-2 self-start text-soft underline-offset-4 hover:text-ink hover:underline"
        >
          <ArrowLeft aria-hidden="true" className="size-5" />
          {say('factory.board')}
        </Link>
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h1 className="text-head">{say('floor.jobTitle', { code })}</h1>
          <StateWord {...stateOf(job)}>{say(`floor.stage.${shownStage(job)}`)}</StateWord>
        </div>
        <p className="text-soft">
          {job.quantity > 1 && `${say('floor.pieces', { count: job.quantity })}: `}
          {what}
        </p>
      </header>
      <div className="flex min-w-0 flex-col gap-8">
        <Now job={job} step={step} />
        <JobClock job={job} />
        {job.operations.length > 0 && <OperationList job={job} product={product} step={step} />}
        {isPacking && <Cartons job={job} make={make} product={product} />}
      </div>
      <aside className="flex min-w-0 flex-col gap-8 pt-8 lg:pt-0">
        <JobSpecification job={job} make={make} product={product} what={what} />
        <MoneyFacts row={job} arrivedAt={job.shipment?.deliveredAt ?? null} />
      </aside>
    </div>
  )
}

/** The stage in the factory’s words: once it is on its way the order’s own. */
function shownStage(job: JobDetail) {
  if (job.stage !== 'shipped') return job.stage
  return job.orderStage === 'delivered' || job.orderStage === 'completed' ? job.orderStage : job.stage
}

/** The one thing to do now. */
function Now({ job, step }: { job: JobDetail; step: NextStep }) {
  const { say } = useWords()
  const { product } = useMake(job)
  const action = `/factory/jobs/${job.job}`
  switch (step.kind) {
    case 'answer':
      return (
        <Plate>
          <Accept row={job} action={action}>
            <AcceptButton job={job.job} className="min-h-16! text-title!" />
          </Accept>
          <DeclineForm kind="refuse" object={{ name: 'job', id: job.job }} action={action} />
        </Plate>
      )
    case 'work': {
      const { operation, readiness } = step
      return (
        <Plate>
          <div>
            <p className="text-fine text-soft">{say('floor.now')}</p>
            <h2 className="text-title">{sayOf(product.words, `operation.${operation.operation}`)}</h2>
            <p className="text-fine text-soft">
              {say('floor.planned', { from: operation.startsAt, to: operation.endsAt })}
            </p>
          </div>
          <ReadinessWord readiness={readiness} product={product} />
          <OperationButtons
            key={`${operation.operation} ${readiness.kind}`}
            job={job.job}
            operation={operation}
            readiness={readiness}
            product={product}
            action={action}
          />
        </Plate>
      )
    }
    case 'cure':
      return (
        <Plate>
          <p className="text-lead">{say('floor.curing', { at: step.until })}</p>
        </Plate>
      )
    case 'ship':
      return (
        <Plate>
          <ShipForm job={job} action={action} />
        </Plate>
      )
    case 'shipped':
      return (
        <Plate>
          <Shipped job={job} />
        </Plate>
      )
    case 'over':
      return (
        <Plate>
          <p className="text-lead">
            {job.stage === 'refused' || job.stage === 'unpaid'
              ? say(`floor.over.${job.stage}`)
              : say('floor.over.stopped')}
          </p>
        </Plate>
      )
  }
}

function Plate({ children }: { children: ReactNode }) {
  return <section className="mat-grid flex flex-col gap-4 border border-edge p-4 sm:p-6">{children}</section>
}
