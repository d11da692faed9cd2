// Keeps the parts of a system running: starts them, starts again what dies, and stops them in order.
import { spawn } from 'node:child_process'
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { end, identify } from './processes.mjs'
import { Trouble } from './trouble.mjs'
import { postWatchman } from './watchman.mjs'

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {{ command: string, args: string[], options?: object }} run
 * @property {(alive: () => boolean) => Promise<void>} ready resolves when the part serves; rejects when alive says no
 * @property {NodeJS.Signals} [stopSignal]
 * @property {number} [graceMs] how long it may take to end when asked
 * @property {() => Promise<void>} [before] clears what a death may have left
 * @property {boolean} [watchesParent] true for a part that ends by itself when its pipe closes
 */

/** In which order parts are stopped; what is not named here is a sandbox or the like and comes in between. */
const stopOrder = ['simulation', 'web', 'worker', '', 'temporal', 'postgres']
const rank = (name) => stopOrder.indexOf(stopOrder.includes(name) ? name : '')

/** How long a part may take until it serves. */
const startLimitMs = 90_000
/** Waits before starting a part again, one death after the other; a part that lived a minute begins anew. */
const backoffMs = [50, 250, 1000, 2000, 4000]
const largestLogBytes = 20_000_000

/**
 * @param {{ logs: string, onChange: () => void, note: (line: string) => void }} options
 *   logs: folder for the parts' output; onChange: told when a process has come, served or gone
 */
