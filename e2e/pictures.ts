import sharp from 'sharp'

/** A photo as a phone takes it, larger than what travels: a JPEG of some megabytes that no other call gives. */
export async function takePicture(width = 2600, height = 1950) {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const picture = sharp({ create: { width, height, channels: 3, background: '#c9a06a', noise } })
  return { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer: await picture.jpeg({ quality: 88 }).toBuffer() }
}
