import { describe, expect, it } from 'vitest'
import { hallmarkOf, lightestAssayedMg } from './hallmark.ts'

const gold = (massMg: number) => ({ metal: 'gold', finenessPermille: 750, massMg }) as const
const silver = (massMg: number) => ({ metal: 'silver', finenessPermille: 925, massMg }) as const

describe('a hallmark', () => {
  it('is the maker’s own below the weight of the destination, and an office’s above', () => {
    expect(hallmarkOf(gold(1000), 'GB', 1)).toEqual({ route: 'maker', amount: 0 })
    expect(hallmarkOf(gold(1001), 'GB', 1).route).toBe('assay')
    expect(hallmarkOf(silver(7780), 'GB', 1).route).toBe('maker')
    expect(hallmarkOf(silver(7781), 'GB', 1).route).toBe('assay')
    expect(hallmarkOf(silver(7781), 'NL', 1).route).toBe('maker')
    expect(hallmarkOf(gold(3001), 'FR', 1).route).toBe('state')
    expect(hallmarkOf(gold(50_000), 'DE', 1)).toEqual({ route: 'maker', amount: 0 })
  })

  it('asks the consignment once and each piece by itself', () => {
    const one = hallmarkOf(gold(4000), 'GB', 1).amount
    expect(hallmarkOf(gold(4000), 'GB', 3).amount - one).toBe(2 * (hallmarkOf(gold(4000), 'GB', 2).amount - one))
  })

  it('is never asked for under the lightest of all', () => {
    for (const country of ['GB', 'NL', 'FR', 'PL']) {
      expect(hallmarkOf(gold(lightestAssayedMg.gold), country, 1).route).toBe('maker')
      expect(hallmarkOf(silver(lightestAssayedMg.silver), country, 1).route).toBe('maker')
    }
  })
})
