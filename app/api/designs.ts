import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { loadProduct } from '#models/catalog.ts'
import { isServed } from '#models/money/tax.ts'
import { defaultCountry, evaluate } from '#models/product/evaluate.ts'
import type { Refusal } from '#models/product/evaluation.ts'
import type { Product } from '#models/product/product.ts'
import { freeze } from '#models/product/specification.ts'
import { say } from '#models/product/words.ts'
import { type DesignRow, insertDesign, listDesigns, optionsSchema, readDesign, updateDesign } from '#prisma/designs.ts'
import { designFor } from './access.ts'
import type { Context } from './context.ts'
import { Refused } from './refusals.ts'
import { personOf, procedure, router } from './trpc.ts'

const configuration = z.object({
  product: z.string().max(40),
  version: z.int().positive(),
  options: optionsSchema.refine((options) => Object.keys(options).length <= 200, 'too many options'),
})
const designId = z.string().min(1).max(80)

async function productOf(input: { product: string; version?: number | undefined }): Promise<Product> {
  const product = await loadProduct(input.product, input.version)
  if (product === undefined) throw new Refused('unknown_product', { product: input.product })
  return product
}

/** A configuration that can be made, with its hash; refuses by the first rule that is broken. */
export async function madeOf(input: { product: string; version: number; options: unknown }) {
  const product = await productOf(input)
  const reading = evaluate(product, input.options)
  const [first] = reading.refusals
  if (first !== undefined)
    throw new Refused(refusedCode(first), { ...first.values, rule: first.code, option: first.options.join(', ') })
  return { product, options: reading.options, hash: freeze(product, reading.options).hash }
}

const refusedCode = (refusal: Refusal) => (refusal.code.startsWith('option_') ? 'option_out_of_range' : 'rule_broken')

export const designsRouter = router({
  /** Reads a configuration and writes nothing: refusals with words and fix (`nearest`: proved that no smaller one would do), price with trace, checks, hash. */
  check: procedure
    .meta({ roles: ['anyone'] })
    .input(
      configuration.extend({ country: z.string().length(2).optional(), quantity: z.int().min(1).max(500).optional() }),
    )
    .query(async ({ input }) => {
      const product = await productOf(input)
      const country = input.country ?? defaultCountry
      if (!isServed(country)) throw new Refused('not_served', { country })
      const reading = evaluate(product, input.options, { country, quantity: input.quantity ?? 1 })
      return {
        valid: reading.valid,
        options: reading.options,
        refusals: reading.refusals.map((refusal) => ({
          code: refusal.code,
          values: refusal.values,
          options: refusal.options,
          words: say(product.words, `rule.${refusal.code}`, refusal.values),
          ...(refusal.fix === undefined ? {} : { fix: refusal.fix, nearest: refusal.nearest === true }),
        })),
        price: reading.price,
        checks: reading.checks,
        hash: reading.valid ? freeze(product, reading.options).hash : null,
      }
    }),

  /** Makes a design, or changes one's own. A design of somebody else is `not_yours`: fork it. */
  save: procedure
    .meta({ roles: ['guest'], object: { noun: 'design', input: 'id' } })
    .input(configuration.extend({ id: designId.optional() }))
    .mutation(async ({ ctx, input }) => {
      const made = await madeOf(input)
      const owner = personOf(ctx).id
      const values = { owner, version: input.version, options: made.options, hash: made.hash }
      const { database } = ctx.platform
      const known = input.id === undefined ? undefined : await readDesign(database, input.id)
      // An id made by the browser while it was offline is kept: the link that was shown stays true.
      const id = known?.id ?? newId(input.id)
      const row =
        (known === undefined ? await insertDesign(database, { ...values, id, product: input.product }) : undefined) ??
        (await updateDesign(database, { ...values, id }))
      if (row === undefined) throw new Refused('not_yours', { design: id })
      return saved(ctx, row)
    }),

  /** Anybody with the link may see a design. */
  get: procedure
    .meta({ roles: ['anyone'] })
    .input(z.object({ id: designId }))
    .query(async ({ ctx, input }) => {
      const row = await designFor(ctx, input.id)
      return {
        ...saved(ctx, row),
        mine: ctx.person?.id === row.ownerId,
        forkedFrom: row.forkedFrom,
        updatedAt: row.updatedAt.toISOString(),
      }
    }),

  /** A copy of one's own of any design one has the link of. */
  fork: procedure
    .meta({ roles: ['guest'] })
    .input(z.object({ id: designId }))
    .mutation(async ({ ctx, input }) => {
      const row = await designFor(ctx, input.id)
      const { product, version, options, hash } = row
      const copy = { id: newId(), owner: personOf(ctx).id, product, version, options, hash, forkedFrom: row.id }
      const made = await insertDesign(ctx.platform.database, copy)
      if (made === undefined) throw new Error(`Two designs were given the id ${copy.id}`)
      return saved(ctx, made)
    }),

  /** One's own designs, the last changed first. */
  mine: procedure.meta({ roles: ['guest'] }).query(async ({ ctx }) => {
    const rows = await listDesigns(ctx.platform.database, personOf(ctx).id)
    return rows.map((row) => ({ ...saved(ctx, row), updatedAt: row.updatedAt.toISOString() }))
  }),
})

/** 96 random bits, in letters that survive being read aloud badly. A proposal is taken when it has that form. */
function newId(proposed?: string): string {
  return proposed !== undefined && /^[0-9a-f]{24}$/.test(proposed) ? proposed : randomBytes(12).toString('hex')
}

function saved(ctx: Context, row: DesignRow) {
  const { id, product, version, options, hash } = row
  return { id, url: `${ctx.platform.environment.web.origin}/d/${id}`, product, version, options, hash }
}
