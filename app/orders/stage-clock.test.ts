import { describe, expect, it } from 'vitest'
import { isEnd, stages } from '#models/order/stages.ts'
import { shelf } from '#models/shelf/v1/shelf.ts'
import { en } from '../words/en.ts'
import { wordsOf } from '../words/say.ts'
import type { Order } from './order-data.ts'
import { operationUnderTest, orderUnderTest, quoteUnderTest } from './order-under-test.ts'
import { stageClock } from './stage-clock.ts'

const words = wordsOf<typeof en>(en, 'en-GB', 'UTC')
const now = Date.UTC(2026, 11, 6, 12)
const clock = (given: Partial<Order>) => stageClock(orderUnderTest(given), shelf, words, now)
const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 11, day, hour)).toISOString()
const making = { stage: 'in_production', quote: quoteUnderTest(), promisedAt: at(20), projectedAt: at(20) } as const

describe('the clock', () => {
  it.each(stages)('says where an order stands when it is %s', (stage) => {
    const waitingOn = isEnd(stage) ? 'none' : 'factory'
    const { title, holder, after } = clock({ stage, waitingOn, quote: quoteUnderTest() })
    expect(title).toMatch(/^[A-Z].*[^.]$/)
    expect(holder === undefined).toBe(isEnd(stage))
    expect(after === undefined).toBe(isEnd(stage))
    if (after !== undefined) expect(after).toMatch(/\.$/)
  })

  it('names who is at it, and with what', () => {
    const running = operationUnderTest({ state: 'running', startedAt: at(6, 10), endsAt: at(6, 14) })
    expect(clock({ ...making, operations: [running] })).toMatchObject({
      title: 'Foshan Lianhe is cutting the boards',
      shape: 'live',
      detail: 'Planned until Sun 6 Dec, 14:00',
      holder: 'Foshan Lianhe',
    })
  })

  it('says why work stands still, and for how long it dries', () => {
    const paused = operationUnderTest({ state: 'paused', pauseReason: 'power' })
    expect(clock({ ...making, operations: [paused] })).toMatchObject({
      title: 'Foshan Lianhe has paused',
      detail: 'Cut the boards. There is no power.',
    })
    const wet = operationUnderTest({ operation: 'coat-1', state: 'done', finishedAt: at(6, 8), lagS: 43_200 })
    expect(clock({ ...making, operations: [wet] }).detail).toBe('Dry on Sun 6 Dec, 20:00')
  })

  it('tells what comes next', () => {
    const next = operationUnderTest({ operation: 'drill', startsAt: at(7, 8) })
    expect(clock({ ...making, operations: [operationUnderTest({ state: 'done' }), next] }).detail).toBe(
      'Next: Drill, Mon 7 Dec, 08:00',
    )
  })

  it('is honest about the date', () => {
    expect(clock(making).punctuality).toEqual({ words: 'On time', late: false })
    expect(clock({ ...making, projectedAt: at(22, 12) }).punctuality).toEqual({ words: '2d 3h late', late: true })
    const gone = { stage: 'shipped', waitingOn: 'carrier', late: true, promisedAt: at(6), projectedAt: at(6) } as const
    expect(clock(gone).punctuality).toEqual({ words: '3h late', late: true })
    expect(clock({ stage: 'offered' }).punctuality).toBeUndefined()
  })

  it('measures an arrival by the promise', () => {
    const arrived = (deliveredAt: string) =>
      clock({
        stage: 'delivered',
        waitingOn: 'shopper',
        promisedAt: at(20),
        shipment: { state: 'delivered', carrier: 'c', tracking: [], cartons: 1, expectedAt: null, deliveredAt },
      }).punctuality
    expect(arrived(at(18))).toEqual({ words: '2d before the promised day', late: false })
    expect(arrived(at(21))).toEqual({ words: '1d after the promised day', late: true })
  })

  it('says nothing of being on time while the goods are astray', () => {
    const astray = (state: 'lost' | 'failed', late = false) =>
      clock({
        stage: 'shipped',
        waitingOn: 'operator',
        promisedAt: late ? at(3) : at(20),
        projectedAt: late ? at(3) : at(20),
        late,
        shipment: { state, carrier: 'c', tracking: [], cartons: 1, expectedAt: at(20), deliveredAt: null },
      }).punctuality
    expect(astray('lost')).toBeUndefined()
    expect(astray('failed')).toBeUndefined()
    expect(astray('lost', true)).toMatchObject({ late: true })
  })

  it('holds the clock itself when a person of ours is at it', () => {
    expect(clock({ ...making, waitingOn: 'operator', dueAt: null })).toMatchObject({
      title: 'This is taking longer than it should',
      holder: 'us',
      until: undefined,
      after: undefined,
    })
  })
})
