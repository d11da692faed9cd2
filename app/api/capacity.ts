import { loadProduct, products } from '#models/catalog.ts'
import { undercuts } from '#models/market/undercuts.ts'
import { deadlines } from '#models/order/deadlines.ts'
import type { Interval } from '#models/planning/interval.ts'
import { summarise } from '#models/planning/summarise.ts'
import type { FactorySummary } from '#models/planning/summary.ts'
import type { PriceBook } from '#models/product/product.ts'
import { readBusy } from '#prisma/bookings.ts'
import { type KnownFactory, listFactories } from '#prisma/factories.ts'
import type { Platform } from './platform.ts'

/** A summary is an estimate ("about"): it may be this old, in wall ms. */
const freshMs = 5_000
/** How far ahead a page looks. */
const days = 120

let known: { at: number; answer: Promise<Capacity> } | undefined

/** `at` is the business time the summaries were made at, epoch ms. */
export type Capacity = { readonly at: number; readonly factories: readonly FactorySummary[] }

/** The free capacity of all factories as the page needs it; made once every few seconds for everybody. */
export function freeCapacity(platform: Platform): Promise<Capacity> {
  const wall = Date.now()
  if (known === undefined || wall - known.at > freshMs) {
    known = { at: wall, answer: summaries(platform) }
    known.answer.catch(() => {
      known = undefined
    })
  }
  return known.answer
}

async function summaries({ database, now }: Platform): Promise<Capacity> {
  const at = now()
  const factories = (await listFactories(database)).filter((factory) => factory.bidding === 'automatic')
  const busy = await readBusy(database, { factories: factories.map(({ profile }) => profile.id), from: at, at })
  const books = await publishedBooks()
  return {
    at,
    factories: factories.flatMap((factory) => {
      const { rateCard, country } = factory.profile
      const keeps = (book: PriceBook) => book.origin === country && undercuts(rateCard, book.card)
      const reference = books.some((versions) => versions.every(keeps))
      return summaryOf(factory, busy, at, reference) ?? []
    }),
  }
}

/** The price books that pages show, by product: those of every published version, since a design keeps its own. */
function publishedBooks(): Promise<PriceBook[][]> {
  return Promise.all(
    products.map(async ({ slug, versions }) => {
      const loaded = await Promise.all(versions.map((version) => loadProduct(slug, version)))
      return loaded.flatMap((product) => product?.priceBook ?? [])
    }),
  )
}

function summaryOf(
  { profile, resources }: KnownFactory,
  busy: ReadonlyMap<string, readonly Interval[]>,
  at: number,
  reference: boolean,
): FactorySummary | undefined {
  const [first] = resources
  if (first === undefined) return undefined
  const { id, country, leadTime } = profile
  return summarise({
    factory: id,
    country,
    reference,
    calendar: first.calendar,
    resources,
    busy,
    from: at + deadlines.decision,
    days,
    ...leadTime,
  })
}
