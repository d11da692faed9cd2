import clsx from 'clsx'
import { Link } from 'react-router'
import { shortSummary } from '../customizer/short-summary.ts'
import { Thumbnail } from '../customizer/thumbnail.tsx'
import { choiceWord } from '../customizer/wording.ts'
import { Price, When } from '../ui/figures.tsx'
import { useWords } from '../words/reader.tsx'
import { centreWord } from './centre-word.ts'
import type { InboxRow } from './inbox-rows.ts'
import { groups, jobCode } from './job-code.ts'
import { TimeLeft } from './time-left.tsx'
import { useMake } from './use-make.ts'

/** In a column narrower than 52 rem each row is a block of three lines beside its drawing. */
const block =
  "@max-[52rem]:grid @max-[52rem]:grid-cols-[4.5rem_minmax(0,1fr)_auto] @max-[52rem]:gap-x-3 @max-[52rem]:px-4 @max-[52rem]:py-3 @max-[52rem]:[grid-template-areas:'pic_code_clock'_'pic_what_what'_'pic_work_money']"
const head = 'py-2 pr-4 font-medium'

/** What waits for an answer: a dense table where its column is wide, blocks to press where it is not. */
export function InboxTable({ rows, open }: { rows: readonly InboxRow[]; open: string | undefined }) {
  const { say } = useWords()
  const kinds = (['won', 'request'] as const).map((kind) => ({ kind, rows: rows.filter((row) => row.kind === kind) }))
  return (
    <div className="@container">
      <table className="w-full border-collapse @max-[52rem]:block">
        <caption className="sr-only">{say('factory.caption')}</caption>
        <thead className="@max-[52rem]:sr-only">
          <tr className="text-left text-fine text-soft">
            <th scope="col" colSpan={2} className={clsx(head, 'pl-4 sm:pl-6')}>
              {say('factory.column.what')}
            </th>
            <th scope="col" className={clsx(head, 'hidden @min-[58rem]:table-cell')}>
              {say('factory.column.material')}
            </th>
            <th scope="col" className={clsx(head, 'text-right')}>
              {say('factory.column.quantity')}
            </th>
            <th scope="col" className={head}>
              {say('factory.column.wanted')}
            </th>
            <th scope="col" className={clsx(head, 'text-right')}>
              {say('factory.column.capacity')}
            </th>
            <th scope="col" className={clsx(head, 'text-right')}>
              {say('factory.column.money')}
            </th>
            <th scope="col" className={clsx(head, 'sm:pr-6')}>
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
                    className="border-ink border-b px-4 pt-4 pb-1.5 text-left font-semibold @max-[52rem]:block @min-[52rem]:px-6"
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
  const { size, counts } = shortSummary(product, row.options, words)
  const wanted = kind === 'won' ? row.promisedAt : row.wantedBy
  const cell = 'py-2 pr-4 align-top @max-[52rem]:block @max-[52rem]:p-0'
  return (
    <tr
      data-row={key}
      aria-current={isOpen || undefined}
      className={clsx(
        block,
        'relative border-line border-b hover:bg-tint has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-focus has-[a:focus-visible]:-outline-offset-2 md:aria-[current]:bg-tint md:aria-[current]:shadow-[inset_4px_0_0_var(--mark)]',
      )}
    >
      <td className={clsx(cell, '[grid-area:pic] @min-[52rem]:w-26 @min-[52rem]:pr-3 @min-[52rem]:pl-6')}>
        <Thumbnail make={make} className="h-14 w-18" />
      </td>
      <th scope="row" className={clsx(cell, 'text-left font-normal @max-[52rem]:contents')}>
        <Link
          to={`/factory?open=${key}`}
          preventScrollReset
          className="font-semibold outline-none [grid-area:code] after:absolute after:inset-0"
        >
          {kind === 'won' ? jobCode(row.job) : groups(row.request)}
        </Link>
        <span className="line-clamp-2 text-fine text-soft [grid-area:what] @min-[52rem]:hidden">{what}</span>
        <span className="block @max-[52rem]:hidden">
          {size}
          <span className="block text-fine text-soft">{counts}</span>
        </span>
      </th>
      <td className="hidden py-2 pr-4 align-top @min-[58rem]:table-cell">
        <Material row={row} product={product} />
      </td>
      <td className={clsx(cell, 'text-right @max-[52rem]:hidden')}>{words.number(row.quantity)}</td>
      <td className={clsx(cell, 'whitespace-nowrap @max-[52rem]:hidden')}>
        {wanted === null ? <span className="text-soft">{say('factory.noWish')}</span> : <When at={wanted} as="date" />}
      </td>
      <td className={clsx(cell, 'text-right [grid-area:work] @max-[52rem]:text-left')}>
        <Capacity row={row} minutes={kind === 'won' ? minutesOf(make, row.quantity) : row.minutes} />
        {kind === 'request' && row.tightest && (
          <span className="block whitespace-nowrap text-fine text-soft @max-[52rem]:hidden">
            {say(row.tightest.part > 1 ? 'factory.tightestNone' : 'factory.tightest', {
              part: Math.round(row.tightest.part * 100) / 100,
              workCentre: centreWord(row.tightest.workCentre, words),
            })}
          </span>
        )}
      </td>
      <td className={clsx(cell, 'text-right font-semibold [grid-area:money]')}>
        <Price money={row.net} />
      </td>
      <td className={clsx(cell, 'whitespace-nowrap [grid-area:clock] @max-[52rem]:text-right @min-[52rem]:pr-6')}>
        <TimeLeft until={dueAt} />
        <span className="block text-fine text-soft @max-[52rem]:hidden">
          <When at={dueAt} />
        </span>
      </td>
    </tr>
  )
}

function Capacity({ row, minutes }: { row: InboxRow['row']; minutes: number }) {
  const { say } = useWords()
  return (
    <span className="whitespace-nowrap">
      {row.quantity > 1 && (
        <span className="@min-[52rem]:hidden">{say('factory.pieces', { count: row.quantity })}, </span>
      )}
      {say('factory.minutes', { minutes })}
    </span>
  )
}

/** Minutes of set-up and run for a lot. */
function minutesOf(make: { operations: readonly { setupS: number; runS: number }[] }, quantity: number): number {
  return Math.ceil(make.operations.reduce((sum, { setupS, runS }) => sum + setupS + runS * quantity, 0) / 60)
}

function Material({ row, product }: { row: InboxRow['row']; product: Parameters<typeof choiceWord>[0] }) {
  const parts = ['material', 'finish'].flatMap((key) => {
    const value = row.options[key]
    return typeof value === 'string' ? choiceWord(product, key, value) : []
  })
  return (
    <>
      <span className="block whitespace-nowrap">{parts[0]}</span>
      <span className="block text-fine text-soft">{parts.slice(1).join(', ')}</span>
    </>
  )
}
