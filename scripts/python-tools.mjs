// Python programs that check our files and were written by nobody here: a virtual environment of their own, made once.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Trouble } from './trouble.mjs'

/** Pinned: another version may find other faults. */
const packages = { 'usd-core': '26.11' }

const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'makerline', 'python')

/** Runs a program; gives its exit code and what it said. */
export function runProgram(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
      })
    }
    child.once('error', (error) => resolve({ code: 1, said: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

/** The Python that has all of them; installs them where they are missing. */
export async function ensurePythonTools() {
  const wanted = Object.entries(packages).map(([name, version]) => `${name}==${version}`)
  const python = join(folder, 'bin', 'python')
  const mark = join(folder, `${wanted.join('+')}.ready`)
  if (existsSync(mark)) return python
  mkdirSync(folder, { recursive: true })
  for (const [command, args] of [
    ['python3', ['-m', 'venv', folder]],
    [python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...wanted]],
  ]) {
    const { code, said } = await runProgram(command, args)
    if (code !== 0) {
      throw new Trouble(
        `The Python programs that check our files could not be installed: ${said.trim().split('\n').at(-1)}`,
        'They need Python 3.9 or newer with venv, and PyPI or a mirror of it that pip knows.',
      )
    }
  }
  writeFileSync(mark, '')
  return python
}
