/** A half-open span of business time, epoch milliseconds: `from` belongs to it, `to` does not. */
export type Interval = { readonly from: number; readonly to: number }

/**
 * The algebra below works on **tidy** lists: sorted, disjoint, not touching, none empty.
 * Each function returns a tidy list and takes linear time; only `tidy` sorts, and only when it must.
 */
export function tidy(spans: readonly Interval[]): readonly Interval[] {
  if (isTidy(spans)) return spans
  const sorted = spans.filter((span) => span.from < span.to).sort((a, b) => a.from - b.from)
  const out: Interval[] = []
  for (const span of sorted) append(out, span)
  return out
}

/** What is in either list. */
export function union(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const out: Interval[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const left = a[i]
    const right = b[j]
    if (left && (!right || left.from <= right.from)) {
      append(out, left)
      i++
    } else if (right) {
      append(out, right)
      j++
    }
  }
  return out
}

/** What is in both lists. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const out: Interval[] = []
  let i = 0
  let j = 0
  for (;;) {
    const left = a[i]
    const right = b[j]
    if (!left || !right) return out
    const from = Math.max(left.from, right.from)
    const to = Math.min(left.to, right.to)
    if (from < to) out.push({ from, to })
    if (left.to <= right.to) i++
    else j++
  }
}

/** What is in `a` and not in `b`. */
export function subtract(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const out: Interval[] = []
  let j = 0
  for (const span of a) {
    let from = span.from
    let hole = b[j]
    while (hole && hole.to <= from) hole = b[++j]
    let k = j
    while (hole && hole.from < span.to) {
      if (from < hole.from) out.push({ from, to: hole.from })
      from = hole.to
      hole = b[++k]
    }
    if (from < span.to) out.push({ from, to: span.to })
  }
  return out
}

/** The part of a list that lies inside one span. */
export function clip(spans: readonly Interval[], within: Interval): Interval[] {
  return intersect(spans, [within])
}

/** Milliseconds in a tidy list. */
export function total(spans: readonly Interval[]): number {
  let sum = 0
  for (const span of spans) sum += span.to - span.from
  return sum
}

function isTidy(spans: readonly Interval[]): boolean {
  let end = Number.NEGATIVE_INFINITY
  for (const span of spans) {
    if (span.from <= end || span.to <= span.from) return false
    end = span.to
  }
  return true
}

/** Adds a span that starts no earlier than the last one, joining the two where they meet. */
function append(out: Interval[], span: Interval): void {
  const last = out.at(-1)
  if (!last || last.to < span.from) out.push(span)
  else if (last.to < span.to) out[out.length - 1] = { from: last.from, to: span.to }
}
