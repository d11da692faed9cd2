// A process that reads the events as the site does: one reader, many watchers, each of orders of its own.
import { setMaxListeners } from 'node:events'
import { LiveReader } from '#app/api/live-reader.ts'
import { openDatabase } from '#prisma/client.ts'
import { createLog } from '#runtime/log.ts'

const [url = '', watchers = '100', orders = '200'] = process.argv.slice(2)
const database = openDatabase(url, 4)
const reader = new LiveReader(database, createLog({ part: 'watchers', level: 'warn' }))
const end = new AbortController()
// Every watcher listens for the end.
setMaxListeners(0, end.signal)
let seen = 0

async function watch(own: number): Promise<void> {
  const mine = new Set<string>()
  for (let order = own; order < Number(orders); order += Number(watchers)) mine.add(`order-${order}`)
  const interests = [...mine].map((order) => `order/${order}` as const)
  for await (const event of reader.follow({ cursor: undefined, interests, signal: end.signal })) {
    if (mine.has(event.order)) seen += 1
  }
}

const watching = Array.from({ length: Number(watchers) }, (_, own) => watch(own))
process.on('message', (asked) => {
  if (asked === 'seen') process.send?.(seen)
  else end.abort()
})
// The watchers have their place once each has asked where the table ends.
await database.pool.query('SELECT 1')
setTimeout(() => process.send?.('ready'), 500)
await Promise.all(watching)
reader.close()
await database.close()
process.disconnect()
