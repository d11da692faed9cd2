import clsx from 'clsx'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { useWords } from '../words/reader.tsx'
import { IconButton } from './icon-button.tsx'

type Told = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  /** one sentence under the title, read with it */
  description?: ReactNode
  children: ReactNode
  /** buttons, the primary one last */
  actions?: ReactNode
}

/** Asks one thing and waits. Focus is held inside and goes back to where it came from. */
export function Dialog(told: Told) {
  return (
    <Overlay
      {...told}
      className="rise-in top-1/2 left-1/2 max-h-[85dvh] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 rounded"
    />
  )
}

/** Slides in from the right; on a phone it rises from below. For details beside what is on the page. */
export function Sheet(told: Told) {
  return (
    <Overlay
      {...told}
      className="max-md:rise-in md:slide-in max-md:inset-x-0 max-md:bottom-0 max-md:max-h-[85dvh] md:inset-y-0 md:right-0 md:w-[26rem]"
    />
  )
}

function Overlay({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
  className,
}: Told & { className: string }) {
  const { say } = useWords()
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[oklch(0.15_0.02_172/0.55)]" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={clsx('fixed z-50 flex flex-col border border-line bg-paper text-ink outline-none', className)}
        >
          <header className="flex items-start gap-3 border-line border-b px-5 pt-3 pb-3">
            <div className="min-w-0 flex-1 pt-2">
              <Radix.Title className="text-title">{title}</Radix.Title>
              {description && <Radix.Description className="mt-1 text-soft">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton label={say('frame.close')} className="-mr-2">
                <X className="size-5" aria-hidden="true" />
              </IconButton>
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {actions && (
            <footer className="flex flex-wrap justify-end gap-3 border-line border-t px-5 py-4">{actions}</footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
