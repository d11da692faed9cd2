import { setTimeout as delay } from 'node:timers/promises'
import type { EventKind } from '#models/order/events.ts'
import type { Database } from '#prisma/client.ts'
import { compareCursors, currentCursor, eventsAfter, type OutboxEvent } from '#prisma/events.ts'
import type { Log } from '#runtime/log.ts'

/** How long the reader rests unless it is behind; an event is seen at most this much after it can be read. */
const restMs = 40
/** Events of one reading; so many at once mean that the reader is behind. */
const pageSize = 500
/** Events kept for subscribers that come back; older ones are read from the database. */
const kept = 5000

/** What somebody listens for: all about one order, one shopper or one factory, all of one kind, or everything. */
export type Interest = `order/${string}` | `owner/${string}` | `factory/${string}` | `kind/${EventKind}` | 'everything'

/** Whose interest an event is. */
function interestsIn({ order, owner, factory, kind }: OutboxEvent): Interest[] {
  const interests: Interest[] = [`order/${order}`, `owner/${owner}`, `kind/${kind}`, 'everything']
  return factory === undefined ? interests : [...interests, `factory/${factory}`]
}

type Listener = (event: OutboxEvent) => void

/** The one reader of the event table in a process; it reads only while somebody listens. */
export class LiveReader {
  private readonly listeners = new Map<Interest, Set<Listener>>()
  private readonly recent: OutboxEvent[] = []
  private running = false
  private closed = false
  private readonly database: Database
  private readonly log: Log

  constructor(database: Database, log: Log) {
    this.database = database
    this.log = log
  }

  close(): void {
    this.closed = true
  }

  /**
   * Events after `cursor` (or from now on) that are of one of the `interests`, in the order of commits, until `signal` aborts.
   * None is missing, doubled or out of order, also where the subscriber was away.
   */
  async *follow(input: {
    cursor: string | undefined
    interests: readonly Interest[]
    signal: AbortSignal
  }): AsyncGenerator<OutboxEvent> {
    const { signal } = input
    const interests = new Set(input.interests)
    const queue: OutboxEvent[] = []
    let wake: () => void = () => undefined
    const listener: Listener = (event) => {
      queue.push(event)
      wake()
    }
    const stop = () => wake()
    signal.addEventListener('abort', stop)
    this.listen(interests, listener)
    try {
      // Read before anything else: from here on the reader tells, up to here the table is asked, and nothing lies between.
      const start = await currentCursor(this.database.pool)
      let last = input.cursor ?? start
      this.run(start)
      if (input.cursor !== undefined) {
        for await (const event of this.missed(input.cursor)) {
          last = event.cursor
          if (interestsIn(event).some((interest) => interests.has(interest))) yield event
        }
      }
      // The reader tells in order: what comes after the first that is new is new.
      let caughtUp = false
      while (!signal.aborted) {
        const event = queue.shift()
        if (event === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve
            if (queue.length > 0 || signal.aborted) resolve()
          })
          continue
        }
        caughtUp ||= compareCursors(event.cursor, last) > 0
        if (caughtUp) yield event
      }
    } finally {
      this.leave(interests, listener)
      signal.removeEventListener('abort', stop)
    }
  }

  private listen(interests: ReadonlySet<Interest>, listener: Listener): void {
    for (const interest of interests) {
      const others = this.listeners.get(interest)
      if (others === undefined) this.listeners.set(interest, new Set([listener]))
      else others.add(listener)
    }
  }

  private leave(interests: ReadonlySet<Interest>, listener: Listener): void {
    for (const interest of interests) {
      const others = this.listeners.get(interest)
      others?.delete(listener)
      if (others?.size === 0) this.listeners.delete(interest)
    }
  }

  /** Tells each who listens for it once, though it may be of several interests. */
  private tell(event: OutboxEvent): void {
    const told = new Set<Listener>()
    for (const interest of interestsIn(event)) for (const each of this.listeners.get(interest) ?? []) told.add(each)
    for (const listener of told) listener(event)
  }

  /** What was written between a subscriber's last event and now: from memory where that reaches back, else from the database. */
  private async *missed(cursor: string): AsyncGenerator<OutboxEvent> {
    const [first] = this.recent
    if (first !== undefined && compareCursors(first.cursor, cursor) <= 0) {
      yield* this.recent.filter((event) => compareCursors(event.cursor, cursor) > 0)
      return
    }
    let from = cursor
    for (;;) {
      const page = await eventsAfter(this.database.pool, from)
      yield* page
      const last = page.at(-1)
      if (last === undefined) return
      from = last.cursor
    }
  }

  private run(start: string): void {
    if (this.running || this.closed) return
    this.running = true
    void this.read(start).finally(() => {
      this.running = false
    })
  }

  private async read(start: string): Promise<void> {
    let cursor = start
    while (this.listeners.size > 0 && !this.closed) {
      try {
        const events = await eventsAfter(this.database.pool, cursor, pageSize)
        for (const event of events) {
          cursor = event.cursor
          this.recent.push(event)
          this.tell(event)
        }
        if (this.recent.length > kept) this.recent.splice(0, this.recent.length - kept)
        // Asking again at once for the few that came meanwhile would take the writers' time.
        if (events.length < pageSize) await delay(restMs)
      } catch (error) {
        // The database is away, perhaps restarting: subscribers keep their place and hear of everything later.
        this.log.warn({ err: error }, 'The event reader waits for the database')
        await delay(1000)
      }
    }
    // Nobody listens: what comes meanwhile is read by cursor when somebody returns.
    this.recent.length = 0
  }
}
