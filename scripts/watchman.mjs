import { spawn } from 'node:child_process'

// Asks the process to end when its own input closes, and does not ask again after eight seconds.
const script = `while read -r _; do :; done
kill -"$2" "$1" 2>/dev/null
i=0; while [ $i -lt 80 ] && kill -0 "$1" 2>/dev/null; do sleep 0.1; i=$((i+1)); done
kill -KILL "$1" 2>/dev/null`

/**
 * Ends a program that is not ours, and so knows nothing of pipes, when this process dies in whatever way: a shell holds
 * the end of a pipe in its place. Kill the shell when the program has ended.
 * @param {number} pid
 * @param {NodeJS.Signals} signalName
 */
export function postWatchman(pid, signalName) {
  const watchman = spawn('/bin/sh', ['-c', script, 'sh', String(pid), signalName.slice(3)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  })
  watchman.on('error', () => undefined)
  watchman.stdin.on('error', () => undefined)
  // Neither keeps this process from ending.
  watchman.unref()
  watchman.stdin.unref?.()
  return watchman
}
