import clsx from 'clsx'
import { X } from 'lucide-react'
import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react'
import { useWords } from '../words/reader.tsx'
import { IconButton } from './icon-button.tsx'

type Toast = { id: number; words: ReactNode; tone: 'plain' | 'harm'; action: ReactNode }
type Show = (words: ReactNode, options?: { tone?: Toast['tone']; action?: ReactNode }) => void

const Toasts = createContext<Show>(() => {})
const shownMs = 8000

/**
 * Short word of something that has just happened, never the only place where it can be read.
 * It stays while the pointer or the focus is on it.
 */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { say } = useWords()
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const counter = useRef(0)
  const timers = useRef(new Map<number, ReturnType<typeof setTimeout>>())

  const remove = useCallback((id: number) => {
    clearTimeout(timers.current.get(id))
    timers.current.delete(id)
    setToasts((all) => all.filter((toast) => toast.id !== id))
  }, [])
  const start = useCallback(
    (id: number) => {
      clearTimeout(timers.current.get(id))
      timers.current.set(
        id,
        setTimeout(() => remove(id), shownMs),
      )
    },
    [remove],
  )
  const show = useCallback<Show>(
    (words, { tone = 'plain', action = null } = {}) => {
      counter.current += 1
      const id = counter.current
      setToasts((all) => [...all.slice(-2), { id, words, tone, action }])
      start(id)
    },
    [start],
  )

  return (
    <Toasts value={show}>
      {children}
      <section
        aria-live="polite"
        className="pointer-events-none fixed inset-x-4 bottom-4 z-60 flex flex-col items-end gap-2 sm:left-auto sm:w-96"
      >
        {toasts.map((toast) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps it in place longer
          <div
            key={toast.id}
            onMouseEnter={() => clearTimeout(timers.current.get(toast.id))}
            onMouseLeave={() => start(toast.id)}
            onFocus={() => clearTimeout(timers.current.get(toast.id))}
            onBlur={() => start(toast.id)}
            className={clsx(
              'rise-in pointer-events-auto flex w-full items-center gap-3 rounded border-l-4 bg-ink py-1 pl-4 text-paper',
              toast.tone === 'harm' ? 'border-harm' : 'border-mark',
            )}
          >
            <span className="min-w-0 flex-1 py-2">{toast.words}</span>
            {toast.action}
            <IconButton
              label={say('frame.close')}
              className="text-paper hover:bg-transparent"
              onClick={() => remove(toast.id)}
            >
              <X className="size-4" aria-hidden="true" />
            </IconButton>
          </div>
        ))}
      </section>
    </Toasts>
  )
}

/** Gives the function that shows a toast. */
export function useToast(): Show {
  return use(Toasts)
}
