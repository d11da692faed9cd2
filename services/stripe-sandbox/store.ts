import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { z } from 'zod'
import { openJournal } from '../sandbox/journal.ts'
import { journalLine, type Kind, type RecordOf, type StoredRecord } from './records.ts'

export type Tables = { readonly [K in Kind]: ReadonlyMap<string, RecordOf<K>> }

export type Store = Tables & {
  /**
   * Remembers all records of one call as one line; the last record of an id wins. `rest` is asked once these are known,
   * for records that describe the new state: events and the kept answer.
   */
  put(records: readonly StoredRecord[], rest?: () => readonly StoredRecord[]): void
  /** Sessions that can still be paid and intents that can still be captured: what time can end. */
  readonly open: ReadonlySet<string>
  settled(): Promise<void>
  close(): Promise<void>
}

type Line = z.output<typeof journalLine>

const dayMs = 24 * 3_600_000

/** Stripe keeps events for 30 days, and answers to keys for at least one: here three. */
const kept = { eventMs: 30 * dayMs, answerMs: 3 * dayMs } as const

export async function openStore(folder: string, now: () => number): Promise<Store> {
  const { entries, journal } = await openJournal(join(folder, 'stripe.jsonl'), journalLine, (lines) =>
    shorten(lines, now()),
  )
  const tables = emptyTables()
  const open = new Set<string>()
  for (const line of entries) for (const record of line.put) remember(tables, open, record)
  return {
    ...tables,
    open,
    put(records, rest = () => []) {
      for (const record of records) remember(tables, open, record)
      const more = rest()
      for (const record of more) remember(tables, open, record)
      const put = [...records, ...more]
      if (put.length > 0) journal.append({ at: now(), put })
    },
    settled: journal.settled,
    close: journal.close,
  }
}

function emptyTables() {
  return {
    customer: new Map<string, RecordOf<'customer'>>(),
    'checkout.session': new Map<string, RecordOf<'checkout.session'>>(),
    payment_intent: new Map<string, RecordOf<'payment_intent'>>(),
    charge: new Map<string, RecordOf<'charge'>>(),
    refund: new Map<string, RecordOf<'refund'>>(),
    account: new Map<string, RecordOf<'account'>>(),
    account_link: new Map<string, RecordOf<'account_link'>>(),
    transfer: new Map<string, RecordOf<'transfer'>>(),
    event: new Map<string, RecordOf<'event'>>(),
    delivery: new Map<string, RecordOf<'delivery'>>(),
    answer: new Map<string, RecordOf<'answer'>>(),
    effect: new Map<string, RecordOf<'effect'>>(),
  } satisfies Tables
}

function remember(tables: ReturnType<typeof emptyTables>, open: Set<string>, record: StoredRecord): void {
  switch (record.object) {
    case 'customer':
      tables.customer.set(record.id, record)
      break
    case 'checkout.session':
      tables['checkout.session'].set(record.id, record)
      keepOpen(open, record.id, record.status === 'open')
      break
    case 'payment_intent':
      tables.payment_intent.set(record.id, record)
      keepOpen(open, record.id, record.status === 'requires_capture')
      break
    case 'charge':
      tables.charge.set(record.id, record)
      break
    case 'refund':
      tables.refund.set(record.id, record)
      break
    case 'account':
      tables.account.set(record.id, record)
      break
    case 'account_link':
      tables.account_link.set(record.id, record)
      break
    case 'transfer':
      tables.transfer.set(record.id, record)
      break
    case 'event':
      tables.event.set(record.id, record)
      break
    case 'delivery':
      tables.delivery.set(record.id, record)
      break
    case 'answer':
      tables.answer.set(record.id, record)
      break
    case 'effect':
      tables.effect.set(record.id, record)
      break
    default:
      record satisfies never
  }
}

function keepOpen(open: Set<string>, id: string, isOpen: boolean): void {
  if (isOpen) open.add(id)
  else open.delete(id)
}

/** The journal's meaning without its past: the last record of each id, and nothing that Stripe would have forgotten. */
function shorten(lines: readonly Line[], now: number): readonly Line[] {
  const last = new Map<string, { at: number; record: StoredRecord }>()
  for (const line of lines) {
    for (const record of line.put) last.set(`${record.object} ${record.id}`, { at: line.at, record })
  }
  const undelivered = (id: string): boolean => {
    const delivery = last.get(`delivery ${id}`)?.record
    return delivery?.object === 'delivery' && delivery.state === 'waiting'
  }
  const forgotten = ({ at, record }: { at: number; record: StoredRecord }): boolean => {
    if (record.object === 'answer') return at < now - kept.answerMs
    const told = record.object === 'event' || record.object === 'delivery'
    return told && at < now - kept.eventMs && !undelivered(record.id)
  }
  const remembered = [...last.values()].filter((item) => !forgotten(item))
  if (remembered.length === lines.reduce((count, line) => count + line.put.length, 0)) return lines
  const days = new Map<number, { at: number; record: StoredRecord }[]>()
  for (const item of remembered) {
    const day = Math.floor(item.at / dayMs)
    const records = days.get(day)
    if (records === undefined) days.set(day, [item])
    else records.push(item)
  }
  return [...days.values()].flatMap(linesOf)
}

/** A day's records in lines of a hundred, dated by their oldest. */
function linesOf(records: readonly { at: number; record: StoredRecord }[]): readonly Line[] {
  const lines: Line[] = []
  for (let start = 0; start < records.length; start += 100) {
    const part = records.slice(start, start + 100)
    lines.push({ at: Math.min(...part.map(({ at }) => at)), put: part.map(({ record }) => record) })
  }
  return lines
}

/** An id as Stripe makes them: a prefix and 24 letters and digits. */
export function newId(prefix: string): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  return `${prefix}_${Array.from(randomBytes(24), (byte) => alphabet.charAt(byte % alphabet.length)).join('')}`
}
