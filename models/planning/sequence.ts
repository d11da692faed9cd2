import type { Operation } from '../product/routing.ts'

type Times = { readonly earliest: number; readonly tail: number }

/** Seconds of work of one operation, on a machine or by a person. */
export function workS(operation: Operation): number {
  return operation.setupS + operation.runS
}

/**
 * Operations in an order that respects `after` and depends on nothing but the operations: soonest possible start on unlimited capacity first,
 * then the longest way to the end (lag included), then the key. Predecessors that are not in the list are left to the caller.
 * Throws RangeError when two operations share a key or wait for each other.
 */
export function sequence(operations: readonly Operation[]): Operation[] {
  const byKey = new Map(operations.map((each) => [each.key, each]))
  if (byKey.size !== operations.length) throw new RangeError('two operations with one key')
  const times = timesOf(operations)
  const waiting = new Set(byKey.keys())
  const out: Operation[] = []
  while (waiting.size > 0) {
    let next: Operation | undefined
    for (const key of waiting) {
      const candidate = byKey.get(key)
      if (!candidate || candidate.after.some((each) => waiting.has(each))) continue
      if (!next || comesBefore(candidate, next, times)) next = candidate
    }
    if (!next) throw new RangeError(`operations wait for each other: ${[...waiting].join(', ')}`)
    waiting.delete(next.key)
    out.push(next)
  }
  return out
}

function comesBefore(a: Operation, b: Operation, times: ReadonlyMap<string, Times>): boolean {
  const left = times.get(a.key)
  const right = times.get(b.key)
  if (left && right && left.earliest !== right.earliest) return left.earliest < right.earliest
  if (left && right && left.tail !== right.tail) return left.tail > right.tail
  return a.key < b.key
}

/** Longest ways through the network, by relaxation: at most one round per operation, so a cycle ends too. */
function timesOf(operations: readonly Operation[]): Map<string, Times> {
  const earliest = new Map(operations.map((each) => [each.key, 0]))
  const tail = new Map(operations.map((each) => [each.key, workS(each) + each.lagS]))
  const byKey = new Map(operations.map((each) => [each.key, each]))
  let changed = true
  for (let round = 0; changed && round < operations.length; round++) {
    changed = false
    for (const operation of operations) {
      for (const key of operation.after) {
        const before = byKey.get(key)
        if (!before) continue
        const length = workS(before) + before.lagS
        const start = (earliest.get(key) ?? 0) + length
        const way = (tail.get(operation.key) ?? 0) + length
        if (start > (earliest.get(operation.key) ?? 0)) {
          earliest.set(operation.key, start)
          changed = true
        }
        if (way > (tail.get(key) ?? 0)) {
          tail.set(key, way)
          changed = true
        }
      }
    }
  }
  return new Map(operations.map(({ key }) => [key, { earliest: earliest.get(key) ?? 0, tail: tail.get(key) ?? 0 }]))
}
