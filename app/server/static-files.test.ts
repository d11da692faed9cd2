import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StaticFiles, staticFiles } from './static-files.ts'

let folder: string
let files: StaticFiles

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'makerline-static-'))
  mkdirSync(join(folder, 'assets'))
  mkdirSync(join(folder, '.vite'))
  writeFileSync(join(folder, 'assets/app-abc.js'), 'plain')
  writeFileSync(join(folder, 'assets/app-abc.js.br'), 'brotli')
  writeFileSync(join(folder, 'assets/app-abc.js.gz'), 'gzip')
  writeFileSync(join(folder, '.vite/manifest.json'), '{}')
  writeFileSync(join(folder, 'icon.svg'), '<svg/>')
  writeFileSync(join(folder, '../outside'), 'secret')
  files = await staticFiles(folder)
})
afterAll(() => {
  rmSync(join(folder, '../outside'), { force: true })
  rmSync(folder, { recursive: true, force: true })
})

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  files(new Request(`http://localhost${path}`, { headers, method }))

test('a file named by its content is kept for ever, any other for an hour', async () => {
  expect((await ask('/assets/app-abc.js'))?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect((await ask('/icon.svg'))?.headers.get('cache-control')).toBe('public, max-age=3600')
})

test.each([
  ['gzip, deflate, br', 'br', 'brotli'],
  ['gzip', 'gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip', 'gzip'],
  ['identity', null, 'plain'],
])('the best encoding that is accepted: %s', async (accepted, encoding, body) => {
  const response = await ask('/assets/app-abc.js', { 'accept-encoding': accepted })
  expect(response?.headers.get('content-encoding')).toBe(encoding)
  expect(response?.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(await response?.text()).toBe(body)
})

test('a script may be a worker that loads our modules and compiles WASM', async () => {
  const policy = (await ask('/assets/app-abc.js'))?.headers.get('content-security-policy')
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
})

test('what the browser has already is not sent again', async () => {
  const tag = (await ask('/icon.svg'))?.headers.get('etag') ?? ''
  const again = await ask('/icon.svg', { 'if-none-match': tag })
  expect(again?.status).toBe(304)
  expect(await again?.text()).toBe('')
})

test('asking for the head alone gives the length and no body', async () => {
  const response = await ask('/icon.svg', {}, 'HEAD')
  expect(response?.headers.get('content-length')).toBe('6')
  expect(await response?.text()).toBe('')
})

test.each([
  '/../outside',
  '/%2e%2e/outside',
  '/assets/..%2f..%2foutside',
  '/.vite/manifest.json',
  '/assets',
  '/%',
  '/nothing',
])('nothing else is a file: %s', async (path) => {
  expect(await ask(path)).toBeUndefined()
})

test('only asking is answered', async () => {
  expect(await ask('/icon.svg', {}, 'POST')).toBeUndefined()
})
