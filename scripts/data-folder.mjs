// DIR: who uses it, what it remembers between starts, and how it is emptied.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { placeElsewhere } from './place-elsewhere.mjs'
import { end, isRunning } from './processes.mjs'
import { Trouble, writingTo } from './trouble.mjs'
import { holderOf, take } from './turn.mjs'

const wayOut = 'Give this user the right to write there, or choose another folder with --data.'

/** Replaces a file whole: whoever reads it sees the old or the new one. Only its owner may read it. */
export function writeWhole(file, value) {
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** @returns {unknown} undefined when there is none, or an older program wrote what nobody can read */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

// Step by step: asked to make all at once under /proc, Node tries for ever.
function makeFolder(path) {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o755 })
}

/**
 * Makes the folder if needed and takes it: no second system can use it until it is released.
 * @param {string} dir
 */
export async function takeFolder(dir) {
  const lock = join(dir, 'running.json')
  await writingTo(dir, wayOut, () => {
    makeFolder(dir)
    if (take(lock)) return
    const holder = holderOf(lock)
    throw new Trouble(
      `A system already runs on ${dir} (process ${holder?.pid}).`,
      'Stop it with Ctrl-C, or start another one beside it with --data and --port.',
    )
  })
  rmSync(join(dir, 'ready.json'), { force: true })
  return {
    /** Writes down who must be ended, should this process be killed before it can do so. */
    record: (identities) => writeWhole(join(dir, 'processes.json'), identities),
    release() {
      for (const name of ['ready.json', 'processes.json', 'running.json']) rmSync(join(dir, name), { force: true })
    },
  }
}

/** Ends what a killed system left running. */
export async function endRemains(dir) {
  const left = readJson(join(dir, 'processes.json'))
  if (!Array.isArray(left)) return
  for (const identity of left) if (isRunning(identity)) await end(identity)
}

/**
 * Deletes all data of a folder this project has made, and nothing else.
 * @param {string} dir taken by this process
 */
export function emptyFolder(dir) {
  const names = readdirSync(dir).filter((name) => name !== 'running.json')
  if (names.length > 0 && !existsSync(join(dir, 'makerline.json'))) {
    throw new Trouble(
      `${dir} was not made by Makerline, so --reset does not delete it.`,
      'Choose another folder with --data.',
    )
  }
  const elsewhere = placeElsewhere(dir)
  if (elsewhere !== undefined) rmSync(elsewhere, { recursive: true, force: true })
  for (const name of names) rmSync(join(dir, name), { recursive: true, force: true })
}

const secretNames = [
  'postgresPassword',
  'authSecret',
  'carrierKey',
  'carrierSecret',
  'stripeKey',
  'stripeWebhookSecret',
  'simulationPassword',
]

/** @typedef {{ role: 'shopper' | 'factory' | 'operator', email: string, password: string }} Account */

// On the loopback address the passwords are no secret; everybody who can reach the page may read the data folder.
const knownPassword = 'makerline-demo'

const roles = /** @type {const} */ (['shopper', 'factory', 'operator'])

/**
 * What an installation remembers: secrets made once, the accounts of the demo, the ports it used, the clock's speed,
 * and what its database was last prepared from.
 * @param {string} dir
 * @param {{ speed: number | undefined, open: boolean }} options open: others than this machine can reach the site
 */
export async function readMemory(dir, { speed, open }) {
  const file = join(dir, 'makerline.json')
  const old = readJson(file) ?? {}
  if (speed !== undefined && old.speed !== undefined && old.speed !== speed) {
    throw new Trouble(
      `The clock of ${dir} runs at ${old.speed} business seconds a second since its first start.`,
      'Leave out --speed, begin anew with --reset, or choose another folder with --data.',
    )
  }
  const secrets = Object.fromEntries(
    secretNames.map((name) => [name, old.secrets?.[name] ?? randomBytes(24).toString('hex')]),
  )
  const before = new Map((old.accounts ?? []).map((account) => [account.role, account]))
  const accounts = roles.map((role) => {
    const password = before.get(role)?.password ?? knownPassword
    const known = password === knownPassword
    return {
      role,
      email: before.get(role)?.email ?? `${role}@makerline.example`,
      password: open && known ? randomBytes(12).toString('base64url') : password,
    }
  })
  const memory = { speed: speed ?? old.speed ?? 240, ports: old.ports ?? {}, accounts, secrets, prepared: old.prepared }
  const save = () => writingTo(dir, wayOut, () => writeWhole(file, memory))
  await save()
  return Object.assign(memory, { save })
}
