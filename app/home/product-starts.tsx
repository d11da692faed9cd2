import { Link } from 'react-router'
import { evaluate } from '#models/product/evaluate.ts'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { DrawingView } from '../customizer/drawing-view.tsx'
import { queryOf } from '../customizer/reading.ts'
import { briefly } from '../customizer/wording.ts'
import { Price } from '../ui/figures.tsx'
import { useWords } from '../words/reader.tsx'
import { starts } from './starts.ts'

/** What can be shaped: each product with a few places to start from, drawn to one scale of interest. */
export function ProductStarts({ product, country }: { product: Product; country: string }) {
  const { say } = useWords()
  return (
    <section aria-labelledby={`start-${product.slug}`} className="mx-auto w-full max-w-7xl px-4 py-16 sm:px-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8">
        <h2 id={`start-${product.slug}`} className="text-head">
          {sayOf(product.words, 'product.name')}
        </h2>
        <p className="text-soft">{sayOf(product.words, 'product.line')}</p>
      </div>
      <ul className="mt-8 grid gap-x-6 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
        {(starts[product.slug] ?? []).map((start) => {
          const { options, make, price } = evaluate(product, { ...product.defaults, ...start }, { country })
          const text = briefly(product, options)
          return (
            <li key={text} className="min-w-0">
              <Link to={`/p/${product.slug}?${queryOf(options, product.defaults)}`} className="group block rounded">
                <span className="relative block h-72 overflow-hidden border border-line bg-ground transition-colors group-hover:border-ink">
                  <span className="absolute inset-6">
                    <DrawingView make={make} views="front" label="" />
                  </span>
                </span>
                <span className="mt-3 flex items-baseline justify-between gap-4">
                  <span className="min-w-0 group-hover:underline">{text}</span>
                  <Price money={price} className="shrink-0 font-semibold" />
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      <p className="mt-6 text-fine text-soft">{say('home.startsWhat')}</p>
    </section>
  )
}
