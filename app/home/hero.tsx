import { ArrowRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Form } from 'react-router'
import { evaluate } from '#models/product/evaluate.ts'
import { nearestFix } from '#models/product/fix.ts'
import type { Option, OptionValue } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { DrawingView } from '../customizer/drawing-view.tsx'
import type { Given } from '../customizer/reading.ts'
import { swatchOf } from '../customizer/surfaces.ts'
import { briefly, choiceWord, optionWord } from '../customizer/wording.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup, Swatch } from '../ui/choice-group.tsx'
import { Rolling } from '../ui/figures.tsx'
import { Slider } from '../ui/slider.tsx'
import { useWords } from '../words/reader.tsx'

/**
 * The first screen: a product one can already shape. Server-drawn and a plain form to its page; with a script the drawing and the
 * price follow, and what a change makes impossible gives way to the nearest that can be made.
 */
export function Hero({ product, country }: { product: Product; country: string }) {
  const words = useWords()
  const { say } = words
  const [given, setGiven] = useState<Given>(product.defaults)
  const { options, make, price } = useMemo(() => evaluate(product, given, { country }), [product, given, country])
  const shown = useMemo(() => handles(product), [product])
  const choose = (key: string, value: OptionValue) =>
    setGiven((before) => makeable(product, { ...before, [key]: value }, key))
  return (
    <Form
      action={`/p/${product.slug}`}
      className="relative isolate overflow-hidden border-line border-b bg-ground lg:min-h-[min(calc(100dvh-4rem),54rem)]"
    >
      {product.options
        .filter(({ key }) => !shown.some((option) => option.key === key))
        .flatMap(({ key }) => [options[key] ?? ''].flat().map((value, at) => ({ key, at, value: String(value) })))
        .map(({ key, at, value }) => (
          <input key={key + at} type="hidden" name={key} value={value} />
        ))}
      <div className="mx-auto grid max-w-7xl gap-x-10 px-4 py-8 sm:px-6 lg:min-h-[inherit] lg:grid-cols-[26rem_minmax(0,1fr)] lg:py-12">
        <div className="relative z-10 flex flex-col justify-center gap-6">
          <h1 className="max-w-md text-head sm:text-hero">{say('home.sentence')}</h1>
          <div className="flex flex-col gap-4 lg:order-2">
            <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
              <Button kind="primary" size="large" type="submit">
                {say('home.action')}
                <ArrowRight className="size-5" aria-hidden="true" />
              </Button>
              <p className="leading-tight" data-price={price.amount} data-currency={price.currency}>
                <span className="block font-semibold text-title">
                  <Rolling text={words.money(price)} />
                </span>
                <span className="text-fine text-soft">
                  {say('product.delivered', { country: words.country(country) })}
                </span>
              </p>
            </div>
          </div>
          <div className="hidden max-w-sm flex-col gap-3 lg:order-1 lg:flex">
            {shown.map((option) => (
              <Handle key={option.key} product={product} option={option} value={given[option.key]} onChoose={choose} />
            ))}
          </div>
        </div>
        <div className="relative mt-4 h-[24rem] min-w-0 sm:h-[30rem] lg:mt-0 lg:h-auto">
          <DrawingView make={make} views="front" label={briefly(product, options)} />
        </div>
        <div className="relative z-10 mt-4 grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:hidden">
          {shown.map((option) => (
            <Handle
              key={option.key}
              product={product}
              option={option}
              value={given[option.key]}
              onChoose={choose}
              small
            />
          ))}
        </div>
      </div>
    </Form>
  )
}

/** One option as a caliper or a row of swatches. Below the drawing on small screens it has no name: the form has one of each. */
function Handle({
  product,
  option,
  value,
  onChoose,
  small = false,
}: {
  product: Product
  option: Option
  value: OptionValue | undefined
  onChoose: (key: string, value: OptionValue) => void
  small?: boolean
}) {
  const words = useWords()
  const label = optionWord(product, option.key)
  const name = small ? undefined : option.key
  if (option.kind === 'length' || option.kind === 'count') {
    const text = option.kind === 'length' ? words.mm(Number(value)) : words.number(Number(value))
    return (
      <div className={small ? 'needs-script' : ''}>
        <p className="flex items-baseline justify-between">
          <span aria-hidden="true">{label}</span>
          <span aria-hidden="true" className="font-semibold">
            {text}
          </span>
        </p>
        <Slider
          label={label}
          value={Number(value)}
          min={option.min}
          max={option.max}
          step={option.kind === 'length' ? 20 : option.step}
          text={text}
          {...(name ? { name } : {})}
          onValue={(next) => onChoose(option.key, next)}
        />
      </div>
    )
  }
  if (option.kind !== 'choice') return null
  return (
    <div className={small ? 'needs-script' : ''}>
      <ChoiceGroup
        legend={label}
        name={name ?? `${option.key}-small`}
        {...(small ? { form: 'none' } : {})}
        value={String(value)}
        columns={2}
        choices={option.values.map((one) => {
          const paint = swatchOf(option.key, one)
          return {
            value: one,
            label: choiceWord(product, option.key, one),
            ...(paint ? { picture: <Swatch paint={paint} /> } : {}),
          }
        })}
        onChoose={(next) => onChoose(option.key, next)}
      />
    </div>
  )
}

/** The few options worth a handle on the first screen: two lengths, a count, and what it is made of. */
function handles(product: Product): Option[] {
  const lengths = product.options.filter(({ kind }) => kind === 'length').slice(0, 2)
  const counts = product.options.filter(({ kind }) => kind === 'count').slice(0, 1)
  const choices = product.options.filter(
    ({ kind, key }) => kind === 'choice' && swatchOf(key, String(product.defaults[key])),
  )
  return [...lengths, ...counts, ...choices.slice(0, 1)]
}

/** The nearest that can be made with what was just chosen. */
function makeable(product: Product, given: Given, touched: string): Given {
  const { valid, options } = evaluate(product, given)
  return valid ? given : { ...options, ...nearestFix(product, options, touched)?.change }
}
