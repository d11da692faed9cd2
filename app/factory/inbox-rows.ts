import type { JobRow, RequestRow } from './portal-data.ts'

/** One line of the inbox. `key` is what the address names it by: `r.` a request, `j.` a job that was won. */
export type InboxRow =
  | { readonly kind: 'request'; readonly key: string; readonly dueAt: string; readonly row: RequestRow }
  | { readonly kind: 'won'; readonly key: string; readonly dueAt: string; readonly row: JobRow }

export const requestKey = (request: string): string => `r.${request}`
export const jobKey = (job: string): string => `j.${job}`

/** What an address names; undefined for anything else. */
export function readKey(key: string | null): { readonly kind: 'request' | 'won'; readonly id: string } | undefined {
  const [, kind, id] = /^([rj])\.([\w-]{1,80})$/.exec(key ?? '') ?? []
  if (kind === undefined || id === undefined) return undefined
  return { kind: kind === 'r' ? 'request' : 'won', id }
}

/** Won jobs first, since money waits on them, then requests; the most urgent first in each. */
export function inboxRows(requests: readonly RequestRow[], won: readonly JobRow[]): InboxRow[] {
  const byDue = (a: InboxRow, b: InboxRow) => Date.parse(a.dueAt) - Date.parse(b.dueAt) || (a.key < b.key ? -1 : 1)
  const jobs = won.map((row): InboxRow => ({ kind: 'won', key: jobKey(row.job), dueAt: row.acceptBy, row }))
  const asked = requests.map(
    (row): InboxRow => ({ kind: 'request', key: requestKey(row.request), dueAt: row.deadline, row }),
  )
  return [...jobs.sort(byDue), ...asked.sort(byDue)]
}

/**
 * What is shown in full: what the address names, else the first. What one is answering (`held`) stays until the answer is here, also
 * where the news of it came first and took it off the list.
 */
export function shownRow(
  rows: readonly InboxRow[],
  named: string | undefined,
  held: InboxRow | undefined,
): InboxRow | undefined {
  if (held !== undefined && (named === undefined || named === held.key)) return held
  return named === undefined ? rows[0] : rows.find((row) => row.key === named)
}

/** The names of the acts that answer a row, as its forms send them. */
export function actsOn({ kind, row }: InboxRow): string[] {
  return kind === 'won' ? [`accept/${row.job}`, `refuse/${row.job}`] : [`bid/${row.request}`, `decline/${row.request}`]
}

/** The row a step away from the open one, held at both ends; the first (or last) where none is open. */
export function neighbour(rows: readonly InboxRow[], open: string | undefined, step: 1 | -1): InboxRow | undefined {
  const at = rows.findIndex((row) => row.key === open)
  if (at === -1) return step === 1 ? rows[0] : rows.at(-1)
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))]
}

/** Where to go once a row has been answered: the one after it, else the one before it. */
export function following(rows: readonly InboxRow[], answered: string): InboxRow | undefined {
  const at = rows.findIndex((row) => row.key === answered)
  return at === -1 ? undefined : (rows[at + 1] ?? rows[at - 1])
}
