import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export type Tab = { key: string; label: ReactNode; content: ReactNode }

/** Views of one thing, one at a time. Arrow keys move between them. */
export function Tabs({
  label,
  tabs,
  value,
  onValue,
}: {
  label: string
  tabs: readonly Tab[]
  value: string
  onValue: (key: string) => void
}) {
  return (
    <Radix.Root value={value} onValueChange={onValue}>
      <Radix.List aria-label={label} className="flex gap-6 overflow-x-auto border-line border-b">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.key}
            value={tab.key}
            className="-mb-px min-h-11 shrink-0 border-transparent border-b-2 font-semibold text-soft hover:text-ink data-[state=active]:border-ink data-[state=active]:text-ink"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.key} value={tab.key} className="pt-5">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
