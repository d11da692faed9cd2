import clsx from 'clsx'
import { Link } from 'react-router'
import { choiceWord } from '../customizer/wording.ts'
import { Price, When } from '../ui/figures.tsx'
import { useWords } from '../words/reader.tsx'
import { centreWord } from './centre-word.ts'
import type { InboxRow } from './inbox-rows.ts'
import { groups, jobCode } from './job-code.ts'
import { Thumbnail } from './thumbnail.tsx'
import { TimeLeft } from './time-left.tsx'
import { useMake } from './use-make.ts'

/**
 * What waits for an answer: a dense table where there is room, blocks to press where there is not. Which of the two follows the width
 * of its own column.
 */
export function InboxTable({ rows, open }: { rows: readonly InboxRow[]; open: string | undefined }) {
  const { say } = useWords()
  const kinds = (['won', 'request'] as const).map((kind) => ({ kind, rows: rows.filter((row) => row.kind === kind) }))
  const hide = '@max-[52rem]:sr-only'
  return (
    <div className="@container">
      <table className="w-full border-collapse @max-[52rem]:block">
        <caption className="sr-only">{say('factory.caption')}</caption>
        <thead className={hide}>
          <tr className="text-left text-fine text-soft">
            <th scope="col" colSpan={2} className="py-2 pl-4 font-medium sm:pl-6">
              {say('factory.column.what')}
            </th>
            <th scope="col" className="hidden py-2 pr-4 font-medium @min-[62rem]:table-cell">
              {say('factory.column.material')}
            </th>
            <th scope="col" className="py-2 pr-4 text-right font-medium">
              {say('factory.column.quantity')}
            </th>
            <th scope="col" className="py-2 pr-4 font-medium">
              {say('factory.column.wanted')}
            </th>
            <th scope="col" className="py-2 pr-4 text-right font-medium">
              {say('factory.column.capacity')}
            </th>
            <th scope="col" className="py-2 pr-4 text-right font-medium">
              {say('factory.column.money')}
            </th>
            <th scope="col" className="py-2 pr-4 font-medium sm:pr-6">
              {say('factory.column.clock')}
            </th>
          </tr>
        </thead>
        {kinds.map(
          (group) =>
            group.rows.length > 0 && (
              <tbody key={group.kind} className="@max-[52rem]:block">
                <tr className="@max-[52rem]:block">
                  <th
                    scope="rowgroup"
                    colSpan={8}
                    className="border-ink border-b px-4 pt-5 pb-1.5 text-left font-semibold @max-[52rem]:block sm:px-6"
                  >
                    {say(group.kind === 'won' ? 'factory.won' : 'factory.asked', { count: group.rows.length })}
                  </th>
                </tr>
                {group.rows.map((row) => (
                  <Line key={row.key} row={row} isOpen={row.key === open} />
                ))}
              </tbody>
            ),
        )}
      </table>
    </div>
  )
}

function Line({ row: { key, kind, row, dueAt }, isOpen }: { row: InboxRow; isOpen: boolean }) {
  const words = useWords()
  const { say } = words
  const { product, make, what } = useMake(row)
  const code = kind === 'won' ? jobCode(row.job) : groups(row.request)
  const wanted = kind === 'won' ? row.promisedAt : row.wantedBy
  const minutes =
    kind === 'won'
      ? Math.ceil(make.operations.reduce((sum, each) => sum + each.setupS + each.runS * row.quantity, 0) / 60)
      : row.minutes
  const tightest = kind === 'won' ? null : row.tightest
  const cell = 'py-2.5 pr-4 align-top @max-[52rem]:block @max-[52rem]:p-0'
  return (
    <tr
      data-row={key}
      aria-current={isOpen || undefined}
      className="relative border-line border-b hover:bg-tint has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-focus has-[a:focus-visible]:-outline-offset-2 aria-[current]:bg-tint aria-[current]:shadow-[inset_4px_0_0_var(--mark)] @max-[52rem]:grid @max-[52rem]:grid-cols-[4rem_minmax(0,1fr)_auto] @max-[52rem]:gap-x-3 @max-[52rem]:px-4 @max-[52rem]:py-3 @max-[52rem]:sm:px-6"
    >
      <td className="w-22 py-2.5 pr-3 pl-4 align-top @max-[52rem]:row-span-3 @max-[52rem]:block @max-[52rem]:w-auto @max-[52rem]:p-0 sm:pl-6">
        <Thumbnail make={make} className="h-13 w-16" />
      </td>
      <th scope="row" className={clsx(cell, 'text-left font-normal')}>
        <Link
          to={`/factory?open=${key}`}
          preventScrollReset
          className="font-semibold outline-none after:absolute after:inset-0"
        >
          {code}
        </Link>
        <span className="line-clamp-2 text-fine text-soft">{what}</span>
      </th>
      <td className={clsx(cell, 'hidden @min-[62rem]:table-cell')}>
        <Material row={row} product={product} />
      </td>
      <td className={clsx(cell, 'text-right @max-[52rem]:hidden')}>{words.number(row.quantity)}</td>
      <td className={clsx(cell, 'whitespace-nowrap @max-[52rem]:hidden')}>
        {wanted === null ? <span className="text-soft">{say('factory.noWish')}</span> : <When at={wanted} as="date" />}
      </td>
      <td className={clsx(cell, 'text-right text-fine leading-5 @max-[52rem]:order-last @max-[52rem]:text-left')}>
        <span className="whitespace-nowrap text-body">
          <span className="@min-[52rem]:hidden">
            {row.quantity > 1 && `${say('factory.pieces', { count: row.quantity })}, `}
          </span>
          {say('factory.minutes', { minutes })}
        </span>
        {tightest && (
          <span className="block text-soft @max-[52rem]:ml-2 @max-[52rem]:inline">
            {tightest.part > 1
              ? say('factory.tightestNone', { workCentre: centreWord(tightest.workCentre, words) })
              : say('factory.tightest', {
                  part: tightest.part,
                  workCentre: centreWord(tightest.workCentre, words),
                })}
          </span>
        )}
      </td>
      <td className={clsx(cell, 'text-right font-semibold @max-[52rem]:order-last')}>
        <Price money={row.net} />
      </td>
      <td className={clsx(cell, 'whitespace-nowrap text-fine @max-[52rem]:text-right sm:pr-6')}>
        <span className="block text-body">
          <TimeLeft until={dueAt} />
        </span>
        <span className="text-soft @max-[52rem]:hidden">
          <When at={dueAt} />
        </span>
      </td>
    </tr>
  )
}

function Material({ row, product }: { row: InboxRow['row']; product: Parameters<typeof choiceWord>[0] }) {
  const parts = ['material', 'finish'].flatMap((key) => {
    const value = row.options[key]
    return typeof value === 'string' ? choiceWord(product, key, value) : []
  })
  return (
    <>
      <span className="block">{parts[0]}</span>
      <span className="block text-fine text-soft">{parts.slice(1).join(', ')}</span>
    </>
  )
}
