import { useId, useMemo } from 'react'
import type { Refusal } from '#models/product/evaluation.ts'
import type { Product } from '#models/product/product.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/reader.tsx'
import { controlOf } from './control-of.ts'
import { fixOf } from './fix.ts'
import type { Configuration } from './use-configuration.ts'
import { fixText, optionName, refusalText } from './wording.ts'

/** Why a choice cannot be made, and the nearest change that can, as a button. Without a script the button submits the form with the fix. */
export function RefusalNote({
  product,
  configuration,
  refusal,
}: {
  product: Product
  configuration: Configuration
  refusal: Refusal
}) {
  const words = useWords()
  const told = useId()
  const { touched, take } = configuration
  const fix = useMemo(() => fixOf(product, configuration, touched), [product, configuration, touched])
  return (
    <div className="flex flex-col items-start gap-2" data-refusal={refusal.code}>
      <p>{refusalText(product, refusal)}</p>
      {fix === undefined ? (
        <p>
          {words.say('product.noFix', { options: words.list(refusal.options.map((key) => optionName(product, key))) })}
        </p>
      ) : (
        <>
          <p id={told} className="font-normal text-soft">
            {words.say(fix.proved ? 'product.fixNearest' : 'product.fixFound')}
          </p>
          <Button
            type="submit"
            name="fix"
            value={JSON.stringify(fix.change)}
            aria-describedby={told}
            className="-mt-1 py-1.5 text-left"
            onClick={(event) => {
              event.preventDefault()
              // The note goes away with its button, so the hand is led back to the control it stood beside.
              controlOf(event.currentTarget.form, touched ?? refusal.options[0])?.focus()
              take(fix.change)
            }}
          >
            {fixText(product, fix.change, words)}
          </Button>
        </>
      )}
    </div>
  )
}
