import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client.ts'

/** One process's way to the database: the generated client and the pool under it, for the few paths written in SQL. */
export type Database = {
  readonly client: PrismaClient
  /** The same connections the client uses. Query files alone may write SQL against it. */
  readonly pool: pg.Pool
  /** Ends all connections; nothing may be asked afterwards. */
  close(): Promise<void>
}

/** So many statements of the generated client are prepared on each connection; a list of another length is another statement. */
const mostPrepared = 300
const names = new Map<string, string>()

/** The name under which a connection keeps a statement's plan; the empty one keeps nothing. */
function statementNameGenerator({ sql }: { sql: string }): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size >= mostPrepared) return ''
  const name = `client-${names.size + 1}`
  names.set(sql, name)
  return name
}

/**
 * Opens a pool on a PostgreSQL server. No connection is made before the first query, and a connection that breaks
 * while idle is dropped and replaced by the next query, so a restarted server is met again without help.
 *
 * @param url `postgresql://user:password@host:port/database`
 * @param connections most connections at a time; PostgreSQL allows 100 for all processes together by default
 */
export function openDatabase(url: string, connections = 12): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    // A server that is being restarted refuses or hangs; a query fails after this long instead of waiting forever.
    connectionTimeoutMillis: 10_000,
    // A new connection costs as much as a hundred short statements, and forgets all plans.
    idleTimeoutMillis: 600_000,
    keepAlive: true,
  })
  // Without a listener an idle connection's end is an uncaught exception of the process.
  pool.on('error', () => undefined)
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator }) })
  return {
    client,
    pool,
    async close() {
      await client.$disconnect()
      await pool.end()
    },
  }
}
