import { existsSync } from 'node:fs'
import { type Environment, EnvironmentIncomplete, readEnvironment } from './environment.ts'

/**
 * The environment of a process that was started by hand or by a service manager: `.env` of the working directory is
 * read where the shell has not set a database. A missing or wrong variable ends the process with one clear sentence.
 */
export function environmentOrExit(): Environment {
  if (!process.env.DATABASE_URL && existsSync('.env')) process.loadEnvFile('.env')
  try {
    return readEnvironment(process.env)
  } catch (error) {
    if (!(error instanceof EnvironmentIncomplete)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

/**
 * Runs `close` once when this process is asked to end (SIGTERM, SIGINT), then ends it; a second signal, or a close that
 * takes longer than the grace period, ends it at once.
 */
export function onEnd(close: () => Promise<void>, graceMs = 10_000): void {
  let ending = false
  const end = (): void => {
    if (ending) process.exit(1)
    ending = true
    setTimeout(() => process.exit(1), graceMs).unref()
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}
