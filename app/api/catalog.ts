import { z } from 'zod'
import { loadProduct, products } from '#models/catalog.ts'
import { servedCountries } from '#models/money/tax.ts'
import { freeCapacity } from './capacity.ts'
import { Refused } from './refusals.ts'
import { procedure, router } from './trpc.ts'

const open = procedure.meta({ roles: ['anyone'] })

export const catalogRouter = router({
  /** Every product with its published versions. */
  products: open.query(async () =>
    Promise.all(
      products.map(async ({ slug, versions, latest }) => {
        const product = await loadProduct(slug)
        return { product: slug, versions: [...versions], latest, name: product?.words['product.name'] ?? slug }
      }),
    ),
  ),

  /** One version's options with key, kind, range or values, preset or bespoke, and the defaults. */
  product: open
    .input(z.object({ product: z.string().max(40), version: z.int().positive().optional() }))
    .query(async ({ input }) => {
      const product = await loadProduct(input.product, input.version)
      if (product === undefined) throw new Refused('unknown_product', { product: input.product })
      return {
        product: product.slug,
        version: product.version,
        options: product.options.map((option) => ({ ...option, bespoke: option.withdrawal === 'bespoke' })),
        defaults: product.defaults,
        priceBook: product.priceBook.id,
      }
    }),

  /** Countries we deliver to, ISO 3166-1 alpha-2. */
  countries: open.query(() => [...servedCountries]),

  /** The business clock: its time now (ISO 8601) and how many business seconds pass in one second. */
  clock: open.query(({ ctx }) => ({
    now: new Date(ctx.platform.now()).toISOString(),
    speed: ctx.platform.clock.speed,
  })),

  /** How much each factory could still take, week by week: what the page counts its "about" date from. Times in business epoch ms. */
  capacity: open.query(({ ctx }) => freeCapacity(ctx.platform)),
})
