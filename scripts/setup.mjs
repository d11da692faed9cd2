// `npm run setup`: brings a real installation to the state of this release: packages, build, migrations, search
// attributes. It starts nothing and may be run again at any time.
import { readGiven } from './given.mjs'
import { ensureInstalled } from './install.mjs'
import { createProgress } from './progress.mjs'
import { Trouble, tell } from './trouble.mjs'

try {
  const progress = createProgress()
  const given = readGiven()
  for (const name of ['DATABASE_URL', 'TEMPORAL_ADDRESS']) {
    if (!given[name]) throw new Trouble(`${name} is not set.`, 'See .env.example, which explains every variable.')
  }
  await progress.step('Packages', () => ensureInstalled())
  const { ensureBuilt } = await import('./build.mjs')
  await progress.step('Build', () => ensureBuilt())
  const { migrate } = await import('./migrate.mjs')
  await progress.step('Migrations', () => migrate(given.DATABASE_URL, { own: false }))
  const { temporalServer } = await import('./system-environment.mjs')
  const { registerSearchAttributes } = await import('./temporal-attributes.mjs')
  await progress.step('Search attributes', () => registerSearchAttributes(temporalServer(given)))
  progress.note('set up; start the processes with npm run web and npm run worker')
} catch (error) {
  tell(error)
  process.exit(1)
}
