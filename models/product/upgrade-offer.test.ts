import { describe, expect, it } from 'vitest'
import { shelf as older } from '../shelf/v1/shelf.ts'
import { shelf as newer } from '../shelf/v2/shelf.ts'
import { evaluate } from './evaluate.ts'
import { upgradeOffer } from './upgrade-offer.ts'

const options = { ...older.defaults, name: 'Ada', doors: ['2-1'] }

describe('the offer of a newer version', () => {
  it('keeps the shape, names what is new, and has both prices', () => {
    const offer = upgradeOffer(older, newer, options)
    expect(offer).toMatchObject({ options, changes: [], parts: [] })
    expect(offer?.news).toEqual(['columnWidths', 'rowHeights', 'rear', 'drawers', 'cables', 'colours', 'edge'])
    expect(offer?.before.amount).toBe(evaluate(older, options).price.amount)
    expect(offer?.after.amount).toBe(evaluate(newer, newer.upgrade?.(1, options)).price.amount)
  })

  it('says what changes in shape and price where the newer version makes it otherwise', () => {
    const dearer = { ...newer, upgrade: () => ({ ...newer.defaults, ...options, drawers: ['1-1'] }) }
    const offer = upgradeOffer(older, dearer, options)
    expect(offer?.parts).toContain('drawer-front')
    expect(offer?.after.amount).toBeGreaterThan(offer?.before.amount ?? 0)
  })

  it('mends what the newer version refuses, and says so', () => {
    const stricter = { ...newer, upgrade: () => ({ ...newer.defaults, ...options, drawers: ['2-1'] }) }
    const offer = upgradeOffer(older, stricter, options)
    expect(offer?.changes).toHaveLength(1)
    expect(newer.examine(offer?.options ?? {}).broken).toEqual([])
  })

  it('is not made backwards, to the same version, or of what cannot be made', () => {
    expect(upgradeOffer(newer, older, newer.defaults)).toBeUndefined()
    expect(upgradeOffer(newer, newer, newer.defaults)).toBeUndefined()
    expect(upgradeOffer(older, newer, { ...options, finish: 'decor-white' })).toBeUndefined()
  })
})
