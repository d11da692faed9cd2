import { tracked } from '@trpc/server'
import { z } from 'zod'
import { currentCursor, cursorPattern, type OutboxEvent } from '#prisma/events.ts'
import { orderFor } from './access.ts'
import type { Context } from './context.ts'
import { Refused } from './refusals.ts'
import { procedure, router } from './trpc.ts'

/**
 * What a tab can watch: `order/<id>` (one order), `mine` (all one's orders), `factory` (all of one's factory),
 * `line` (that something moved somewhere, nothing more), `operators` (everything, for operators).
 */
const topic = z
  .string()
  .max(100)
  .regex(/^(order\/[\w-]+|mine|factory|line|operators)$/)

type Wanted = (event: OutboxEvent) => string | undefined

export const liveRouter = router({
  /** The place in the order of events now. A page reads it before what it shows, and follows from there without a gap. */
  cursor: procedure
    .meta({ roles: ['anyone'] })
    .query(async ({ ctx }) => ({ cursor: await currentCursor(ctx.platform.database.pool) })),

  /**
   * The one subscription of a tab. Every event has an id; a client that comes back with its last one misses nothing.
   * An event that several topics let through comes once: `topic` is the first of them, `topics` are all.
   */
  changes: procedure
    .meta({ roles: ['anyone'] })
    .input(
      z.object({
        topics: z.array(topic).min(1).max(50),
        /** keys of orders' links, by order */
        keys: z.record(z.string(), z.string().max(80)).optional(),
        lastEventId: z.string().regex(cursorPattern).nullish(),
      }),
    )
    .subscription(async function* ({ ctx, input, signal }) {
      const rules = await Promise.all(input.topics.map((name) => ruleOf(ctx, name, input.keys ?? {})))
      const topicsOf = (event: OutboxEvent) => rules.flatMap((rule) => rule(event) ?? [])
      const follow = ctx.platform.live.follow({
        cursor: input.lastEventId ?? undefined,
        wanted: (event) => rules.some((rule) => rule(event) !== undefined),
        signal: signal ?? new AbortController().signal,
      })
      for await (const event of follow) {
        const topics = topicsOf(event)
        const open = topics.some((name) => name !== 'line')
        yield tracked(event.cursor, {
          topic: topics[0] ?? '',
          topics,
          kind: event.kind,
          at: event.at.toISOString(),
          ...(open ? { order: event.order, data: event.data } : {}),
        })
      }
    }),
})

/** Which events a topic lets through; refuses topics of others. */
async function ruleOf(ctx: Context, name: string, keys: Readonly<Record<string, string>>): Promise<Wanted> {
  const [noun, id] = name.split('/')
  if (noun === 'order' && id !== undefined) {
    await orderFor(ctx, id, keys[id])
    return (event) => (event.order === id ? name : undefined)
  }
  if (noun === 'line') return (event) => (lineKinds.has(event.kind) ? name : undefined)
  if (ctx.person === undefined) throw new Refused('not_signed_in')
  const person = ctx.person
  if (noun === 'mine') return (event) => (event.owner === person.id ? name : undefined)
  if (noun === 'operators') {
    if (person.role !== 'operator') throw new Refused('wrong_role')
    return () => name
  }
  const factory = await ctx.factory()
  if (factory === undefined) throw new Refused('wrong_role')
  return (event) => (event.factory === factory.id ? name : undefined)
}

const lineKinds: ReadonlySet<string> = new Set([
  'accepted',
  'operation_started',
  'operation_finished',
  'shipped',
  'delivered',
])
