import { Link2 } from 'lucide-react'
import { IconButton } from '../ui/icon-button.tsx'
import { type StateShape, StateWord } from '../ui/state-word.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWords } from '../words/reader.tsx'
import type { SaveState } from './saver.ts'
import type { Saving } from './use-saving.ts'

const shapes: Readonly<Record<SaveState, StateShape>> = {
  untouched: 'waiting',
  saving: 'moving',
  saved: 'done',
  here: 'waiting',
  waiting: 'waiting',
  refused: 'late',
}

/** Plainly, where the design is kept. */
export function SaveWord({ state }: { state: SaveState }) {
  const { say } = useWords()
  return (
    <span role="status" data-saved={state} className="text-fine">
      <StateWord shape={shapes[state]}>{say(`product.save.${state}`)}</StateWord>
    </span>
  )
}

/** Copies the link that shows this design to anyone. */
export function CopyLink({ saving }: { saving: Saving }) {
  const { say } = useWords()
  const show = useToast()
  return (
    <IconButton
      label={say('product.copyLink')}
      disabled={saving.id === undefined}
      onClick={async () => {
        const url = `${location.origin}/d/${saving.id}`
        try {
          await navigator.clipboard.writeText(url)
          show(say('product.linkCopied'))
        } catch {
          show(say('product.linkIs', { url }))
        }
      }}
    >
      <Link2 className="size-5" aria-hidden="true" />
    </IconButton>
  )
}
