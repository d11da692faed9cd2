import { CheckBox } from '../ui/check-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { En } from '../words/en.ts'
import { useWords } from '../words/reader.tsx'
import { useSingleKeys } from './use-shortcuts.ts'

const keys: readonly { key: string; does: Extract<keyof En, `factory.key.${string}`> }[] = [
  { key: 'j', does: 'factory.key.next' },
  { key: 'k', does: 'factory.key.previous' },
  { key: 'b', does: 'factory.key.bid' },
  { key: 'a', does: 'factory.key.accept' },
  { key: 'd', does: 'factory.key.decline' },
  { key: 'o', does: 'factory.key.open' },
  { key: '?', does: 'factory.key.help' },
]

/** Which keys act in the inbox, and the way to turn them off. */
export function KeyHelp({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { say } = useWords()
  const [on, setOn] = useSingleKeys()
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={say('factory.keysTitle')}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2 pb-4">
        {keys.map(({ key, does }) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="inline-flex size-8 items-center justify-center rounded border border-edge bg-raised font-mono">
                {key}
              </kbd>
            </dt>
            <dd>{say(does)}</dd>
          </div>
        ))}
      </dl>
      <CheckBox
        label={say('factory.keysOn')}
        detail={say('factory.keysOnWhat')}
        checked={on}
        onChange={(event) => setOn(event.target.checked)}
      />
    </Dialog>
  )
}
