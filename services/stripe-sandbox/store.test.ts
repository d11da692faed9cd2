import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecordOf } from './records.ts'
import { openStore } from './store.ts'

const day = 24 * 3_600_000
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stripe-store-'))
})
afterAll(() => rm(folder, { recursive: true }))

const event = (id: string): RecordOf<'event'> => ({ object: 'event', id, created: 0, type: 'x', snapshot: { id } })
const delivery = (id: string, state: 'waiting' | 'delivered'): RecordOf<'delivery'> => ({
  object: 'delivery',
  id,
  attempts: 1,
  state,
  nextAt: 0,
})
const answer = (id: string): RecordOf<'answer'> => ({
  object: 'answer',
  id,
  created: 0,
  fingerprint: 'f',
  path: '/v1/refunds',
  request: 'req_1',
  status: 200,
  body: '{}',
})
const effect: RecordOf<'effect'> = {
  object: 'effect',
  id: 'eff_1',
  at: 0,
  kind: 'capture',
  target: 'pi_1',
  amount: 100,
  currency: 'eur',
}

test('what Stripe would have forgotten goes, what still waits or counts stays', async () => {
  let now = 0
  const clock = () => now
  const first = await openStore(folder, clock)
  first.put([
    effect,
    answer('old'),
    event('told'),
    delivery('told', 'waiting'),
    event('lost'),
    delivery('lost', 'waiting'),
  ])
  first.put([delivery('told', 'delivered')])
  now = 2 * day
  first.put([answer('young')])
  await first.settled()
  await first.close()

  now = 4 * day
  const second = await openStore(folder, clock)
  expect([...second.answer.keys()]).toEqual(['young'])
  expect([...second.event.keys()]).toEqual(['told', 'lost'])
  await second.close()

  now = 31 * day
  const third = await openStore(folder, clock)
  expect([...third.event.keys()]).toEqual(['lost'])
  expect(third.delivery.get('lost')?.state).toBe('waiting')
  expect(third.effect.get('eff_1')).toEqual(effect)
  await third.close()
  expect(await readFile(join(folder, 'stripe.jsonl'), 'utf8')).not.toContain('"told"')
})
