import { Link } from 'react-router'
import { ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Price, When } from '../ui/figures.tsx'
import { type StateShape, StateWord } from '../ui/state-word.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { useWords } from '../words/reader.tsx'
import { jobCode } from './job-code.ts'
import { type PayoutLine, sums } from './payout-lines.ts'

/** The factory's account: what will come and about when, what was earned, how and by which reference it was paid. */
export function PayoutsPage({ coming, done }: { coming: readonly PayoutLine[]; done: readonly PayoutLine[] }) {
  const { say } = useWords()
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-12 px-4 py-6 sm:px-6">
      <header>
        <h1 className="text-head">{say('factory.payouts')}</h1>
        <p className="mt-1 max-w-2xl text-soft">{say('factory.payoutWhat')}</p>
      </header>
      {coming.length === 0 && done.length === 0 ? (
        <EmptyState
          title={say('factory.payoutEmptyTitle')}
          action={<ButtonLink to="/factory">{say('factory.toInbox')}</ButtonLink>}
        >
          {say('factory.payoutEmpty')}
        </EmptyState>
      ) : (
        <>
          <Account title={say('factory.toCome')} lines={coming} isComing />
          <Account title={say('factory.paidOut')} lines={done} />
        </>
      )}
    </div>
  )
}

const shapes: Readonly<Record<PayoutLine['state'], StateShape>> = {
  coming: 'waiting',
  owed: 'moving',
  sent: 'done',
  by_bank: 'moving',
  nothing: 'stopped',
}

function Account({
  title,
  lines,
  isComing = false,
}: {
  title: string
  lines: readonly PayoutLine[]
  isComing?: boolean
}) {
  const { say } = useWords()
  if (lines.length === 0) return null
  const columns: Column<PayoutLine>[] = [
    {
      key: 'job',
      title: say('factory.payoutJob'),
      isName: true,
      cell: ({ job }) => (
        <Link to={`/factory/jobs/${job}`} className="underline decoration-1 underline-offset-4 hover:decoration-2">
          {jobCode(job)}
        </Link>
      ),
    },
    {
      key: 'state',
      title: say('factory.payoutState'),
      cell: ({ state }) => <StateWord shape={shapes[state]}>{say(`factory.payout.${state}`)}</StateWord>,
    },
    {
      key: 'when',
      title: say('factory.payoutWhen'),
      cell: ({ at }) => (isComing ? say('factory.payoutAbout', { at }) : <When at={at} as="day" />),
    },
    ...(isComing
      ? []
      : [
          {
            key: 'rail',
            title: say('factory.payoutRail'),
            cell: ({ rail }: PayoutLine) =>
              rail === 'connect' || rail === 'bank' ? say(`factory.rail.${rail}`) : (rail ?? '–'),
          },
          {
            key: 'reference',
            title: say('factory.payoutReference'),
            cell: ({ reference }: PayoutLine) => (
              <span className="break-all font-mono text-fine">{reference ?? '–'}</span>
            ),
          },
        ]),
    {
      key: 'money',
      title: say('factory.payoutMoney'),
      align: 'end',
      cell: ({ money }) => <Price money={money} className="font-semibold" />,
    },
  ]
  return (
    <section className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="text-title">{title}</h2>
        <p className="text-title">
          {sums(lines).map((money) => (
            <Price key={money.currency} money={money} className="ml-4" />
          ))}
        </p>
      </div>
      <Table caption={title} columns={columns} rows={lines} keyOf={(line) => line.job} />
    </section>
  )
}
