const heldNow = new Set<number>()

// What is stopped cannot notice that its system has ended, however this process ends.
process.on('exit', () => hold([...heldNow], false))

/**
 * Holds processes of a bench's own system, or lets them go on. What they would do on the same cores meanwhile is no part of
 * the question; they must go on again before the system is stopped.
 */
export function hold(pids: readonly (number | undefined)[], held: boolean): void {
  for (const pid of pids) {
    if (pid === undefined) continue
    if (held) heldNow.add(pid)
    else heldNow.delete(pid)
    try {
      process.kill(pid, held ? 'SIGSTOP' : 'SIGCONT')
    } catch (error) {
      // What has ended need not go on.
      if (held || !(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
  }
}
