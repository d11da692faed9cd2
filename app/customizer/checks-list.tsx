import type { Check } from '#models/product/evaluation.ts'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { StateWord } from '../ui/state-word.tsx'
import { useWords } from '../words/reader.tsx'

/** What was checked before anyone pays, and how it came out. */
export function ChecksList({ product, checks }: { product: Product; checks: readonly Check[] }) {
  const { say } = useWords()
  return (
    <ul className="flex flex-col gap-2">
      {checks.map((check) => (
        <li key={check.code} data-check={check.code}>
          <StateWord shape={check.ok ? 'done' : 'late'} className="items-start font-normal">
            <span>
              <span className="sr-only">{say(check.ok ? 'product.checkOk' : 'product.checkBroken')}: </span>
              {sayOf(product.words, `check.${check.code}${check.ok ? '' : '.failed'}`, check.values)}
            </span>
          </StateWord>
        </li>
      ))}
    </ul>
  )
}
