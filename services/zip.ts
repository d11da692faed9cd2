import { crc32, deflateRawSync } from 'node:zlib'

/** One file in an archive. Its path is written as UTF-8. */
export type ZipEntry = { readonly path: string; readonly content: string | Uint8Array }

/** The first day that ZIP can write, 1 January 1980: archives bear no date of their own. */
const dosDate = 0x0021
const utf8Paths = 0x0800
const deflated = 8
const version = 20

type Written = { readonly path: Buffer; readonly fields: Buffer; readonly offset: number }

/** What both headers of an entry share, from the version needed to the length of the extra field. */
function sharedFields(path: Buffer, content: Uint8Array, packed: Uint8Array): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(version, 0)
  fields.writeUInt16LE(utf8Paths, 2)
  fields.writeUInt16LE(deflated, 4)
  fields.writeUInt16LE(0, 6)
  fields.writeUInt16LE(dosDate, 8)
  fields.writeUInt32LE(crc32(content), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(content.length, 18)
  fields.writeUInt16LE(path.length, 22)
  return fields
}

const signed = (signature: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}

function centralEntry({ path, fields, offset }: Written): Buffer {
  const before = Buffer.alloc(2)
  before.writeUInt16LE(version)
  const after = Buffer.alloc(14)
  after.writeUInt32LE(offset, 10)
  return Buffer.concat([signed(0x02014b50), before, fields, after, path])
}

function end(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(18)
  bytes.writeUInt16LE(count, 4)
  bytes.writeUInt16LE(count, 6)
  bytes.writeUInt32LE(size, 8)
  bytes.writeUInt32LE(offset, 12)
  return Buffer.concat([signed(0x06054b50), bytes])
}

/** A ZIP archive (APPNOTE 6.3, deflate, no ZIP64) of files in the order given, up to 65 535 files and 4 GiB. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const chunks: Buffer[] = []
  const written: Written[] = []
  let offset = 0
  for (const { path, content } of entries) {
    const name = Buffer.from(path, 'utf8')
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    const packed = deflateRawSync(bytes)
    const fields = sharedFields(name, bytes, packed)
    written.push({ path: name, fields, offset })
    const local = Buffer.concat([signed(0x04034b50), fields, name, packed])
    chunks.push(local)
    offset += local.length
  }
  const central = Buffer.concat(written.map(centralEntry))
  return Buffer.concat([...chunks, central, end(written.length, central.length, offset)])
}
