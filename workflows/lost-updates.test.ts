import { ServiceError } from '@temporalio/client'
import { expect, it } from 'vitest'
import { retryLostUpdates } from './lost-updates.ts'

const input = {
  updateName: 'cancel',
  args: [],
  workflowExecution: { workflowId: 'order/1' },
  headers: {},
  options: {},
} as const
const lost = new ServiceError('Workflow Update failed', {
  cause: Object.assign(new Error(), {
    code: 9,
    details: 'Unable to perform workflow execution update due to unexpected workflow task failure.',
    metadata: {},
  }),
})

type Start = NonNullable<typeof retryLostUpdates.startUpdate>
const sent = (answer: (attempt: number) => Promise<string>) => {
  const ids: (string | undefined)[] = []
  const next: Parameters<Start>[1] = async ({ options }) => {
    ids.push(options.updateId)
    return { updateId: await answer(ids.length), workflowRunId: 'r' }
  }
  return { ids, result: retryLostUpdates.startUpdate?.({ ...input, args: [] }, next) }
}

it('sends a lost update again, under the same id', async () => {
  const { ids, result } = sent(async (attempt) => {
    if (attempt < 3) throw lost
    return 'done'
  })
  expect((await result)?.updateId).toBe('done')
  expect(ids).toHaveLength(3)
  expect(new Set(ids).size).toBe(1)
})

it('passes on every other failure at once', async () => {
  const { ids, result } = sent(async () => {
    throw new ServiceError('no', { cause: new Error('no') })
  })
  await expect(result).rejects.toThrow('no')
  expect(ids).toHaveLength(1)
})
