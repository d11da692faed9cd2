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
import { ReadinessWord, shapeOf } from './readiness-word.tsx'

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
  const isOpen = readiness.kind !== 'done' && readiness.kind !== 'waiting'
  return (
    <li
      aria-current={isNow ? 'step' : undefined}
      className={clsx(
        'grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2 border-line border-b py-2.5',
        isNow && 'shadow-[inset_4px_0_0_var(--mark)] pl-3',
      )}
    >
      <StateWord shape={shapeOf(readiness.kind)} className="mt-1.5 self-start">
        <span className="sr-only">{say(readiness.kind === 'done' ? 'floor.done' : 'floor.notDone')}</span>
      </StateWord>
      <div className="min-w-0">
        <h3 className={isOpen ? 'font-semibold' : 'font-medium'}>{name}</h3>
        <p className="text-fine text-soft">
          {centreWord(operation.workCentre, words)}.{' '}
          {operation.finishedAt === null
            ? say('floor.planned', { from: operation.startsAt, to: operation.endsAt })
            : say('floor.doneAt', { at: operation.finishedAt })}
        </p>
        {isOpen && (
          <p className="text-fine">
            <ReadinessWord readiness={readiness} product={product} bare />
          </p>
        )}
        {operation.note !== null && <p className="mt-1.5 border-mark border-l-4 pl-2">{operation.note}</p>}
      </div>
      <div className="flex flex-col items-end gap-2">
        {operation.photo !== null && (
          <a href={`/api/files/${operation.photo}`} className="block">
            <img
              src={`/api/files/${operation.photo}?size=small`}
              alt={say('floor.photoOf', { operation: name })}
              width={88}
              height={64}
              loading="lazy"
              className="h-16 w-22 border border-line bg-ground object-cover"
            />
          </a>
        )}
        {canTake && (
          <Link
            to={`/factory/jobs/${job.job}?step=${operation.operation}`}
            className="flex min-h-11 items-center font-semibold text-mat-strong underline underline-offset-4"
          >
            {say('floor.chooseStep')}
          </Link>
        )}
      </div>
    </li>
  )
}
