import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Draft, findDraft, findUnsent, newDesignId, type Shelf } from './drafts.ts'
import { createSaver, pauses, SaveRefused, type SaveState } from './saver.ts'

function shelfInMemory(): Shelf {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

const id = 'a'.repeat(24)
const draft = (width: number): Draft => ({ id, product: 'shelf', version: 1, given: { width }, sent: false, at: width })

function setUp(send: (draft: Draft) => Promise<void>) {
  const shelf = shelfInMemory()
  const states: SaveState[] = []
  let isOnline = true
  const saver = createSaver({ send, shelf, onState: (state) => states.push(state), isOnline: () => isOnline })
  return {
    shelf,
    states,
    saver,
    connect: (is: boolean) => {
      isOnline = is
    },
  }
}

describe('a saver', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('sends a burst of changes once, the last', async () => {
    const sent: number[] = []
    const { saver, states, shelf } = setUp(async ({ at }) => void sent.push(at))
    for (const width of [1, 2, 3]) saver.take(draft(width), true)
    await vi.advanceTimersByTimeAsync(pauses.settle)
    expect(sent).toEqual([3])
    expect(states.at(-1)).toBe('saved')
    expect(findDraft(shelf, id)).toMatchObject({ at: 3, sent: true })
    expect(findUnsent(shelf, 'shelf')).toBeUndefined()
  })

  it('rests while the form itself goes on, and tells what is still under way', async () => {
    const sent: number[] = []
    let arrive = () => {}
    const { saver } = setUp(({ at }) => {
      sent.push(at)
      return new Promise((resolve) => {
        arrive = resolve
      })
    })
    saver.take(draft(1), true)
    expect(saver.rest()).toBeUndefined()
    await vi.advanceTimersByTimeAsync(pauses.most)
    expect(sent).toEqual([])

    saver.take(draft(2), true)
    await vi.advanceTimersByTimeAsync(pauses.settle)
    saver.take(draft(3), true)
    const underWay = saver.rest()
    arrive()
    await underWay
    await vi.advanceTimersByTimeAsync(pauses.most)
    expect(sent).toEqual([2])
    saver.flush()
    expect(sent).toEqual([2, 3])
  })

  it('keeps a change made offline and sends it when the connection is back', async () => {
    const sent: number[] = []
    const { saver, states, shelf, connect } = setUp(async ({ at }) => void sent.push(at))
    connect(false)
    saver.take(draft(7), true)
    await vi.advanceTimersByTimeAsync(pauses.settle)
    expect(states.at(-1)).toBe('here')
    expect(findUnsent(shelf, 'shelf')).toMatchObject({ id, at: 7 })
    connect(true)
    saver.flush()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toEqual([7])
    expect(states.at(-1)).toBe('saved')
  })

  it('goes on trying while the server is not reached', async () => {
    let tries = 0
    const { saver, states } = setUp(async () => {
      tries += 1
      if (tries < 3) throw new Error('no route')
    })
    saver.take(draft(1), true)
    await vi.advanceTimersByTimeAsync(pauses.settle + pauses.retry + 2 * pauses.retry)
    expect(tries).toBe(3)
    expect(states.at(-1)).toBe('saved')
  })

  it('does not repeat what is refused', async () => {
    let tries = 0
    const { saver, states } = setUp(async () => {
      tries += 1
      throw new SaveRefused()
    })
    saver.take(draft(1), true)
    await vi.advanceTimersByTimeAsync(10 * pauses.most)
    expect(tries).toBe(1)
    expect(states.at(-1)).toBe('refused')
  })

  it('keeps here what cannot be made, and does not send it', async () => {
    const sent: number[] = []
    const { saver, states, shelf } = setUp(async ({ at }) => void sent.push(at))
    saver.take(draft(9000), false)
    await vi.advanceTimersByTimeAsync(10 * pauses.most)
    expect(sent).toEqual([])
    expect(states).toEqual(['waiting'])
    expect(findDraft(shelf, id)?.given).toEqual({ width: 9000 })
  })

  it('ends with the last change on the server, whatever fails on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ pause: fc.integer({ min: 0, max: 3000 }), fails: fc.boolean() }), {
          minLength: 1,
          maxLength: 8,
        }),
        async (changes) => {
          const server: number[] = []
          const failing = changes.map(({ fails }) => fails)
          const { saver } = setUp(async ({ at }) => {
            if (failing.shift()) throw new Error('no route')
            server.push(at)
          })
          for (const [index, { pause }] of changes.entries()) {
            saver.take(draft(index), true)
            await vi.advanceTimersByTimeAsync(pause)
          }
          await vi.advanceTimersByTimeAsync(20 * pauses.most)
          expect(server.at(-1)).toBe(changes.length - 1)
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('a draft', () => {
  it('is read only when it is whole', () => {
    const shelf = shelfInMemory()
    for (const text of ['', 'null', '[]', '{"id":1}', JSON.stringify({ ...draft(1), id: 'x' }), 'no json']) {
      shelf.setItem(`design/${id}`, text)
      expect(findDraft(shelf, id)).toBeUndefined()
    }
    shelf.setItem(`design/${id}`, JSON.stringify({ ...draft(1), given: { width: 1, doors: ['1-1'], odd: null } }))
    expect(findDraft(shelf, id)?.given).toEqual({ width: 1, doors: ['1-1'] })
  })
})

describe('a design id', () => {
  it('has the form the server keeps', () => {
    expect(newDesignId()).toMatch(/^[0-9a-f]{24}$/)
    expect(newDesignId()).not.toBe(newDesignId())
  })
})
