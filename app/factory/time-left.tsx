import clsx from 'clsx'
import { useShopNow } from '../orders/shop-clock.tsx'
import { useWords } from '../words/reader.tsx'

/** Below this a deadline is pressing, ms: half a working day. */
const pressing = 4 * 3_600_000

/** How long somebody still has, running; red with its word when it is over. */
export function TimeLeft({ until, className }: { until: string; className?: string }) {
  const { say } = useWords()
  const left = Date.parse(until) - useShopNow()
  return (
    <span
      // The clock has moved on between the server's writing and the browser's reading.
      suppressHydrationWarning
      className={clsx(left <= pressing && 'font-semibold', left <= 0 && 'text-harm', className)}
    >
      {left <= 0 ? say('factory.passed') : say('factory.left', { left })}
    </span>
  )
}
