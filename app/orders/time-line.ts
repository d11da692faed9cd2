/** A moment’s place on a line, in thousandths of its length, and which way its label hangs so that it stays on the page. */
export type Tick = { readonly at: number; readonly permille: number; readonly hangs: 'start' | 'middle' | 'end' }

/** The shortest line, ms: two moments of one minute would otherwise stand on one spot for no reason. */
const shortest = 3_600_000

/**
 * Places moments (epoch ms) on one line that begins at `from` and ends at the last of them. What lies before `from` stands at its
 * start; a moment that is not known has no tick.
 */
export function timeLine<Name extends string>(
  from: number,
  moments: Readonly<Record<Name, number | undefined>>,
): Partial<Record<Name, Tick>> {
  const known = Object.values<number | undefined>(moments).flatMap((at) => at ?? [])
  const to = Math.max(from + shortest, ...known)
  const line: Partial<Record<Name, Tick>> = {}
  for (const name in moments) {
    const at: number | undefined = moments[name]
    if (at === undefined) continue
    const permille = Math.round((1000 * (Math.max(at, from) - from)) / (to - from))
    line[name] = { at, permille, hangs: hangOf(permille) }
  }
  return line
}

/** A label hangs inwards near either end, so that it never leaves the line. */
function hangOf(permille: number): Tick['hangs'] {
  return permille < 300 ? 'start' : permille > 700 ? 'end' : 'middle'
}
