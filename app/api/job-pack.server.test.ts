import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { factories } from '#prisma/seed/factories.ts'
import { ordered } from '../../e2e/drive.ts'
import { type PlatformUnderTest, platformUnderTest } from '../../e2e/platform-under-test.ts'
import { uncarried } from './job-pack.ts'

const manifestSchema = z.object({
  hash: z.string(),
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
})

let platform: PlatformUnderTest

beforeAll(async () => {
  platform = await platformUnderTest({ speed: 240, factories })
  await platform.startWorker()
}, 180_000)
afterAll(() => platform.stop(), 180_000)

test('a maker gets the files of exactly what the shopper ordered, bytes and all', async () => {
  const shopper = await platform.as((await platform.signUp('Sara')).token)
  const { order, job, maker } = await ordered(platform, shopper)
  const { hash, files } = await maker.jobs.pack({ job })
  expect(hash).toBe((await shopper.orders.get({ order })).hash)
  // What goes over the wire is JSON: nothing of a file may be lost in it.
  const carried: typeof files = JSON.parse(JSON.stringify(files))
  const content = new Map(carried.map((file) => [file.path, Buffer.from(uncarried(file))]))
  const manifest = manifestSchema.parse(JSON.parse(String(content.get('manifest.json'))))
  expect(manifest.hash).toBe(hash)
  expect([...manifest.files.map(({ path }) => path), 'manifest.json']).toEqual([...content.keys()])
  for (const { path, sha256 } of manifest.files) {
    expect(
      createHash('sha256')
        .update(content.get(path) ?? '')
        .digest('hex'),
      path,
    ).toBe(sha256)
  }
  expect(
    createHash('sha256')
      .update(content.get('specification.json') ?? '')
      .digest('hex'),
  ).toBe(hash)
  for (const path of ['assembly-booklet.pdf', 'nesting.json', 'manifest.json']) {
    const { file } = await maker.jobs.file({ job, path })
    expect(file && Buffer.from(uncarried(file))).toEqual(content.get(path))
  }
  expect(await maker.jobs.file({ job, path: 'none.dxf' })).toEqual({ hash, file: null })
})
