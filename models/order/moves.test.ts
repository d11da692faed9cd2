import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { legalMoves, moves, nextStage } from './moves.ts'
import { endStages, holderOf, isEnd, isStage, type Stage, stages } from './stages.ts'

const anyStage = fc.constantFrom(...stages)
const anyMove = fc.constantFrom(...moves)

/** Stages that can be reached from one, itself included. */
function reachable(from: Stage): Set<Stage> {
  const seen = new Set<Stage>([from])
  for (const stage of seen) {
    for (const move of legalMoves(stage)) {
      const next = nextStage(stage, move)
      if (next !== undefined) seen.add(next)
    }
  }
  return seen
}

describe('the table of moves', () => {
  test('leads from the first stage to every other', () => {
    expect([...reachable('quoting')].sort()).toEqual([...stages].sort())
  })

  test('has no dead end: an end can be reached from everywhere, and ends are left by nothing', () => {
    for (const stage of stages) {
      expect([...reachable(stage)].some(isEnd)).toBe(true)
      expect(legalMoves(stage).length === 0).toBe(isEnd(stage))
    }
  })

  test('lets an order be ended by its shopper until it is shipped, and never after', () => {
    const open = stages.filter((stage) => nextStage(stage, 'cancelled') !== undefined)
    expect(open).toEqual([
      'quoting',
      'offered',
      'awaiting_payment',
      'awaiting_acceptance',
      'scheduled',
      'in_production',
    ])
  })

  test('any sequence of facts keeps an order in a known stage, and an ended order ended', () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 60 }), (facts) => {
        let stage: Stage = 'quoting'
        for (const fact of facts) {
          const next = nextStage(stage, fact)
          if (isEnd(stage)) expect(next).toBeUndefined()
          stage = next ?? stage
          expect(isStage(stage)).toBe(true)
        }
      }),
    )
  })

  test('money is taken on one way only: accepted, after authorised', () => {
    fc.assert(
      fc.property(anyStage, anyMove, (stage, move) => {
        if (nextStage(stage, move) === 'scheduled') expect([stage, move]).toEqual(['awaiting_acceptance', 'accepted'])
        if (nextStage(stage, move) === 'awaiting_acceptance')
          expect([stage, move]).toEqual(['awaiting_payment', 'authorised'])
      }),
    )
  })
})

test('somebody holds the clock in every stage but the ends', () => {
  for (const stage of stages) expect(holderOf(stage) === 'none').toBe(endStages.some((end) => end === stage))
})
