import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import type { Options } from '#models/product/options.ts'
import { packSource } from '#models/product/pack/pack-source.ts'
import type { PackFile } from '#models/product/pack.ts'
import { shelf } from '#models/shelf/v1/shelf.ts'
import { shelf as second } from '#models/shelf/v2/shelf.ts'
import { packFileOf, packOf } from './manufacturing-pack.ts'
import { stickerCode } from './sticker.ts'

const folder = mkdtempSync(join(tmpdir(), 'makerline-papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const shelves: Readonly<Record<string, Options>> = {
  default: {},
  small: { width: 300, height: 300, depth: 240, columns: 1, rows: 1, doors: [], feet: 'none' },
  wide: { width: 3600, height: 2400, depth: 420, columns: 8, rows: 6, doors: ['1-1', '2-1', '8-6'] },
  named: { name: 'Märta Ł’s & co 2026', material: 'mdf', finish: 'paint-ink', width: 1000, columns: 2, doors: [] },
  banded: { material: 'melamine', finish: 'decor-oak', width: 1800, height: 2000, rows: 5, doors: ['1-1', '2-3'] },
}
const optionsOf = (name: string): Options => ({ ...shelf.defaults, ...shelves[name] })

/** The words of each page as poppler reads them; where poppler is not installed, undefined. */
function pagesOf(pdf: Uint8Array): string[] | undefined {
  const path = join(folder, 'paper.pdf')
  writeFileSync(path, pdf)
  try {
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
    return text.split('\f').slice(0, -1)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function bytesOf(file: PackFile | undefined): Uint8Array {
  if (file === undefined || !('bytes' in file)) throw new Error('is not a file of bytes')
  return file.bytes
}

const paper = async (name: string, path: string) => {
  const { hash, file } = await packFileOf(shelf, optionsOf(name), path)
  const bytes = bytesOf(file)
  return { hash, bytes, pages: pagesOf(bytes), count: (await PDFDocument.load(bytes)).getPageCount() }
}

const papers = [
  'specification-sheet.pdf',
  'cutting-plan.pdf',
  'stickers-a4.pdf',
  'stickers-100x50.pdf',
  'assembly-booklet.pdf',
]

describe('the papers of a pack', () => {
  it.each(Object.keys(shelves))('bear the hash on every page, and lack no letter: %s', async (name) => {
    for (const path of papers) {
      const { hash, bytes, pages } = await paper(name, path)
      expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
      for (const page of pages ?? []) {
        expect(page).toContain(path.startsWith('stickers') ? hash.slice(0, 12) : hash)
        expect(page, path).not.toContain('?')
      }
    }
  })

  it('are the same bytes for the same shelf, one by one or all together', async () => {
    const { files } = await packOf(shelf, optionsOf('named'))
    const again = await packOf(shelf, optionsOf('named'))
    expect(again.files).toEqual(files)
    for (const file of files) expect((await packFileOf(shelf, optionsOf('named'), file.path)).file).toEqual(file)
    expect((await packFileOf(shelf, optionsOf('named'), 'sheet-99.dxf')).file).toBeUndefined()
  })

  it('say on the specification sheet what was chosen, what it takes and how it is made', async () => {
    const { pages } = await paper('named', 'specification-sheet.pdf')
    if (pages === undefined) return
    const text = pages.join('\n').replaceAll('\u00a0', ' ')
    for (const words of [
      'Märta Ł’s & co 2026',
      'Painted MDF',
      'Ink blue paint',
      '1 000 mm',
      'Cam fitting',
      'Engrave the name',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).toContain('Made to the shopper’s own wishes (Engraved name): cannot')
  })

  it('say it of a shelf shaped column by column as well: sizes, colours cell by cell, what is even', async () => {
    const chosen = { columnWidths: [300], doors: ['1-1'], colours: ['1-1:paint-ink'], cables: ['2-1'], rear: 'slanted' }
    const { file } = await packFileOf(second, { ...second.defaults, ...chosen }, 'specification-sheet.pdf')
    const pages = pagesOf(bytesOf(file))
    if (pages === undefined) return
    const text = pages.join('\n').replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
    for (const words of ['300 mm', '1-1 Ink blue', 'All even', 'over a skirting board']) expect(text).toContain(words)
    expect(text).not.toContain('paint-ink')
  })

  it('have a sticker for every part, each with a code of its own', async () => {
    const source = packSource(shelf, optionsOf('banded'))
    const { count, pages } = await paper('banded', 'stickers-100x50.pdf')
    expect(count).toBe(source.workpieces.length)
    expect((await paper('banded', 'stickers-a4.pdf')).count).toBe(Math.ceil(source.workpieces.length / 12))
    const codes = source.workpieces.map((workpiece) => stickerCode(source.hash, workpiece))
    expect(new Set(codes).size).toBe(codes.length)
    for (const [index, { mark, panel }] of source.workpieces.entries()) {
      const page = pages?.[index]
      if (page === undefined) continue
      expect(page).toContain(`${panel.number} of ${source.workpieces.length}`)
      expect(page).toMatch(new RegExp(`(^|\\s)${mark}(\\s|$)`, 'm'))
      expect(page).toContain(panel.thickness === 8 ? 'Bench' : 'Edge bander')
    }
  })

  it('name every part on the cutting plan, a page a sheet', async () => {
    const source = packSource(shelf, optionsOf('wide'))
    const { count, pages } = await paper('wide', 'cutting-plan.pdf')
    expect(count).toBe(source.plan?.sheets.length)
    for (const [index, { pieces }] of (source.plan?.sheets ?? []).entries()) {
      for (const { workpiece } of pieces) expect(pages?.[index] ?? workpiece.mark).toContain(workpiece.mark)
    }
  })

  it('tell a shopper every step, and to fix it to the wall where it must be', async () => {
    const { pages } = await paper('default', 'assembly-booklet.pdf')
    if (pages === undefined) return
    const text = pages.join('\n')
    expect(text).toContain('13 steps, two people')
    expect(text).toContain('Fix it to the wall')
    expect((await paper('small', 'assembly-booklet.pdf')).pages?.join('\n')).toContain('one person')
  })
})
