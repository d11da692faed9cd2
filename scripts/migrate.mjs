// Brings a database to the state the migrations describe.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { repository } from './repository.mjs'
import { Trouble } from './trouble.mjs'

/**
 * Applies the migrations a database does not have yet.
 * @param {string} url
 * @param {{ own?: boolean, signal?: AbortSignal }} [options] own: the database is one of ours and may be deleted
 */
export async function migrate(url, { own = true, signal } = {}) {
  const cli = join(repository, 'node_modules', 'prisma', 'build', 'index.js')
  const child = spawn(process.execPath, [cli, 'migrate', 'deploy'], {
    cwd: repository,
    env: { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => child.kill('SIGKILL')
  signal?.addEventListener('abort', kill)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  signal?.removeEventListener('abort', kill)
  signal?.throwIfAborted()
  if (code !== 0) {
    const reason = said.replaceAll(url, 'the database').trim()
    const wayOut = own
      ? 'If it holds nothing you need, start with --reset.'
      : 'Check DATABASE_URL, and that its user may create tables and the extension btree_gist.'
    throw new Trouble(`The database could not be migrated:\n${reason}\n`, wayOut)
  }
}
