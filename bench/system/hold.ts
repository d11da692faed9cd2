/**
 * Holds processes of a bench's own system, or lets them go on. What they would do on the same cores meanwhile is no part of
 * the question; they must go on again before the system is stopped.
 */
export function hold(pids: readonly (number | undefined)[], held: boolean): void {
  for (const pid of pids) if (pid !== undefined) process.kill(pid, held ? 'SIGSTOP' : 'SIGCONT')
}
