import { randomUUID } from 'node:crypto'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ByteStore } from './byte-store.ts'

/** Bytes in a local folder: `ab/abcd…` beside `ab/abcd….type`. The type is written first, so bytes always have one. */
export function folderStore(folder: string): ByteStore {
  const pathOf = (key: string): string => join(folder, key.slice(0, 2), key)
  return {
    async write(key, { bytes, contentType }) {
      await writeWhole(`${pathOf(key)}.type`, new TextEncoder().encode(contentType))
      await writeWhole(pathOf(key), bytes)
    },
    async read(key) {
      const bytes = await presentOrNot(() => readFile(pathOf(key)))
      if (bytes === undefined) return undefined
      const contentType = await readFile(`${pathOf(key)}.type`, 'utf8')
      return { bytes: new Uint8Array(bytes), contentType }
    },
    async exists(key) {
      return (await presentOrNot(async () => access(pathOf(key)).then(() => true))) ?? false
    },
  }
}

/** Written beside and renamed, after the bytes are on the disk: a killed process leaves the whole file or none. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${randomUUID()}.draft`
  const handle = await open(draft, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
    await handle.close()
    await rename(draft, path)
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(draft, { force: true })
    throw error
  }
}

async function presentOrNot<Result>(action: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await action()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
