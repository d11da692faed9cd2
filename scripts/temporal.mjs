// The Temporal dev server: its command line, its search attributes, and when it is ready.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

/** What operators can filter by; the workflows' own list of the same names is held to this one by a test. */
export const searchAttributes = {
  Stage: 'Keyword',
  Product: 'Keyword',
  Factory: 'Keyword',
  Belt: 'Keyword',
  Country: 'Keyword',
  WaitingOn: 'Keyword',
  WaitingSince: 'Datetime',
  Late: 'Bool',
}

/**
 * The command of a dev server with its web interface, on the loopback address.
 * @param {{ binary: string, port: number, uiPort: number | undefined, file: string | undefined }} options
 *   file: the database; without one all is in memory. uiPort: without one there is no web interface
 */
export function devServerCommand({ binary, port, uiPort, file }) {
  const attributes = Object.entries(searchAttributes).map(([name, kind]) => `${name}=${kind}`)
  return {
    command: binary,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--namespace', 'default'],
      ...(uiPort === undefined ? ['--headless'] : ['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort)]),
      // Without write-ahead logging a file costs two thirds of the throughput. NORMAL loses nothing when the process
      // dies; only a power cut may take the last moments, which a real cluster would keep.
      ...(file === undefined
        ? []
        : ['--db-filename', file, '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL']),
      ...attributes.flatMap((attribute) => ['--search-attribute', attribute]),
      ...['--log-level', 'error'],
    ],
    options: { env: { PATH: process.env.PATH, HOME: process.env.HOME } },
  }
}

/** The database file of a dev server under DIR. */
export const databaseFile = (dir) => join(dir, 'temporal.db')

/**
 * Waits until a server answers and knows the namespace.
 * @param {{ binary: string, address: string, alive: () => boolean }} options
 */
export async function whenServing({ binary, address, alive }) {
  const ask = promisify(execFile)
  for (;;) {
    try {
      await ask(binary, ['operator', 'namespace', 'describe', '--namespace', 'default', '--address', address], {
        timeout: 5000,
      })
      return
    } catch (error) {
      if (!alive()) throw error
      await pause(100)
    }
  }
}
