import { readReady } from './ready.ts'

const file = process.env.READY ?? '.data/ready.json'

/** The system the journeys run on. */
export const site = readReady(file)

/** The process id of one of its parts now. */
export function pidOf(part: string): number {
  const pid = readReady(file).pids[part]
  if (pid === undefined) throw new Error(`There is no ${part} in ${file}`)
  return pid
}
