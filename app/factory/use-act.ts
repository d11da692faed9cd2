import { type SubmitEvent, useCallback, useEffect, useRef } from 'react'
import { useActionData, useFetcher } from 'react-router'
import type { Unsent } from '../browser/send-form.ts'
import { canReach, useConnection } from './connection.tsx'
import type { Refused } from './portal-data.ts'

/** What an act of the portal is answered with: done, refused by name, or not sent at all. */
export type ActAnswer =
  | { readonly done: { readonly act: string; readonly of: string } }
  | { readonly refused: Refused }
  | Unsent

const retryMs = 3_000

/**
 * One act that a form sends. While it is on its way a second press does nothing; what could not be sent is kept and goes out by itself when
 * the line is back, which is safe since the server does each act once. Without a script the page's own answer is shown.
 */
export function useAct(key: string, action: string, onDone?: () => void) {
  const fetcher = useFetcher<ActAnswer>({ key })
  const page = useActionData<ActAnswer & { for?: string | null }>()
  const { refresh } = useConnection()
  const kept = useRef<FormData>(undefined)
  const { submit, state } = fetcher
  const isSending = state !== 'idle'
  // The answer is there before the page has been read anew, and with it perhaps this form's last moment.
  const answer = state === 'submitting' ? undefined : (fetcher.data ?? (page?.for === key ? page : undefined))
  const unsent = answer !== undefined && 'unsent' in answer ? answer.unsent : undefined
  const refused = answer !== undefined && 'refused' in answer ? answer.refused : undefined

  const again = useCallback(() => {
    if (kept.current) void submit(kept.current, { method: 'post', action, encType: 'multipart/form-data' })
  }, [submit, action])

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isSending) return
    kept.current = new FormData(event.currentTarget, event.nativeEvent.submitter)
    again()
  }

  useEffect(() => {
    if (unsent !== 'lost') return
    const tryAgain = async () => {
      if (await canReach()) again()
    }
    const timer = setInterval(tryAgain, retryMs)
    addEventListener('online', tryAgain)
    return () => {
      clearInterval(timer)
      removeEventListener('online', tryAgain)
    }
  }, [unsent, again])

  const told = useRef<ActAnswer>(undefined)
  const finished = useRef(onDone)
  finished.current = onDone
  useEffect(() => {
    if (answer === undefined || answer === told.current) return
    told.current = answer
    if ('done' in answer) finished.current?.()
    // A refusal means that the page was behind: it is read anew.
    if ('refused' in answer) refresh()
  }, [answer, refresh])

  return { isSending, unsent, refused, again, onSubmit }
}
