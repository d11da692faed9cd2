import { useEffect } from 'react'
import type { Product } from '#models/product/product.ts'
import { useAnnounce } from '../ui/live-region.tsx'
import { useWords } from '../words/reader.tsx'
import type { About } from './use-about.ts'
import type { Configuration } from './use-configuration.ts'
import { briefly, priceChangeText, refusalText } from './wording.ts'

/** Says what a change came to: what it did to the price and why, the whole, the price and the day; or why it cannot be made. */
export function useSaidAloud(product: Product, configuration: Configuration, date: About): void {
  const words = useWords()
  const announce = useAnnounce()
  const { options, refusals, price, change, act, revision } = configuration
  const { say } = words
  const what = briefly(product, options)
  const [first] = refusals
  const reason = first && refusalText(product, first)
  const why = change && change.options.length > 0 ? priceChangeText(product, change, words) : undefined
  const at = date.state === 'known' ? date.at : undefined

  const result = reason
    ? say('product.announceRefused', { what, reason })
    : why
      ? say('product.announceChange', { change: why, what, price })
      : say('product.announce', { what, price })
  const dated = reason || at === undefined ? result : say('product.announceDate', { said: result, day: at })
  const said =
    act === 'undo'
      ? say('product.announceUndo', { said: dated })
      : act === 'redo'
        ? say('product.announceRedo', { said: dated })
        : dated

  useEffect(() => {
    if (revision > 0) announce(said)
  }, [announce, revision, said])
}
