import type { Stage } from '#models/order/stages.ts'
import type { Options } from '#models/product/options.ts'
import { DrawingView } from '../customizer/drawing-view.tsx'
import { useProduct } from '../customizer/ready-product.ts'
import { briefly } from '../customizer/wording.ts'
import { StateWord } from '../ui/state-word.tsx'
import { useWords } from '../words/reader.tsx'

export type LineItem = { product: string; version: number; stage: Stage; country: string; options: Options }

/** Orders being made now, as a strip one can pull; nothing of who they are for. */
export function OnTheLine({ items }: { items: readonly LineItem[] }) {
  const { say } = useWords()
  return (
    <section aria-labelledby="on-the-line" className="border-line border-b">
      <div className="mx-auto max-w-7xl px-4 py-10 sm:px-6">
        <h2 id="on-the-line" className="flex items-center gap-2 text-title">
          <StateWord shape={items.length > 0 ? 'live' : 'waiting'}>{say('home.lineTitle')}</StateWord>
        </h2>
        <p className="mt-1 text-soft">{say(items.length > 0 ? 'home.lineWhat' : 'home.lineEmpty')}</p>
        {items.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a strip that scrolls must be reachable by keys
          <ul tabIndex={0} className="mt-6 flex snap-x gap-8 overflow-x-auto pb-3">
            {items.map((item, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an item has no name, on purpose
              <li key={at} className="w-52 shrink-0 snap-start">
                <Item item={item} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

function Item({ item }: { item: LineItem }) {
  const words = useWords()
  const product = useProduct(item.product, item.version)
  return (
    <>
      <div className="relative h-40 overflow-hidden bg-ground">
        <div className="absolute inset-3">
          <DrawingView make={product.make(item.options)} views="front" label={briefly(product, item.options)} />
        </div>
      </div>
      <p className="mt-2 text-fine">
        <StateWord shape={item.stage === 'in_production' ? 'live' : 'moving'}>
          {words.say(`account.stage.${item.stage}`)}
        </StateWord>
        <span className="block text-soft">{words.say('home.lineFor', { country: words.country(item.country) })}</span>
      </p>
    </>
  )
}
