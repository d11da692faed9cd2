import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from './fresh-database.ts'

// Migrations are written by hand from the difference of two schema files, so nothing but this test holds them to the
// schema: a database made by all migrations and one made from the schema alone must look the same to the client.

const root = fileURLToPath(new URL('..', import.meta.url))

let migrated: Awaited<ReturnType<typeof freshDatabase>>
const described = `described_${randomUUID().replaceAll('-', '')}`

async function query(database: string, sql: string): Promise<string[]> {
  const address = new URL(inject('templateUrl'))
  address.pathname = `/${database}`
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    const answer = await client.query(sql)
    // A script of many statements is answered by as many results, and none of them is asked for.
    if (Array.isArray(answer)) return []
    return answer.rows.map((row: object) => Object.values(row).join(' '))
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  migrated = await freshDatabase()
  const args = ['migrate', 'diff', '--from-empty', '--to-schema', 'prisma/schema.prisma', '--script']
  const script = execFileSync(process.execPath, ['node_modules/prisma/build/index.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, CHECKPOINT_DISABLE: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await query('postgres', `CREATE DATABASE ${described}`)
  await query(described, script)
})
afterAll(async () => {
  await migrated.drop()
  await query('postgres', `DROP DATABASE IF EXISTS ${described} WITH (FORCE)`)
})

const columns = `
  SELECT table_name, column_name, data_type, udt_name, is_nullable,
         numeric_precision, datetime_precision, coalesce(column_default, 'none') AS standing
  FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY table_name, column_name`

const keys = `
  SELECT conrelid::regclass AS held, pg_get_constraintdef(oid) AS rule FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f', 'u')
    AND conrelid::regclass::text <> '_prisma_migrations' ORDER BY 1, 2`

const indexes = `
  SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`

const nameOf = (url: string) => new URL(url).pathname.slice(1)

test('tables and columns are those of the schema', async () => {
  expect(await query(nameOf(migrated.url), columns)).toEqual(await query(described, columns))
})

test('keys are those of the schema', async () => {
  expect(await query(nameOf(migrated.url), keys)).toEqual(await query(described, keys))
})

test('every index of the schema is there; migrations may add what a schema cannot say', async () => {
  expect(await query(nameOf(migrated.url), indexes)).toEqual(expect.arrayContaining(await query(described, indexes)))
})
