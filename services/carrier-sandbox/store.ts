import { join } from 'node:path'
import { openJournal } from '../sandbox/journal.ts'
import { journalLine, type RecordOf, type StoredRecord } from './records.ts'

export type Store = {
  readonly shipments: ReadonlyMap<string, RecordOf<'shipment'>>
  readonly keys: ReadonlyMap<string, RecordOf<'key'>>
  readonly notices: ReadonlyMap<string, RecordOf<'notice'>>
  readonly deliveries: ReadonlyMap<string, RecordOf<'delivery'>>
  /** Shipments whose journey goes on. */
  readonly moving: ReadonlySet<string>
  /** Remembers all records as one line. */
  put(records: readonly StoredRecord[]): void
  settled(): Promise<void>
  close(): Promise<void>
}

export async function openStore(folder: string): Promise<Store> {
  const shipments = new Map<string, RecordOf<'shipment'>>()
  const keys = new Map<string, RecordOf<'key'>>()
  const notices = new Map<string, RecordOf<'notice'>>()
  const deliveries = new Map<string, RecordOf<'delivery'>>()
  const moving = new Set<string>()

  function remember(record: StoredRecord): void {
    switch (record.object) {
      case 'shipment':
        shipments.set(record.id, record)
        if (isMoving(record)) moving.add(record.id)
        else moving.delete(record.id)
        break
      case 'key':
        keys.set(record.id, record)
        break
      case 'notice':
        notices.set(record.id, record)
        break
      case 'delivery':
        deliveries.set(record.id, record)
        break
      default:
        record satisfies never
    }
  }

  const { entries, journal } = await openJournal(join(folder, 'carrier.jsonl'), journalLine)
  for (const line of entries) for (const record of line.put) remember(record)
  return {
    shipments,
    keys,
    notices,
    deliveries,
    moving,
    put(records) {
      if (records.length === 0) return
      for (const record of records) remember(record)
      journal.append({ put: [...records] })
    },
    settled: journal.settled,
    close: journal.close,
  }
}

function isMoving({ shipment, silent }: RecordOf<'shipment'>): boolean {
  return !silent && (shipment.state === 'booked' || shipment.state === 'collected' || shipment.state === 'in_transit')
}
