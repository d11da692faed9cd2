import type { ReactNode } from 'react'
import { useFetcher } from 'react-router'
import { feePermille, sharesOfTrace } from '#models/money/shares.ts'
import { deadlines } from '#models/order/deadlines.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Price, When } from '../ui/figures.tsx'
import { useWords } from '../words/reader.tsx'
import { ActForm } from './act-form.tsx'
import { DeclineForm } from './decline-form.tsx'
import { jobKey } from './inbox-rows.ts'
import { jobCode } from './job-code.ts'
import { Pane, Sums } from './pane.tsx'
import type { JobRow } from './portal-data.ts'
import { MakeFacts } from './request-pane.tsx'
import { SpecificationLists } from './specification-lists.tsx'
import { useMake } from './use-make.ts'

/** A job that was won: the promise and the money once more, then yes or no. */
export function WonPane({
  row,
  onAnswered,
}: {
  row: JobRow
  onAnswered: (said: 'factory.accepted' | 'factory.givenBack') => void
}) {
  const { say } = useWords()
  const { product, make, what } = useMake(row)
  const action = `/factory?index&open=${jobKey(row.job)}`
  return (
    <Pane
      title={say('factory.wonTitle', { code: jobCode(row.job) })}
      what={what}
      clock={say('factory.wonClock', { at: row.acceptBy })}
      dueAt={row.acceptBy}
      make={make}
      action={
        <>
          <p className="flex flex-col leading-tight">
            <span className="text-fine text-soft">{say('factory.part.net')}</span>
            <Price money={row.net} className="font-semibold text-title" />
          </p>
          <AcceptButton job={row.job} />
        </>
      }
    >
      <MakeFacts
        make={make}
        quantity={row.quantity}
        country={row.country}
        hash={row.hash}
        dates={[
          { name: say('factory.workEnds'), value: <When at={row.finishBy} as="day" /> },
          { name: say('factory.promised'), value: <When at={row.promisedAt} as="day" /> },
        ]}
      />
      <MoneyFacts row={row} />
      <Accept row={row} action={action} onDone={() => onAnswered('factory.accepted')} />
      <DeclineForm
        key={`refuse/${row.job}`}
        kind="refuse"
        object={{ name: 'job', id: row.job }}
        action={action}
        onDone={() => onAnswered('factory.givenBack')}
      />
      <SpecificationLists product={product} make={make} quantity={row.quantity} />
      <ButtonLink to={`/factory/jobs/${row.job}`} className="self-start">
        {say('floor.open', { code: jobCode(row.job) })}
      </ButtonLink>
    </Pane>
  )
}

const acceptKey = (job: string): string => `accept/${job}`

/** Takes the job. Its button may stand apart, where it is always in reach: `AcceptButton`. */
export function Accept({
  row,
  action,
  onDone,
  children,
}: {
  row: JobRow
  action: string
  onDone?: () => void
  children?: ReactNode
}) {
  const { say } = useWords()
  return (
    <ActForm
      id={acceptKey(row.job)}
      formId={`accept-${row.job}`}
      action={action}
      fields={{ act: 'accept', job: row.job }}
      {...(onDone ? { onDone } : {})}
      className="gap-2"
    >
      {() => (
        <>
          {children}
          <p className="text-fine text-soft">{say('factory.acceptWhat')}</p>
        </>
      )}
    </ActForm>
  )
}

export function AcceptButton({ job, className }: { job: string; className?: string }) {
  const { say } = useWords()
  const { state } = useFetcher({ key: acceptKey(job) })
  return (
    <Button
      type="submit"
      form={`accept-${job}`}
      kind="primary"
      size="large"
      pending={state !== 'idle'}
      data-key="accept"
      {...(className === undefined ? {} : { className })}
    >
      {say('factory.accept')}
    </Button>
  )
}

/** From what the shopper pays to what the factory gets, and when. */
export function MoneyFacts({ row, arrivedAt = null }: { row: JobRow; arrivedAt?: string | null }) {
  const { say } = useWords()
  const { currency } = row.price
  const shares = sharesOfTrace(row.trace)
  const less = (amount: number) => <Price money={{ amount: -amount, currency }} />
  return (
    <div className="flex flex-col gap-2 border-ink border-t pt-4">
      <Sums
        label={say('factory.parts')}
        lines={[
          { name: say('factory.price'), value: <Price money={row.price} /> },
          { name: say('factory.part.tax'), value: less(shares.tax) },
          { name: say('factory.part.freight'), value: less(shares.freight) },
          { name: say('factory.part.fee', { percent: feePermille / 1000 }), value: less(shares.fee) },
          { name: say('factory.part.net'), value: <Price money={row.net} /> },
        ]}
      />
      <p className="text-fine text-soft">
        {arrivedAt === null
          ? say('factory.paidWhen', { at: Date.parse(row.projectedAt ?? row.promisedAt) + deadlines.inspection })
          : say('factory.paidBy', { at: Date.parse(arrivedAt) + deadlines.inspection })}
      </p>
    </div>
  )
}
