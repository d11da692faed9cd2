import { IANAZone } from 'luxon'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** No zone is further than this from UTC (Kiribati is +14). */
const widestOffsetMs = 15 * hourMs
/** Per zone; there are some 600 zones. */
const rememberedDays = 2_000

/** Offsets in minutes at UTC midnights, by zone and day: a pure memo, emptied when full, since asking Intl costs microseconds. */
const offsets = new Map<string, Map<number, number>>()

/** The local date of an instant, as days since 1970-01-01 on the wall calendar of `zone`. */
export function localDay(zone: string, instant: number): number {
  const utcDay = Math.floor(instant / dayMs)
  const early = midnightOffset(zone, utcDay)
  const offset = early === midnightOffset(zone, utcDay + 1) ? early : offsetAt(zone, instant)
  return Math.floor((instant + offset * minuteMs) / dayMs)
}

/** `YYYY-MM-DD` as days since 1970-01-01. */
export function dayOfDate(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`) / dayMs
  if (!Number.isInteger(day) || dateOfDay(day) !== date) throw new RangeError(`not a date: ${date}`)
  return day
}

/** Days since 1970-01-01 as `YYYY-MM-DD`. */
export function dateOfDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** `HH:MM` as minutes after local midnight; `24:00` is allowed as an end. */
export function minutesOf(time: string): number {
  const hours = Number(time.slice(0, 2))
  const minutes = Number(time.slice(3, 5))
  const sum = hours * 60 + minutes
  if (!/^\d\d:\d\d$/.test(time) || minutes > 59 || sum > 1440) throw new RangeError(`not a time of day: ${time}`)
  return sum
}

/**
 * The first instant at which a clock on the wall in `zone` reads this local time or later. An hour that occurs twice means its first
 * occurrence, one that is skipped means the moment of the change, so that the order of local times is kept.
 * Assumes that a zone changes its offset at most once in any three days.
 */
export function instantOf(zone: string, day: number, minutes: number): number {
  const wall = day * dayMs + minutes * minuteMs
  const before = Math.floor((wall - widestOffsetMs) / dayMs)
  const after = Math.ceil((wall + widestOffsetMs) / dayMs)
  const early = midnightOffset(zone, before)
  const late = midnightOffset(zone, after)
  if (early === late) return wall - early * minuteMs
  const change = changeBetween(zone, before * dayMs, after * dayMs, early)
  const asBefore = wall - early * minuteMs
  return asBefore < change ? asBefore : Math.max(change, wall - late * minuteMs)
}

function changeBetween(zone: string, from: number, to: number, offset: number): number {
  let low = from / minuteMs
  let high = to / minuteMs
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(zone, middle * minuteMs) === offset) low = middle
    else high = middle
  }
  return high * minuteMs
}

function midnightOffset(zone: string, utcDay: number): number {
  const ofZone = offsets.get(zone) ?? new Map<number, number>()
  const known = ofZone.get(utcDay)
  if (known !== undefined) return known
  if (ofZone.size >= rememberedDays) ofZone.clear()
  const offset = offsetAt(zone, utcDay * dayMs)
  ofZone.set(utcDay, offset)
  offsets.set(zone, ofZone)
  return offset
}

function offsetAt(zone: string, instant: number): number {
  const offset = IANAZone.create(zone).offset(instant)
  if (Number.isNaN(offset)) throw new RangeError(`not an IANA zone: ${zone}`)
  return offset
}
