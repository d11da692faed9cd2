// Brings a database to the state the migrations describe.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { repository } from './repository.mjs'
import { Trouble } from './trouble.mjs'

/**
 * Applies the migrations a database does not have yet.
 * @param {string} url
 */
export async function migrate(url) {
  const cli = join(repository, 'node_modules', 'prisma', 'build', 'index.js')
  const child = spawn(process.execPath, [cli, 'migrate', 'deploy'], {
    cwd: repository,
    env: { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) {
    const reason = said.replaceAll(url, 'the database').trim()
    throw new Trouble(
      `The database could not be migrated:\n${reason}\n`,
      'If it holds nothing you need, start with --reset.',
    )
  }
}
