import { StateWord } from '../ui/state-word.tsx'
import { useWords } from '../words/reader.tsx'
import { useOrderScene } from './order-scene.tsx'
import { Photo } from './photo.tsx'

/** What the shopper reported, and how that stands. */
export function ReportPanel() {
  const { order } = useOrderScene()
  const { say } = useWords()
  const { report } = order
  if (report === null) return null
  const refund = { amount: report.refund ?? 0, currency: order.shown.price.currency }
  const isOpen = report.state === 'open'
  return (
    <section aria-labelledby="report" className="flex flex-col gap-3">
      <h2 id="report" className="text-title">
        {say('order.reported')}
      </h2>
      <StateWord shape={isOpen ? 'waiting' : 'done'}>
        {isOpen
          ? say('order.reportOpen')
          : refund.amount > 0
            ? say('order.reportClosed', { refund })
            : say('order.reportClosedWithout')}
      </StateWord>
      <blockquote className="whitespace-pre-line border-edge border-l-2 pl-4 [overflow-wrap:anywhere]">
        {report.words}
      </blockquote>
      {report.photos.length > 0 && (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {report.photos.map((photo) => (
            <li key={photo}>
              <Photo photo={photo} what={say('order.reported')} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
