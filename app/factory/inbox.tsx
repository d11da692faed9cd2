import { useEffect, useRef, useState } from 'react'
import { useFetchers, useNavigate, useNavigation } from 'react-router'
import { Button, ButtonLink } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useToast } from '../ui/toast.tsx'
import type { En } from '../words/en.ts'
import { useWords } from '../words/reader.tsx'
import { actsOn, following, type InboxRow, inboxRows, neighbour, shownRow } from './inbox-rows.ts'
import { InboxTable } from './inbox-table.tsx'
import { KeyHelp } from './key-help.tsx'
import type { JobRow, RequestDetail, RequestRow } from './portal-data.ts'
import { RequestPane } from './request-pane.tsx'
import type { Typed } from './use-bid.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { WonPane } from './won-pane.tsx'

type Said = Extract<keyof En, 'factory.sent' | 'factory.declined' | 'factory.accepted' | 'factory.givenBack'>

/**
 * The inbox: what waits for an answer, and one of them in full beside it. `open` is what the address names; where it names nothing
 * the first is open on wide screens, and a phone shows the list.
 */
export function InboxPage({
  requests,
  won,
  open,
  detail,
  typed,
}: {
  requests: readonly RequestRow[]
  won: readonly JobRow[]
  open: string | undefined
  detail: RequestDetail | undefined
  typed: Typed
}) {
  const { say } = useWords()
  const toast = useToast()
  const navigate = useNavigate()
  const coming = useNavigation().location
  const [help, setHelp] = useState(false)
  const rows = inboxRows(requests, won)
  // What was pressed is shown at once; its free machines follow with the page's data.
  const named = (coming?.pathname === '/factory' ? new URLSearchParams(coming.search).get('open') : undefined) ?? open
  const pane = usePane(rows, named, detail)
  const shown = pane?.row

  const go = (row: InboxRow | undefined) =>
    navigate(row ? `/factory?open=${row.key}` : '/factory', { replace: true, preventScrollReset: true })
  const step = (by: 1 | -1) => {
    const next = neighbour(rows, shown?.key, by)
    if (next) void go(next)
  }
  const answered = (row: InboxRow) => (said: Said) => {
    toast(say(said))
    const next = following(rows, row.key)
    const stays = named === undefined || matchMedia('(width < 48rem)').matches
    void go(stays ? undefined : next)
  }
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    b: () => focusOn('[data-key="bid"]'),
    a: () => focusOn('[data-key="accept"]'),
    d: openDecline,
    o: () => {
      if (shown?.kind === 'won') void navigate(`/factory/jobs/${shown.row.job}`)
    },
    '?': () => setHelp(true),
  })
  useEffect(() => {
    if (named === undefined) return
    document.querySelector(`[data-row="${CSS.escape(named)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [named])

  if (shown === undefined && named === undefined)
    return (
      <Page>
        <div className="px-4 py-8 sm:px-6">
          <EmptyState
            title={say('factory.emptyTitle')}
            action={<ButtonLink to="/factory/board">{say('factory.emptyAction')}</ButtonLink>}
          >
            {say('factory.empty')}
          </EmptyState>
        </div>
      </Page>
    )
  return (
    <Page>
      <div className="md:grid md:min-h-0 md:flex-1 md:grid-cols-[minmax(17rem,1fr)_minmax(22rem,27rem)] md:grid-rows-[minmax(0,1fr)]">
        <section
          aria-label={say('factory.caption')}
          className={named === undefined ? 'md:overflow-y-auto' : 'max-md:hidden md:overflow-y-auto'}
        >
          <InboxTable rows={rows} open={shown?.key} />
          <div className="needs-script hidden px-4 py-4 md:block sm:px-6">
            <Button kind="quiet" className="-ml-4" onClick={() => setHelp(true)}>
              {say('factory.keys')} <kbd className="font-mono">?</kbd>
            </Button>
          </div>
        </section>
        <section
          aria-live="off"
          className={
            named === undefined
              ? 'border-line max-md:hidden md:overflow-y-auto md:border-l'
              : 'border-line md:overflow-y-auto md:border-l'
          }
        >
          {shown === undefined ? (
            <Gone />
          ) : shown.kind === 'request' ? (
            <RequestPane
              key={shown.key}
              row={shown.row}
              detail={pane?.detail}
              typed={typed}
              onAnswered={answered(shown)}
            />
          ) : (
            <WonPane key={shown.key} row={shown.row} onAnswered={answered(shown)} />
          )}
        </section>
      </div>
      <KeyHelp open={help} onOpenChange={setHelp} />
    </Page>
  )
}

type PaneContent = { readonly row: InboxRow; readonly detail: RequestDetail | undefined }

/** What stands in the pane, with what is known of it. */
function usePane(
  rows: readonly InboxRow[],
  named: string | undefined,
  detail: RequestDetail | undefined,
): PaneContent | undefined {
  const sending = new Set(useFetchers().map(({ key }) => key))
  const last = useRef<PaneContent>(undefined)
  const held = last.current && actsOn(last.current.row).some((act) => sending.has(act)) ? last.current : undefined
  const row = shownRow(rows, named, held?.row)
  const isDetailed = row?.kind === 'request' && detail?.request === row.row.request
  const pane = row === held?.row ? held : row && { row, detail: isDetailed ? detail : undefined }
  useEffect(() => {
    last.current = pane
  })
  return pane
}

function Page({ children }: { children: React.ReactNode }) {
  const { say } = useWords()
  return (
    <div className="flex min-h-0 flex-1 flex-col md:h-[calc(100dvh-7.5rem-var(--lost,0px))] md:flex-none">
      <h1 className="sr-only">{say('factory.inbox')}</h1>
      {children}
    </div>
  )
}

function Gone() {
  const { say } = useWords()
  return (
    <div className="flex flex-col items-start gap-3 px-4 py-8 sm:px-6">
      <h2 className="text-title">{say('factory.goneTitle')}</h2>
      <p className="text-soft">{say('factory.gone')}</p>
      <ButtonLink to="/factory">{say('factory.back')}</ButtonLink>
    </div>
  )
}

function focusOn(selector: string): void {
  const found = document.querySelector<HTMLElement>(selector)
  found?.focus()
  if (found instanceof HTMLInputElement) found.select()
}

function openDecline(): void {
  const details = document.querySelector<HTMLDetailsElement>('details[data-decline]')
  if (!details) return
  details.open = true
  details.querySelector<HTMLElement>('input[type="radio"]:checked')?.focus()
}
