import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byUrgency, nextStep, readinessOf } from './readiness.ts'
import { someOperation } from './sample-data.ts'

const start = Date.parse('2026-11-23T08:00:00Z')
const hour = 3_600_000
const iso = (at: number) => new Date(at).toISOString()

const operation = (key: string, more: Parameters<typeof someOperation>[0] = {}) =>
  someOperation({ operation: key, ...more })

const sawn = operation('saw', { state: 'done', startedAt: iso(start), finishedAt: iso(start + hour) })
const coated = operation('coat-1', { state: 'done', finishedAt: iso(start + hour), lagS: 7200 })

describe('an operation', () => {
  it('waits for what it builds on, names it, and is ready once that is done', () => {
    const edge = operation('edge', { after: ['saw'] })
    expect(readinessOf(edge, [operation('saw'), edge], start)).toEqual({ kind: 'waiting', after: 'saw' })
    expect(readinessOf(edge, [sawn, edge], start + hour)).toEqual({ kind: 'ready' })
  })

  it('waits until what it builds on is dry, to the millisecond', () => {
    const pack = operation('pack', { after: ['saw', 'coat-1'] })
    const all = [sawn, coated, pack]
    expect(readinessOf(pack, all, start + 3 * hour - 1)).toEqual({
      kind: 'drying',
      until: start + 3 * hour,
      after: 'coat-1',
    })
    expect(readinessOf(pack, all, start + 3 * hour)).toEqual({ kind: 'ready' })
  })

  it('keeps its pause and its start', () => {
    const paused = operation('saw', { state: 'paused', pauseReason: 'power' })
    const running = operation('saw', { state: 'running', startedAt: iso(start + 5) })
    expect(readinessOf(paused, [paused], start)).toEqual({ kind: 'paused', reason: 'power' })
    expect(readinessOf(running, [running], start)).toEqual({ kind: 'running', since: start + 5 })
  })
})

describe('the next step of a job', () => {
  it('is what runs, then what was paused, then the earliest that may begin', () => {
    const waiting = operation('edge', { after: ['saw'] })
    const job = {
      stage: 'in_production' as const,
      operations: [waiting, operation('saw', { startsAt: iso(start + 9) })],
    }
    expect(nextStep(job, start)).toMatchObject({ kind: 'work', operation: { operation: 'saw' } })
    expect(nextStep(job, start, 'edge')).toMatchObject({
      operation: { operation: 'edge' },
      readiness: { kind: 'waiting' },
    })
    expect(nextStep(job, start, 'gone')).toMatchObject({ operation: { operation: 'saw' } })
  })

  it('is to cure, then to ship, when all is made', () => {
    const job = { stage: 'in_production' as const, operations: [sawn, coated] }
    expect(nextStep(job, start + hour)).toEqual({ kind: 'cure', until: start + 3 * hour })
    expect(nextStep(job, start + 3 * hour)).toEqual({ kind: 'ship' })
  })

  it('is the answer before, and nothing afterwards', () => {
    expect(nextStep({ stage: 'awaiting_acceptance', operations: [] }, start)).toEqual({ kind: 'answer' })
    expect(nextStep({ stage: 'shipped', operations: [] }, start)).toEqual({ kind: 'shipped' })
    expect(nextStep({ stage: 'stopped', operations: [] }, start)).toEqual({ kind: 'over' })
  })
})

it('puts running work first, however the list comes', () => {
  const state = fc.constantFrom('planned', 'running', 'paused', 'done')
  fc.assert(
    fc.property(fc.array(state, { maxLength: 12 }), (states) => {
      const all = states.map((each, index) => operation(`o${index}`, { state: each }))
      const sorted = byUrgency(all.map((each) => ({ operation: each, readiness: readinessOf(each, all, start) })))
      const kinds = sorted.map(({ readiness }) => readiness.kind)
      const order = ['running', 'paused', 'ready', 'drying', 'waiting', 'done']
      expect(kinds.map((kind) => order.indexOf(kind))).toEqual(kinds.map((kind) => order.indexOf(kind)).toSorted())
      expect(sorted).toHaveLength(all.length)
    }),
  )
})
