import { beforeAll, describe, expect, it } from 'vitest'
import { falseClaims } from './claims.ts'
import { loadBench } from './kernel-under-test.ts'
import { measureOf } from './measure.ts'
import type { Claim, Cylinder, SolidNode } from './recipe.ts'
import type { SolidBench } from './solid-cache.ts'

let bench: SolidBench
beforeAll(async () => {
  bench = await loadBench()
})

const plate: SolidNode = { kind: 'box', sizeUm: { x: 60_000, y: 8000, z: 40_000 } }
const drill: Cylinder = { kind: 'cylinder', radiusUm: 6000, heightUm: 8000 }
const at = (of: SolidNode, x: number, y: number, z: number): SolidNode => ({ kind: 'placed', of, moveUm: { x, y, z } })

/** A hole takes its volume and two discs, and gives its wall. */
function hole(): Claim {
  const { volumeUm3 = 0, areaUm2 = 0 } = measureOf(drill)
  const disc = volumeUm3 / 8000
  return { volumeUm3, areaUm2: 2 * disc - (areaUm2 - 2 * disc) }
}

describe('a claim', () => {
  it('is believed by closed forms, and found out when it does not hold', () => {
    const drilled = (claim: Claim): SolidNode => ({
      kind: 'difference',
      from: plate,
      cut: [at(drill, 20_000, 0, 20_000)],
      claim,
    })
    const { volumeUm3, areaUm2 } = hole()
    expect(measureOf(drilled({ volumeUm3, areaUm2 })).volumeUm3).toBeCloseTo(60e3 * 8e3 * 40e3 - volumeUm3, -3)
    expect(falseClaims(drilled({ volumeUm3, areaUm2 }), bench)).toEqual([])
    expect(falseClaims(drilled({ volumeUm3: volumeUm3 / 2, areaUm2 }), bench)).toMatchObject([{ of: 'volume' }])
    expect(falseClaims(drilled({ volumeUm3, areaUm2: -areaUm2 }), bench)).toMatchObject([{ of: 'area' }])
  })

  it('of sharing nothing is found out deep inside a recipe', () => {
    const pair = (distance: number): SolidNode => ({
      kind: 'placed',
      of: { kind: 'union', of: [drill, at(drill, distance, 0, 0)], claim: { volumeUm3: 0, areaUm2: 0 } },
      moveUm: { x: 5, y: 5, z: 5 },
    })
    expect(falseClaims(pair(13_000), bench)).toEqual([])
    expect(falseClaims(pair(9000), bench).map(({ kind, of }) => `${kind} ${of}`)).toEqual([
      'union volume',
      'union area',
      'placed volume',
      'placed area',
    ])
  })
})
