import { type Draft, keepDraft, type Shelf } from './drafts.ts'

/**
 * How a design is kept: `untouched` nothing to keep, `saving` on its way, `saved` the server has it, `here` this browser has it and
 * goes on trying, `waiting` kept here until it can be made, `refused` the server will not take it.
 */
export type SaveState = 'untouched' | 'saving' | 'saved' | 'here' | 'waiting' | 'refused'

/** Sends one draft; resolves when the server has it. Throws `Refusal` when it will not take it, anything else when it was not reached. */
export type Send = (draft: Draft) => Promise<void>
export class SaveRefused extends Error {}

/** ms: after the last change; between tries when the server is not reached. */
export const pauses = { settle: 500, retry: 5_000, most: 60_000 } as const

export type Saver = {
  /** Takes the newest state of the design. One that cannot be made is kept here and not sent. */
  take(draft: Draft, isValid: boolean): void
  /** Sends what waits now: the connection is back, or the page is about to go. */
  flush(): void
  /**
   * Begins no sending until the next change or flush: the form brings what is newest itself. Gives the sending under way, if there is
   * one. Two first calls at once would make one visitor two guests.
   */
  rest(): Promise<void> | undefined
  stop(): void
}

/** Keeps every change here first, then on the server: one call at a time, the newest state only, until it has arrived. */
export function createSaver({
  send,
  shelf,
  onState,
  isOnline,
}: {
  send: Send
  shelf: Shelf
  onState: (state: SaveState) => void
  isOnline: () => boolean
}): Saver {
  let newest: Draft | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | undefined
  let isResting = false
  let isStopped = false
  let pause: number = pauses.retry

  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void deliver(), ms)
  }
  const tell = (state: SaveState) => {
    if (!isStopped) onState(state)
  }

  async function deliver(): Promise<void> {
    clearTimeout(timer)
    const draft = newest
    if (!draft || draft.sent || sending !== undefined) return
    if (!isOnline()) return tell('here')
    tell('saving')
    sending = send(draft)
    try {
      await sending
      pause = pauses.retry
      if (newest === draft) {
        newest = { ...draft, sent: true }
        keepDraft(shelf, newest)
        tell('saved')
      }
    } catch (error) {
      if (error instanceof SaveRefused) {
        if (newest === draft) tell('refused')
      } else {
        tell('here')
        if (!isResting) later(pause)
        pause = Math.min(pauses.most, pause * 2)
        return
      }
    } finally {
      sending = undefined
    }
    if (newest && newest !== draft && !newest.sent && !isResting) await deliver()
  }

  return {
    take(draft, isValid) {
      isResting = false
      keepDraft(shelf, draft)
      if (!isValid) {
        newest = undefined
        clearTimeout(timer)
        return tell('waiting')
      }
      newest = draft
      tell(isOnline() ? 'saving' : 'here')
      later(pauses.settle)
    },
    flush() {
      isResting = false
      void deliver()
    },
    rest() {
      isResting = true
      clearTimeout(timer)
      return sending?.catch(() => undefined)
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
