import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatsFor } from './formats.ts'
import { fill, wordsOf } from './say.ts'

const words = wordsOf<{
  plain: 'Nothing to fill'
  greeting: 'Hello {name}'
  columns: { one: '{count} column'; other: '{count} columns' }
  due: 'Due {at:moment}, {price:money}, {width:mm} wide'
}>(
  {
    plain: 'Nothing to fill',
    greeting: 'Hello {name}',
    columns: { one: '{count} column', other: '{count} columns' },
    due: 'Due {at:moment}, {price:money}, {width:mm} wide',
  },
  'en-GB',
  'Europe/Berlin',
)

describe('a sentence', () => {
  it('fills its gaps by their kind', () => {
    expect(words.say('plain')).toBe('Nothing to fill')
    expect(words.say('greeting', { name: 'Lena' })).toBe('Hello Lena')
    expect(
      words.say('due', { at: '2026-12-10T13:00:00Z', price: { amount: 31250, currency: 'EUR' }, width: 1200 }),
    ).toBe('Due Thu 10 Dec, 14:00, €312.50, 1\u00a0200\u00a0mm wide')
  })

  it('takes the plural its language has', () => {
    expect(words.say('columns', { count: 1 })).toBe('1 column')
    expect(words.say('columns', { count: 3 })).toBe('3 columns')
    const polish = formatsFor('pl-PL', 'UTC')
    const parts = { one: '{count} półka', few: '{count} półki', other: '{count} półek' }
    expect([1, 2, 5].map((count) => fill(parts, { count }, polish))).toEqual(['1 półka', '2 półki', '5 półek'])
  })

  it('throws for a gap without a value instead of showing braces', () => {
    expect(() => fill('Hello {name}', {}, formatsFor('en-GB', 'UTC'))).toThrow('No value for {name}')
  })

  it('never leaves a brace of its own, whatever fills it', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (name, count) => {
        const said = fill(
          '{name} has {count}',
          { name: name.replaceAll(/[{}]/g, ''), count },
          formatsFor('en-GB', 'UTC'),
        )
        expect(said).not.toMatch(/[{}]/)
      }),
    )
  })
})
