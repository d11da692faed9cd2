import { loadProduct } from '#models/catalog.ts'
import { isWorkCentre } from '#models/product/routing.ts'
import { between, chance } from './chance.ts'
import { type Act, isPhotographed, type Job, type JobOperation, type QuoteRequest } from './decide.ts'
import { takePhoto } from './photo/photo.ts'
import { declineReason, noteOn, pauseReason, refuseReason } from './phrases.ts'
import type { Session } from './session.ts'
import type { Temper } from './temper.ts'

const day = 86_400_000

/**
 * Does one thing through the public API. Gives the job as it stands then; undefined when the factory has no more to do with it.
 * Throws what the API answers, its refusals included.
 */
export async function perform({ api, upload }: Session, act: Act, temper: Temper): Promise<Job | undefined> {
  switch (act.kind) {
    case 'bid':
      await bid(api, act.request)
      return undefined
    case 'decline':
      await api.jobs.decline.mutate({ request: act.request.request, reason: declineReason(act.request.request) })
      return undefined
    case 'accept':
      return api.jobs.accept.mutate({ job: act.job.job })
    case 'refuse':
      await api.jobs.refuse.mutate({ job: act.job.job, reason: refuseReason(act.job.job) })
      return undefined
    case 'ship':
      await api.jobs.ship.mutate({ job: act.job.job })
      return undefined
    case 'start':
      return api.jobs.start.mutate({ job: act.job.job, operation: act.operation.operation })
    case 'pause': {
      const reason = pauseReason(act.job.job, act.operation.operation)
      return api.jobs.pause.mutate({ job: act.job.job, operation: act.operation.operation, reason })
    }
    case 'finish':
      return finish({ api, upload }, act.job, act.operation, temper)
  }
}

async function finish(
  { api, upload }: Pick<Session, 'api' | 'upload'>,
  job: Job,
  operation: JobOperation,
  temper: Temper,
): Promise<Job> {
  const { operation: key, workCentre } = operation
  if (temper === 'instant' || !isWorkCentre(workCentre)) return api.jobs.finish.mutate({ job: job.job, operation: key })
  const note = chance(job.job, key, 'noted') < 0.7 ? noteOn(job.job, key, workCentre) : undefined
  const photo = isPhotographed(job, operation, temper) ? await photograph(upload, job, key, workCentre) : undefined
  return api.jobs.finish.mutate({ job: job.job, operation: key, note, photo })
}

async function photograph(
  upload: Session['upload'],
  job: Job,
  operation: string,
  workCentre: Parameters<typeof takePhoto>[0]['workCentre'],
): Promise<string | undefined> {
  const product = await loadProduct(job.product, job.version)
  if (product === undefined) return undefined
  const make = product.make(job.options)
  return upload(await takePhoto({ job: job.job, operation, workCentre, hash: job.hash, make }), 'image/png')
}

/** About the price of one's own rate card, and the earliest date that one's plan allows with a little room; without room for it, no. */
async function bid(api: Session['api'], { request }: QuoteRequest): Promise<void> {
  const { price, earliest } = await api.jobs.request.query({ request })
  if (earliest === null) {
    await api.jobs.decline.mutate({ request, reason: 'full' })
    return
  }
  const amount = Math.round(price.amount * between(0.95, 1.12, request, 'price'))
  const deliverBy = Date.parse(earliest.deliverBy) + day * Math.floor(between(0, 4, request, 'room'))
  await api.jobs.bid.mutate({
    request,
    price: { amount, currency: price.currency },
    deliverBy: new Date(deliverBy).toISOString(),
  })
}
