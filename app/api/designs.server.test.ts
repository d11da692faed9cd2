import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PlatformUnderTest, platformUnderTest } from '../../e2e/platform-under-test.ts'
import { refusalIn } from './refusals.ts'

let site: PlatformUnderTest
beforeAll(async () => {
  site = await platformUnderTest({ speed: 1, factories: [] })
})
afterAll(() => site.stop())

const design = (id: string) => ({ id, product: 'shelf', version: 1, options: {} })

test('the same design saved many times at once is one design', async () => {
  const shopper = await site.as((await site.signUp('Ida')).token)
  const id = 'a'.repeat(24)
  const saved = await Promise.all(Array.from({ length: 20 }, () => shopper.designs.save(design(id))))
  expect(new Set(saved.map((each) => each.id))).toEqual(new Set([id]))
  expect((await shopper.designs.mine()).map((each) => each.id)).toEqual([id])
})

test('of two people who save one id at once, one has it and the other is told', async () => {
  const people = await Promise.all(['Ana', 'Ben'].map(async (name) => site.as((await site.signUp(name)).token)))
  const id = 'b'.repeat(24)
  const results = await Promise.allSettled(people.map((person) => person.designs.save(design(id))))
  const refusals = results.flatMap((result) => (result.status === 'rejected' ? [refusalIn(result.reason)?.code] : []))
  expect(refusals).toEqual(['not_yours'])
})
