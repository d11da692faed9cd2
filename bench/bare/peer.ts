import { fileURLToPath } from 'node:url'
import { Client, Connection } from '@temporalio/client'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { bareActivities } from './activities.ts'
import type { bare } from './workflow.ts'

const taskQueue = 'bare'

/** A bare workflow of three activities on a Temporal server, with a worker and a queue of its own. */
export type Peer = {
  /** Runs one, from the start to its result. */
  run(id: string): Promise<void>
  close(): Promise<void>
}

/** Opens a client and a worker on the server at `address`. */
export async function openPeer(address: string): Promise<Peer> {
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR') })
  const connection = await NativeConnection.connect({ address })
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowsPath: fileURLToPath(new URL('./workflow.ts', import.meta.url)),
    activities: bareActivities,
    maxCachedWorkflows: 400,
  })
  const running = worker.run()
  const asking = await Connection.connect({ address })
  const client = new Client({ connection: asking })
  return {
    async run(id) {
      const sum = await client.workflow.execute<typeof bare>('bare', { workflowId: `bare/${id}`, taskQueue })
      if (sum !== 6) throw new Error('The bare workflow did not run')
    },
    async close() {
      worker.shutdown()
      await running
      await asking.close()
      await connection.close()
    },
  }
}
