// Runs a whole system from the command line: arguments, what may be in the way, progress, the table, and the end.
// Packages may be missing when this begins, so only what needs none is imported here.
import { readArguments, readDataFolder, readPort, readSpeed } from './arguments.mjs'
import { emptyFolder, endRemains, takeFolder } from './data-folder.mjs'
import { checkGiven, checkReset, readGiven } from './given.mjs'
import { ensureInstalled } from './install.mjs'
import { shopPort } from './ports.mjs'
import { bold, createProgress, table } from './progress.mjs'
import { Trouble, tell } from './trouble.mjs'

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Trouble(`Node ${process.versions.node} is too old.`, 'Install Node 20.19 or newer (https://nodejs.org).')
}

function summary(ready, host) {
  const passwords = new Set(ready.accounts.map(({ password }) => password))
  const accounts = ready.accounts.map(({ role, email, password }) => [
    `Demo ${role}`,
    passwords.size === 1 ? email : `${email}  ${password}`,
  ])
  return table([
    ['Shop', bold(ready.web)],
    ['Factory portal', `${ready.web}/factory`],
    ['Temporal UI', ready.temporalUi || '(of your own server)'],
    ['Mail', ready.mail || '(sent by your own server)'],
    ['Payments', ready.stripe],
    ...accounts,
    ...(passwords.size === 1 ? [['Their password', ready.accounts[0].password]] : []),
    ['Clock', `${ready.speed} business seconds a second (a day in ${duration(86_400 / ready.speed)})`],
    ...(host === '127.0.0.1' ? [] : [['Listening on', host]]),
  ])
}

function duration(seconds) {
  if (seconds >= 3600) return `${Math.round(seconds / 360) / 10} hours`
  if (seconds >= 60) return `${Math.round(seconds / 6) / 10} minutes`
  return `${Math.round(seconds * 10) / 10} seconds`
}

/**
 * @param {{ usage: string, prepare: (tools: { progress: ReturnType<typeof createProgress>, signal: AbortSignal }) => Promise<object> }} options
 *   prepare: makes what the parts run, once packages are there, and says where it is (`bundle`, `programs`, `mode`)
 */
async function main({ usage, prepare }) {
  checkNode()
  const { values } = readArguments(
    {
      port: { type: 'string' },
      data: { type: 'string' },
      speed: { type: 'string' },
      reset: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
    usage,
  )
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    return
  }
  const progress = createProgress()
  const starting = new AbortController()
  let folder
  let system
  let ending = false

  const end = async (code) => {
    if (ending) {
      system?.kill()
      process.exit(1)
    }
    ending = true
    starting.abort()
    process.stdout.write('\n')
    if (system === undefined) folder?.release()
    else await system.stop((name) => progress.note(`stopping ${name}`))
    progress.note('everything is stopped')
    process.exit(code)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => end(0))

  try {
    const given = readGiven()
    const dir = readDataFolder(values.data ?? given.DATA_DIR)
    const wished = readPort(values.port ?? given.PORT, values.port === undefined ? 'PORT' : '--port')
    const speed = readSpeed(values.speed ?? given.SPEED)
    const host = given.HOST ?? '127.0.0.1'
    checkGiven(given)
    if (values.reset) checkReset(given)
    // What would fail in the end is told before anything takes its time.
    const port = await shopPort({ host, wished, usual: 3000 })
    folder = await takeFolder(dir)
    await endRemains(dir)
    if (values.reset) await progress.step(`Empty ${dir}`, async () => emptyFolder(dir))
    await progress.step('Packages', () => ensureInstalled({ signal: starting.signal }))
    // From here on packages may be imported.
    const { signal } = starting
    const made = await prepare({ progress, signal })
    const { createSystem } = await import('./system.mjs')
    system = createSystem({ dir, folder, host, port, speed, given, progress, signal, ...made })
    const ready = await system.start()
    process.stdout.write(`\n${summary(ready, host)}\n\n`)
    progress.note(`ready after ${progress.total()}; Ctrl-C stops everything; logs and data are in ${dir}`)
  } catch (error) {
    if (ending) return
    tell(error)
    ending = true
    if (system === undefined) folder?.release()
    else await system.stop()
    process.exit(1)
  }
}

/** @param {Parameters<typeof main>[0]} options */
export async function runSystem(options) {
  await main(options).catch((error) => {
    tell(error)
    process.exit(1)
  })
}
