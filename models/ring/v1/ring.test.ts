import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { servedCountries } from '../../money/tax.ts'
import { evaluate } from '../../product/evaluate.ts'
import { sampleOptions, sampleReachable, seeded } from '../../product/sample.ts'
import { RayTree } from '../../product/solid/checks/ray-tree.ts'
import { smallestWall } from '../../product/solid/checks/walls.ts'
import { falseClaims } from '../../product/solid/claims.ts'
import { evaluateSolid } from '../../product/solid/evaluate-solid.ts'
import { bundledFonts } from '../../product/solid/instrument-sans.ts'
import { loadBench } from '../../product/solid/kernel-under-test.ts'
import type { SolidBench } from '../../product/solid/solid-cache.ts'
import { freeze } from '../../product/specification.ts'
import { withdrawalRight } from '../../product/withdrawal.ts'
import { say } from '../../product/words.ts'
import { layoutOf } from './layout.ts'
import { measured } from './measured.ts'
import { solidOf } from './recipe.ts'
import { ring } from './ring.ts'
import { sizeLabels } from './sizes.ts'

let bench: SolidBench
beforeAll(async () => {
  bench = await loadBench(bundledFonts)
})

const seed = fc.integer({ min: 0, max: 2 ** 31 })
const reachable = seed.map((from) => sampleReachable(ring, seeded(from)))
const anything = seed.map((from) => sampleOptions(ring, seeded(from)))

describe('the ring', () => {
  it('opens with one that can be made', () => {
    const { valid, checks, options, make } = evaluate(ring, {})
    expect(valid).toBe(true)
    expect(options).toEqual(ring.defaults)
    expect(checks.every(({ ok }) => ok)).toBe(true)
    expect(make.massG).toBeGreaterThan(5)
    expect(make.massG).toBeLessThan(14)
  })

  it('prices every reachable configuration, and the trace sums exactly', () => {
    fc.assert(
      fc.property(
        reachable,
        fc.constantFrom(...servedCountries),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom('IT', 'GB'),
        (options, country, quantity, origin) => {
          const { valid, price, checks } = evaluate(ring, options, { country, quantity, origin })
          expect(valid).toBe(true)
          expect(checks.every(({ ok }) => ok)).toBe(true)
          expect(price.trace.reduce((sum, line) => sum + line.amount, 0)).toBe(price.amount)
          for (const { amount } of price.trace) expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true)
        },
      ),
    )
  })

  it('passes all checks just when it can be made; what is refused has a reason and a fix that works', () => {
    fc.assert(
      fc.property(anything, (options) => {
        const { valid, checks, refusals } = evaluate(ring, options)
        expect(checks.every(({ ok }) => ok)).toBe(valid)
        expect(refusals.length === 0).toBe(valid)
        for (const { code, values } of refusals)
          expect(say(ring.words, `rule.${code}`, values)).not.toMatch(/^rule\.|[{}]/)
        const [first] = refusals
        if (first === undefined) return
        const fix = first.fix
        expect(fix, JSON.stringify(options)).toBeDefined()
        expect(evaluate(ring, { ...options, ...fix }).valid).toBe(true)
      }),
    )
  }, 60_000)

  it('writes only whole numbers into its specification', () => {
    const walk = (value: unknown): void => {
      if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true)
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
    }
    fc.assert(
      fc.property(reachable, (options) => walk(JSON.parse(freeze(ring, options).bytes))),
      { numRuns: 30 },
    )
  })

  it('may be sent back when all is from lists, and not with letters of one’s own', () => {
    expect(withdrawalRight(ring.options, ring.defaults).right).toBe('fourteen_days')
    expect(withdrawalRight(ring.options, { ...ring.defaults, circumference: 61 }).right).toBe('fourteen_days')
    expect(withdrawalRight(ring.options, { ...ring.defaults, monogram: 'AB' })).toEqual({
      right: 'none',
      because: ['monogram'],
    })
  })

  it('goes to an assay office where its weight and country ask for it', () => {
    const line = (options: object, country: string) =>
      evaluate(ring, options, { country }).price.trace.find(({ code }) => code === 'hallmark')
    const gold = { alloy: 'gold-18-yellow' }
    expect(line(gold, 'GB')?.values.route).toBe('assay')
    expect(line(gold, 'DE')).toBeUndefined()
    expect(line({ alloy: 'bronze' }, 'GB')).toBeUndefined()
  })

  it('costs more of what is dearer: metal by its weight', () => {
    const price = (options: object) => evaluate(ring, options).price.amount
    expect(price({ alloy: 'gold-18-yellow' })).toBeGreaterThan(price({ alloy: 'gold-14-yellow' }))
    expect(price({ alloy: 'gold-14-yellow' })).toBeGreaterThan(price({}))
    expect(price({})).toBeGreaterThan(price({ alloy: 'bronze' }))
    expect(price({ alloy: 'gold-18-yellow', width: 6 })).toBeGreaterThan(price({ alloy: 'gold-18-yellow' }))
  })
})

