import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './repository.mjs'

const rooms = ['app', 'models', 'prisma', 'public', 'runtime', 'scripts', 'services', 'simulation', 'workflows']
const files = ['package.json', 'package-lock.json', 'react-router.config.ts', 'tsconfig.json', 'vite.config.ts']

// Of the plain scripts only the one that builds has a say in what is built.
const isSource = (path) =>
  !path.startsWith('prisma/generated') &&
  !/\.test\.tsx?$/.test(path) &&
  !path.includes('/histories/') &&
  (!path.endsWith('.mjs') || path === 'scripts/build.mjs')

/** The files of a folder in the repository, all the way down. */
export function filesUnder(room) {
  const folder = join(repository, room)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(repository.length + 1)
        .replaceAll('\\', '/'),
    )
}

/**
 * One hash over files and their names.
 * @param {readonly string[]} paths in the repository
 */
export function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of [...paths].sort()) {
    const file = join(repository, path)
    if (!existsSync(file) || !statSync(file).isFile()) continue
    hash.update(`${path}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** The hash of everything the build is made from. */
export const sourcesHash = () => hashOf([...files, ...rooms.flatMap(filesUnder).filter(isSource)])
