import { expect, test } from 'vitest'
import { searchAttributes as keys } from '#workflows/search-attributes.ts'
import { searchAttributes } from './temporal.mjs'

test('what the server is told is what the workflows set', () => {
  const kinds: Record<string, string> = { KEYWORD: 'Keyword', DATETIME: 'Datetime', BOOL: 'Bool' }
  const set = Object.values(keys).map(({ name, type }) => [name, kinds[type]])
  expect(Object.fromEntries(set)).toEqual(searchAttributes)
})