describe('labels of sizes', () => {
  // ISO, US, UK and JP as the published charts have them.
  it.each([
    [44, '3', 'F', '4'],
    [46, '3.75', 'G 1/2', '6'],
    [48, '4.5', 'I', '8'],
    [50, '5.25', 'J 1/2', '10'],
    [52, '6', 'L 1/2', '12'],
    [54, '6.75', 'N', '14'],
    [58, '8.5', 'Q', '17'],
    [60, '9.25', 'R 1/2', '19'],
    [62, '10', 'T 1/2', '21'],
    [64, '10.75', 'V', '23'],
    [68, '12.25', 'Y', '27'],
    [70, '13', 'Z 1/2', '29'],
  ])('%i mm is US %s, UK %s, JP %s', (circumference, us, uk, jp) => {
    expect(sizeLabels(circumference)).toEqual({ eu: String(circumference), us, uk, jp })
  })
})

describe('the solid of a ring', () => {
  it('can be made for all that is allowed, has the volume that is priced within 0.5 %, and claims nothing false', () => {
    fc.assert(
      fc.property(reachable, (options) => {
        const layout = measured(layoutOf(options))
        const node = solidOf(layout)
        const solid = evaluateSolid(node, bench)
        if ('refused' in solid) throw new Error(`${solid.refused} ${JSON.stringify(options)}`)
        expect(Math.abs(solid.volumeMm3 / layout.volume - 1), JSON.stringify(options)).toBeLessThan(0.005)
        expect(falseClaims(node, bench)).toEqual([])
        const { x, y, z } = ring.make(options).envelope
        expect(Math.abs(solid.bounds.to.x - solid.bounds.from.x - x)).toBeLessThan(0.1)
        // A seat on top takes the crest away.
        expect(Math.abs(solid.bounds.to.y - solid.bounds.from.y - y)).toBeLessThan(layout.seats.count > 0 ? 0.3 : 0.1)
        expect(Math.abs(solid.bounds.to.z - solid.bounds.from.z - z)).toBeLessThan(0.1)
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('has 0.8 mm of metal everywhere, and 0.4 under a stone', () => {
    // Between two seats stand the thin walls of their holes, and letters stand closer still.
    const alone = reachable.map((options) => ({
      ...options,
      monogram: '',
      setting: options.setting === 'none' ? 'none' : 'one',
    }))
    fc.assert(
      fc.property(alone, (options) => {
        const solid = evaluateSolid(solidOf(layoutOf(options)), bench)
        if ('refused' in solid) throw new Error(solid.refused)
        const verdict = smallestWall(solid.shell, new RayTree(solid.shell), options.setting === 'none' ? 0.8 : 0.4)
        expect(verdict, JSON.stringify(options)).toMatchObject({ ok: true })
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('leaves the finger its circumference', () => {
    const { band } = layoutOf({ ...ring.defaults, circumference: 57 })
    expect(2 * Math.PI * band.inner).toBeCloseTo(57, 6)
  })
})
