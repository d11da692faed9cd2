import { ButtonLink } from '../ui/button.tsx'
import { useWords } from '../words/reader.tsx'
import { orderPath } from './order-link.ts'
import { useOrderScene } from './order-scene.tsx'
import { QuoteCard } from './quote-card.tsx'
import { readQuotes } from './quote-reading.ts'
import { tell } from './telling.ts'
import { useAround } from './use-around.ts'

/** The quotes one can choose from, as they come in, and whether one keeps what the page showed. */
export function QuoteList() {
  const { order, quotes: all } = useOrderScene()
  const words = useWords()
  const { quotes, verdict, marks } = readQuotes(order, all, words)
  if (quotes.length === 0) return <Coming />
  const [best] = quotes
  return (
    <div className="flex flex-col gap-4">
      <div>
        <Refused />
        <h2 className="text-title">{words.say('order.quotesCount', { count: quotes.length })}</h2>
        <p className="mt-1 text-soft">{words.say('order.quotesWhat')}</p>
        {verdict && (
          <p data-verdict={verdict.kept ? 'kept' : 'not-kept'} className="mt-2 border-mark border-l-4 pl-3">
            {verdict.words}
          </p>
        )}
      </div>
      <ul className="border-ink border-t">
        {quotes.map((quote) => (
          <li key={quote.id} className="border-line border-b">
            <QuoteCard quote={quote} marks={marks.get(quote.id) ?? []} isBest={quote.id === best?.id} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Whoever paid and comes back to a list of quotes is told first why, and that the money is safe. */
function Refused() {
  const { order, events } = useOrderScene()
  const around = useAround()
  const last = events.findLast(({ kind }) => kind === 'picked' || kind === 'refused')
  if (order.stage !== 'offered' || last?.kind !== 'refused') return null
  return (
    <p data-refused="" className="mb-6 border-harm border-l-4 bg-harm-tint px-4 py-3">
      {tell(last, around).sentence}
    </p>
  )
}

/** The size of what comes, and what it will be. */
function Coming() {
  const { order, orderKey } = useOrderScene()
  const { say } = useWords()
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-title">{say('order.quotes')}</h2>
      <p className="text-soft">
        {order.stage === 'quoting' && order.dueAt !== null && order.round > 0
          ? say('order.quotesByHand', { due: order.dueAt })
          : say('order.quotesComing')}
      </p>
      <div className="mat-grid flex min-h-40 items-center justify-center border border-line" aria-hidden="true">
        <span className="live-dot size-4 rounded-full border border-ink bg-mark" />
      </div>
      <noscript>
        <ButtonLink to={orderPath(order.order, orderKey)}>{say('order.lookAgain')}</ButtonLink>
      </noscript>
    </div>
  )
}
