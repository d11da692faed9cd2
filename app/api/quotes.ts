import { z } from 'zod'
import { readOrder } from '#prisma/orders.ts'
import { listQuotes } from '#prisma/quotes.ts'
import { orderHandle } from '#workflows/client.ts'
import * as message from '#workflows/order/messages.ts'
import { onOrder } from './access.ts'
import { orderView, quoteView } from './order-view.ts'
import { Refused } from './refusals.ts'
import { router } from './trpc.ts'

export const quotesRouter = router({
  /** The quotes of the order's latest round, best first. */
  list: onOrder.query(async ({ ctx }) =>
    (await listQuotes(ctx.platform.database, ctx.order.id, Math.max(1, ctx.order.round))).map(quoteView),
  ),

  /** Picks a quote; its slot is held while one pays. Refuses `quote_expired`, `slot_gone`, `illegal_move`. */
  pick: onOrder.input(z.object({ quote: z.string().min(1).max(80) })).mutation(async ({ ctx, input }) => {
    const { platform } = ctx
    await orderHandle(platform.temporal, ctx.order.id).executeUpdate(message.pick, { args: [{ quote: input.quote }] })
    const order = await readOrder(platform.database, ctx.order.id)
    if (order === undefined) throw new Refused('unknown_order', { order: ctx.order.id })
    return orderView(platform, order)
  }),
})
