import { Link } from 'react-router'
import { cheaperWay } from '#models/product/cheaper-way.ts'
import type { Options } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { queryOf } from '../customizer/reading.ts'
import { choiceWord } from '../customizer/wording.ts'
import { useWords } from '../words/reader.tsx'

/** That another way of making the same thing costs less for so many pieces, and the way there; nothing when the one chosen is the cheapest. */
export function CheaperWay({
  product,
  options,
  country,
  quantity,
}: {
  product: Product
  options: Options
  country: string
  quantity: number
}) {
  const { say } = useWords()
  const way = cheaperWay(product, options, { country, quantity })
  if (way === undefined || product.ways === undefined) return null
  const word = choiceWord(product, product.ways, String(way.value))
  return (
    <section data-cheaper={String(way.value)}>
      <h2 className="mb-1 font-semibold">{say('ordering.cheaper')}</h2>
      <p className="text-soft">
        {say('ordering.cheaperWhat', {
          way: word,
          count: quantity,
          saved: { amount: way.saves, currency: way.price.currency },
        })}
      </p>
      <Link
        to={`/p/${product.slug}?${queryOf(way.options, product.defaults)}`}
        className="flex min-h-11 items-center text-mat-strong underline underline-offset-4"
      >
        {say('ordering.cheaperTake')}
      </Link>
    </section>
  )
}
