import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrast, tokensOf } from './contrast.ts'

const tokens = tokensOf(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'))

/** WCAG 2.2 AA: text 4.5:1 (1.4.3), borders of controls and signs 3:1 (1.4.11). */
const grounds = ['paper', 'raised', 'ground', 'tint'] as const
const pairs: [front: string, back: string, least: number][] = [
  ...grounds.flatMap((back): [string, string, number][] => [
    ['ink', back, 7],
    ['soft', back, 4.5],
    ['mat-strong', back, 4.5],
    ['harm', back, 4.5],
    ['mat', back, 3],
    ['edge', back, 3],
    ['focus', back, 3],
  ]),
  ['ink', 'harm-tint', 7],
  ['harm', 'harm-tint', 4.5],
  ['on-mat', 'mat', 4.5],
  ['on-mat', 'mat-strong', 4.5],
  ['on-mark', 'mark', 4.5],
  ['on-harm', 'harm', 4.5],
  ['paper', 'ink', 7],
]

describe('colours', () => {
  it('are all read from the file', () => {
    expect(tokens.size).toBe(17)
  })

  for (const theme of ['light', 'dark'] as const) {
    it.each(pairs)(`${theme}: %s on %s has a contrast of at least %d`, (front, back, least) => {
      const one = tokens.get(front)?.[theme]
      const other = tokens.get(back)?.[theme]
      if (!one || !other) throw new Error(`${front} or ${back} is no token`)
      expect(contrast(one, other)).toBeGreaterThanOrEqual(least)
    })
  }

  it('computes what WCAG gives for black on white', () => {
    expect(contrast({ l: 0, c: 0, h: 0 }, { l: 1, c: 0, h: 0 })).toBeCloseTo(21, 5)
  })
})
