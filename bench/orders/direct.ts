import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Client, WorkflowUpdateFailedError } from '@temporalio/client'
import { submitOrder } from '#workflows/client.ts'
import type { Side } from './rate.ts'
import type { Message, Recording } from './recording.ts'

const taskQueue = 'no-op'

/** The peer: the same workflows and messages as a recorded order's, with nothing behind them. */
export type Peer = Side<string> & { readonly pid: number; close(): Promise<void> }

/** Starts a worker of its own for the built workflow code in a process of its own, as the real one is. */
export async function openPeer(client: Client, address: string, dir: string, recording: Recording): Promise<Peer> {
  const answers = join(dir, 'answers.json')
  await writeFile(answers, JSON.stringify(recording.answers))
  const path = fileURLToPath(new URL('./no-op-worker.ts', import.meta.url))
  const code = fileURLToPath(new URL('../../build/worker/workflow-bundle.js', import.meta.url))
  const child: ChildProcess = fork(path, [address, taskQueue, code, answers], { execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  if (child.pid === undefined) throw new Error('The worker has no process')
  return {
    pid: child.pid,
    async begin(_n, id) {
      const { input, submission, before } = renamed(recording, id)
      await submitOrder(client, taskQueue, input, submission)
      await send(client, before)
      return id
    },
    async complete(id) {
      await send(client, renamed(recording, id).after)
      return id
    },
    async close() {
      const gone = once(child, 'exit')
      child.send('end')
      await gone
    },
  }
}

/** An order that has not heard yet of what its job or the carrier did refuses what comes next, and is asked again. */
async function insist(update: () => Promise<unknown>): Promise<void> {
  const end = Date.now() + 20_000
  for (;;) {
    try {
      await update()
      return
    } catch (error) {
      const isEarly = error instanceof WorkflowUpdateFailedError && error.cause?.message === 'illegal_move'
      if (!isEarly || Date.now() > end) throw error
    }
    await delay(10)
  }
}

/** Sends messages, each after the one before was answered. */
async function send(client: Client, messages: readonly Message[]): Promise<void> {
  for (const { workflow, kind, name, args } of messages) {
    const handle = client.workflow.getHandle(workflow)
    const [first, ...others] = args
    if (kind === 'signal') await handle.signal(name, ...args)
    else if (args.length === 0) await insist(() => handle.executeUpdate(name))
    else await insist(() => handle.executeUpdate(name, { args: [first, ...others] }))
  }
}

/** The recording as another order's. */
function renamed(
  { input, submission, before, after, order }: Recording,
  id: string,
): Omit<Recording, 'answers' | 'order' | 'events'> {
  return JSON.parse(JSON.stringify({ input, submission, before, after }).replaceAll(order, id))
}
