import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openJournal } from './journal.ts'

const shape = z.object({ n: z.int(), text: z.string() })

let folder: string
let made = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'))
})
afterAll(() => rm(folder, { recursive: true }))

function fresh(): string {
  made += 1
  return join(folder, String(made), 'journal.jsonl')
}

async function written(path: string, entries: readonly z.infer<typeof shape>[]): Promise<void> {
  const { journal } = await openJournal(path, shape)
  for (const entry of entries) journal.append(entry)
  await journal.settled()
  await journal.close()
}

test('what was settled is read again in order, whatever the text', async () => {
  const entry = fc.record({ n: fc.integer(), text: fc.string({ unit: 'grapheme' }) })
  await fc.assert(
    fc.asyncProperty(fc.array(entry), fc.array(entry), async (first, second) => {
      const path = fresh()
      await written(path, first)
      await written(path, second)
      const { entries, journal } = await openJournal(path, shape)
      await journal.close()
      expect(entries).toEqual([...first, ...second])
    }),
    { numRuns: 40 },
  )
})

test('a file cut anywhere gives the entries before the cut, and goes on from there', async () => {
  const all = Array.from({ length: 5 }, (_, n) => ({ n, text: 'ünïcödé' }))
  const path = fresh()
  await written(path, all)
  const whole = await readFile(path)
  for (let length = 0; length <= whole.length; length += 1) {
    await writeFile(path, whole.subarray(0, length))
    const lines = whole.subarray(0, length).toString('latin1').split('\n').length - 1
    await written(path, [{ n: 99, text: 'after' }])
    const { entries, journal } = await openJournal(path, shape)
    await journal.close()
    expect(entries).toEqual([...all.slice(0, lines), { n: 99, text: 'after' }])
  }
})

test('a damaged line in the middle is an error that names it', async () => {
  const path = fresh()
  await written(path, [{ n: 1, text: 'a' }])
  await appendFile(path, '{"n":"two"}\n{"n":3,"text":"c"}\n')
  await expect(openJournal(path, shape)).rejects.toThrow(/line 2 of .*journal\.jsonl/)
})

test('a shorter journal with the same meaning replaces the file', async () => {
  const path = fresh()
  const all = Array.from({ length: 100 }, (_, n) => ({ n, text: 'x' }))
  await written(path, all)
  const { entries, journal } = await openJournal(path, shape, (found) => found.slice(-3))
  journal.append({ n: 100, text: 'y' })
  await journal.settled()
  await journal.close()
  expect(entries.map(({ n }) => n)).toEqual([97, 98, 99])
  expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(5)
})
