import { useMemo } from 'react'
import type { Refusal } from '#models/product/evaluation.ts'
import type { Options } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/reader.tsx'
import { fixText, optionWord, refusalText } from './wording.ts'

/** Why a choice cannot be made, and the nearest change that can, as a button. Without a script the button submits the form with the fix. */
export function RefusalNote({
  product,
  refusal,
  onFix,
}: {
  product: Product
  refusal: Refusal
  onFix: (fix: Options) => void
}) {
  const words = useWords()
  const fix = useMemo(() => refusal.fix, [refusal])
  return (
    <div className="flex flex-col items-start gap-2" data-refusal={refusal.code}>
      <p>{refusalText(product, refusal)}</p>
      {fix === undefined ? (
        <p>
          {words.say('product.noFix', { options: words.list(refusal.options.map((key) => optionWord(product, key))) })}
        </p>
      ) : (
        <Button
          type="submit"
          name="fix"
          value={JSON.stringify(fix)}
          className="text-left"
          onClick={(event) => {
            event.preventDefault()
            onFix(fix)
          }}
        >
          {words.say('product.fix', { change: fixText(product, fix, words) })}
        </Button>
      )}
    </div>
  )
}
