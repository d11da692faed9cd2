#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which is a download: the same engine compiled to WASM, from npm,
// spoken to by the Prisma CLI as JSON-RPC, one message a line. See docs/decisions/004-prisma-without-a-native-engine.md.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { datamodels: { type: 'string', multiple: true }, datasource: { type: 'string' } },
})
// Prisma asks `cli can-connect-to-database` first; a database out of reach is told better by the command that follows.
if (positionals[0] === 'cli') process.exit(0)

const datamodels = values.datamodels?.map((path) => [path, readFileSync(path, 'utf8')])
const url = values.datasource ? JSON.parse(values.datasource).url : process.env.DATABASE_URL

const say = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
let prints = 0
const print = (content) => say({ id: `print-${++prints}`, method: 'print', params: { content } })

// Two schema files are compared without a database; the engine only asks which server it should write SQL for.
async function unreachable() {
  throw new Error('DATABASE_URL is not set.')
}
const offline = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  queryRaw: async ({ sql }) => {
    if (!sql.includes('server_version_num')) return unreachable()
    // ColumnType of driver-adapter-utils: 5 boolean, 7 text, 0 int32
    return {
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [5, 7, 0],
      rows: [[true, 'PostgreSQL 18', 180000]],
    }
  },
  executeRaw: unreachable,
  executeScript: unreachable,
  startTransaction: unreachable,
  dispose: async () => undefined,
}
const offlineFactory = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: async () => offline,
  connectToShadowDb: async () => offline,
}

// The adapter cuts a script at every semicolon, also inside a function's body; PostgreSQL itself reads a script whole
// when it is sent without parameters, and runs it as one transaction.
function online(connectionString) {
  const factory = new PrismaPg({ connectionString, max: 1 })
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    adapter.executeScript = async (sql) => {
      await adapter.executeRaw({ sql, args: [], argTypes: [] })
    }
    return adapter
  }
  return factory
}

async function connect() {
  const file = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
  const bytes = readFileSync(file.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const factory = url === undefined ? offlineFactory : online(url)
  return bindings.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory))
}

const engine = connect()
engine.catch(() => undefined) // told in the answer to whatever is asked first

function failure(error) {
  const message = error instanceof Error ? error.message : String(error)
  return { code: 4466, message, data: { is_panic: false, message } }
}

async function answer({ id, method, params }) {
  try {
    const schema = await engine
    const result = await schema[method](params)
    if (typeof result?.stdout === 'string') {
      print(result.stdout)
      delete result.stdout
    }
    say({ id, result: result ?? null })
  } catch (error) {
    say({ id, error: failure(error) })
  }
}

const pending = new Set()
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const message = JSON.parse(line)
    if (message.method === undefined) return // Prisma's receipt for a `print`
    const work = answer(message).finally(() => pending.delete(work))
    pending.add(work)
  })
  .on('close', async () => {
    await Promise.all(pending)
    process.exit(0)
  })
