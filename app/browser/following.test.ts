import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Change, Following, isAfter, type OpenStream, type StreamInput } from './following.ts'

type Opened = { input: StreamInput; closed: boolean; told: Parameters<OpenStream>[1] }

function tab() {
  const opened: Opened[] = []
  const following = new Following((input, told) => {
    const stream = { input, told, closed: false }
    opened.push(stream)
    return () => {
      stream.closed = true
    }
  })
  return { opened, following, last: () => opened.at(-1) }
}

const change = (...topics: string[]): Change => ({ topics, kind: 'shipped', at: '2026-12-01T00:00:00.000Z' })
const turn = () => Promise.resolve()

describe('the subscription of a tab', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('opens one stream for all wishes that come together', async () => {
    const { opened, following } = tab()
    following.follow({ topics: ['line'], onChange: () => undefined })
    following.follow({ topics: ['order/a'], keys: { a: 'secret' }, from: '10-3', onChange: () => undefined })
    await turn()
    expect(opened.map(({ input }) => input)).toEqual([
      { topics: ['line', 'order/a'], keys: { a: 'secret' }, lastEventId: '10-3' },
    ])
  })

  it('tells each follower its own topics, once', async () => {
    const { following, last } = tab()
    const a = vi.fn()
    const line = vi.fn()
    following.follow({ topics: ['order/a'], from: '10-0', onChange: a })
    following.follow({ topics: ['line'], from: '12-0', onChange: line })
    await turn()
    last()?.told.onChange('11-1', change('line'))
    last()?.told.onChange('13-2', change('order/a', 'line'))
    last()?.told.onChange('13-2', change('order/a', 'line'))
    expect(a).toHaveBeenCalledTimes(1)
    expect(line).toHaveBeenCalledTimes(1)
  })

  it('goes on from the last event when the stream ends, waiting longer each time', async () => {
    const { opened, following, last } = tab()
    following.follow({ topics: ['order/a'], from: '10-0', onChange: () => undefined })
    await turn()
    last()?.told.onChange('11-5', change('order/a'))
    last()?.told.onEnd(false)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(opened.map(({ input }) => input.lastEventId)).toEqual(['10-0', '11-5'])
    last()?.told.onEnd(false)
    await vi.advanceTimersByTimeAsync(1_999)
    expect(opened).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(opened).toHaveLength(3)
  })

  it('does not ask again what was refused, but does when it is woken', async () => {
    const { opened, following, last } = tab()
    following.follow({ topics: ['mine'], onChange: () => undefined })
    await turn()
    last()?.told.onEnd(true)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(opened).toHaveLength(1)
    following.renew()
    await turn()
    expect(opened).toHaveLength(2)
  })

  it('closes when nobody follows, and keeps its stream when the topics stay', async () => {
    const { opened, following, last } = tab()
    const leave = following.follow({ topics: ['line'], onChange: () => undefined })
    await turn()
    const stay = following.follow({ topics: ['line'], onChange: () => undefined })
    leave()
    await turn()
    expect(opened).toHaveLength(1)
    expect(last()?.closed).toBe(false)
    stay()
    await turn()
    expect(last()?.closed).toBe(true)
  })

  it('tells who was read before the open stream’s last event what it missed, and the others nothing twice', async () => {
    const { opened, following, last } = tab()
    const first = vi.fn()
    const second = vi.fn()
    following.follow({ topics: ['order/a'], from: '10-0', onChange: first })
    await turn()
    last()?.told.onChange('12-1', change('order/a'))
    following.follow({ topics: ['order/a'], from: '11-0', onChange: second })
    await turn()
    expect(opened.map(({ input, closed }) => [input.lastEventId, closed])).toEqual([
      ['10-0', true],
      ['11-0', false],
    ])
    last()?.told.onChange('12-1', change('order/a'))
    expect(first).toHaveBeenCalledTimes(1)
    expect(second).toHaveBeenCalledTimes(1)
  })

  it('orders places by transaction, then by row', () => {
    const place = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 19n }), fc.bigInt({ min: 0n, max: 10n ** 19n }))
    fc.assert(
      fc.property(place, place, ([xa, ia], [xb, ib]) => {
        const after = xa > xb || (xa === xb && ia > ib)
        expect(isAfter(`${xa}-${ia}`, `${xb}-${ib}`)).toBe(after)
      }),
    )
  })
})
