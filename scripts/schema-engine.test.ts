import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { repository } from './repository.mjs'

let dir: string
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'makerline-schema-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function prisma(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const cli = join(repository, 'node_modules/prisma/build/index.js')
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, CHECKPOINT_DISABLE: '1' }
  return spawnSync(process.execPath, [cli, ...args], { cwd: repository, encoding: 'utf8', env })
}

const schema = (fields: string) =>
  `datasource db {\n  provider = "postgresql"\n}\nmodel Thing {\n id String @id\n ${fields}\n}\n`

test('a migration is written from two schema files without a database', () => {
  const [from, to] = [join(dir, 'from.prisma'), join(dir, 'to.prisma')]
  writeFileSync(from, schema(''))
  writeFileSync(to, schema('name String'))
  const { stdout, status } = prisma('migrate', 'diff', '--from-schema', from, '--to-schema', to, '--script')
  expect(status).toBe(0)
  expect(stdout).toContain('ALTER TABLE "Thing" ADD COLUMN     "name" TEXT NOT NULL;')
})

test('what needs a database says so', () => {
  const { stderr, status } = prisma('migrate', 'deploy')
  expect(status).toBe(1)
  expect(stderr).toContain('datasource.url')
})

test('the engine has the version that Prisma asks for', () => {
  const read = (file: string): Record<string, Record<string, string>> =>
    JSON.parse(readFileSync(join(repository, file), 'utf8'))
  const wanted = read('node_modules/@prisma/engines/package.json').dependencies?.['@prisma/engines-version']
  expect(read('package.json').devDependencies?.['@prisma/schema-engine-wasm']).toBe(wanted)
})

test('every migration is a folder with its script', () => {
  const folder = join(repository, 'prisma/migrations')
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(names.length).toBeGreaterThan(0)
  for (const { name } of names) expect(existsSync(join(folder, name, 'migration.sql'))).toBe(true)
})
