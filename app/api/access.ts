import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { readDesign } from '#prisma/designs.ts'
import { readJob } from '#prisma/jobs.ts'
import { type OrderRow, readOrder } from '#prisma/orders.ts'
import { readRequest } from '#prisma/quotes.ts'
import { factoriesShowing, ordersShowing, readUpload } from '#prisma/uploads.ts'
import type { Context } from './context.ts'
import { Refused } from './refusals.ts'
import { procedure } from './trpc.ts'

const id = z.string().min(1).max(80)

/** An order as its shopper (or an operator) may see and change it: by session, or by the unguessable key of its link. */
export async function orderFor(ctx: Context, order: string, key: string | undefined): Promise<OrderRow> {
  const row = await readOrder(ctx.platform.database, order)
  if (row === undefined) throw new Refused('unknown_order', { order })
  const mine = ctx.person !== undefined && (ctx.person.id === row.ownerId || ctx.person.role === 'operator')
  if (!mine && !(key !== undefined && sameText(key, row.accessKey))) throw new Refused('not_yours', { order })
  return row
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Procedures on one order by its shopper; `key` is the one of the order's link. */
export const onOrder = procedure
  .meta({ roles: ['anyone'], object: { noun: 'order', input: 'order' } })
  .input(z.object({ order: id, key: z.string().max(80).optional() }))
  .use(async ({ ctx, input, next }) => next({ ctx: { order: await orderFor(ctx, input.order, input.key) } }))

/** Procedures on one job by a member of its factory. */
export const onJob = procedure
  .meta({ roles: ['factory'], object: { noun: 'job', input: 'job' } })
  .input(z.object({ job: id }))
  .use(async ({ ctx, input, next }) => {
    const [job, factory] = await Promise.all([readJob(ctx.platform.database, input.job), ctx.factory()])
    if (job === undefined) throw new Refused('unknown_job', { job: input.job })
    if (factory === undefined || factory.id !== job.factoryId) throw new Refused('not_yours', { job: input.job })
    return next({ ctx: { job, ownFactory: factory } })
  })

/** Procedures on one quote request by a member of the factory that was asked. */
export const onRequest = procedure
  .meta({ roles: ['factory'], object: { noun: 'request', input: 'request' } })
  .input(z.object({ request: id }))
  .use(async ({ ctx, input, next }) => {
    const [request, factory] = await Promise.all([readRequest(ctx.platform.database, input.request), ctx.factory()])
    if (request === undefined) throw new Refused('unknown_request', { request: input.request })
    if (factory === undefined || factory.id !== request.factoryId)
      throw new Refused('not_yours', { request: input.request })
    return next({ ctx: { quoteRequest: request, ownFactory: factory } })
  })

/** A factory's own lists. */
export const asFactory = procedure.meta({ roles: ['factory'] }).use(async ({ ctx, next }) => {
  const factory = await ctx.factory()
  if (factory === undefined) throw new Refused('wrong_role')
  return next({ ctx: { ownFactory: factory } })
})

/** A design: everybody with the link may see it. */
export async function designFor(ctx: Context, design: string) {
  const row = await readDesign(ctx.platform.database, design)
  if (row === undefined) throw new Refused('unknown_design', { design })
  return row
}

/** A file: who uploaded it, operators, colleagues at the factory whose work it shows, and whoever may see an order that shows it. */
export async function fileFor(ctx: Context, file: string, order: string | undefined, key: string | undefined) {
  const row = await readUpload(ctx.platform.database, file)
  if (row === undefined) throw new Refused('unknown_file', { file })
  const { person } = ctx
  if (person !== undefined && (person.id === row.ownerId || person.role === 'operator')) return row
  const factory = await ctx.factory()
  if (factory !== undefined && (await factoriesShowing(ctx.platform.database, file)).includes(factory.id)) return row
  const shownBy = await ordersShowing(ctx.platform.database, file)
  if (order === undefined || !shownBy.includes(order)) throw new Refused('not_yours', { file })
  await orderFor(ctx, order, key)
  return row
}
