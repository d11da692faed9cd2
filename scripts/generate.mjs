// Code that is made from other code: the database client from the schema.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './repository.mjs'
import { hashOf } from './sources.mjs'
import { Trouble } from './trouble.mjs'
import { inTurn } from './turn.mjs'

const madeFrom = join(repository, 'prisma/generated/made-from')

/** Whether the generated client belongs to the schema. */
function isCurrent(hash) {
  return existsSync(madeFrom) && readFileSync(madeFrom, 'utf8') === hash
}

/** Runs a program of node_modules to its end; its output is told only when it fails. */
export async function runTool(path, args, { signal, env = {}, cwd = repository } = {}) {
  const child = spawn(process.execPath, [join(repository, 'node_modules', path), ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const kill = () => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL')
  signal?.addEventListener('abort', kill)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-30_000)
    })
  }
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  signal?.removeEventListener('abort', kill)
  signal?.throwIfAborted()
  return { code, said }
}

/** Makes the database client when the schema or Prisma's version has changed. */
export async function ensureGenerated({ signal } = {}) {
  const hash = hashOf(['prisma/schema.prisma', 'node_modules/prisma/package.json'])
  if (isCurrent(hash)) return
  await inTurn('generate', async () => {
    if (isCurrent(hash)) return
    const { code, said } = await runTool('prisma/build/index.js', ['generate'], {
      signal,
      env: { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    })
    if (code !== 0)
      throw new Trouble(`The database client could not be generated:\n${said.trim()}\n`, 'Mend prisma/schema.prisma.')
    writeFileSync(madeFrom, hash)
  })
}
