import type { PlannedOperation, Segment } from './place.ts'
import type { JobToReplan, ReplanInput } from './remaining-work.ts'
import { shiftRight } from './shift-right.ts'

/**
 * Which jobs cannot keep their place: shifted right, something of them would begin, end or be ready later than planned, or what they were
 * planned on is gone. The others stay where they are, whatever becomes of these.
 */
export function splitUnsettled(input: ReplanInput): { unsettled: JobToReplan[]; settled: JobToReplan[] } {
  const unsettled = new Set<string>()
  for (;;) {
    const jobs = input.jobs.filter(({ id }) => !unsettled.has(id))
    const shifted = shiftRight({ ...input, jobs })
    if ('refused' in shifted) {
      unsettled.add(shifted.job)
      continue
    }
    for (const { id, current } of jobs) {
      const plan = shifted.get(id)
      const later = plan?.operations.some((each) => isLater(each, current.segments))
      if (plan === undefined || later || plan.finishesAt > current.finishesAt) unsettled.add(id)
    }
    return {
      unsettled: input.jobs.filter(({ id }) => unsettled.has(id)),
      settled: input.jobs.filter(({ id }) => !unsettled.has(id)),
    }
  }
}

function isLater({ key, startsAt, endsAt }: PlannedOperation, segments: readonly Segment[]): boolean {
  const mine = segments.filter(({ operation }) => operation === key)
  if (mine.length === 0) return false
  return (
    startsAt > Math.min(...mine.map((each) => each.startsAt)) || endsAt > Math.max(...mine.map((each) => each.endsAt))
  )
}
