import { z } from 'zod'
import { declineReasons, writeReason } from '#models/order/decline-reasons.ts'
import { pauseReasons } from '#models/order/pause-reasons.ts'
import type { PageContext } from './caller.ts'

const id = z.string().min(1).max(80)
const reason = z.object({ reason: z.enum(declineReasons), words: z.string().trim().max(900).default('') })

const inboxForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('bid'), request: id, amount: z.coerce.number().int(), deliverBy: z.iso.datetime() }),
  z.object({ act: z.literal('decline'), request: id, ...reason.shape }),
  z.object({ act: z.literal('accept'), job: id }),
  z.object({ act: z.literal('refuse'), job: id, ...reason.shape }),
])

const jobForm = z.discriminatedUnion('act', [
  z.object({ act: z.literal('start'), job: id, operation: id }),
  z.object({ act: z.literal('pause'), job: id, operation: id, reason: z.enum(pauseReasons) }),
  z.object({ act: z.literal('finish'), job: id, operation: id, note: z.string().trim().max(1000).default('') }),
  z.object({ act: z.literal('ship'), job: id }),
])

/** What a form of the portal has done. */
export type FactoryAct = z.infer<typeof inboxForm>['act'] | z.infer<typeof jobForm>['act']
export type Acted = { readonly act: FactoryAct; readonly of: string }

/** Answers a request or a won job. `given` holds the form's fields, already read where people type them freely. */
export async function actInInbox({ api }: PageContext, given: Readonly<Record<string, unknown>>): Promise<Acted> {
  const form = inboxForm.parse(given)
  switch (form.act) {
    case 'bid': {
      const { request, amount, deliverBy } = form
      await api.jobs.bid({ request, price: { amount, currency: 'EUR' }, deliverBy })
      return { act: form.act, of: request }
    }
    case 'decline':
      await api.jobs.decline({ request: form.request, reason: writeReason(form.reason, form.words) })
      return { act: form.act, of: form.request }
    case 'accept':
      await api.jobs.accept({ job: form.job })
      return { act: form.act, of: form.job }
    case 'refuse':
      await api.jobs.refuse({ job: form.job, reason: writeReason(form.reason, form.words) })
      return { act: form.act, of: form.job }
  }
}

/** Starts, pauses, finishes an operation, or hands the job over. A photo that came with it is kept first. */
export async function actOnJob(context: PageContext, given: Readonly<Record<string, unknown>>): Promise<Acted> {
  const { api } = context
  const form = jobForm.parse(given)
  const of = form.job
  switch (form.act) {
    case 'start':
      await api.jobs.start({ job: of, operation: form.operation })
      return { act: form.act, of }
    case 'pause':
      await api.jobs.pause({ job: of, operation: form.operation, reason: form.reason })
      return { act: form.act, of }
    case 'finish': {
      const photo = await photoOf(context, given.photo)
      const note = form.note === '' ? {} : { note: form.note }
      await api.jobs.finish({ job: of, operation: form.operation, ...note, ...photo })
      return { act: form.act, of }
    }
    case 'ship':
      await api.jobs.ship({ job: of })
      return { act: form.act, of }
  }
}

/** A browser sends an empty file where none was chosen. */
async function photoOf(context: PageContext, file: unknown): Promise<{ photo?: string }> {
  if (!(file instanceof File) || file.size === 0) return {}
  return { photo: await context.keepPhoto(new Uint8Array(await file.arrayBuffer())) }
}
