// Packages: installed when they are missing or not those of package-lock.json.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './repository.mjs'
import { Trouble } from './trouble.mjs'
import { inTurn } from './turn.mjs'

const packagesIn = (file) => JSON.parse(readFileSync(join(repository, file), 'utf8')).packages

/** npm writes what it has installed into a lock file of its own, last of all; a half-made folder has none. */
export function isInstalled() {
  if (!existsSync(join(repository, 'node_modules/.package-lock.json'))) return false
  const wanted = Object.entries(packagesIn('package-lock.json')).filter(([path]) => path !== '')
  const have = packagesIn('node_modules/.package-lock.json')
  return wanted.every(([path, { version, optional, peer, devOptional }]) => {
    const installed = have[path]
    return installed === undefined ? Boolean(optional || devOptional || peer) : installed.version === version
  })
}

function npm(args, signal) {
  const cli = process.env.npm_execpath
  const [command, before] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  const child = spawn(command, [...before, ...args], {
    cwd: repository,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const kill = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL')
  signal?.addEventListener('abort', kill)
  let said = ''
  child.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-8000)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      signal?.removeEventListener('abort', kill)
      resolve({ code, said })
    })
  })
}

function reasonIn(said) {
  const lines = said.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
  const telling = [/request to .* failed/, /^(EACCES|EROFS|ENOSPC|Error:)/, /^code /]
    .map((pattern) => lines.find((line) => pattern.test(line)))
    .find(Boolean)
    ?.replace(/^(code |FetchError: )/, '')
  return telling ?? lines.find(Boolean) ?? 'npm said nothing'
}

/**
 * Runs `npm ci` when needed.
 * @param {{ signal?: AbortSignal }} [options]
 * @returns {Promise<boolean>} whether anything had to be installed
 */
export async function ensureInstalled({ signal } = {}) {
  if (isInstalled()) return false
  return inTurn('install', async () => {
    if (isInstalled()) return false
    const { code, said } = await npm(['ci', '--include=dev', '--no-audit', '--no-fund'], signal)
    signal?.throwIfAborted()
    if (code !== 0) {
      throw new Trouble(
        `The packages could not be installed (${reasonIn(said)}).`,
        'Check the network, the disk and the right to write to node_modules, then run the command again.',
      )
    }
    return true
  })
}
