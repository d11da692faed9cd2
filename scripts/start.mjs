// `npm start`: the whole system in demo mode, from nothing but Node and npm.
import { runSystem } from './run-system.mjs'

await runSystem({
  usage: 'npm start [-- --port N --data DIR --speed N --reset]',
  async prepare({ progress, signal }) {
    const { bundle, ensureBuilt } = await import('./build.mjs')
    await progress.step('Build', () => ensureBuilt({ signal }))
    const programs = { web: [bundle('web/server')], worker: [bundle('worker/worker')] }
    return { bundle, programs, mode: 'production' }
  },
})
