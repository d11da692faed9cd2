import { instantOf, localDay, minuteMs, weekdayOf } from '#models/planning/local-day.ts'

/** When people who work ahead of the plan are at work: Monday to Friday, minutes of the local day. */
const hours = { from: 8 * 60, to: 16 * 60 + 30 } as const
const saturday = 6

/** The first moment at or after `at` (epoch ms) at which somebody in this IANA zone is at work. */
export function atWork(at: number, zone: string): number {
  for (let day = localDay(zone, at); ; day += 1) {
    if (weekdayOf(day) >= saturday) continue
    const opens = instantOf(zone, day, hours.from)
    if (at < opens) return opens
    if (at <= opens + (hours.to - hours.from) * minuteMs) return at
  }
}
