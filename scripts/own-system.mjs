// A system of a script's own, beside whatever else runs on this machine: other ports, another data folder.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePorts } from './ports.mjs'
import { repository } from './repository.mjs'
import { Trouble } from './trouble.mjs'

const start = fileURLToPath(new URL('./start.mjs', import.meta.url))
const preload = fileURLToPath(new URL('./with-parent.mjs', import.meta.url))

/** @returns {Record<string, unknown>} what DIR/ready.json says now */
export const readReady = (dir) => JSON.parse(readFileSync(join(dir, 'ready.json'), 'utf8'))

// What the caller has set for an installation of their own must not reach a system that is only for trying things out.
function bareEnvironment(env) {
  const example = readFileSync(join(repository, '.env.example'), 'utf8')
  const names = [...example.matchAll(/^#([A-Z0-9_]+)=/gm)].map(([, name]) => name)
  const kept = Object.entries(process.env).filter(([name]) => !names.includes(name))
  return { ...Object.fromEntries(kept), MAKERLINE_DOTENV: 'off', ...env }
}

/**
 * Starts a system and resolves when it is ready.
 * @param {{ dir: string, speed?: number, port?: number, reset?: boolean, env?: Record<string, string>, say?: (text: string) => void }} options
 * @returns {Promise<{ ready: () => Record<string, any>, stop: () => Promise<void>, ended: Promise<void> }>}
 */
export async function startSystem({ dir, speed, port, reset = false, env = {}, say = () => undefined }) {
  const own = port ?? (await freePorts(['web'])).web
  const args = [
    ...['--data', dir, '--port', String(own)],
    ...(speed === undefined ? [] : ['--speed', String(speed)]),
    ...(reset ? ['--reset'] : []),
  ]
  const child = spawn(process.execPath, ['--import', preload, start, ...args], {
    cwd: repository,
    env: bareEnvironment(env),
    // The system ends with whoever asked for it, however that one ends.
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  })
  child.stdin.on('error', () => undefined)
  let said = ''
  const ended = new Promise((resolve) => child.once('exit', () => resolve()))
  await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said = `${said}${chunk}`.slice(-20_000)
        say(String(chunk))
        if (said.includes('ready after')) resolve()
      })
    }
    child.once('error', reject)
    child.once('exit', (code) => reject(new Trouble(`The system ended while starting (${code}).\n${said}`, '')))
  })
  return {
    ready: () => readReady(dir),
    ended,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT')
      await ended
    },
  }
}
