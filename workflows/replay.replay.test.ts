import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

const folder = fileURLToPath(new URL('./histories', import.meta.url))
const recorded = readdirSync(folder).filter((name) => name.endsWith('.json'))
const history = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))

let code: string

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') })
  const bundle = await bundleWorkflowCode({ workflowsPath: fileURLToPath(new URL('./workflows.ts', import.meta.url)) })
  code = bundle.code
}, 60_000)

const replay = (workflows: string, name: string) =>
  Worker.runReplayHistory({ workflowBundle: { code: workflows } }, history(name), name.replace('.json', ''))

describe('workflow code of today runs the histories that were recorded', () => {
  test('there is a whole order, a cancelled and a refunded one, each with its job, and one that was bid for by hand', () => {
    expect(recorded).toEqual([
      'by-hand-job.json',
      'by-hand-order.json',
      'by-hand-quoting.json',
      'cancelled-job.json',
      'cancelled-order.json',
      'refunded-job.json',
      'refunded-order.json',
      'whole-job.json',
      'whole-order.json',
    ])
  })

  test.each(recorded)('%s', async (name) => {
    await expect(replay(code, name)).resolves.toBeUndefined()
  })
})

test('every workflow, activity and timer says what it is for', () => {
  const known = z.object({ events: z.array(z.object({ eventType: z.string(), userMetadata: z.unknown().optional() })) })
  const spoken = /(_WORKFLOW_EXECUTION_STARTED|_ACTIVITY_TASK_SCHEDULED|_TIMER_STARTED|_MARKER_RECORDED)$/
  const silent = recorded.flatMap((name) =>
    known
      .parse(history(name))
      .events.filter(({ eventType }) => spoken.test(eventType) && !eventType.includes('_CHILD_'))
      .filter(
        ({ userMetadata }) => !z.object({ summary: z.object({ data: z.string() }) }).safeParse(userMetadata).success,
      )
      .map(({ eventType }) => `${name}: ${eventType}`),
  )
  expect(silent).toEqual([])
})

test('code that takes another way is caught', async () => {
  // The first thing an order does is to freeze its specification; here it would write a step instead.
  const changed = code.replaceAll('to.openOrder', 'to.record')
  expect(changed).not.toBe(code)
  await expect(replay(changed, 'whole-order.json')).rejects.toThrow(/nondeterminism/i)
})
