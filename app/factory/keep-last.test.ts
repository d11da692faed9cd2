import { expect, it } from 'vitest'
import { keepLast } from './keep-last.ts'

const lost = () => Promise.reject(new TypeError('Failed to fetch'))

it('shows what was read last while nothing gets through', async () => {
  const kept = keepLast<string>()
  kept.remember('with the page')
  expect(await kept.read(lost)).toBe('with the page')
  expect(await kept.read(async () => 'anew')).toBe('anew')
  expect(await kept.read(lost)).toBe('anew')
})

it('hides no other trouble, and has nothing to show before the first page', async () => {
  await expect(keepLast<string>().read(lost)).rejects.toThrow('Failed to fetch')
  const kept = keepLast<string>()
  kept.remember('page')
  await expect(kept.read(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})
