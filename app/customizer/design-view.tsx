import { Form } from 'react-router'
import type { Options } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/reader.tsx'
import { DeliveryDate } from './delivery-date.tsx'
import { DesignFacts } from './design-facts.tsx'
import { PriceFooter } from './price-footer.tsx'
import { read } from './reading.ts'
import { Stage } from './stage.tsx'
import { useAbout } from './use-about.ts'

/** Somebody else's design: looked at from all sides, and made one's own with one press. */
export function DesignView({
  product,
  options,
  country,
  about,
  action,
}: {
  product: Product
  options: Options
  country: string
  about: number | undefined
  /** where the wish for a copy is posted */
  action: string
}) {
  const { say } = useWords()
  const reading = read(product, options, country)
  const date = useAbout(reading.make, country, about)
  return (
    <div
      data-price={reading.price.amount}
      data-currency={reading.price.currency}
      data-hash={reading.hash}
      className="flex min-h-0 flex-1 flex-col md:grid md:h-[calc(100dvh-4rem)] md:flex-none md:grid-cols-[minmax(0,1fr)_380px] md:grid-rows-[minmax(0,1fr)]"
    >
      <section
        aria-label={say('product.canvas')}
        className="sticky top-0 z-10 h-[45dvh] border-line max-md:border-b md:static md:h-auto md:border-r"
      >
        <Stage product={product} reading={reading} view="3d" opened={false}>
          <div className="pointer-events-none absolute top-3 left-4 md:top-5 md:left-6">
            <h1 className="text-title md:text-head">{sayOf(product.words, 'product.name')}</h1>
            <p className="text-soft">{say('design.someone')}</p>
          </div>
        </Stage>
      </section>
      <section className="flex min-h-0 min-w-0 flex-col bg-paper">
        <section
          aria-label={say('design.facts')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          tabIndex={0}
          className="min-h-0 flex-1 overflow-y-auto px-4 pt-4 pb-44 sm:px-5 md:pb-6"
        >
          <DesignFacts product={product} options={reading.options} />
        </section>
        <div className="z-20 max-md:fixed max-md:inset-x-0 max-md:bottom-0">
          <PriceFooter
            product={product}
            reading={reading}
            country={country}
            date={<DeliveryDate about={date} />}
            action={
              <Form method="post" action={action} className="grid">
                <input type="hidden" name="wish" value="fork" />
                <Button
                  kind="primary"
                  size="large"
                  type="submit"
                  className="max-md:px-4"
                  title={say('design.forkWhat')}
                >
                  {say('design.fork')}
                </Button>
              </Form>
            }
          />
        </div>
      </section>
    </div>
  )
}
