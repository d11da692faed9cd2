// The parts of a system, each with its command and the sign that it serves. Who is replaced by an address of the
// environment (a database, a Temporal, Stripe, a carrier, a mail server) is no part.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as database from './database.mjs'
import { repository } from './repository.mjs'
import * as temporal from './temporal.mjs'
import { answers } from './wait-for.mjs'

/** @typedef {import('./supervisor.mjs').Part} Part */

const preload = fileURLToPath(new URL('./with-parent.mjs', import.meta.url))

/** @returns {Part} */
export function postgresPart({ cluster, port, url }) {
  return {
    name: 'postgres',
    run: database.serverCommand(cluster, port),
    before: () => database.clearRemains(cluster),
    ready: (alive) => database.whenServing(url, alive),
    stopSignal: 'SIGINT',
  }
}

/** @returns {Part} */
export function temporalPart({ binary, port, uiPort, dir }) {
  return {
    name: 'temporal',
    run: temporal.devServerCommand({ binary, port, uiPort, file: temporal.databaseFile(dir) }),
    ready: (alive) => temporal.whenServing({ binary, address: `127.0.0.1:${port}`, alive }),
  }
}

/**
 * A process of our own.
 * @param {{ name: string, program: string[], env: Record<string, string>, health: string }} options
 *   program: what Node is given; health: the address that answers when it serves
 * @returns {Part}
 */
export function ownPart({ name, program, env, health }) {
  return {
    name,
    run: {
      command: process.execPath,
      args: ['--enable-source-maps', '--import', preload, ...program],
      options: { cwd: repository, env: { ...inherited(), ...env } },
    },
    ready: (alive) => answers(health, alive),
    watchesParent: true,
  }
}

/** What every process needs to run at all; nothing of the caller's environment reaches a part by accident. */
function inherited() {
  const names = [
    'PATH',
    'HOME',
    'LANG',
    'TZ',
    'TMPDIR',
    'NODE_EXTRA_CA_CERTS',
    'SSL_CERT_FILE',
    'HTTPS_PROXY',
    'NO_PROXY',
  ]
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

/** A sandbox's program, environment and health. */
export function sandboxPart({ name, port, dir, probe, env, program }) {
  const state = join(dir, name)
  mkdirSync(state, { recursive: true })
  return ownPart({
    name,
    program: [program],
    env: { PORT: String(port), STATE_DIR: state, ...env },
    // A sandbox whose pages others must reach listens where the shop does.
    health: `http://${env.HOST === undefined ? '127.0.0.1' : probe}:${port}/healthz`,
  })
}
