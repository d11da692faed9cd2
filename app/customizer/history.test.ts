import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type History, historyFrom, redone, stepped, undone } from './history.ts'

const start = { width: 1200, doors: ['1-1'], name: '' }

/** Choices far enough apart to be taken back one by one. */
const choices = fc.array(
  fc.oneof(
    fc.integer({ min: 300, max: 3600 }).map((width) => ({ width })),
    fc.subarray(['1-1', '2-1', '3-1']).map((doors) => ({ doors })),
    fc.string({ maxLength: 3 }).map((name) => ({ name })),
  ),
  { maxLength: 40 },
)

const made = (all: readonly Readonly<Record<string, number | string | string[]>>[]): History[] => {
  const histories = [historyFrom(start)]
  for (const [index, changes] of all.entries()) {
    const last = histories.at(-1) ?? historyFrom(start)
    histories.push(stepped(last, changes, Object.keys(changes)[0], index * 1000))
  }
  return histories
}

describe('the history of a configuration', () => {
  it('goes back to the start and forward again, however long it is', () => {
    fc.assert(
      fc.property(choices, (all) => {
        const last = made(all).at(-1) ?? historyFrom(start)
        const states = [...last.past, last.now]
        let history = last
        for (const state of states.slice(0, -1).toReversed()) {
          history = undone(history)
          expect(history.now).toEqual(state)
        }
        expect(history.now).toEqual(start)
        expect(undone(history)).toBe(history)
        for (const state of states.slice(1)) {
          history = redone(history)
          expect(history.now).toEqual(state)
        }
        expect(redone(history)).toBe(history)
        expect(history.past).toEqual(last.past)
      }),
    )
  })

  it('keeps nothing that changes nothing', () => {
    const history = historyFrom(start)
    expect(stepped(history, { width: 1200, doors: ['1-1'] }, 'width', 0)).toBe(history)
  })

  it('takes the steps of one slider as one change, but not those of another or after a rest', () => {
    let history = historyFrom(start)
    for (let index = 1; index <= 20; index += 1)
      history = stepped(history, { width: 1200 + index }, 'width', 1000 + 50 * index)
    expect(history.past).toEqual([start])
    expect(history.left).toEqual(start)
    expect(stepped(history, { name: 'Ada' }, 'name', 2100).past).toHaveLength(2)
    expect(stepped(history, { width: 900 }, 'width', 5000).past).toHaveLength(2)
    expect(undone(history).now).toEqual(start)
    // A choice right after taking back is one of its own.
    expect(stepped(undone(history), { width: 1300 }, 'width', 10).past).toEqual([start])
  })

  it('forgets what was undone once something else is chosen', () => {
    const history = stepped(
      undone(stepped(historyFrom(start), { width: 900 }, 'width', 0)),
      { width: 800 },
      'width',
      10,
    )
    expect(history.future).toEqual([])
    expect(redone(history)).toBe(history)
  })
})
