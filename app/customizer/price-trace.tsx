import type { Price as PriceModel, TraceLine } from '#models/product/evaluation.ts'
import type { Product } from '#models/product/product.ts'
import { say as sayOf } from '#models/product/words.ts'
import { Price } from '../ui/figures.tsx'
import type { En } from '../words/en.ts'
import { useWords } from '../words/reader.tsx'

type Heading = Extract<keyof En, `product.trace${string}`>

/** Which heading a line of the price stands under, in the order they add up. */
const headings: readonly { title: Heading; codes: readonly string[] }[] = [
  { title: 'product.traceMaterial', codes: ['material'] },
  { title: 'product.traceWork', codes: ['work', 'scrap'] },
  { title: 'product.traceTooling', codes: ['tooling'] },
  { title: 'product.traceMargin', codes: ['margin'] },
  { title: 'product.traceFreight', codes: ['freight_main', 'freight_door'] },
  { title: 'product.traceDuty', codes: ['customs_entry', 'duty', 'anti_dumping'] },
  { title: 'product.traceHallmark', codes: ['hallmark'] },
  { title: 'product.traceTax', codes: ['tax'] },
]

/** Every line a price is the sum of, under six headings. */
export function PriceTrace({ product, price }: { product: Product; price: PriceModel }) {
  const { say } = useWords()
  const { currency } = price
  const known = new Set(headings.flatMap(({ codes }) => codes))
  const sections = [
    ...headings.map(({ title, codes }) => ({
      title: say(title),
      lines: price.trace.filter(({ code }) => codes.includes(code)),
    })),
    { title: '', lines: price.trace.filter(({ code }) => !known.has(code)) },
  ].filter(({ lines }) => lines.length > 0)
  return (
    <div className="flex flex-col gap-4">
      {sections.map(({ title, lines }) => (
        <section key={title}>
          <h3 className="flex justify-between gap-4 border-line border-b pb-1">
            <span>{title}</span>
            <Price money={{ amount: sum(lines), currency }} />
          </h3>
          {lines.length > 1 || title === '' ? (
            <ul className="pt-1">
              {lines.map((line) => (
                <TraceRow
                  key={line.code + JSON.stringify(line.values)}
                  product={product}
                  line={line}
                  currency={currency}
                />
              ))}
            </ul>
          ) : (
            <p className="pt-1 text-fine text-soft">
              {lines[0] && sayOf(product.words, `trace.${lines[0].code}`, lines[0].values)}
            </p>
          )}
        </section>
      ))}
      <p className="flex justify-between gap-4 border-ink border-t pt-2 font-semibold">
        <span>{say('product.traceTotal')}</span>
        <Price money={price} />
      </p>
    </div>
  )
}

function TraceRow({
  product,
  line,
  currency,
}: {
  product: Product
  line: TraceLine
  currency: PriceModel['currency']
}) {
  return (
    <li className="flex justify-between gap-4 text-fine text-soft" data-trace={line.code}>
      <span>{sayOf(product.words, `trace.${line.code}`, line.values)}</span>
      <Price money={{ amount: line.amount, currency }} className="shrink-0" />
    </li>
  )
}

function sum(lines: readonly TraceLine[]): number {
  return lines.reduce((total, line) => total + line.amount, 0)
}
