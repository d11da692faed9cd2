import { useWords } from '../words/reader.tsx'
import { useShopNow } from './shop-clock.tsx'

/** What is left until a business time, by its largest units; nothing once it is over. */
export function Countdown({ until, className }: { until: number; className?: string }) {
  const { say } = useWords()
  const left = until - useShopNow()
  return (
    <span className={className} suppressHydrationWarning>
      {say('clock.left', { left: Math.max(0, left) })}
    </span>
  )
}
