// `npm run dev`: the same system, with the site served by Vite and the worker started again at every change.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { repository } from './repository.mjs'
import { runSystem } from './run-system.mjs'

await runSystem({
  usage: 'npm run dev [-- --port N --data DIR --speed N --reset]',
  async prepare({ progress, signal }) {
    const { bundle, bundleProcesses } = await import('./build.mjs')
    const { ensureGenerated } = await import('./generate.mjs')
    const folder = join(repository, 'build.dev')
    await progress.step('Generated code', () => ensureGenerated({ signal }))
    await progress.step('Bundles', () => bundleProcesses(folder))
    const tsx = join(repository, 'node_modules/tsx/dist/cli.mjs')
    return {
      bundle: (name) => bundle(name, folder),
      programs: {
        web: [fileURLToPath(new URL('./dev-web.mjs', import.meta.url))],
        worker: [tsx, 'watch', '--clear-screen=false', 'workflows/worker.ts'],
      },
      mode: 'development',
    }
  },
})
