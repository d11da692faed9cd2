import { json, listen } from './http.ts'

/** One webhook as it came. */
export type Received = { readonly body: string; header(name: string): string | null }

/** A receiver of webhooks for tests: keeps what comes, and answers what it is told to. */
export type Inbox = {
  readonly url: string
  /** The oldest one not yet taken; waits for the next when there is none. */
  next(): Promise<Received>
  /** The status to answer from now on; 200 at first. */
  answer(status: number): void
  forget(): void
  close(): Promise<void>
}

export async function openInbox(): Promise<Inbox> {
  let kept: Received[] = []
  let waiting: ((received: Received) => void)[] = []
  let status = 200
  const listening = await listen({
    port: 0,
    routes: [
      [
        'POST /webhooks',
        ({ body, header }) => {
          const received: Received = { body, header: (name) => header(name) ?? null }
          const taker = waiting.shift()
          if (taker === undefined) kept.push(received)
          else taker(received)
          return json(status, {})
        },
      ],
    ],
  })
  return {
    url: `${listening.url}/webhooks`,
    next: async () => kept.shift() ?? new Promise<Received>((resolve) => waiting.push(resolve)),
    answer: (next) => {
      status = next
    },
    forget: () => {
      kept = []
      waiting = []
    },
    close: listening.close,
  }
}
