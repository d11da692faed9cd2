import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readDataFolder, readPort, readSpeed } from './arguments.mjs'
import { emptyFolder, readMemory, takeFolder } from './data-folder.mjs'
import { checkGiven, checkReset } from './given.mjs'
import { repository } from './repository.mjs'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'makerline-folder-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('a folder is used by one system at a time', async () => {
  const folder = await takeFolder(dir)
  await expect(takeFolder(dir)).rejects.toThrow(/A system already runs on .* Stop it with Ctrl-C/)
  folder.release()
  const again = await takeFolder(dir)
  again.release()
})

test('a folder whose user was killed is free', async () => {
  writeFileSync(join(dir, 'running.json'), JSON.stringify({ pid: process.pid, started: 'long ago' }))
  const folder = await takeFolder(dir)
  folder.release()
  expect(readdirSync(dir)).toEqual([])
})

test.each(['/proc/nowhere', '/dev/null/nowhere'])(
  'where nothing can be written, one sentence says so: %s',
  async (where) => {
    await expect(takeFolder(where)).rejects.toThrow(/^Cannot write to .*: .*\. Give this user the right/)
  },
)

test('emptying deletes what we made and nothing around it', async () => {
  const inner = join(dir, 'data')
  mkdirSync(inner)
  writeFileSync(join(dir, 'precious'), 'mine')
  await readMemory(inner, { speed: undefined, open: false })
  mkdirSync(join(inner, 'postgres'))
  emptyFolder(inner)
  expect(readdirSync(inner)).toEqual([])
  expect(existsSync(join(dir, 'precious'))).toBe(true)
  expect(() => emptyFolder(dir)).toThrow(/was not made by Makerline/)
})

test('secrets are made once and kept for their owner alone', async () => {
  const first = await readMemory(dir, { speed: 60, open: false })
  const second = await readMemory(dir, { speed: undefined, open: false })
  expect(second.secrets).toEqual(first.secrets)
  expect(new Set(Object.values(first.secrets)).size).toBe(Object.keys(first.secrets).length)
  expect(second.speed).toBe(60)
  expect(statSync(join(dir, 'makerline.json')).mode & 0o077).toBe(0)
  await expect(readMemory(dir, { speed: 61, open: false })).rejects.toThrow(/runs at 60 business seconds a second/)
})

test('demo passwords are known on this machine alone', async () => {
  const local = await readMemory(dir, { speed: undefined, open: false })
  expect(new Set(local.accounts.map(({ password }) => password)).size).toBe(1)
  const open = await readMemory(dir, { speed: undefined, open: true })
  const passwords = new Set(open.accounts.map(({ password }) => password))
  expect(passwords.size).toBe(3)
  expect(passwords).not.toContain(local.accounts[0]?.password)
  const kept = await readMemory(dir, { speed: undefined, open: true })
  expect(kept.accounts).toEqual(open.accounts)
  expect(readFileSync(join(dir, 'makerline.json'), 'utf8')).toContain(open.accounts[0]?.password)
})

test('what is no data folder is not taken for one', () => {
  for (const folder of ['/', repository, join(repository, '..'), process.env.HOME ?? '/root']) {
    expect(() => readDataFolder(folder)).toThrow(/holds more than data/)
  }
  expect(readDataFolder('.data')).toBe(join(process.cwd(), '.data'))
})

test('arguments that make no sense are told', () => {
  expect(() => readPort('http', '--port')).toThrow('--port must be a number from 1 to 65535, not "http".')
  expect(() => readSpeed('0')).toThrow(/--speed must be a number above 0/)
  expect(readPort('8080', '--port')).toBe(8080)
  expect(readSpeed(undefined)).toBeUndefined()
})

test('demo mode takes no real money', () => {
  expect(() => checkGiven({ STRIPE_SECRET_KEY: 'sk_live_abc' })).toThrow(/live key/)
  expect(() => checkGiven({ STRIPE_SECRET_KEY: 'sk_test_abc' })).toThrow(/STRIPE_WEBHOOK_SECRET is not/)
  expect(() => checkGiven({})).not.toThrow()
})

test.each(['DATABASE_URL', 'TEMPORAL_ADDRESS', 'S3_ENDPOINT', 'S3_BUCKET'])('nothing is reset beside %s', (name) => {
  expect(() => checkReset({ [name]: 'somewhere' })).toThrow(`--reset empties only the data folder, but ${name}`)
})
