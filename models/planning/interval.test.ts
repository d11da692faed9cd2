import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clip, type Interval, intersect, subtract, tidy, total, union } from './interval.ts'

const point = fc.integer({ min: 0, max: 60 })
const list = fc.array(
  fc.tuple(point, point).map(([a, b]): Interval => ({ from: a, to: b })),
  { maxLength: 8 },
)

/** The same sets as membership of whole numbers: what each operation is held against. */
function members(spans: readonly Interval[]): boolean[] {
  return Array.from({ length: 61 }, (_, i) => spans.some((span) => span.from <= i && i < span.to))
}

function isTidy(spans: readonly Interval[]): boolean {
  return spans.every((span, i) => {
    const next = spans[i + 1]
    return span.from < span.to && (!next || span.to < next.from)
  })
}

test('each operation gives the set it names, tidy', () => {
  fc.assert(
    fc.property(list, list, (left, right) => {
      const a = tidy(left)
      const b = tidy(right)
      const inA = members(a)
      const inB = members(b)
      expect(inA).toEqual(members(left))
      for (const [result, member] of [
        [union(a, b), (i: number) => inA[i] || inB[i]],
        [intersect(a, b), (i: number) => inA[i] && inB[i]],
        [subtract(a, b), (i: number) => inA[i] && !inB[i]],
        [a, (i: number) => inA[i]],
      ] as const) {
        expect(isTidy(result)).toBe(true)
        expect(members(result)).toEqual(Array.from({ length: 61 }, (_, i) => member(i)))
      }
    }),
  )
})

test('what is taken away and what stays make up the whole', () => {
  fc.assert(
    fc.property(list, list, (left, right) => {
      const a = tidy(left)
      const b = tidy(right)
      expect(total(intersect(a, b)) + total(subtract(a, b))).toBe(total(a))
    }),
  )
})

test('clipping keeps only what lies inside', () => {
  expect(
    clip(
      [
        { from: 0, to: 5 },
        { from: 8, to: 9 },
        { from: 12, to: 20 },
      ],
      { from: 3, to: 14 },
    ),
  ).toEqual([
    { from: 3, to: 5 },
    { from: 8, to: 9 },
    { from: 12, to: 14 },
  ])
})
