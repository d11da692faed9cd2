import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { evaluateSolid } from './evaluate-solid.ts'
import { letters, textSize } from './font.ts'
import { bundledFonts, instrumentSans } from './instrument-sans.ts'
import { glyphLines } from './instrument-sans-glyphs.ts'
import { loadBench } from './kernel-under-test.ts'
import { measureOf } from './measure.ts'
import type { SolidNode, Text } from './recipe.ts'
import { isClosed } from './shell.ts'
import type { SolidBench } from './solid-cache.ts'

let bench: SolidBench
beforeAll(async () => {
  bench = await loadBench(bundledFonts)
})

const set = (text: string, capHeightUm = 10_000, depthUm = 1000): Text => ({
  kind: 'text',
  text,
  font: instrumentSans.id,
  capHeightUm,
  depthUm,
})
const apart = (value: number, wanted: number) => Math.abs(value / wanted - 1)

describe('the bundled font', () => {
  it('makes every sign it has a closed solid with the volume and surface of its closed form', () => {
    for (const line of glyphLines) {
      const sign = String.fromCodePoint(Number.parseInt(line, 16))
      const solid = evaluateSolid(set(sign), bench)
      if (line.endsWith('|')) {
        expect('refused' in solid && solid.refused).toBe('solid_empty')
        continue
      }
      if ('refused' in solid) throw new Error(`${sign}: ${solid.refused}`)
      const { volumeUm3 = 0, areaUm2 = 0 } = measureOf(set(sign), bundledFonts)
      expect(isClosed(solid.shell)).toBe(true)
      expect(apart(solid.volumeMm3, volumeUm3 / 1e9), sign).toBeLessThan(0.005)
      expect(apart(solid.areaMm2, areaUm2 / 1e6), sign).toBeLessThan(0.005)
    }
  })

  it('stands upright on its line, as high and as wide as it says', () => {
    const solid = evaluateSolid(set('HEXE', 20_000, 500), bench)
    if ('refused' in solid) throw new Error(solid.refused)
    expect(solid.bounds.from.y).toBeCloseTo(0, 4)
    expect(solid.bounds.to.y).toBeCloseTo(20, 4)
    expect(solid.bounds.to.z).toBeCloseTo(0.5, 4)
    expect(solid.bounds.to.x).toBeLessThan(textSize(set('HEXE', 20_000), bundledFonts).width / 1000)
  })

  it('keeps its closed form within half a percent at every size, and sets pairs closer', () => {
    const word = fc.constantFrom('Ada', 'Märta 2026', 'Books & maps', 'O’Neill', 'AVATAR', '@ 8')
    fc.assert(
      fc.property(word, fc.integer({ min: 800, max: 60_000 }), (text, capHeightUm) => {
        const solid = evaluateSolid(set(text, capHeightUm), bench)
        if ('refused' in solid) throw new Error(solid.refused)
        const { volumeUm3 = 0 } = measureOf(set(text, capHeightUm), bundledFonts)
        expect(apart(solid.volumeMm3, volumeUm3 / 1e9)).toBeLessThan(0.005)
      }),
      { numRuns: 30 },
    )
    const width = (text: string) => textSize(set(text), bundledFonts).width
    expect(width('AV')).toBeLessThan(width('A') + width('V'))
    expect(width('ÄV')).toBe(width('AV'))
  })

  it('refuses by name what it cannot set', () => {
    const refusal = (node: SolidNode) => {
      const answer = evaluateSolid(node, bench)
      return 'refused' in answer ? [answer.refused, answer.values] : 'made'
    }
    expect(refusal(set('Лев'))).toEqual(['glyph_missing', { letter: 'Л' }])
    expect(refusal(set('  '))).toEqual(['solid_empty', {}])
    expect(refusal(set('A'.repeat(201)))).toEqual(['solid_size', { letters: 201, most: 200 }])
    expect(refusal({ ...set('A'), font: 'other' })).toEqual(['font_unknown', { font: 'other' }])
    expect(refusal({ kind: 'difference', from: { kind: 'sphere', radiusUm: 5000 }, cut: [set(' ')] })).toBe('made')
    expect(letters(set('e\u0301'), bundledFonts)).toEqual(letters(set('\u00e9'), bundledFonts))
  })
})
