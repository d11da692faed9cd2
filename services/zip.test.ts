import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { zip } from './zip.ts'

test('another program unpacks it whole', () => {
  const folder = mkdtempSync(join(tmpdir(), 'makerline-zip-'))
  try {
    const bytes = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7) % 256))
    const entries = [
      { path: 'sheet-01.dxf', content: 'SECTION\r\n'.repeat(900) },
      { path: 'Märta.txt', content: 'ö' },
      { path: 'empty.csv', content: '' },
      { path: 'booklet.pdf', content: bytes },
    ]
    const archive = join(folder, 'pack.zip')
    writeFileSync(archive, zip(entries))
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip()); z.extractall(sys.argv[2])'
    const told = execFileSync('python3', ['-c', script, archive, folder], { encoding: 'utf8' })
    expect(told.trim()).toBe('None')
    for (const { path, content } of entries) expect(readFileSync(join(folder, path))).toEqual(Buffer.from(content))
    expect(zip(entries)).toEqual(zip(entries))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
