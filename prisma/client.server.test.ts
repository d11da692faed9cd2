import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from './fresh-database.ts'

let fresh: Awaited<ReturnType<typeof freshDatabase>>

beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.drop())

test('a test file has a migrated database of its own', async () => {
  const { rows } = await fresh.database.pool.query('SELECT count(*)::int AS applied FROM _prisma_migrations')
  expect(rows[0].applied).toBeGreaterThan(0)
})

test('there is a Temporal server for the run', () => {
  expect(inject('temporalAddress')).toMatch(/^127\.0\.0\.1:\d+$/)
})

test('a connection that the server ends is replaced by the next query', async () => {
  const { pool } = fresh.database
  await pool.query('SELECT 1')
  await pool.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  await expect(pool.query('SELECT 2 AS two')).resolves.toMatchObject({ rows: [{ two: 2 }] })
})
