import { type ZipOptions, type Zippable, zipSync } from 'fflate'

/** The first date a ZIP can hold: the same files give the same archive whenever it is made. */
const mtime = new Date(1980, 0, 1)

/** Bytes of a local file header before the name, and of the head of one extra field. */
const headerSize = 30
const extraHead = 4
/** A field that readers skip; used to move the next file to its boundary. */
const paddingField = 0x1986

/** A compressed archive of files in the given order. */
export function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {}
  for (const [path, bytes] of files) entries[path] = [bytes, { level: 6, mtime }]
  return zipSync(entries)
}

/** An archive without compression in which the bytes of every file begin at a multiple of `boundary`, as USDZ asks (64). */
export function alignedZip(files: ReadonlyMap<string, Uint8Array>, boundary: number): Uint8Array {
  const entries: Zippable = {}
  let at = 0
  for (const [path, bytes] of files) {
    const start = at + headerSize + new TextEncoder().encode(path).length
    const gap = (boundary - ((start + extraHead) % boundary)) % boundary
    const options: ZipOptions = { level: 0, mtime, extra: { [paddingField]: new Uint8Array(gap) } }
    entries[path] = [bytes, options]
    at = start + extraHead + gap + bytes.length
  }
  return zipSync(entries)
}
