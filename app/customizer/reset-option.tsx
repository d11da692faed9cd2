import { RotateCcw } from 'lucide-react'
import { standingOf } from '#models/product/allowed.ts'
import type { Option, Options } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/reader.tsx'
import type { Given } from './reading.ts'
import { taken } from './taken.ts'
import { optionName, valueText } from './wording.ts'

/** Sets one option back to what the product opens with, and whatever that needs. Only there while it is another. */
export function ResetOption({
  product,
  option,
  given,
  options,
  onTake,
}: {
  product: Product
  option: Option
  given: Given
  options: Options
  onTake: (changes: Given, touched: string) => void
}) {
  const words = useWords()
  const usual = product.defaults[option.key]
  if (usual === undefined || String(given[option.key]) === String(usual)) return null
  const label = words.say('product.resetOne', {
    option: optionName(product, option.key),
    value: valueText(product, option, usual, words),
  })
  return (
    <IconButton
      label={label}
      className="needs-script absolute -top-4 right-0 text-soft hover:text-ink"
      onClick={() => onTake(taken(standingOf(product, options, option.key, usual), option.key), option.key)}
    >
      <RotateCcw className="size-4" aria-hidden="true" />
    </IconButton>
  )
}
