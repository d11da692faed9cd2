import { randomBytes } from 'node:crypto'
import { MaxFileSizeExceededError, parseFormData } from '@remix-run/form-data-parser'
import { refusalStatus } from '#models/order/refusals.ts'
import { readShipmentOf } from '#prisma/deliveries.ts'
import { readJob } from '#prisma/jobs.ts'
import { insertUpload } from '#prisma/uploads.ts'
import { acceptPhoto, photoLimits } from '#services/images.ts'
import { refusalWords } from '../words/refusals.ts'
import { fileFor } from './access.ts'
import type { Context } from './context.ts'
import { Refused, refusalIn } from './refusals.ts'

/** Takes one photo (multipart, field `file`): its type is read from its bytes, it is drawn anew, and what came with it is removed. */
export async function takeFile(ctx: Context): Promise<Response> {
  return answered(async () => {
    const length = Number(ctx.request.headers.get('content-length') ?? 0)
    if (length > photoLimits.bytes + 100_000) throw new Refused('too_large', { most: photoLimits.bytes })
    const id = await keepPhoto(ctx, await uploadOf(ctx.request))
    return Response.json({ file: id }, { status: 201 })
  })
}

/** Keeps one photo of the person who asks (a visitor becomes a guest) and gives its id. Refuses `too_large`, `not_an_image`. */
export async function keepPhoto(ctx: Context, bytes: Uint8Array): Promise<string> {
  const accepted = await acceptPhoto(bytes)
  if ('refused' in accepted) throw new Refused(accepted.refused)
  const owner = await ctx.someone()
  const { files, database } = ctx.platform
  const [sha256, thumbnail] = await Promise.all([
    files.put(accepted.photo.bytes, accepted.photo.contentType),
    files.put(accepted.thumbnail.bytes, accepted.thumbnail.contentType),
  ])
  const id = randomBytes(12).toString('hex')
  const { contentType, width, height } = accepted.photo
  await insertUpload(database, {
    id,
    owner: owner.id,
    sha256,
    thumbnail,
    contentType,
    bytes: accepted.photo.bytes.length,
    width,
    height,
  })
  return id
}

async function uploadOf(request: Request): Promise<Uint8Array> {
  try {
    const form = await parseFormData(request, { maxFileSize: photoLimits.bytes, maxFiles: 1 })
    const file = form.get('file')
    if (!(file instanceof File)) throw new Refused('bad_input', { field: 'file' })
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    if (error instanceof Refused) throw error
    if (error instanceof MaxFileSizeExceededError || String(error).includes('MaxFile'))
      throw new Refused('too_large', { most: photoLimits.bytes })
    throw new Refused('bad_input', { field: 'file' })
  }
}

/** Gives a photo to those who may see it; `?size=small` its thumbnail. */
export async function sendFile(ctx: Context, id: string): Promise<Response> {
  return answered(async () => {
    const query = new URL(ctx.request.url).searchParams
    const row = await fileFor(ctx, id, query.get('order') ?? undefined, query.get('key') ?? undefined)
    const stored = await ctx.platform.files.get(
      query.get('size') === 'small' ? (row.thumbnail ?? row.sha256) : row.sha256,
    )
    if (stored === undefined) throw new Refused('unknown_file', { file: id })
    return sent(stored.bytes, stored.contentType)
  })
}

/** The labels of a job's cartons, for a member of its factory. */
export async function sendLabel(ctx: Context, job: string): Promise<Response> {
  return answered(async () => {
    const [row, factory] = await Promise.all([readJob(ctx.platform.database, job), ctx.factory()])
    if (row === undefined) throw new Refused('unknown_job', { job })
    if (factory?.id !== row.factoryId) throw new Refused('not_yours', { job })
    const shipment = await readShipmentOf(ctx.platform.database, row.orderId)
    const stored = shipment?.label == null ? undefined : await ctx.platform.files.get(shipment.label)
    if (stored === undefined) throw new Refused('unknown_file', { file: job })
    return sent(stored.bytes, stored.contentType)
  })
}

function sent(bytes: Uint8Array, contentType: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': contentType,
      'content-disposition': 'inline',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    },
  })
}

async function answered(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === undefined) throw error
    return Response.json(
      { refusal: { ...refusal, words: refusalWords(refusal) } },
      { status: refusalStatus[refusal.code] },
    )
  }
}
