import type { Options } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { useWords } from '../words/reader.tsx'
import { optionWord, valueText } from './wording.ts'

/** Every choice of a configuration, read only. */
export function DesignFacts({ product, options }: { product: Product; options: Options }) {
  const words = useWords()
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6">
      {product.options.map((option) => (
        <div key={option.key} className="col-span-2 grid grid-cols-subgrid border-line border-b py-2">
          <dt className="text-soft">{optionWord(product, option.key)}</dt>
          <dd className="text-right">{valueText(product, option, options[option.key], words)}</dd>
        </div>
      ))}
    </dl>
  )
}
