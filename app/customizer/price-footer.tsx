import { ChevronUp } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PriceChange } from '#models/product/price-change.ts'
import type { Product } from '#models/product/product.ts'
import { Price, Rolling } from '../ui/figures.tsx'
import { StateWord } from '../ui/state-word.tsx'
import { useWords } from '../words/reader.tsx'
import { ChecksList } from './checks-list.tsx'
import { PriceTrace } from './price-trace.tsx'
import type { Reading } from './reading.ts'
import { optionName, priceChangeText } from './wording.ts'

/** Always in sight: the price (opens its trace), the day, the checks, and the one action. */
export function PriceFooter({
  product,
  reading,
  country,
  change,
  date,
  action,
}: {
  product: Product
  reading: Reading
  country: string
  /** what the last change did to the price */
  change?: PriceChange | undefined
  date: ReactNode
  action: ReactNode
}) {
  const words = useWords()
  const { say } = words
  const { price, checks, right } = reading
  const passed = checks.filter((check) => check.ok).length
  return (
    <div className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 md:grid-cols-[auto_minmax(0,1fr)] border-ink border-t bg-paper px-4 pt-1 pb-3 sm:px-5 md:gap-y-1">
      {change && change.options.length > 0 && <LastChange text={priceChangeText(product, change, words)} />}
      <div>
        <Unfolding
          summary={
            <span className="flex items-center gap-1.5">
              <span className="sr-only">{say('product.price')}: </span>
              <Price money={price} rolls className="font-semibold text-title md:text-head" />
              <ChevronUp aria-hidden="true" className="size-4 text-soft transition-transform group-open:rotate-180" />
            </span>
          }
          title={say('product.trace')}
        >
          <PriceTrace product={product} price={price} />
          <p className="mt-4 text-fine text-soft">{say('product.traceNote')}</p>
        </Unfolding>
        <p className="-mt-1.5 hidden text-fine text-soft md:block">
          {say('product.delivered', { country: words.country(country) })}
        </p>
      </div>
      <div className="justify-self-end text-fine md:order-1 md:col-span-2 md:justify-self-start">
        <Unfolding
          summary={
            <StateWord shape={passed === checks.length ? 'done' : 'late'}>
              {say('product.checks', { passed, count: checks.length })}
            </StateWord>
          }
          title={say('product.checksOpen')}
        >
          <ChecksList product={product} checks={checks} />
        </Unfolding>
      </div>
      <div className="md:self-start md:pt-2.5 md:text-right">{date}</div>
      <div className="grid md:order-2 md:col-span-2">{action}</div>
      <p className="hidden text-fine text-soft md:order-3 md:col-span-2 md:block">
        {right.right === 'fourteen_days'
          ? say('product.right14')
          : say('product.rightNone', { because: words.list(right.because.map((key) => optionName(product, key))) })}
      </p>
    </div>
  )
}

/** On a slip above the footer, so that nothing moves: what the last change did to the price, and why. Said aloud with the new price. */
function LastChange({ text }: { text: string }) {
  return (
    <p
      aria-hidden="true"
      data-price-change
      className="absolute inset-x-0 bottom-full border-line border-t bg-paper/95 px-4 py-1 text-fine sm:px-5"
    >
      <Rolling text={text} />
    </p>
  )
}

/** Opens upwards over what is above it. Native, so that it opens without a script; Escape closes it. */
function Unfolding({ summary, title, children }: { summary: ReactNode; title: string; children: ReactNode }) {
  return (
    <details
      name="footer"
      className="group"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return
        event.currentTarget.open = false
        event.currentTarget.querySelector('summary')?.focus()
      }}
    >
      <summary className="flex min-h-11 cursor-pointer items-center rounded hover:text-mat-strong">{summary}</summary>
      <section
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it
        tabIndex={0}
        className="absolute inset-x-0 bottom-full z-20 max-h-[min(60dvh,36rem)] overflow-y-auto border-ink border-t bg-paper px-4 py-4 text-body sm:px-5"
      >
        <h2 className="mb-4 text-title">{title}</h2>
        {children}
      </section>
    </details>
  )
}
