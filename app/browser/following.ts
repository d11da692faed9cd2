import type { EventKind } from '#models/order/events.ts'
import type { Values } from '#models/product/evaluation.ts'

/** Something that happened. `order` and `data` are told only to those who may see the order. `at` is ISO 8601, business time. */
export type Change = {
  readonly topics: readonly string[]
  readonly kind: EventKind
  readonly at: string
  readonly order?: string
  readonly data?: Values
}

/** What a part of a page wants to hear of. `keys` are those of orders' links, by order; `from` is where the page was read. */
export type Wish = {
  readonly topics: readonly string[]
  readonly keys?: Readonly<Record<string, string>>
  readonly from?: string | undefined
  /** `id` is the event's place in the order of events, as cursors are */
  readonly onChange: (change: Change, id: string) => void
}

export type StreamInput = {
  readonly topics: string[]
  readonly keys: Record<string, string>
  readonly lastEventId: string | undefined
}

/** Opens one stream; gives the way to close it. `onEnd` is told when it will not come back by itself, `refused` when asking again is no use. */
export type OpenStream = (
  input: StreamInput,
  told: { onChange: (id: string, change: Change) => void; onEnd: (refused: boolean) => void },
) => () => void

type Follower = { readonly wish: Wish; last: string | undefined }

const retryMs = { first: 1_000, most: 30_000 } as const

/**
 * All wishes of a tab over one stream. Each follower hears what comes after its own place, once and in order, also across
 * a stream that broke, a server that began anew, and wishes that come and go.
 */
export class Following {
  private readonly followers = new Set<Follower>()
  private readonly open: OpenStream
  private stream: { readonly input: StreamInput; readonly close: () => void } | undefined
  private waiting: ReturnType<typeof setTimeout> | undefined
  private retry: number = retryMs.first
  private settling = false
  /** the last event of the stream that is open */
  private told: string | undefined

  constructor(open: OpenStream) {
    this.open = open
  }

  /** Follows until the answer is called. */
  follow(wish: Wish): () => void {
    const follower: Follower = { wish, last: wish.from }
    this.followers.add(follower)
    // A page that was read before the open stream's last event would not hear of it.
    const isPast = wish.from !== undefined && this.told !== undefined && isAfter(this.told, wish.from)
    this.settle(isPast)
    return () => {
      this.followers.delete(follower)
      this.settle(false)
    }
  }

  /** Opens the stream anew, each follower from where it is: after sleep, or when the network is back. */
  renew(): void {
    this.retry = retryMs.first
    this.settle(true)
  }

  /** Waits for the end of this turn, so that parts of a page that come together share one opening. */
  private settle(anew: boolean): void {
    if (anew) this.close()
    if (this.settling) return
    this.settling = true
    queueMicrotask(() => {
      this.settling = false
      this.reopen()
    })
  }

  private reopen(): void {
    const topics = [...new Set([...this.followers].flatMap(({ wish }) => wish.topics))].sort()
    const keys = Object.fromEntries([...this.followers].flatMap(({ wish }) => Object.entries(wish.keys ?? {})))
    if (this.stream !== undefined && sameList(this.stream.input.topics, topics)) return
    this.close()
    if (topics.length === 0) return
    const input: StreamInput = { topics, keys, lastEventId: this.earliest() }
    let over = false
    const close = this.open(input, {
      onChange: (id, change) => {
        if (!over) this.tell(id, change)
      },
      onEnd: (refused) => {
        if (over) return
        over = true
        this.ended(refused)
      },
    })
    this.stream = {
      input,
      close: () => {
        over = true
        close()
      },
    }
    if (over) this.close()
  }

  private tell(id: string, change: Change): void {
    this.retry = retryMs.first
    this.told = id
    for (const follower of this.followers) {
      if (!change.topics.some((topic) => follower.wish.topics.includes(topic))) continue
      if (follower.last !== undefined && !isAfter(id, follower.last)) continue
      follower.last = id
      follower.wish.onChange(change, id)
    }
  }

  private ended(refused: boolean): void {
    this.stream = undefined
    if (refused) return
    this.waiting = setTimeout(() => this.settle(false), this.retry)
    this.retry = Math.min(this.retry * 2, retryMs.most)
  }

  private close(): void {
    clearTimeout(this.waiting)
    this.stream?.close()
    this.stream = undefined
    this.told = undefined
  }

  /** The earliest place any follower is at; what others have heard already they do not hear again. */
  private earliest(): string | undefined {
    const places = [...this.followers].flatMap(({ last }) => last ?? [])
    return places.reduce<string | undefined>(
      (first, place) => (first === undefined || isAfter(first, place) ? place : first),
      undefined,
    )
  }
}

/** Whether cursor `a` (`xid-id`) lies after `b` in the order of commits. */
export function isAfter(a: string, b: string): boolean {
  const [xa, ia] = placeOf(a)
  const [xb, ib] = placeOf(b)
  return xa === xb ? ia > ib : xa > xb
}

function placeOf(cursor: string): [bigint, bigint] {
  const [xid = '0', id = '0'] = cursor.split('-')
  return [BigInt(xid), BigInt(id)]
}

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join()
