import { fstatSync } from 'node:fs'
import { z } from 'zod'

/** What a started sandbox gives back: where it listens, in the order to be told, and how it ends. */
export type Running = { readonly urls: readonly string[]; close(): Promise<void> }

/**
 * Runs a sandbox as a process of its own: prints `ready URL…` once it listens, and ends on SIGTERM, on SIGINT, or when
 * the pipe from the parent closes because the parent died.
 */
export async function runSandbox(start: () => Promise<Running>): Promise<void> {
  const running = await start().catch((error: unknown) => {
    process.stderr.write(`${sentence(error)}\n`)
    process.exit(1)
  })
  const end = (): void => {
    running.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  if (parentHoldsPipe()) {
    process.stdin.resume()
    process.stdin.once('end', end)
    process.stdin.once('error', end)
  }
  process.stdout.write(`ready ${running.urls.join(' ')}\n`)
}

/** What is wrong, for the person who started it. */
function sentence(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  }
  return error instanceof Error ? error.message : String(error)
}

/** The environment without its empty variables: one that is set to nothing is not set. */
export function givenEnvironment(): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) if (value) given[name] = value
  return given
}

/** A terminal or /dev/null on stdin says nothing about a parent; a pipe or socket does. */
function parentHoldsPipe(): boolean {
  try {
    const stdin = fstatSync(0)
    return stdin.isFIFO() || stdin.isSocket()
  } catch {
    return false
  }
}