export function createSupervisor({ logs, onChange, note }) {
  /** @type {Map<string, { part: Part, child?: import('node:child_process').ChildProcess, identity?: import('./processes.mjs').Identity, watchman?: import('node:child_process').ChildProcess, serving: boolean, deaths: number, logFrom?: number }>} */
  const running = new Map()
  const helpers = new Set()
  const halt = new AbortController()
  let stopping = false
  mkdirSync(logs, { recursive: true })

  const logFile = (name) => join(logs, `${name}.log`)

  function openLog(name) {
    try {
      if (statSync(logFile(name)).size > largestLogBytes) renameSync(logFile(name), `${logFile(name)}.1`)
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
    return openSync(logFile(name), 'a')
  }

  /** What a part has said since `from` bytes: what it said in an earlier life explains nothing. */
  function lastWords(name, from) {
    const lines = readFileSync(logFile(name)).subarray(from).toString('utf8').trim().split('\n')
    return lines.slice(-12).join('\n')
  }

  function launch(entry) {
    const { part } = entry
    const log = openLog(part.name)
    entry.logFrom = fstatSync(log).size
    // Detached, so that Ctrl-C in the terminal reaches this process alone, which then stops the parts in order.
    const child = spawn(part.run.command, part.run.args, {
      ...part.run.options,
      stdio: [part.watchesParent ? 'pipe' : 'ignore', log, log],
      detached: true,
    })
    closeSync(log)
    child.stdin?.on('error', () => undefined)
    entry.child = child
    entry.serving = false
    const gone = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message))
      child.once('exit', (code, signalName) => resolve(signalName ?? `code ${code}`))
    })
    entry.gone = gone.then((how) => {
      entry.child = undefined
      entry.identity = undefined
      entry.watchman?.kill('SIGKILL')
      onChange()
      return how
    })
    if (child.pid !== undefined) {
      entry.identity = identify(child.pid)
      if (!part.watchesParent) entry.watchman = postWatchman(child.pid, part.stopSignal ?? 'SIGTERM')
    }
    onChange()
  }

  /** @returns {Promise<string | undefined>} how it died before it served; undefined when it serves */
  async function untilServing(entry) {
    const { child, gone } = entry
    const limit = Date.now() + startLimitMs
    const alive = () => entry.child === child && !stopping && Date.now() < limit
    try {
      await Promise.race([entry.part.ready(alive), gone.then((how) => Promise.reject(new Error(how)))])
    } catch (error) {
      if (entry.child === child && child !== undefined) {
        await end(entry.identity, 'SIGKILL')
        return `it did not serve within ${startLimitMs / 1000} s (${error.message})`
      }
      return error.message
    }
    entry.serving = true
    onChange()
    return undefined
  }

  async function keep(entry) {
    while (!stopping) {
      const since = Date.now()
      const how = await entry.gone
      if (stopping) return
      if (Date.now() - since > 60_000) entry.deaths = 0
      const wait = backoffMs[Math.min(entry.deaths, backoffMs.length - 1)]
      entry.deaths += 1
      note(`${entry.part.name} ended (${how}), starting it again`)
      await pause(wait, undefined, { signal: halt.signal }).catch(() => undefined)
      if (stopping) return
      await entry.part.before?.()
      if (stopping) return
      launch(entry)
      const started = Date.now()
      const failure = await untilServing(entry)
      if (failure === undefined)
        note(`${entry.part.name} serves again after ${((Date.now() - started + wait) / 1000).toFixed(1)} s`)
    }
  }

  return {
    /**
     * Starts a part and resolves when it serves. From then on it is started again whenever it dies.
     * @param {Part} part
     */
    async start(part) {
      halt.signal.throwIfAborted()
      const entry = { part, serving: false, deaths: 0 }
      running.set(part.name, entry)
      await part.before?.()
      let failure
      // A server killed a moment ago may leave its shared memory or port busy for a little longer.
      for (let attempt = 0; attempt < 3 && !stopping; attempt += 1) {
        if (attempt > 0) await pause(500)
        launch(entry)
        failure = await untilServing(entry)
        if (failure === undefined) {
          entry.keeping = keep(entry)
          return
        }
      }
      halt.signal.throwIfAborted()
      throw new Trouble(
        `${part.name} ended while starting (${failure}). Its last words:\n${lastWords(part.name, entry.logFrom)}\n`,
        `The whole log is in ${logFile(part.name)}.`,
      )
    },

    /**
     * Runs a program to its end, such as a seed; it does not outlive this process.
     * @param {string} name
     * @param {{ command: string, args: string[], options?: object }} run
     * @param {string} wayOut
     */
    async complete(name, run, wayOut) {
      halt.signal.throwIfAborted()
      const log = openLog(name)
      const from = fstatSync(log).size
      const child = spawn(run.command, run.args, { ...run.options, stdio: ['pipe', log, log], detached: true })
      closeSync(log)
      helpers.add(child)
      const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
      helpers.delete(child)
      halt.signal.throwIfAborted()
      if (code !== 0) throw new Trouble(`${name} failed:\n${lastWords(name, from)}\n`, wayOut)
    },

    /** Which processes run now, by part. */
    pids() {
      const all = [...running].flatMap(([name, { child }]) => (child?.pid === undefined ? [] : [[name, child.pid]]))
      return Object.fromEntries(all)
    },

    /** All processes that must not outlive this one. */
    identities() {
      return [...running.values()].flatMap(({ identity }) => (identity === undefined ? [] : [identity]))
    },

    /** True when every part serves. */
    whole: () => [...running.values()].every(({ serving, child }) => serving && child !== undefined),

    get stopping() {
      return stopping
    },

    /**
     * Stops everything: who uses a part before the part; a part that does not end in its time is killed.
     * @param {(name: string) => void} [told]
     */
    async stop(told = () => undefined) {
      stopping = true
      halt.abort()
      for (const helper of helpers) helper.kill('SIGKILL')
      for (const [name, entry] of [...running].sort(([a], [b]) => rank(a) - rank(b))) {
        if (entry.identity === undefined) continue
        told(name)
        await end(entry.identity, entry.part.stopSignal ?? 'SIGTERM', entry.part.graceMs)
        await entry.gone
      }
      await Promise.all([...running.values()].map(({ keeping }) => keeping))
    },

    /** Ends everything at once. */
    kill() {
      stopping = true
      halt.abort()
      for (const helper of helpers) helper.kill('SIGKILL')
      for (const { child } of running.values()) child?.kill('SIGKILL')
    },
  }
}
