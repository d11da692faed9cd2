import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pack } from './pack.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'makerline-pack-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function config(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('the pack', () => {
  it('holds what the manifest says, under the specification’s own hash', async () => {
    const out = join(folder, 'one')
    expect(
      (await pack(['shelf', config('a.json', { version: 1, options: { name: 'Ada' } }), '--out', out])).status,
    ).toBe(0)
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({ product: 'shelf', version: 1, hash: sha256(join(out, 'specification.json')) })
    const listed = manifest.files.map((file: { path: string }) => file.path)
    expect([...listed, 'manifest.json'].sort()).toEqual(readdirSync(out).sort())
    for (const file of manifest.files) expect(sha256(join(out, file.path))).toBe(file.sha256)
    expect(readFileSync(join(out, 'drawing.svg'), 'utf8')).toContain(manifest.hash)
    const cutList = readFileSync(join(out, 'cut-list.csv'), 'utf8').split('\r\n')
    expect(cutList[1]).toMatch(/^side-1,Side,2,birch-ply-18,oil,1780,312,18,/)
  })

  it('holds all that a workshop cuts, drills, labels and builds from', async () => {
    const out = join(folder, 'whole')
    await pack(['shelf', config('w.json', { version: 1, options: { width: 2400, columns: 6 } }), '--out', out])
    const files = readdirSync(out)
    const nesting = JSON.parse(readFileSync(join(out, 'nesting.json'), 'utf8'))
    expect(files.filter((file) => file.startsWith('sheet-'))).toHaveLength(nesting.sheets.length)
    const cut = nesting.sheets.flatMap((sheet: { parts: { number: number; mark: string }[] }) => sheet.parts)
    const specified = JSON.parse(readFileSync(join(out, 'specification.json'), 'utf8'))
    const boards = specified.parts.filter((part: { shape: string }) => part.shape === 'box')
    const count = boards.reduce((sum: number, part: { count: number }) => sum + part.count, 0)
    const numbers = cut.map(({ number }: { number: number }) => number).sort((a: number, b: number) => a - b)
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1))
    const marks = new Set(cut.map(({ mark }: { mark: string }) => mark))
    expect(files.filter((file) => file.startsWith('part-'))).toHaveLength(marks.size)
    for (const { yieldPercent } of nesting.sheets) expect(yieldPercent).toBeGreaterThan(0)
    for (const path of ['specification-sheet', 'cutting-plan', 'stickers-a4', 'stickers-100x50', 'assembly-booklet']) {
      expect(readFileSync(join(out, `${path}.pdf`), 'latin1').slice(0, 5)).toBe('%PDF-')
    }
    const kinds = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).files.map(
      (file: { kind: string }) => file.kind,
    )
    expect(new Set(kinds)).toEqual(
      new Set([
        ...['specification', 'drawing', 'cut-list', 'bill-of-materials', 'routing', 'packing-list'],
        ...['nesting', 'drilling', 'sheet', 'part'],
        ...['specification-sheet', 'cutting-plan', 'stickers', 'assembly-booklet'],
      ]),
    )
  })

  it('takes less than three seconds of a processor for the largest of shelves', async () => {
    const options = { width: 3600, height: 2600, depth: 600, columns: 12, rows: 10, doors: [] }
    const path = config('l.json', { version: 1, options })
    const before = process.cpuUsage()
    expect((await pack(['shelf', path, '--out', join(folder, 'large')])).status).toBe(0)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000_000).toBeLessThan(3)
  })

  it('refuses what cannot be made: exit 2, the refusal on stdout, no file', async () => {
    const out = join(folder, 'none')
    const run = await pack([
      'shelf',
      config('b.json', { version: 1, options: { width: 1800, columns: 1, doors: [] } }),
      '--out',
      out,
    ])
    expect(run.status).toBe(2)
    expect(JSON.parse(run.out)).toMatchObject({
      code: 'span_sags',
      values: { span: 1764 },
      words: expect.stringContaining('sag'),
      fix: { columns: 2 },
    })
    expect(existsSync(out)).toBe(false)
    for (const content of ['{', { version: 7, options: {} }, { options: { width: 99_999 } }, { options: 'all' }]) {
      const refused = await pack(['shelf', config('c.json', content), '--out', out])
      expect(refused.status).toBe(2)
      expect(typeof JSON.parse(refused.out).code).toBe('string')
    }
    expect(existsSync(out)).toBe(false)
  })

  it('draws the same random packs from the same seed', async () => {
    const first = await pack(['shelf', '--random', '3', '--seed', '5', '--out', join(folder, 'r1')])
    const second = await pack(['shelf', '--random', '3', '--seed', '5', '--out', join(folder, 'r2')])
    expect(first.status).toBe(0)
    expect(second.status).toBe(0)
    expect(readdirSync(join(folder, 'r1'))).toEqual(['0001', '0002', '0003'])
    for (const name of ['0001', '0002', '0003']) {
      const files = readdirSync(join(folder, 'r1', name))
      expect(files).toContain('config.json')
      for (const file of files)
        expect(sha256(join(folder, 'r1', name, file))).toBe(sha256(join(folder, 'r2', name, file)))
    }
    const again = await pack(['shelf', join(folder, 'r1', '0002', 'config.json'), '--out', join(folder, 'r3')])
    expect(again.status).toBe(0)
    expect(sha256(join(folder, 'r3', 'specification.json'))).toBe(
      sha256(join(folder, 'r1', '0002', 'specification.json')),
    )
  })

  it('is a command', () => {
    const command = ['node_modules/tsx/dist/cli.mjs', 'scripts/pack.ts', 'shelf']
    const run = spawnSync(process.execPath, command, {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      encoding: 'utf8',
    })
    expect(run.status).toBe(1)
    expect(run.stderr).toContain('usage: npm run -s pack')
  })

  it('explains a wrong call on stderr with exit 1', async () => {
    for (const words of [
      [],
      ['shelf'],
      ['chair', 'x.json', '--out', folder],
      ['shelf', '--random', '0', '--out', folder],
      ['--frob'],
    ]) {
      const run = await pack(words)
      expect(run.status).toBe(1)
      expect(run.out).toBe('')
      expect(run.err.length).toBeGreaterThan(10)
      expect(run.err).not.toContain('    at ')
    }
  })
})
