import type { Product } from '#models/product/product.ts'
import type { WithdrawalRight } from '#models/product/withdrawal.ts'
import { optionName } from '../customizer/wording.ts'
import { useWords } from '../words/reader.tsx'

/** Which right to withdraw there is, said before the button (Directive 2011/83/EU art. 6(1)(h) and (k)). */
export function WithdrawalNote({ product, right }: { product: Product; right: WithdrawalRight }) {
  const words = useWords()
  return (
    <section data-right={right.right}>
      <h2 className="mb-1 font-semibold">{words.say('ordering.right')}</h2>
      {right.right === 'fourteen_days' ? (
        <p className="text-soft">{words.say('ordering.rightPreset')}</p>
      ) : (
        <p className="text-soft">
          {words.say('ordering.rightBespoke', {
            because: words.list(right.because.map((key) => optionName(product, key))),
          })}{' '}
          {words.say('ordering.rightUnlessPreset')}
        </p>
      )}
    </section>
  )
}
