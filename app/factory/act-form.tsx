import clsx from 'clsx'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Product } from '#models/product/product.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/reader.tsx'
import type { Refused } from './portal-data.ts'
import { refusalSentence } from './refusal-sentence.ts'
import { useAct } from './use-act.ts'

/**
 * A form for one act. It works as a plain form; with a script it stays on the page, is sent once however often one presses, says a refusal
 * where the hand is, and keeps what a lost line held back.
 */
export function ActForm({
  id,
  formId,
  action,
  fields,
  product,
  onDone,
  className,
  children,
  onRefused,
}: {
  /** names this act on this object */
  id: string
  /** for a button that stands outside of it */
  formId?: string
  /** the address it is posted to */
  action: string
  /** what goes with it unseen */
  fields: Readonly<Record<string, string>>
  /** whose words name operations and work centres in a refusal */
  product?: Product
  onDone?: () => void
  className?: string
  children: (sending: boolean) => ReactNode
  /** more to offer beside a refusal, such as another day */
  onRefused?: (refused: Refused) => ReactNode
}) {
  const { say } = useWords()
  const to = `${action}${action.includes('?') ? '&' : '?'}for=${encodeURIComponent(id)}`
  const { isSending, unsent, refused, again, onSubmit } = useAct(id, to, onDone)
  const words = useWords()
  return (
    <form
      {...(formId === undefined ? {} : { id: formId })}
      method="post"
      action={to}
      encType="multipart/form-data"
      onSubmit={onSubmit}
      noValidate
      className={clsx('flex min-w-0 flex-col', className)}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children(isSending)}
      {refused && (
        <Notice>
          <p>{refusalSentence(refused, words, product)}</p>
          {onRefused?.(refused)}
        </Notice>
      )}
      {unsent && (
        <Notice>
          <p>{say(unsent === 'lost' ? 'factory.unsent' : 'factory.failed')}</p>
          <Button className="mt-2" onClick={again}>
            {say('factory.retry')}
          </Button>
        </Notice>
      )}
    </form>
  )
}

/** What stands in the way, beside what was pressed; read out at once, and brought into view. */
function Notice({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  // Braces, since newer browsers answer with a promise, which is no way to end an effect.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div
      ref={place}
      role="alert"
      className="mt-3 scroll-mb-40 border-harm border-l-4 bg-harm-tint px-3 py-2.5 text-ink md:scroll-mb-28"
    >
      {children}
    </div>
  )
}
