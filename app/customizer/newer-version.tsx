import type { Price } from '#models/product/evaluation.ts'
import type { Product } from '#models/product/product.ts'
import { sayChange } from '#models/product/say-change.ts'
import type { UpgradeOffer } from '#models/product/upgrade-offer.ts'
import { say as sayOf, small } from '#models/product/words.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/reader.tsx'
import { optionName } from './wording.ts'

/** What a page tells of a newer version of a product: told in words already, so that it needs nothing of that version. */
export type NewerVersion = {
  /** what one may decide there, and could not before */
  readonly news: readonly string[]
  /** what would be otherwise: choices that had to change, kinds of parts that come out otherwise */
  readonly changes: readonly string[]
  readonly parts: readonly string[]
  readonly before: Pick<Price, 'amount' | 'currency'>
  readonly after: Pick<Price, 'amount' | 'currency'>
}

/** An offer in the words of the version it leads to. */
export function newerVersion(to: Product, { news, changes, parts, before, after }: UpgradeOffer): NewerVersion {
  return {
    news: news.map((key) => optionName(to, key)),
    changes: changes.map((change) => sayChange(to.words, change)),
    parts: parts.map((kind) => small(sayOf(to.words, `part.${kind}`))),
    before: { amount: before.amount, currency: before.currency },
    after: { amount: after.amount, currency: after.currency },
  }
}

/**
 * A plain note that there is a newer version, what taking the design over changes in shape and price, and the button that does. It sends the form
 * as it stands, also without a script. Once the design is changed here, its price there is no longer the one that was told.
 */
export function NewerVersionNote({ offer, isAsTold }: { offer: NewerVersion; isAsTold: boolean }) {
  const { say, list, money, moneyChange } = useWords()
  const { news, changes, parts, before, after } = offer
  const amount = after.amount - before.amount
  const shape = [...changes, ...parts]
  return (
    <aside className="my-3 border-mark border-l-4 bg-raised py-3 pr-3 pl-4" data-newer-version>
      <p className="font-semibold">{say('product.newer')}</p>
      <p className="mt-1 text-fine text-soft">{say('product.newerNews', { news: list(news) })}</p>
      <p className="mt-1 text-fine">
        {shape.length === 0 ? say('product.newerSameShape') : say('product.newerOtherShape', { what: list(shape) })}{' '}
        {isAsTold &&
          (amount === 0
            ? say('product.newerSamePrice', { price: money(after) })
            : say('product.newerOtherPrice', {
                price: money(after),
                change: moneyChange({ amount, currency: after.currency }),
              }))}
      </p>
      <Button type="submit" name="wish" value="upgrade" formMethod="post" className="mt-3">
        {say('product.newerTake')}
      </Button>
    </aside>
  )
}
