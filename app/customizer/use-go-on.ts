import { type SubmitEvent, useRef } from 'react'
import type { Saving } from './use-saving.ts'

/** How long a saving under way is waited for, ms: a line that hangs does not hold anybody. */
const patienceMs = 3_000

/** For the form that goes on to the order: it waits for a saving that is under way, and sends itself once no other can meet it. */
export function useGoOn({ rest }: Pick<Saving, 'rest'>): (event: SubmitEvent<HTMLFormElement>) => void {
  const state = useRef<'calm' | 'waiting' | 'going'>('calm')
  return (event) => {
    const { currentTarget: form, nativeEvent } = event
    const sending = rest()
    if (state.current === 'going' || (sending === undefined && state.current === 'calm')) {
      state.current = 'calm'
      return
    }
    event.preventDefault()
    if (state.current === 'waiting') return
    state.current = 'waiting'
    const patience = new Promise((resolve) => setTimeout(resolve, patienceMs))
    void Promise.race([sending, patience]).then(() => {
      state.current = 'going'
      form.requestSubmit(nativeEvent.submitter)
    })
  }
}
