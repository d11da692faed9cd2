import { fstatSync } from 'node:fs'

/** What a started sandbox gives back: where it listens, in the order to be told, and how it ends. */
export type Running = { readonly urls: readonly string[]; close(): Promise<void> }

/**
 * Runs a sandbox as a process of its own: prints `ready URL…` once it listens, and ends on SIGTERM, on SIGINT, or when
 * the pipe from the parent closes because the parent died.
 */
export async function runSandbox(start: () => Promise<Running>): Promise<void> {
  const running = await start().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
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

/** A terminal or /dev/null on stdin says nothing about a parent; a pipe or socket does. */
function parentHoldsPipe(): boolean {
  try {
    const stdin = fstatSync(0)
    return stdin.isFIFO() || stdin.isSocket()
  } catch {
    return false
  }
}
