import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * When a process was started, in the system's own words: with the process id it names one process for ever,
 * where an id alone may be given out again.
 * @param {number} pid
 * @returns {string | undefined} undefined when there is no such process, or only its corpse
 */
export function startedAt(pid) {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The command's name stands in brackets and may hold anything; the numbered fields follow its last bracket.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
    } catch {
      return undefined
    }
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

/** @typedef {{ pid: number, started: string }} Identity one process, told apart from a later one of the same id */

/** @returns {Identity} */
export const identify = (pid) => ({ pid, started: startedAt(pid) ?? '' })

/** @param {Identity | undefined} identity */
export const isRunning = (identity) => identity !== undefined && startedAt(identity.pid) === identity.started

/** Sends a signal to a process that may be gone already. */
export function signal(pid, name) {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

/**
 * Ends one process: asked first, and after the grace period without asking.
 * @param {Identity} identity
 * @param {NodeJS.Signals} name
 * @param {number} graceMs
 */
export async function end(identity, name = 'SIGTERM', graceMs = 9000) {
  if (!isRunning(identity)) return
  signal(identity.pid, name)
  const deadline = Date.now() + graceMs
  while (isRunning(identity)) {
    if (Date.now() > deadline) signal(identity.pid, 'SIGKILL')
    await pause(20)
  }
}
