import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actsOn, following, inboxRows, neighbour, readKey, shownRow } from './inbox-rows.ts'
import { someJob, someRequest } from './sample-data.ts'

const rows = inboxRows(
  [
    someRequest({ request: 'late', deadline: '2026-11-25T00:00:00.000Z' }),
    someRequest({ request: 'soon', deadline: '2026-11-24T00:00:00.000Z' }),
  ],
  [someJob({ job: 'won-1', acceptBy: '2026-11-26T00:00:00.000Z' })],
)
const keys = ['j.won-1', 'r.soon', 'r.late']

it('puts what was won before what is asked, each by its clock', () => {
  expect(rows.map(({ key }) => key)).toEqual(keys)
})

it('steps through the rows and stops at both ends', () => {
  expect(neighbour(rows, undefined, 1)?.key).toBe('j.won-1')
  expect(neighbour(rows, undefined, -1)?.key).toBe('r.late')
  expect(neighbour(rows, 'j.won-1', 1)?.key).toBe('r.soon')
  expect(neighbour(rows, 'r.late', 1)?.key).toBe('r.late')
  expect(neighbour([], undefined, 1)).toBeUndefined()
})

it('shows what the address names, else the first, and what one is answering until the answer is here', () => {
  const [won, soon] = rows
  expect(shownRow(rows, undefined, undefined)).toBe(won)
  expect(shownRow(rows, 'r.soon', undefined)).toBe(soon)
  expect(shownRow(rows, 'j.gone', undefined)).toBeUndefined()
  const rest = rows.slice(1)
  expect(shownRow(rest, undefined, won)).toBe(won)
  expect(shownRow(rest, 'j.won-1', won)).toBe(won)
  expect(shownRow(rest, 'r.soon', won)).toBe(soon)
})

it('knows by which acts a row is answered', () => {
  expect(rows.flatMap(actsOn)).toEqual([
    'accept/won-1',
    'refuse/won-1',
    'bid/soon',
    'decline/soon',
    'bid/late',
    'decline/late',
  ])
})

it('goes on to the next row once one is answered', () => {
  expect(following(rows, 'r.soon')?.key).toBe('r.late')
  expect(following(rows, 'r.late')?.key).toBe('r.soon')
  expect(following(rows.slice(0, 1), 'j.won-1')).toBeUndefined()
})

it('reads only addresses it has written', () => {
  expect(readKey('r.abc')).toEqual({ kind: 'request', id: 'abc' })
  expect(readKey('j.abc-1')).toEqual({ kind: 'won', id: 'abc-1' })
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readKey(text)
      if (read !== undefined) expect(`${read.kind === 'request' ? 'r' : 'j'}.${read.id}`).toBe(text)
    }),
  )
})
