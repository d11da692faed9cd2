import sharp from 'sharp'

/** Limits for photos from strangers: 10 MB of file, 40 megapixels, 2 s to decode and shrink. */
export const photoLimits = { bytes: 10_000_000, pixels: 40_000_000, seconds: 2 } as const

/** Longest edge in pixels of what is kept, and of the thumbnail. */
const edges = { photo: 2400, thumbnail: 480 } as const

export type Picture = {
  readonly bytes: Uint8Array
  readonly contentType: 'image/jpeg'
  readonly width: number
  readonly height: number
}

/** Re-encoded from the pixels alone: upright, without camera, place or any other metadata. */
export type Photo = { readonly photo: Picture; readonly thumbnail: Picture }

/** `too_large`: more bytes, pixels or work than the limits. `not_an_image`: none we take, or a broken one. */
export type PhotoRefusal = { readonly refused: 'too_large' | 'not_an_image' }

const refused = {
  tooLarge: { refused: 'too_large' },
  notAnImage: { refused: 'not_an_image' },
} as const satisfies Record<string, PhotoRefusal>

/** Decoding holds up to 160 MB; more at once waits its turn. */
const places = gate(2)

/** Takes a photo from a stranger: JPEG, PNG, WebP or AVIF within `photoLimits`, and gives clean pictures of it. */
export async function acceptPhoto(bytes: Uint8Array): Promise<Photo | PhotoRefusal> {
  if (bytes.length > photoLimits.bytes) return refused.tooLarge
  const format = sniff(bytes)
  if (format === undefined) return refused.notAnImage
  return places(async () => {
    try {
      const { width, height, format: found } = await sharp(bytes, { limitInputPixels: false }).metadata()
      if (found !== formats[format]) return refused.notAnImage
      if (width * height > photoLimits.pixels) return refused.tooLarge
      const photo = await picture(bytes, edges.photo)
      return { photo, thumbnail: await picture(photo.bytes, edges.thumbnail) }
    } catch (error) {
      return error instanceof Error && /timeout/i.test(error.message) ? refused.tooLarge : refused.notAnImage
    }
  })
}

async function picture(bytes: Uint8Array, edge: number): Promise<Picture> {
  const { data, info } = await sharp(bytes, {
    limitInputPixels: photoLimits.pixels,
    sequentialRead: true,
    failOn: 'error',
    pages: 1,
  })
    .timeout({ seconds: photoLimits.seconds })
    .autoOrient()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: new Uint8Array(data), contentType: 'image/jpeg', width: info.width, height: info.height }
}

/** What sharp calls each kind that the first bytes may promise. */
const formats = { jpeg: 'jpeg', png: 'png', webp: 'webp', avif: 'heif' } as const

/** The kind of file by its first bytes, never by name or declared type. */
function sniff(bytes: Uint8Array): keyof typeof formats | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp'
  if (head.slice(4) === 'ftypavif') return 'avif'
  return undefined
}

/** Lets at most `most` actions run at once; the others wait in order. */
function gate(most: number): <Result>(action: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (action) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await action()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
