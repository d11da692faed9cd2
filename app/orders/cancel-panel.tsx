import type { TraceLine } from '#models/product/evaluation.ts'
import { say as sayOf } from '#models/product/words.ts'
import { Price } from '../ui/figures.tsx'
import { useWords } from '../words/reader.tsx'
import { ActButton, ActForm } from './act-form.tsx'
import { Fold } from './fold.tsx'
import type { Cancellation } from './order-data.ts'
import { useOrderScene } from './order-scene.tsx'

type Allowed = Extract<Cancellation, { allowed: true }>

/** Ending the order: the amount first, line by line, then the button that gives back exactly that. */
export function CancelPanel() {
  const { cancellation, failure } = useOrderScene()
  const { say } = useWords()
  if (!cancellation.allowed && cancellation.way === 'ended') return null
  return (
    <div className="no-print border-line border-y">
      <Fold title={say('order.cancel')} open={failure?.act === 'cancel'}>
        {cancellation.allowed ? (
          <Terms terms={cancellation} />
        ) : (
          <p className="pb-4 text-soft">{say('order.cancelReturn')}</p>
        )}
      </Fold>
    </div>
  )
}

function Terms({ terms }: { terms: Allowed }) {
  const { say } = useWords()
  const { refund, kept } = terms
  const isFree = refund.amount === 0 && kept.amount === 0
  return (
    <ActForm act="cancel" values={{ expected: String(refund.amount) }} className="flex flex-col items-start gap-4 pb-5">
      <p data-refund={refund.amount} data-kept={kept.amount}>
        {isFree
          ? say('order.cancelFree')
          : kept.amount === 0
            ? say('order.cancelFull', { refund })
            : refund.amount === 0
              ? say('order.cancelNothing', { kept })
              : say('order.cancelPart', { refund, kept })}
      </p>
      {terms.lines.length > 0 && (
        <ul className="w-full max-w-lg">
          {terms.lines.map((line) => (
            <KeptLine key={line.code + JSON.stringify(line.values)} line={line} currency={kept.currency} />
          ))}
        </ul>
      )}
      <ActButton act="cancel" kind="harm">
        {isFree ? say('order.cancelConfirmFree') : say('order.cancelConfirm', { refund })}
      </ActButton>
    </ActForm>
  )
}

function KeptLine({ line, currency }: { line: TraceLine; currency: Allowed['kept']['currency'] }) {
  const { product } = useOrderScene()
  const { say } = useWords()
  return (
    <li className="flex justify-between gap-4 border-line border-b py-1 text-fine text-soft">
      <span>
        {line.code === 'tax' ? say('order.cancelTax') : sayOf(product.words, `trace.${line.code}`, line.values)}
      </span>
      <Price money={{ amount: line.amount, currency }} className="shrink-0" />
    </li>
  )
}
