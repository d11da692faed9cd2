// A worker for the same workflow code whose activities do nothing: each gives what it answered in a recorded order.
import { readFileSync } from 'node:fs'
import { activityInfo } from '@temporalio/activity'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { z } from 'zod'

const [address = '', taskQueue = '', codePath = '', answersFile = ''] = process.argv.slice(2)
const recorded = z.record(z.string(), z.array(z.unknown())).parse(JSON.parse(readFileSync(answersFile, 'utf8')))

/** How often each workflow has called each kind of activity. */
const calls = new Map<string, number>()

function answering(type: string, answers: readonly unknown[]): () => Promise<unknown> {
  return async () => {
    const key = `${activityInfo().workflowExecution?.workflowId}/${type}`
    const call = calls.get(key) ?? 0
    calls.set(key, call + 1)
    return answers[Math.min(call, answers.length - 1)] ?? undefined
  }
}

Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') })
const connection = await NativeConnection.connect({ address })
const worker = await Worker.create({
  connection,
  taskQueue,
  workflowBundle: { codePath },
  activities: Object.fromEntries(Object.entries(recorded).map(([type, answers]) => [type, answering(type, answers)])),
  maxCachedWorkflows: 400,
})
process.on('message', () => worker.shutdown())
process.send?.('ready')
await worker.run()
await connection.close()
process.disconnect()
