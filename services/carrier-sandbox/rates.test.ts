import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import type { Parcel, RatesRequest } from '../carrier-messages.ts'
import { labelPdf } from './label.ts'
import { ratesFor, takes } from './rates.ts'

const parcel: fc.Arbitrary<Parcel> = fc.record({
  carton: fc.constant('1'),
  lengthMm: fc.integer({ min: 1, max: 4000 }),
  widthMm: fc.integer({ min: 1, max: 1500 }),
  heightMm: fc.integer({ min: 1, max: 1500 }),
  massG: fc.integer({ min: 1, max: 200_000 }),
})

const country = fc.constantFrom('DE', 'PL', 'CN', 'IT', 'US', 'BR')

const request: fc.Arbitrary<RatesRequest> = fc.record({
  from: fc.record({ country, postalCode: fc.constant('1') }),
  to: fc.record({ country, postalCode: fc.constant('2') }),
  parcels: fc.array(parcel, { minLength: 1, maxLength: 9 }),
  currency: fc.constantFrom('EUR', 'GBP', 'USD', 'CNY', 'BRL'),
})

test('rates are cheapest first, whole minor units, and only of services that take every carton', () => {
  fc.assert(
    fc.property(request, (wanted) => {
      const rates = ratesFor(wanted)
      const amounts = rates.map(({ price }) => price.amount)
      expect(amounts).toEqual([...amounts].sort((a, b) => a - b))
      for (const { service, price, transitBusinessS } of rates) {
        expect(Number.isInteger(price.amount) && price.amount > 0 && transitBusinessS > 0).toBe(true)
        expect(wanted.parcels.every((item) => takes(service, item))).toBe(true)
      }
      expect(rates.some(({ service }) => service === 'pallet')).toBe(true)
    }),
  )
})

test('one more carton never makes a shipment cheaper', () => {
  fc.assert(
    fc.property(request, parcel, (wanted, more) => {
      const larger = new Map(
        ratesFor({ ...wanted, parcels: [...wanted.parcels, more] }).map((rate) => [rate.service, rate.price.amount]),
      )
      for (const { service, price } of ratesFor(wanted)) {
        expect(larger.get(service) ?? price.amount).toBeGreaterThanOrEqual(price.amount)
      }
    }),
  )
})

test('a parcel keeps to the limits of a parcel network, however it lies', () => {
  const box = { carton: '1', lengthMm: 2000, widthMm: 380, heightMm: 100, massG: 31_500 }
  expect(takes('parcel', box)).toBe(true)
  expect(takes('parcel', { ...box, lengthMm: 100, heightMm: 2000 })).toBe(true)
  expect(takes('parcel', { ...box, massG: 31_501 })).toBe(false)
  expect(takes('parcel', { ...box, lengthMm: 2001 })).toBe(false)
  expect(takes('parcel', { ...box, heightMm: 121 })).toBe(false)
  expect(takes('two_man', { ...box, massG: 90_001 })).toBe(false)
  expect(takes('pallet', { ...box, massG: 900_000 })).toBe(true)
})

test('a label has a page for each carton with its number, both addresses and the reference', async () => {
  const address = { name: 'Zoë Łukasik', line1: 'ul. Długa 5', postalCode: '00-238', city: 'Warszawa', country: 'PL' }
  const cartons = ['A', 'B', 'C'].map((carton, index) => ({ carton, tracking: `ML00000000${index}SB` }))
  const record: Parameters<typeof labelPdf>[0] = {
    object: 'shipment',
    id: 'shp_1',
    silent: false,
    shipment: {
      id: 'shp_1',
      order: 'o1',
      service: 'two_man',
      state: 'booked',
      bookedAt: 0,
      expectedAt: 1,
      cartons,
      events: [],
    },
    request: {
      order: 'o1',
      reference: 'ab12cd34 · order o1',
      service: 'two_man',
      from: { ...address, name: '李 Foshan Lianhe '.repeat(6), country: 'CN' },
      to: address,
      parcels: cartons.map(({ carton }) => ({ carton, lengthMm: 900, widthMm: 400, heightMm: 100, massG: 12_340 })),
      transitBusinessS: 1,
    },
  }
  const pdf = await labelPdf(record)
  expect(await labelPdf(record)).toEqual(pdf)
  const pages = (await PDFDocument.load(pdf)).getPages()
  expect(pages).toHaveLength(3)
  expect(pages[0]?.getWidth()).toBeCloseTo((105 / 25.4) * 72, 3)
  const path = join(mkdtempSync(join(tmpdir(), 'label-')), 'label.pdf')
  writeFileSync(path, pdf)
  const text = execFileSync('sh', ['-c', 'command -v pdftotext >/dev/null && pdftotext "$0" - || true', path], {
    encoding: 'utf8',
  })
  if (text === '') return
  for (const words of ['ML000000002SB', '3 of 3', '12.3 kg', 'Zoë Łukasik', 'ab12cd34 · order o1', 'Carton C']) {
    expect(text).toContain(words)
  }
})
