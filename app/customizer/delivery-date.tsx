import { Rolling } from '../ui/figures.tsx'
import { useWords } from '../words/reader.tsx'
import type { About } from './use-about.ts'

/** The day it would be at the door, or that it is being looked for. */
export function DeliveryDate({ about }: { about: About }) {
  const { say } = useWords()
  const text =
    about.state === 'pending'
      ? say('product.datePending')
      : about.at === undefined
        ? say('product.dateNone')
        : say('product.dateAbout', { day: about.at })
  const at = about.state === 'known' && about.at !== undefined ? new Date(about.at).toISOString() : undefined
  return (
    <div data-date={at} aria-busy={about.state === 'pending'}>
      <span className="block text-fine text-soft">{say('product.date')}</span>
      <span className="block leading-tight" suppressHydrationWarning>
        <Rolling text={text} />
      </span>
    </div>
  )
}
