import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { acceptPhoto, type Photo, photoLimits } from './images.ts'

async function accepted(bytes: Uint8Array): Promise<Photo> {
  const answer = await acceptPhoto(bytes)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 120, b: 40 } } })

test.each(['jpeg', 'png', 'webp', 'avif'] as const)('a %s is taken, shrunk, and gets a thumbnail', async (format) => {
  const { photo, thumbnail } = await accepted(await picture(3000, 2000).toFormat(format).toBuffer())
  expect(photo).toMatchObject({ contentType: 'image/jpeg', width: 2400, height: 1600 })
  expect(thumbnail).toMatchObject({ contentType: 'image/jpeg', width: 480, height: 320 })
  expect((await sharp(photo.bytes).metadata()).format).toBe('jpeg')
})

test('a small picture is not blown up', async () => {
  const { photo, thumbnail } = await accepted(await picture(40, 30).png().toBuffer())
  expect([photo.width, photo.height, thumbnail.width]).toEqual([40, 30, 40])
})

test('camera, place and profile are gone, and the picture stands upright', async () => {
  const raw = await picture(300, 200)
    .withExif({ IFD0: { Make: 'SecretCam' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect((await sharp(raw).metadata()).exif).toBeDefined()
  const { photo, thumbnail } = await accepted(raw)
  for (const result of [photo, thumbnail]) {
    const found = await sharp(result.bytes).metadata()
    expect([found.exif, found.icc, found.xmp, found.iptc]).toEqual([undefined, undefined, undefined, undefined])
    expect(Buffer.from(result.bytes).includes('SecretCam')).toBe(false)
    expect(result.height).toBeGreaterThan(result.width)
  }
})

test('other files are not images, whatever they call themselves', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1:1/x.png"/></svg>'
  const gif = await picture(10, 10).gif().toBuffer()
  const tiff = await picture(10, 10).tiff().toBuffer()
  const png = await picture(100, 100).png().toBuffer()
  const files = ['', 'plain text', '%PDF-1.7', '\xff\xd8\xff', svg, '\x89PNG\r\n\x1a\n', 'GIF89a']
  for (const file of [...files.map((text) => Buffer.from(text, 'latin1')), gif, tiff, png.subarray(0, 60)]) {
    expect(await acceptPhoto(file)).toEqual({ refused: 'not_an_image' })
  }
})

test('an SVG or script behind an image’s first bytes stays unread', async () => {
  const polyglot = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<svg onload="alert(1)"></svg>')])
  expect(await acceptPhoto(polyglot)).toEqual({ refused: 'not_an_image' })
})

test('more than 10 MB is refused before anything reads it', async () => {
  expect(await acceptPhoto(new Uint8Array(photoLimits.bytes + 1))).toEqual({ refused: 'too_large' })
})

test('more than 40 megapixels is refused, however small the file', async () => {
  expect(await acceptPhoto(bomb(8000, 8000))).toEqual({ refused: 'too_large' })
  expect(await acceptPhoto(bomb(60_000, 60_000))).toEqual({ refused: 'too_large' })
})

test('random bytes and cut or flipped pictures never crash', async () => {
  const whole = await picture(64, 48).jpeg().toBuffer()
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, value, cut) => {
      const bytes = cut ? whole.subarray(0, at) : Buffer.from(whole)
      if (!cut) bytes[at] = value
      const answer = await acceptPhoto(bytes)
      expect('photo' in answer || answer.refused === 'not_an_image').toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('many at once are taken in turn, and all are answered', async () => {
  const bytes = await picture(600, 400).jpeg().toBuffer()
  const answers = await Promise.all(Array.from({ length: 12 }, () => acceptPhoto(bytes)))
  expect(answers.every((answer) => 'photo' in answer)).toBe(true)
})

/** A PNG that claims to be huge and is a few kilobytes: its rows are all zeros. */
function bomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(Math.min((width + 1) * height, 20_000_000)))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The checksum of PNG chunks (ISO 3309). */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
