import fc from 'fast-check'
import { expect, it } from 'vitest'
import { boardOf } from './lanes.ts'
import { someJob, someOperation } from './sample-data.ts'

const now = Date.parse('2026-11-23T09:00:00Z')

it('has a lane for each work centre in the order of the workshop, what can be done now apart from what comes', () => {
  const job = someJob({
    operations: [
      someOperation({ operation: 'pack', workCentre: 'packing', after: ['saw'] }),
      someOperation({ operation: 'saw', workCentre: 'saw' }),
    ],
  })
  expect(boardOf([job], now).lanes).toMatchObject([
    { workCentre: 'saw', now: [{ operation: { operation: 'saw' } }], later: [] },
    { workCentre: 'packing', now: [], later: [{ operation: { operation: 'pack' } }] },
  ])
})

it('shows what is made and dry as ready to ship, and nothing of what is not accepted', () => {
  const done = [someOperation({ state: 'done', finishedAt: '2026-11-23T08:30:00.000Z' })]
  const made = someJob({ job: 'made-1', stage: 'in_production', operations: done })
  const asked = someJob({ job: 'asked-1', stage: 'awaiting_acceptance' })
  const board = boardOf([asked, made], now)
  expect(board).toMatchObject({ lanes: [], toShip: [{ job: 'made-1' }] })
})

it('shows each unfinished operation exactly once', () => {
  const operation = fc.record({
    state: fc.constantFrom('planned', 'running', 'paused', 'done'),
    workCentre: fc.constantFrom('saw', 'sanding', 'packing', 'another'),
  })
  fc.assert(
    fc.property(fc.array(fc.array(operation, { maxLength: 8 }), { maxLength: 6 }), (jobs) => {
      const made = jobs.map((operations, index) =>
        someJob({
          job: `j${index}-1`,
          operations: operations.map((each, at) => someOperation({ operation: `o${at}`, ...each })),
        }),
      )
      const open = made.flatMap((job) =>
        job.operations.filter((each) => each.state !== 'done').map((each) => `${job.job} ${each.operation}`),
      )
      const shown = boardOf(made, now).lanes.flatMap((lane) =>
        [...lane.now, ...lane.later].map((card) => `${card.job.job} ${card.operation.operation}`),
      )
      expect(shown.toSorted()).toEqual(open.toSorted())
    }),
  )
})
