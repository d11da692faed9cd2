/** Longer edge of a photo that is sent, px: enough to see a glue line, a tenth of what a phone takes. */
const longest = 2000
/** A photo this small travels as it is, bytes. */
const smallEnough = 600_000

/** The size that fits, in the same proportion; the same where it fits already. */
export function fitInto(width: number, height: number, most: number): { width: number; height: number } {
  const factor = Math.min(1, most / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) }
}

/** A smaller JPEG of a photo; the photo itself where a browser cannot make one. */
export async function shrinkPhoto(file: File): Promise<File> {
  if (file.size <= smallEnough) return file
  try {
    const picture = await createImageBitmap(file)
    const { width, height } = fitInto(picture.width, picture.height, longest)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
    picture.close()
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82))
    if (blob === null || blob.size >= file.size) return file
    return new File([blob], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' })
  } catch {
    // A format this browser cannot draw: the server reads it, or says why not.
    return file
  }
}
