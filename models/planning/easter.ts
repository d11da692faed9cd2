const dayMs = 86_400_000

/** Easter Sunday of the Gregorian calendar, days since 1970-01-01 (Meeus, "Astronomical Algorithms", chapter 8). */
export function westernEaster(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1) / dayMs
}

/** Easter Sunday of the Julian calendar, as a Gregorian date: 13 days later from 1900 to 2099 (Meeus, chapter 8). */
export function easternEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const n = d + e + 114
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1) / dayMs + 13
}
