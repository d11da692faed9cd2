import clsx from 'clsx'
import { useWords } from '../words/reader.tsx'

/** Holds the place of what comes, in its size, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={clsx('block animate-pulse rounded bg-line', className)} />
}

/** A block of them that says once that something is on its way. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  const { say } = useWords()
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{say('frame.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <Skeleton key={line} className={clsx('h-5', line === lines - 1 ? 'w-2/3' : 'w-full')} />
      ))}
    </div>
  )
}
