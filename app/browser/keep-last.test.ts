import { expect, it } from 'vitest'
import { keepLast, keepLastOfEach, onScreen } from './keep-last.ts'

const lost = () => Promise.reject(new TypeError('Failed to fetch'))
const broken = () => Promise.reject(new Error('Unexpected Server Error'))
const answered = (status: number) => () => Promise.reject({ status, statusText: '', internal: true, data: null })

it('shows what was read last while nothing gets through', async () => {
  const kept = keepLast<string>()
  kept.show('with the page')()
  expect(await kept.read(lost)).toBe('with the page')
  expect(await kept.read(async () => 'anew')).toBe('anew')
  expect(await kept.read(lost)).toBe('anew')
  expect(await kept.read(answered(502))).toBe('anew')
})

it('leaves a page on the screen when the server breaks over reading it anew, and hides no fault from who goes to it', async () => {
  const kept = keepLast<string>()
  const leave = kept.show('page')
  expect(await kept.read(broken)).toBe('page')
  expect(await kept.read(answered(500))).toBe('page')
  leave()
  await expect(kept.read(broken)).rejects.toThrow('Unexpected')
})

it('tells while what is on the screen is behind', async () => {
  const kept = keepLast<string>()
  const told: boolean[] = []
  const stop = onScreen.subscribe(() => told.push(onScreen.isBehind()))
  const leave = kept.show('page')
  await kept.read(lost)
  await kept.read(async () => 'anew')
  await kept.read(broken)
  leave()
  stop()
  expect(told).toEqual([false, true, false, true, false])
})

it('hides no answer, and has nothing to show before the first page', async () => {
  await expect(keepLast<string>().read(lost)).rejects.toThrow('Failed to fetch')
  const kept = keepLast<string>()
  kept.show('page')
  await expect(kept.read(answered(403))).rejects.toMatchObject({ status: 403 })
  await expect(kept.read(() => Promise.reject(new Response(null, { status: 302 })))).rejects.toBeInstanceOf(Response)
  // Who goes elsewhere meanwhile has given the reading up: the page is no older for it.
  const givenUp = () => Promise.reject(new DOMException('signal is aborted without reason', 'AbortError'))
  await expect(kept.read(givenUp)).rejects.toThrow('aborted')
  expect(onScreen.isBehind()).toBe(false)
})

it('keeps the pages of one kind apart', async () => {
  const each = keepLastOfEach<string>()
  each('a').show('page a')
  expect(await each('a').read(lost)).toBe('page a')
  await expect(each('b').read(lost)).rejects.toThrow('Failed to fetch')
})
