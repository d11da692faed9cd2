import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker'
import { defaultTaskQueue } from './client.ts'
import type { Equipment } from './equipment.ts'
import { createJobActivities } from './job/activities.ts'
import { createOrderActivities } from './order/activities.ts'
import { createQuotingActivities } from './quoting/activities.ts'

/** Workflows kept in memory between their tasks; the rest are replayed when something happens to them. */
const cachedWorkflows = 400

/** The workflow code: bundled beforehand in a build, bundled at start while developing. */
function workflowCode(): Pick<WorkerOptions, 'workflowBundle'> | Pick<WorkerOptions, 'workflowsPath'> {
  const codePath = fileURLToPath(new URL('./workflow-bundle.js', import.meta.url))
  if (existsSync(codePath)) return { workflowBundle: { codePath } }
  return { workflowsPath: fileURLToPath(new URL('./workflows.ts', import.meta.url)) }
}

/** Everything activities are, by name. */
export function allActivities(equipment: Equipment) {
  return {
    ...createOrderActivities(equipment),
    ...createJobActivities(equipment),
    ...createQuotingActivities(equipment),
  }
}

/** A worker for all workflows and activities; it drains for a few seconds when it is shut down. */
export function makeWorker(
  connection: NativeConnection,
  namespace: string,
  equipment: Equipment,
  taskQueue = defaultTaskQueue,
): Promise<Worker> {
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    ...workflowCode(),
    activities: allActivities(equipment),
    maxCachedWorkflows: cachedWorkflows,
    shutdownGraceTime: '8s',
  })
}
