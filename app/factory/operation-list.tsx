import clsx from 'clsx'
import { Link } from 'react-router'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { useShopNow } from '../orders/shop-clock.tsx'
import { StateWord } from '../ui/state-word.tsx'
import { useWords } from '../words/reader.tsx'
import { centreWord } from './centre-word.ts'
import type { JobDetail, Operation } from './portal-data.ts'
import { type NextStep, readinessOf } from './readiness.ts'
import { ReadinessWord } from './readiness-word.tsx'

/** All steps of a job in their order, with what was noted and photographed; one that can be acted on may be brought to the top. */
export function OperationList({ job, product, step }: { job: JobDetail; product: Product; step: NextStep }) {
  const { say } = useWords()
  const done = job.operations.filter((operation) => operation.state === 'done').length
  return (
    <section aria-labelledby="work" className="flex flex-col">
      <div className="flex items-baseline justify-between gap-4 border-ink border-b pb-1.5">
        <h2 id="work" className="text-lead">
          {say('floor.work')}
        </h2>
        <span className="text-soft">{say('floor.workDone', { done, count: job.operations.length })}</span>
      </div>
      <ol>
        {job.operations.map((operation) => (
          <Step
            key={operation.operation}
            job={job}
            operation={operation}
            product={product}
            isNow={step.kind === 'work' && step.operation.operation === operation.operation}
          />
        ))}
      </ol>
    </section>
  )
}

function Step({
  job,
  operation,
  product,
  isNow,
}: {
  job: JobDetail
  operation: Operation
  product: Product
  isNow: boolean
}) {
  const words = useWords()
  const { say } = words
  const readiness = readinessOf(operation, job.operations, useShopNow())
  const name = sayOf(product.words, `operation.${operation.operation}`)
  const canTake = !isNow && (readiness.kind === 'ready' || readiness.kind === 'paused' || readiness.kind === 'running')
  return (
    <li
      aria-current={isNow ? 'step' : undefined}
      className={clsx(
        'grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 border-line border-b py-3',
        isNow && 'shadow-[inset_4px_0_0_var(--mark)] pl-3',
      )}
    >
      <div className="min-w-0">
        <h3 className={clsx('font-semibold', readiness.kind === 'done' && 'font-medium')}>{name}</h3>
        <p className="text-fine text-soft">
          {centreWord(operation.workCentre, words)}.{' '}
          {operation.finishedAt === null
            ? say('floor.planned', { from: operation.startsAt, to: operation.endsAt })
            : say('floor.doneAt', { at: operation.finishedAt })}
        </p>
        {operation.note !== null && <p className="mt-1 border-mark border-l-4 pl-2">{operation.note}</p>}
      </div>
      <div className="flex flex-col items-end gap-2">
        {readiness.kind === 'done' ? (
          <StateWord shape="done">{say('floor.done')}</StateWord>
        ) : (
          <span className="max-w-44 text-right text-fine">
            <ReadinessWord readiness={readiness} product={product} />
          </span>
        )}
        {operation.photo !== null && (
          <a href={`/api/files/${operation.photo}`} className="block">
            <img
              src={`/api/files/${operation.photo}?size=small`}
              alt={say('floor.photoOf', { operation: name })}
              loading="lazy"
              className="h-16 w-22 border border-line bg-ground object-cover"
            />
          </a>
        )}
        {canTake && (
          <Link
            to={`/factory/jobs/${job.job}?step=${operation.operation}`}
            preventScrollReset={false}
            className="flex min-h-11 items-center font-semibold text-mat-strong underline underline-offset-4"
          >
            {say('floor.chooseStep')}
          </Link>
        )}
      </div>
    </li>
  )
}
