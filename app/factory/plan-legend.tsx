import type { ReactNode } from 'react'
import { useWords } from '../words/reader.tsx'
import { type Zoom, zooms } from './plan-layout.ts'

/** How to read the plan, in one line. */
export function PlanLegend({ zoom }: { zoom: Zoom }) {
  const { say } = useWords()
  return (
    <section aria-label={say('plan.legend')} className="px-4 py-3 sm:px-6">
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-fine text-soft">
        <li>{say('plan.square', { count: zooms[zoom].square })}</li>
        <Entry sign={<span className="h-4 w-6 border border-line bg-paper dark:bg-tint" />}>
          {say('plan.legendGiven')}
        </Entry>
        <Entry sign={<span className="h-4 w-6 rounded-[2px] border border-mat-strong bg-mat" />}>
          {say('plan.legendBooked')}
        </Entry>
        <Entry sign={<span className="h-4 w-6 rounded-[2px] border border-edge border-dashed bg-paper" />}>
          {say('plan.legendHeld')}
        </Entry>
        <Entry sign={<span className="hatched h-4 w-6 rounded-[2px] border border-harm bg-harm-tint text-harm" />}>
          {say('plan.legendLate')}
        </Entry>
        <Entry sign={<span className="h-4 w-0 border-ink border-l-2" />}>{say('plan.legendFinish')}</Entry>
        <Entry sign={<span className="h-4 w-0 border-mat border-l-2 border-dashed" />}>{say('plan.legendDoor')}</Entry>
      </ul>
    </section>
  )
}

function Entry({ sign, children }: { sign: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <span aria-hidden="true" className="flex">
        {sign}
      </span>
      {children}
    </li>
  )
}
