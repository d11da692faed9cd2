import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from './client.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty database to copy from. */
    templateUrl: string
    /** host:port of the Temporal server of this run of tests, namespace `default`. */
    temporalAddress: string
  }
}

async function administer(statement: string): Promise<void> {
  const address = new URL(inject('templateUrl'))
  address.pathname = '/postgres'
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/**
 * A migrated, empty database of a test file's own, in a run that has servers (`*.server.test.ts`).
 *
 * @example
 * const fresh = await freshDatabase()
 * afterAll(() => fresh.drop())
 */
export async function freshDatabase(): Promise<{ url: string; database: Database; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(`CREATE DATABASE ${name} TEMPLATE template_makerline`)
  const address = new URL(inject('templateUrl'))
  address.pathname = `/${name}`
  const database = openDatabase(address.href)
  return {
    url: address.href,
    database,
    async drop() {
      await database.close()
      await administer(`DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}
