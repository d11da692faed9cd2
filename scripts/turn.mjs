import { createHash } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { identify, isRunning } from './processes.mjs'
import { repository } from './repository.mjs'

/** Takes a file that names its holder; false when somebody who still runs holds it. */
export function take(file) {
  // Written beside and linked into place, so that nobody ever reads a half-written name.
  const written = `${file}.${process.pid}`
  writeFileSync(written, JSON.stringify(identify(process.pid)))
  try {
    for (;;) {
      try {
        linkSync(written, file)
        return true
      } catch (error) {
        if (error.code !== 'EEXIST') throw error
      }
      if (isRunning(holderOf(file))) return false
      rmSync(file, { force: true })
    }
  } finally {
    rmSync(written, { force: true })
  }
}

/** @returns {import('./processes.mjs').Identity | undefined} */
export function holderOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Runs work that only one process of this clone may do at a time, such as installing or building.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inTurn(name, work) {
  const clone = createHash('sha256').update(repository).digest('hex').slice(0, 12)
  const file = join(tmpdir(), `makerline-${clone}-${name}.lock`)
  while (!take(file)) await pause(200)
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
