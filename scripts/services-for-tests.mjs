// One PostgreSQL and one Temporal server for a whole run of tests, in a folder and on ports of their own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administer, databaseUrl, prepareCluster, serverCommand, whenServing } from './database.mjs'
import { migrate } from './migrate.mjs'
import { placeElsewhere } from './place-elsewhere.mjs'
import { freePorts } from './ports.mjs'
import { devServerCommand, whenServing as temporalServing } from './temporal.mjs'
import { findTemporal } from './temporal-binary.mjs'
import { postWatchman } from './watchman.mjs'

const password = 'only-for-tests'

function launch({ command, args, options }, stopSignal) {
  const child = spawn(command, args, { ...options, stdio: 'ignore', detached: true })
  // A run of tests that is killed leaves no server behind.
  const watchman = child.pid === undefined ? undefined : postWatchman(child.pid, stopSignal)
  child.once('exit', () => watchman?.kill('SIGKILL'))
  return { child, alive: () => child.exitCode === null && child.signalCode === null }
}

async function finish(part, signal) {
  if (part === undefined || !part.alive()) return
  const gone = once(part.child, 'exit')
  part.child.kill(signal)
  await gone
}

/**
 * Starts both servers; nothing survives of their data.
 * @param {{ temporal?: boolean, note?: (line: string) => void }} [options]
 * @returns {Promise<{ templateUrl: string, databaseUrl: string, temporalAddress: string, temporalBinary: string, stop: () => Promise<void> }>}
 *   templateUrl: a migrated, empty database that nobody connects to; `CREATE DATABASE … TEMPLATE` copies it
 */
export async function startServices({ temporal = true, note = () => undefined } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'makerline-tests-'))
  chmodSync(dir, 0o755)
  // PostgreSQL's own user must reach its files, and what stands in them is test data.
  const open = join(dir, 'data')
  mkdirSync(open)
  const parts = {}
  const stop = async () => {
    await finish(parts.temporal, 'SIGTERM')
    await finish(parts.postgres, 'SIGINT')
    const elsewhere = placeElsewhere(open)
    if (elsewhere !== undefined) rmSync(elsewhere, { recursive: true, force: true })
    rmSync(dir, { recursive: true, force: true })
  }
  try {
    const ports = await freePorts(['postgres', 'temporal'])
    const cluster = await prepareCluster({ dir: open, password })
    // Speed over surviving a power cut: the data lives as long as the run.
    const hasty = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
    parts.postgres = launch(serverCommand(cluster, ports.postgres, hasty), 'SIGINT')
    const url = databaseUrl(ports.postgres, password)
    await whenServing(url, parts.postgres.alive)
    const templateUrl = databaseUrl(ports.postgres, password, 'template_makerline')
    await administer(url, ['CREATE DATABASE template_makerline'])
    await migrate(templateUrl)
    const temporalAddress = `127.0.0.1:${ports.temporal}`
    let temporalBinary = ''
    if (temporal) {
      temporalBinary = await findTemporal({ dir: open, note })
      parts.temporal = launch(devServerCommand({ binary: temporalBinary, port: ports.temporal }), 'SIGTERM')
      await temporalServing({ binary: temporalBinary, address: temporalAddress, alive: parts.temporal.alive })
    }
    return { templateUrl, databaseUrl: url, temporalAddress, temporalBinary, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Vitest's global setup: test files read what is provided here with `inject`. */
export default async function setup(project) {
  const services = await startServices({ note: (line) => process.stderr.write(`${line}\n`) })
  project.provide('templateUrl', services.templateUrl)
  project.provide('temporalAddress', services.temporalAddress)
  return services.stop
}
