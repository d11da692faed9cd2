import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatsFor, thinSpace } from './formats.ts'

const english = formatsFor('en-GB', 'Europe/Berlin')
const bare = (text: string) => text.replaceAll(thinSpace, '_')

describe('formats', () => {
  it('group measures with thin spaces from four digits, in every locale', () => {
    for (const locale of ['en-GB', 'es-ES', 'zh-CN', 'de-DE', 'pt-BR']) {
      expect(bare(formatsFor(locale, 'UTC').mm(1200))).toBe('1_200_mm')
    }
    expect(bare(english.mm(300))).toBe('300_mm')
    expect(bare(english.km(9210))).toBe('9_210_km')
    expect(bare(english.mass(42_500))).toBe('42.5_kg')
    expect(bare(english.mass(340))).toBe('340_g')
  })

  it('write money as the currency and the language do', () => {
    expect(english.money({ amount: 31250, currency: 'EUR' })).toBe('€312.50')
    expect(formatsFor('es-ES', 'UTC').money({ amount: 31250, currency: 'EUR' })).toBe('312,50\u00a0€')
    expect(english.moneyChange({ amount: -1800, currency: 'EUR' })).toBe('−€18.00')
    expect(english.moneyChange({ amount: 1800, currency: 'EUR' })).toBe('+€18.00')
  })

  it('write times in the zone of the reader', () => {
    expect(english.day('2026-12-10T23:30:00Z')).toBe('Friday 11 December')
    expect(english.date('2026-12-10T23:30:00Z')).toBe('Fri 11 Dec')
    expect(english.clock('2026-12-10T13:00:00Z')).toBe('14:00')
    expect(formatsFor('en-GB', 'Asia/Shanghai').clock('2026-12-10T13:00:00Z')).toBe('21:00')
  })

  it('write spans by their two largest units', () => {
    expect(english.span((3 * 24 + 4) * 3_600_000)).toBe('3d 4h')
    expect(english.span(59_999)).toBe('0m')
    expect(english.span(24 * 3_600_000)).toBe('1d')
  })

  it('keep every digit of a measure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (mm) => {
        expect(Number(english.mm(mm).replace(/\D/g, ''))).toBe(mm)
      }),
    )
  })
})
