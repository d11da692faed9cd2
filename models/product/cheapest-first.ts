type Entry<T> = { readonly cost: number; readonly turn: number; readonly item: T }

/** What waits to be tried, cheapest first; of equal cost, what was put in first. */
export class CheapestFirst<T> {
  readonly #heap: Entry<T>[] = []
  #turn = 0

  /** The cost of what comes next; Infinity when nothing waits. */
  get cost(): number {
    return this.#heap[0]?.cost ?? Number.POSITIVE_INFINITY
  }

  put(cost: number, item: T): void {
    const entry = { cost, turn: this.#turn, item }
    this.#turn += 1
    let place = this.#heap.length
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = this.#heap[above]
      if (parent === undefined || !before(entry, parent)) break
      this.#heap[place] = parent
      place = above
    }
    this.#heap[place] = entry
  }

  take(): T | undefined {
    const first = this.#heap[0]
    const last = this.#heap.pop()
    if (first === undefined || last === undefined || first === last) return first?.item
    let place = 0
    for (;;) {
      const left = this.#heap[2 * place + 1]
      const right = this.#heap[2 * place + 2]
      const nearer = right !== undefined && left !== undefined && before(right, left) ? right : left
      if (nearer === undefined || !before(nearer, last)) break
      this.#heap[place] = nearer
      place = 2 * place + (nearer === left ? 1 : 2)
    }
    this.#heap[place] = last
    return first.item
  }
}

function before<T>(one: Entry<T>, other: Entry<T>): boolean {
  return one.cost < other.cost || (one.cost === other.cost && one.turn < other.turn)
}
