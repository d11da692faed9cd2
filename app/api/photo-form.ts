import { FormDataParseError, MultipartParseError, parseFormData } from '@remix-run/form-data-parser'
import { photoLimits } from '#services/images.ts'
import { Refused } from './refusals.ts'

/** Reads a form with at most one photo, never holding more of it than a photo may have. Refuses `too_large`, `bad_input`. */
export async function readPhotoForm(request: Request): Promise<Readonly<Record<string, FormDataEntryValue>>> {
  try {
    return Object.fromEntries(await parseFormData(request, { maxFiles: 1, maxFileSize: photoLimits.bytes }))
  } catch (error) {
    if (error instanceof MultipartParseError) throw new Refused('too_large', { most: photoLimits.bytes })
    if (error instanceof FormDataParseError) throw new Refused('bad_input', { field: 'photo' })
    throw error
  }
}
