import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSystem } from './own-system.mjs'
import { placeElsewhere } from './place-elsewhere.mjs'
import { startedAt } from './processes.mjs'
import { repository } from './repository.mjs'

// Whole systems, each on its own ports: one under a folder that PostgreSQL's user cannot reach.
const closed = mkdtempSync(join(tmpdir(), 'makerline-system-'))
const dir = join(closed, 'data')
let system: Awaited<ReturnType<typeof startSystem>>

type Ready = { web: string; databaseUrl: string; temporalAddress: string; mail: string; pids: Record<string, number> }
const read = (): Ready => JSON.parse(readFileSync(join(dir, 'ready.json'), 'utf8'))
const isAlive = (pid: number) => startedAt(pid) !== undefined

async function until(what: () => boolean | Promise<boolean>, limitMs: number): Promise<number> {
  const begun = Date.now()
  while (!(await what())) {
    if (Date.now() - begun > limitMs) throw new Error(`not within ${limitMs} ms`)
    await pause(50)
  }
  return Date.now() - begun
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function inDatabase(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: read().databaseUrl })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  mkdirSync(dir)
  system = await startSystem({ dir, speed: 60 })
})
afterAll(async () => {
  await system.stop()
  const elsewhere = placeElsewhere(dir)
  if (elsewhere !== undefined) rmSync(elsewhere, { recursive: true, force: true })
  rmSync(closed, { recursive: true, force: true })
})

test('a system that is ready answers at every address it names', async () => {
  const ready = read()
  expect(ready).toMatchObject({ speed: 60, temporalAddress: expect.stringMatching(/^127\.0\.0\.1:\d+$/) })
  expect(statSync(join(dir, 'ready.json')).mode & 0o077).toBe(0)
  for (const address of [`${ready.web}/healthz`, `${ready.web}/`, ready.mail]) expect(await answers(address)).toBe(true)
  expect(Object.keys(ready.pids)).toEqual(
    expect.arrayContaining(['web', 'worker', 'postgres', 'temporal', 'stripe', 'carrier', 'mail']),
  )
  for (const pid of Object.values(ready.pids)) expect(isAlive(pid)).toBe(true)
})

test.each(['worker', 'web', 'temporal', 'postgres', 'stripe'])(
  '%s is back within ten seconds of its death',
  async (name) => {
    const before = read().pids[name] ?? 0
    process.kill(before, 'SIGKILL')
    const back = () => existsSync(join(dir, 'ready.json')) && ![undefined, before].includes(read().pids[name])
    const took = await until(async () => back() && (await answers(`${read().web}/healthz`)), 10_000)
    expect(took).toBeLessThan(10_000)
  },
)

test('nobody else can use the folder meanwhile', async () => {
  await expect(startSystem({ dir })).rejects.toThrow(/A system already runs on/)
})

test('after everything was killed, the next start works and keeps the data', async () => {
  await inDatabase('CREATE TABLE kept (line text)')
  await inDatabase("INSERT INTO kept VALUES ('still here')")
  const { pids } = read()
  for (const pid of Object.values(pids)) process.kill(pid, 'SIGKILL')
  await system.ended
  system = await startSystem({ dir })
  expect(await inDatabase('SELECT line FROM kept')).toEqual([{ line: 'still here' }])
  expect(Object.values(pids).filter(isAlive)).toEqual([])
})

test('when the supervisor alone is killed, its parts end themselves', async () => {
  const { pids } = read()
  process.kill(pids.start ?? 0, 'SIGKILL')
  await system.ended
  await until(() => Object.values(pids).every((pid) => !isAlive(pid)), 15_000)
  system = await startSystem({ dir })
})

test('Ctrl-C stops everything and leaves no process; the next start is quick and keeps the ports', async () => {
  const { pids, mail } = read()
  await system.stop()
  expect(Object.values(pids).filter(isAlive)).toEqual([])
  expect(existsSync(join(dir, 'ready.json'))).toBe(false)
  const begun = Date.now()
  system = await startSystem({ dir })
  expect(Date.now() - begun).toBeLessThan(15_000)
  expect(read().mail).toBe(mail)
})

test('a wrong variable is told by name before anything is started', async () => {
  const never = join(closed, 'never')
  await expect(startSystem({ dir: never, env: { S3_BUCKET: 'photos' } })).rejects.toThrow(
    /S3_ENDPOINT is not set, but S3_BUCKET is;[\s\S]*Nothing was started/,
  )
  expect(existsSync(join(never, 'postgres'))).toBe(false)
})

test('Ctrl-C while seeding leaves no process, and the next start does it all', async () => {
  const other = join(closed, 'other')
  const args = ['scripts/start.mjs', '--data', other, '--port', '29999']
  const child = spawn(process.execPath, args, { cwd: repository, stdio: 'ignore', detached: true })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await until(() => existsSync(join(other, 'logs/accounts.log')), 90_000)
  const started: { pid: number }[] = JSON.parse(readFileSync(join(other, 'processes.json'), 'utf8'))
  child.kill('SIGINT')
  await ended
  expect(started.filter(({ pid }) => isAlive(pid))).toEqual([])
  expect(existsSync(join(other, 'processes.json'))).toBe(false)
  const again = await startSystem({ dir: other })
  expect(await answers(`${again.ready().web}/`)).toBe(true)
  await again.stop()
  const elsewhere = placeElsewhere(other)
  if (elsewhere !== undefined) rmSync(elsewhere, { recursive: true, force: true })
})
