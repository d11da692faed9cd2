import { ChevronDown } from 'lucide-react'
import type { Price } from '#models/product/evaluation.ts'
import { PriceTrace } from '../customizer/price-trace.tsx'
import { useWords } from '../words/reader.tsx'
import { useOrderScene } from './order-scene.tsx'

/** Every line of a price, closed until asked for. */
export function PriceLines({ price }: { price: Price }) {
  const { product } = useOrderScene()
  const { say } = useWords()
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 items-center gap-2 font-medium text-mat-strong underline underline-offset-4">
        {say('order.priceLines')}
        <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <div className="max-w-lg pt-2 pb-4">
        <PriceTrace product={product} price={price} />
      </div>
    </details>
  )
}
