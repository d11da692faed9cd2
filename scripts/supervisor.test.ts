import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { startedAt } from './processes.mjs'
import { createSupervisor } from './supervisor.mjs'

const folders: string[] = []
const supervisors: ReturnType<typeof createSupervisor>[] = []

afterEach(async () => {
  await Promise.all(supervisors.splice(0).map((supervisor) => supervisor.stop()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'makerline-supervisor-'))
  folders.push(made)
  return made
}

function supervisorFor(logs: string, note: (line: string) => void = () => undefined) {
  const supervisor = createSupervisor({ logs, note, onChange: () => undefined })
  supervisors.push(supervisor)
  return supervisor
}

/** A part that writes `here PID` into a file when it runs; it serves when the file holds its own number. */
function part(name: string, logs: string, more: { code?: string; watchesParent?: boolean } = {}) {
  const sign = join(logs, `${name}.sign`)
  const code =
    more.code ??
    `require('fs').writeFileSync(${JSON.stringify(sign)}, String(process.pid)); setInterval(() => {}, 1000)`
  return {
    name,
    run: { command: process.execPath, args: ['-e', code], options: {} },
    watchesParent: more.watchesParent ?? false,
    async ready(alive: () => boolean) {
      while (read(sign) === '' || startedAt(Number(read(sign))) === undefined) {
        if (!alive()) throw new Error('it is gone')
        await pause(10)
      }
    },
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const gone = (pid: number) => vi.waitFor(() => expect(startedAt(pid)).toBeUndefined(), { timeout: 10_000 })

test('a part that dies is started again', async () => {
  const logs = folder()
  const notes: string[] = []
  const supervisor = supervisorFor(logs, (line) => notes.push(line))
  await supervisor.start(part('web', logs))
  const first = supervisor.pids().web
  process.kill(first, 'SIGKILL')
  await vi.waitFor(() => expect(supervisor.pids().web).not.toBe(first), { timeout: 10_000 })
  await vi.waitFor(() => expect(supervisor.whole()).toBe(true), { timeout: 10_000 })
  expect(notes.join('\n')).toContain('web ended (SIGKILL)')
})

test('who uses a part is stopped before it, and nothing is left', async () => {
  const logs = folder()
  const supervisor = supervisorFor(logs)
  for (const name of ['postgres', 'temporal', 'mail', 'worker', 'web']) await supervisor.start(part(name, logs))
  const pids: number[] = Object.values(supervisor.pids())
  expect(pids).toHaveLength(5)
  const told: string[] = []
  await supervisor.stop((name: string) => told.push(name))
  expect(told).toEqual(['web', 'worker', 'mail', 'temporal', 'postgres'])
  for (const pid of pids) expect(startedAt(pid)).toBeUndefined()
})

test('a part that does not end when asked is ended', async () => {
  const logs = folder()
  const supervisor = supervisorFor(logs)
  const sign = join(logs, 'stubborn.sign')
  const code = `process.on('SIGTERM', () => {}); require('fs').writeFileSync(${JSON.stringify(sign)}, String(process.pid)); setInterval(() => {}, 1000)`
  await supervisor.start({ ...part('stubborn', logs, { code }), graceMs: 200 })
  const pid = supervisor.pids().stubborn
  await supervisor.stop()
  expect(startedAt(pid)).toBeUndefined()
})

test('a part that cannot start is told with its last words', async () => {
  const logs = folder()
  const supervisor = supervisorFor(logs)
  const code = "console.error('the reason why'); process.exit(3)"
  await expect(supervisor.start(part('broken', logs, { code }))).rejects.toThrow(
    /broken ended while starting[\s\S]*the reason why/,
  )
})

test('a program that fails is told with its last words', async () => {
  const logs = folder()
  const supervisor = supervisorFor(logs)
  const run = { command: process.execPath, args: ['-e', "console.error('no seed'); process.exit(1)"] }
  await expect(supervisor.complete('accounts', run, 'Try again.')).rejects.toThrow(
    /accounts failed:\nno seed\n Try again/,
  )
})

test('what a program said in an earlier run is not told again', async () => {
  const logs = folder()
  const supervisor = supervisorFor(logs)
  const saying = (words: string) => ({
    command: process.execPath,
    args: ['-e', `console.error('${words}'); process.exit(1)`],
  })
  await expect(supervisor.complete('accounts', saying('an old reason'), '')).rejects.toThrow(/an old reason/)
  await expect(supervisor.complete('accounts', saying('the reason'), '')).rejects.toThrow(/failed:\nthe reason\n/)
})

test('a program that is cut off by the end has not been completed', async () => {
  const logs = folder()
  const supervisor = supervisorFor(logs)
  const run = { command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'] }
  const completing = expect(supervisor.complete('accounts', run, '')).rejects.toThrow(/abort/)
  await supervisor.stop()
  await completing
  await expect(supervisor.start(part('web', logs))).rejects.toThrow(/abort/)
})

/** A process of its own that supervises one part and says its number; killed, it can tidy nothing up. */
async function supervising(logs: string, watchesParent: boolean): Promise<{ child: ChildProcess; pid: number }> {
  const module = (name: string) => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)))
  const preload = JSON.stringify(['--import', fileURLToPath(new URL('./with-parent.mjs', import.meta.url))])
  const code = `
    const { createSupervisor } = await import(${module('./supervisor.mjs')})
    const supervisor = createSupervisor({ logs: ${JSON.stringify(logs)}, note() {}, onChange() {} })
    const args = [...(${watchesParent} ? ${preload} : []), '-e', 'setInterval(() => {}, 1000)']
    const run = { command: process.execPath, args }
    await supervisor.start({ name: 'web', run, watchesParent: ${watchesParent}, ready: async () => {} })
    console.log(supervisor.pids().web)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = await once(child.stdout, 'data')
  return { child, pid: Number(String(said)) }
}

test.each([
  ['one of our own', true],
  ["somebody else's", false],
])('a part ends when its supervisor is killed: %s', async (_, watchesParent) => {
  const { child, pid } = await supervising(folder(), watchesParent)
  expect(startedAt(pid)).toBeDefined()
  child.kill('SIGKILL')
  await gone(pid)
})

test('a port somebody holds is told in one sentence', async () => {
  const { shopPort } = await import('./ports.mjs')
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await expect(shopPort({ host: '127.0.0.1', wished: port, usual: 3000 })).rejects.toThrow(
    `Port ${port} is taken by another program. Choose another one: npm start -- --port ${port + 1}`,
  )
  await expect(shopPort({ host: '127.0.0.1', wished: undefined, usual: port })).resolves.toBeGreaterThan(port)
  server.close()
})
