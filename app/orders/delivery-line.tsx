import clsx from 'clsx'
import type { ReactNode } from 'react'
import { DimensionLine } from '../ui/dimension-line.tsx'
import { When } from '../ui/figures.tsx'
import type { Tick } from './time-line.ts'

/** A labelled tick on the line: what it is and when. */
type Labelled = { readonly tick: Tick | undefined; readonly name: string; readonly late?: boolean }

/**
 * Time as a dimension line: measured from `from` to the last of its ticks, marked as far as now. One tick stands with its label above
 * the line, the other below, so that two of one day do not hide each other.
 */
export function DeliveryLine({
  from,
  now,
  above,
  below,
}: {
  from: { at: number; name: string }
  now: Tick | undefined
  above: Labelled
  below: Labelled
}) {
  return (
    <div className="relative mt-6 pt-14 pb-14 sm:pt-10 sm:pb-10">
      <div className="relative h-5">
        {now && (
          <span
            aria-hidden="true"
            className="absolute top-1/2 left-0 h-2 -translate-y-1/2 bg-mark print:border print:border-ink"
            style={{ width: `${now.permille / 10}%` }}
          />
        )}
        <DimensionLine className="absolute inset-x-0 top-1/2 -translate-y-1/2 text-ink" />
        {now && (
          <span
            aria-hidden="true"
            className="absolute top-1/2 size-3 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-ink bg-mark"
            style={{ left: `${now.permille / 10}%` }}
          />
        )}
      </div>
      <Mark labelled={above} side="above" />
      <Mark labelled={below} side="below" />
      {(below.tick === undefined || below.tick.permille > 450) && (
        <Label at={0} hangs="start" side="below">
          <span className="text-soft">{from.name}</span> <When at={from.at} as="day" />
        </Label>
      )}
    </div>
  )
}

type Side = 'above' | 'below'

function Mark({ labelled: { tick, name, late = false }, side }: { labelled: Labelled; side: Side }) {
  if (tick === undefined) return null
  return (
    <>
      <span
        aria-hidden="true"
        className={clsx(
          'absolute w-0.5 -translate-x-1/2',
          side === 'above' ? 'top-14 h-4 sm:top-10' : 'bottom-14 h-4 sm:bottom-10',
          late ? 'bg-harm' : 'bg-ink',
        )}
        style={{ left: `${tick.permille / 10}%` }}
      />
      <Label at={tick.permille} hangs={tick.hangs} side={side}>
        <span className={late ? 'font-semibold text-harm' : 'text-soft'}>{name}</span>{' '}
        <When at={tick.at} as="day" className="font-semibold" />
      </Label>
    </>
  )
}

function Label({ at, hangs, side, children }: { at: number; hangs: Tick['hangs']; side: Side; children: ReactNode }) {
  return (
    <p
      className={clsx(
        'absolute flex max-w-[48%] flex-col text-fine',
        side === 'above' ? 'top-0 h-14 justify-end pb-1 sm:h-10' : 'bottom-0 h-14 pt-1 sm:h-10',
        hangs === 'middle' && '-translate-x-1/2 items-center text-center',
        hangs === 'end' && 'items-end text-right',
      )}
      style={hangs === 'end' ? { right: `${100 - at / 10}%` } : { left: `${at / 10}%` }}
    >
      {children}
    </p>
  )
}
