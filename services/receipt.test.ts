import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { receiptWords } from './receipt.en.ts'
import { type Receipt, receiptPdf } from './receipt.ts'

const eur = (amount: number) => ({ amount, currency: 'EUR' }) as const
const hash = 'ab12cd34'.repeat(8)

function receipt(more: Partial<Receipt> = {}): Receipt {
  return {
    number: '2026-000123',
    issued: '23 November 2026',
    issuedAt: Date.parse('2026-11-23T08:00:00Z'),
    order: '01JDA7',
    specification: hash,
    seller: { name: 'Makerline Demo GmbH', addressLines: ['Werkstraße 1', '10999 Berlin'], taxId: 'DE000000000' },
    buyerLines: ['Zoë Łukasik-Ñandú', 'ul. Długa 5', '00-238 Warszawa', 'Poland'],
    lines: [
      { text: 'Shelf, 1 200 × 900 × 320 mm, birch plywood 18 mm, oiled', quantity: 1, amount: eur(25_000) },
      { text: 'Freight to Poland', quantity: 1, amount: eur(1_250) },
    ],
    taxes: [{ text: 'VAT Poland', ratePermille: 230, base: eur(26_250), amount: eur(6_038) }],
    net: eur(26_250),
    total: eur(32_288),
    paid: eur(32_288),
    notes: [],
    locale: 'en-GB',
    words: receiptWords,
    ...more,
  }
}

/** The words on the paper as poppler reads them; where poppler is not installed, only that it is a PDF. */
function textOf(pdf: Uint8Array): string | undefined {
  const path = join(mkdtempSync(join(tmpdir(), 'receipt-')), 'receipt.pdf')
  writeFileSync(path, pdf)
  try {
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

test('a receipt shows seller, buyer, lines, tax with rate and base, total and hash', async () => {
  const pdf = await receiptPdf(receipt({ refunded: eur(1_250) }))
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  const text = textOf(pdf)
  if (text === undefined) return
  for (const words of [
    'Makerline Demo GmbH',
    'Zoë Łukasik-Ñandú',
    '€250.00',
    'VAT Poland, rate 23%, on €262.50',
    '€60.38',
    '€322.88',
    '-€12.50',
    hash,
  ]) {
    expect(text).toContain(words)
  }
})

test('the same receipt gives the same bytes', async () => {
  expect(await receiptPdf(receipt())).toEqual(await receiptPdf(receipt()))
})

test('amounts that do not add up, or differ in currency, are never printed', async () => {
  await expect(receiptPdf(receipt({ net: eur(26_251) }))).rejects.toThrow(RangeError)
  await expect(receiptPdf(receipt({ total: eur(32_289) }))).rejects.toThrow(RangeError)
  await expect(receiptPdf(receipt({ paid: { amount: 32_288, currency: 'USD' } }))).rejects.toThrow('one currency')
})

test('many lines go on over further sheets', async () => {
  const lines = Array.from({ length: 90 }, (_, index) => ({
    text: `Shelf number ${index + 1}`,
    quantity: 1,
    amount: eur(100),
  }))
  const pdf = await receiptPdf(receipt({ lines, net: eur(9_000), taxes: [], total: eur(9_000), paid: eur(9_000) }))
  expect((await PDFDocument.load(pdf)).getPageCount()).toBeGreaterThan(2)
  expect(textOf(pdf) ?? 'Shelf number 90').toContain('Shelf number 90')
})

test('letters the type has no form for, narrow spaces and endless words are no reason to fail', async () => {
  const odd = ['李明 👩‍🚀', '\u0000\u202f', 'x'.repeat(400)]
  const pdf = await receiptPdf(receipt({ buyerLines: odd, locale: 'fr-FR', notes: [odd.join(' ')] }))
  expect(textOf(pdf) ?? '322,88').toContain('322,88')
})
