import { describe, expect, it } from 'vitest'
import { en } from '../words/en.ts'
import { wordsOf } from '../words/say.ts'
import type { Quote } from './order-data.ts'
import { orderUnderTest, quoteUnderTest } from './order-under-test.ts'
import { isHeld, readQuotes } from './quote-reading.ts'

const words = wordsOf<typeof en>(en, 'en-GB', 'UTC')
const day = (of: number) => new Date(Date.UTC(2026, 11, of, 9)).toISOString()
const quote = (id: string, amount: number, deliverOn: number, given: Partial<Quote> = {}) =>
  quoteUnderTest({
    id,
    factory: { id, name: `Maker ${id}`, country: 'IT' },
    price: { amount, currency: 'EUR' },
    deliverBy: day(deliverOn),
    ...given,
  })
/** Shown: 312.50 by 21 December. */
const read = (...quotes: Quote[]) => readQuotes(orderUnderTest(), quotes, words)

describe('quotes against what the page showed', () => {
  it('names the one that keeps price and day', () => {
    const { quotes, verdict, marks } = read(quote('a', 33000, 15), quote('b', 31250, 21), quote('c', 30000, 28))
    expect(verdict).toEqual({
      kept: true,
      words: 'Maker b keeps what you were shown: €312.50, by Monday 21 December.',
    })
    expect(quotes.map(({ id }) => id)).toEqual(['b', 'a', 'c'])
    expect(Object.fromEntries(marks)).toEqual({ a: ['soonest'], b: ['keeps'], c: ['cheapest'] })
  })

  it('says why none does', () => {
    expect(read(quote('a', 33000, 15)).verdict?.words).toContain('the nearest is €17.50 more')
    expect(read(quote('a', 30000, 25)).verdict?.words).toContain('the nearest is 4d later')
    const both = read(quote('a', 33000, 15), quote('b', 30000, 25)).verdict
    expect(both?.kept).toBe(false)
    expect(both?.words).toContain('€17.50 more or 4d later')
  })

  it('keeps to the price where no day was shown', () => {
    const order = orderUnderTest({ shown: { price: { amount: 31250, currency: 'EUR' }, deliverBy: null } })
    expect(readQuotes(order, [quote('a', 31000, 40)], words)).toMatchObject({
      verdict: { kept: true, words: 'Maker a keeps the price you were shown, €312.50.' },
      marks: new Map([['a', ['keepsPrice']]]),
    })
    expect(readQuotes(order, [quote('a', 32000, 40)], words).verdict?.words).toContain('€7.50 more')
  })

  it('leaves out what has lapsed, and says nothing without a quote', () => {
    expect(read(quote('a', 31000, 15, { state: 'lapsed' }))).toMatchObject({ quotes: [], verdict: undefined })
  })

  it('holds a place until its time', () => {
    const held = quote('a', 1, 1, { heldUntil: day(4) })
    expect(isHeld(held, Date.parse(day(4)) - 1)).toBe(true)
    expect(isHeld(held, Date.parse(day(4)))).toBe(false)
  })
})
