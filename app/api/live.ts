import { tracked } from '@trpc/server'
import { z } from 'zod'
import type { EventKind } from '#models/order/events.ts'
import { currentCursor, cursorPattern, type OutboxEvent } from '#prisma/events.ts'
import { orderFor } from './access.ts'
import type { Context } from './context.ts'
import type { Interest } from './live-reader.ts'
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

/** A topic by its name, with what to listen for and which of the events heard are of it. */
type Rule = {
  readonly name: string
  readonly interests: readonly Interest[]
  readonly covers: (event: OutboxEvent) => boolean
}

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
      const follow = ctx.platform.live.follow({
        cursor: input.lastEventId ?? undefined,
        interests: rules.flatMap(({ interests }) => interests),
        signal: signal ?? new AbortController().signal,
      })
      for await (const event of follow) {
        const topics = rules.filter(({ covers }) => covers(event)).map(({ name }) => name)
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

/** What a topic lets one hear; refuses topics of others. */
async function ruleOf(ctx: Context, name: string, keys: Readonly<Record<string, string>>): Promise<Rule> {
  const [noun, id] = name.split('/')
  if (noun === 'order' && id !== undefined) {
    await orderFor(ctx, id, keys[id])
    return { name, interests: [`order/${id}`], covers: (event) => event.order === id }
  }
  if (noun === 'line') return { name, interests: lineKinds.map((kind) => `kind/${kind}` as const), covers: isOnTheLine }
  if (ctx.person === undefined) throw new Refused('not_signed_in')
  const person = ctx.person
  if (noun === 'mine') return { name, interests: [`owner/${person.id}`], covers: (event) => event.owner === person.id }
  if (noun === 'operators') {
    if (person.role !== 'operator') throw new Refused('wrong_role')
    return { name, interests: ['everything'], covers: () => true }
  }
  const factory = await ctx.factory()
  if (factory === undefined) throw new Refused('wrong_role')
  return { name, interests: [`factory/${factory.id}`], covers: (event) => event.factory === factory.id }
}

const lineKinds: readonly EventKind[] = ['accepted', 'operation_started', 'operation_finished', 'shipped', 'delivered']
const isOnTheLine = ({ kind }: OutboxEvent): boolean => lineKinds.includes(kind)
