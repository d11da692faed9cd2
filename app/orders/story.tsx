import clsx from 'clsx'
import { When } from '../ui/figures.tsx'
import { useWords } from '../words/reader.tsx'
import type { StoryEvent } from './order-data.ts'
import { useOrderScene } from './order-scene.tsx'
import { Photo } from './photo.tsx'
import { tell } from './telling.ts'
import { useAround } from './use-around.ts'

/** Everything that happened, newest first, day by day, with the maker’s notes and photos. */
export function Story() {
  const { events } = useOrderScene()
  const { say, day } = useWords()
  const newest = events.toReversed()
  return (
    <section aria-labelledby="story">
      <h2 id="story" className="text-title">
        {say('order.story')}
      </h2>
      <ol className="mt-3">
        {newest.map((event, index) => {
          const earlier = newest[index - 1]
          const isNewDay = earlier === undefined || day(earlier.at) !== day(event.at)
          return (
            <li key={event.id} data-event={event.kind}>
              {isNewDay && (
                <p className={clsx('border-ink border-b pb-1 font-semibold text-fine', earlier && 'mt-6')}>
                  <When at={event.at} as="day" />
                </p>
              )}
              <Told event={event} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Told({ event }: { event: StoryEvent }) {
  const { sentence, note, photo, tone } = tell(event, useAround())
  return (
    <div className="grid grid-cols-[3.25rem_0.75rem_minmax(0,1fr)] gap-x-2 border-line border-b py-2.5">
      <When at={event.at} as="clock" className="text-soft" />
      <span
        aria-hidden="true"
        className={clsx(
          'mt-2 size-2',
          tone === 'harm' ? 'bg-harm' : tone === 'good' ? 'rounded-full bg-mat' : 'rounded-full border border-edge',
        )}
      />
      <div className="min-w-0">
        <p className={clsx('max-w-prose [overflow-wrap:anywhere]', tone === 'harm' && 'font-medium')}>{sentence}</p>
        {note && (
          <blockquote className="mt-1 whitespace-pre-line border-edge border-l-2 pl-3 text-soft [overflow-wrap:anywhere]">
            {note}
          </blockquote>
        )}
        {photo && (
          <div className="mt-3 max-w-sm">
            <Photo photo={photo} what={sentence} />
          </div>
        )}
      </div>
    </div>
  )
}
