import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second. */
const tickMs = 10

/** Processor time so far of each process with what it has started, ms; nothing of those that are not there, or where the system does not tell. */
export function processorTimes(pids: Readonly<Record<string, number | undefined>>): Record<string, number> {
  if (!existsSync('/proc/self/stat')) return {}
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readStat(name) ?? []) : []))
  const timeOf = (pid: number): number =>
    all.reduce((sum, stat) => {
      if (stat.pid === pid) return sum + stat.ms
      return stat.parent === pid ? sum + timeOf(stat.pid) : sum
    }, 0)
  return Object.fromEntries(
    Object.entries(pids).flatMap(([name, pid]) => (pid === undefined ? [] : [[name, timeOf(pid)]])),
  )
}

function readStat(pid: string): { pid: number; parent: number; ms: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command's name stands in brackets and may hold anything; the numbered fields follow its last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // Its own time, and that of children that have ended; in user and in system mode.
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    return { pid: Number(pid), parent: Number(fields[1]), ms: ticks * tickMs }
  } catch {
    // It has ended meanwhile.
    return undefined
  }
}

/** What each has used between two readings for one of `count` pieces of work, ms. */
export function usedPer(
  count: number,
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(after).map(([name, ms]) => [name, Math.round((ms - (before[name] ?? 0)) / count)]),
  )
}
