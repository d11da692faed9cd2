import { initTRPC, TRPCError } from '@trpc/server'
import { refusalWords } from '../words/refusals.ts'
import type { Context } from './context.ts'
import { limited } from './limits.ts'
import { Refused, refusalIn, trpcCodeOf } from './refusals.ts'

/** Who may call a procedure at all, and which object it touches; the test of foreign access is generated from this. */
export type Meta = {
  /** `anyone` needs no session; `guest` gets an anonymous account when there is none */
  readonly roles: readonly ('anyone' | 'guest' | 'shopper' | 'factory' | 'operator')[]
  /** the noun of the object that `input` names; access is checked in `access.ts` */
  readonly object?: { readonly noun: 'design' | 'order' | 'quote' | 'request' | 'job' | 'file'; readonly input: string }
  /** counts against the tight limit of costly calls */
  readonly costly?: boolean
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    defaultMeta: { roles: [] },
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 45_000 } },
    errorFormatter({ shape, error }) {
      const refusal = refusalIn(error)
      if (refusal === undefined) {
        // A fault: the caller learns that it was ours, and nothing of how.
        const known = error.code !== 'INTERNAL_SERVER_ERROR'
        return {
          ...shape,
          message: known ? shape.message : 'Something failed on our side. Try again: nothing is done twice.',
          data: { ...shape.data, stack: undefined },
        }
      }
      return {
        ...shape,
        message: refusal.code,
        data: { ...shape.data, stack: undefined, refusal: { ...refusal, words: refusalWords(refusal) } },
      }
    },
  })

export const { router, createCallerFactory } = t

/** Turns refusals into tRPC's codes, so that each has its 4xx status; logs what is a fault. */
const named = t.middleware(async ({ ctx, next, path }) => {
  const result = await next()
  if (result.ok) return result
  const refusal = refusalIn(result.error)
  if (refusal !== undefined) {
    throw new TRPCError({ code: trpcCodeOf(refusal.code), cause: new Refused(refusal.code, refusal.values) })
  }
  if (result.error.code === 'INTERNAL_SERVER_ERROR')
    ctx.platform.log.error({ err: result.error.cause ?? result.error, path }, 'A procedure failed')
  return result
})

/** Roles, in one place for all procedures. */
const admitted = t.middleware(async ({ ctx, meta, next, path, type }) => {
  const roles = meta?.roles ?? []
  await limited(ctx, { path, costly: meta?.costly === true, changes: type === 'mutation' })
  if (roles.includes('anyone')) return next()
  if (roles.includes('guest') && ctx.person === undefined) await ctx.someone()
  const { person } = ctx
  if (person === undefined) throw new Refused('not_signed_in')
  if (person.role === 'operator' && roles.includes('operator')) return next()
  if (roles.includes('guest') || (roles.includes('shopper') && person.role !== 'guest')) return next()
  if (roles.includes('factory') && (await ctx.factory()) !== undefined) return next()
  throw new Refused('wrong_role')
})

/** What every procedure is made of. */
export const procedure = t.procedure.use(named).use(admitted)

/** The person of a procedure that only signed-in people (guests among them) may call. */
export function personOf(ctx: Context) {
  if (ctx.person === undefined) throw new Refused('not_signed_in')
  return ctx.person
}
