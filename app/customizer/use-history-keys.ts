import { useEffect } from 'react'

/** Fields one types into have an undo of their own. */
const typed =
  'input:is([type=text], [type=number], [type=search], [type=email], :not([type])), textarea, select, [contenteditable]'

/** Ctrl or Cmd with Z takes the last change back, with Shift and Z or with Y makes it again. */
export function useHistoryKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest(typed)) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [undo, redo])
}
