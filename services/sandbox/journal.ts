import { mkdir, open, readFile, rename, truncate } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'

/** An append-only file of one JSON object a line. What `settled` waited for survives `kill -9` and a lost power cord. */
export type Journal<Entry> = {
  /** Queues an entry; entries queued together share one fsync. */
  append(entry: Entry): void
  /** Resolves when all entries queued so far are on the disk; rejects when they never will be. */
  settled(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens (or makes) the journal and gives back its entries in order. A last line that was cut off by a kill is dropped;
 * any other damaged line is an error. What `shorten` gives instead of the entries it was given replaces the file.
 */
export async function openJournal<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  shorten: (entries: readonly z.output<Shape>[]) => readonly z.output<Shape>[] = (entries) => entries,
): Promise<{ entries: readonly z.output<Shape>[]; journal: Journal<z.output<Shape>> }> {
  await mkdir(dirname(path), { recursive: true })
  const found = await readEntries(path, shape)
  const entries = shorten(found)
  if (entries !== found) await replace(path, entries)
  return { entries, journal: await appendTo(path) }
}

async function readEntries<Shape extends z.ZodType>(path: string, shape: Shape): Promise<readonly z.output<Shape>[]> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  })
  const whole = bytes.lastIndexOf('\n') + 1
  if (whole < bytes.length) await truncate(path, whole)
  const lines = bytes.subarray(0, whole).toString('utf8').split('\n').slice(0, -1)
  return lines.map((line, index) => {
    try {
      return shape.parse(JSON.parse(line))
    } catch (cause) {
      throw new Error(`line ${index + 1} of ${path} cannot be read; move the file away to start afresh`, { cause })
    }
  })
}

async function replace(path: string, entries: readonly unknown[]): Promise<void> {
  const draft = `${path}.draft`
  const handle = await open(draft, 'w')
  await handle.writeFile(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  await handle.sync()
  await handle.close()
  await rename(draft, path)
}

async function appendTo<Entry>(path: string): Promise<Journal<Entry>> {
  const handle = await open(path, 'a')
  let queue: string[] = []
  let writing: Promise<void> | undefined

  async function writeAll(): Promise<void> {
    while (queue.length > 0) {
      const lines = queue.join('')
      queue = []
      await handle.writeFile(lines)
      await handle.datasync()
    }
    writing = undefined
  }

  return {
    append(entry) {
      queue.push(`${JSON.stringify(entry)}\n`)
      if (writing === undefined) {
        writing = writeAll()
        // Whoever calls `settled` sees the failure; without a caller it must not end the process unexplained.
        writing.catch(() => undefined)
      }
    },
    settled: async () => writing,
    async close() {
      await writing
      await handle.close()
    },
  }
}
