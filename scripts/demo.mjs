// `npm run demo`: one whole order through the public API, on a system of its own under DIR/demo where business time runs
// two weeks a minute.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { readArguments, readDataFolder } from './arguments.mjs'
import { ensureInstalled } from './install.mjs'
import { createProgress } from './progress.mjs'
import { Trouble, tell } from './trouble.mjs'

/** Two business weeks a minute, in business seconds a second. */
const speed = (14 * 24 * 60 * 60) / 60

const progress = createProgress()
let system
let driver

async function end(code) {
  driver?.kill('SIGTERM')
  await system?.stop()
  process.exit(code)
}
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => end(130))

/** Resolves to the driver's exit code. */
function drive(program, env) {
  driver = spawn(process.execPath, ['--enable-source-maps', program], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return new Promise((resolve, reject) => driver.once('error', reject).once('exit', (code) => resolve(code ?? 1)))
}

try {
  const usage = 'npm run demo [-- --data DIR --keep]'
  const { values } = readArguments({ data: { type: 'string' }, keep: { type: 'boolean', default: false } }, usage)
  const dir = join(readDataFolder(values.data), 'demo')
  await progress.step('Packages', () => ensureInstalled())
  const { bundle, ensureBuilt } = await import('./build.mjs')
  await progress.step('Build', () => ensureBuilt())
  const { startSystem } = await import('./own-system.mjs')
  await progress.step('System', async () => {
    // Begun anew: since an earlier run its clock has gone on for years.
    system = await startSystem({ dir, speed, reset: true })
  })
  const code = await drive(bundle('simulation/demo'), { READY: join(dir, 'ready.json') })
  if (code !== 0) throw new Trouble('The order did not get all the way.', `What happened is in ${join(dir, 'logs')}.`)
  progress.note(`done after ${progress.total()}`)
  if (values.keep) {
    const { web, temporalUi } = system.ready()
    progress.note(`still up: ${web}, Temporal UI ${temporalUi}; Ctrl-C stops it`)
    await system.ended
  }
  await end(0)
} catch (error) {
  tell(error)
  await end(1)
}
