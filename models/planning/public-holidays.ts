/** Days of rest of one country besides Saturday and Sunday: `MM-DD` of every year, and days counted from Easter Sunday. */
export type PublicHolidays = {
  readonly zone: string
  readonly fixed: readonly string[]
  readonly easter: 'western' | 'eastern'
  readonly moving: readonly number[]
}

const goodFriday = -2
const easterMonday = 1
const ascension = 39
const whitMonday = 50
const corpusChristi = 60

function western(zone: string, fixed: string, moving: readonly number[]): PublicHolidays {
  return { zone, fixed: fixed.split(' '), easter: 'western', moving }
}

function eastern(zone: string, fixed: string, moving: readonly number[]): PublicHolidays {
  return { zone, fixed: fixed.split(' '), easter: 'eastern', moving }
}

/**
 * Nationwide public holidays by each country's law, as in force in 2026, with the zone of the capital; half days and regional ones are
 * left to the buffer of a promise. Keys are ISO 3166-1 alpha-2.
 */
export const publicHolidays: Readonly<Record<string, PublicHolidays>> = {
  AT: western('Europe/Vienna', '01-01 01-06 05-01 08-15 10-26 11-01 12-08 12-25 12-26', [
    easterMonday,
    ascension,
    whitMonday,
    corpusChristi,
  ]),
  BE: western('Europe/Brussels', '01-01 05-01 07-21 08-15 11-01 11-11 12-25', [easterMonday, ascension, whitMonday]),
  BG: eastern('Europe/Sofia', '01-01 03-03 05-01 05-06 05-24 09-06 09-22 12-24 12-25 12-26', [
    goodFriday,
    easterMonday,
  ]),
  CH: western('Europe/Zurich', '01-01 08-01 12-25 12-26', [goodFriday, easterMonday, ascension, whitMonday]),
  CY: eastern('Asia/Nicosia', '01-01 01-06 03-25 04-01 05-01 08-15 10-01 10-28 12-25 12-26', [
    -48,
    goodFriday,
    easterMonday,
    whitMonday,
  ]),
  CZ: western('Europe/Prague', '01-01 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26', [
    goodFriday,
    easterMonday,
  ]),
  DE: western('Europe/Berlin', '01-01 05-01 10-03 12-25 12-26', [goodFriday, easterMonday, ascension, whitMonday]),
  DK: western('Europe/Copenhagen', '01-01 12-25 12-26', [-3, goodFriday, easterMonday, ascension, whitMonday]),
  EE: western('Europe/Tallinn', '01-01 02-24 05-01 06-23 06-24 08-20 12-24 12-25 12-26', [goodFriday]),
  ES: western('Europe/Madrid', '01-01 01-06 05-01 08-15 10-12 11-01 12-06 12-08 12-25', [goodFriday]),
  FI: western('Europe/Helsinki', '01-01 01-06 05-01 12-06 12-25 12-26', [goodFriday, easterMonday, ascension]),
  FR: western('Europe/Paris', '01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25', [easterMonday, ascension, whitMonday]),
  GB: western('Europe/London', '01-01 12-25 12-26', [goodFriday, easterMonday]),
  GR: eastern('Europe/Athens', '01-01 01-06 03-25 05-01 08-15 10-28 12-25 12-26', [
    -48,
    goodFriday,
    easterMonday,
    whitMonday,
  ]),
  HR: western('Europe/Zagreb', '01-01 01-06 05-01 05-30 06-22 08-05 08-15 11-01 11-18 12-25 12-26', [
    easterMonday,
    corpusChristi,
  ]),
  HU: western('Europe/Budapest', '01-01 03-15 05-01 08-20 10-23 11-01 12-24 12-25 12-26', [
    goodFriday,
    easterMonday,
    whitMonday,
  ]),
  IE: western('Europe/Dublin', '01-01 03-17 12-25 12-26', [easterMonday]),
  IT: western('Europe/Rome', '01-01 01-06 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26', [easterMonday]),
  LT: western('Europe/Vilnius', '01-01 02-16 03-11 05-01 06-24 07-06 08-15 11-01 11-02 12-24 12-25 12-26', [
    easterMonday,
  ]),
  LU: western('Europe/Luxembourg', '01-01 05-01 05-09 06-23 08-15 11-01 12-25 12-26', [
    easterMonday,
    ascension,
    whitMonday,
  ]),
  LV: western('Europe/Riga', '01-01 05-01 05-04 06-23 06-24 11-18 12-24 12-25 12-26 12-31', [goodFriday, easterMonday]),
  MT: western('Europe/Malta', '01-01 02-10 03-19 03-31 05-01 06-07 06-29 08-15 09-08 09-21 12-08 12-13 12-25', [
    goodFriday,
  ]),
  NL: western('Europe/Amsterdam', '01-01 04-27 12-25 12-26', [easterMonday, ascension, whitMonday]),
  NO: western('Europe/Oslo', '01-01 05-01 05-17 12-25 12-26', [-3, goodFriday, easterMonday, ascension, whitMonday]),
  PL: western('Europe/Warsaw', '01-01 01-06 05-01 05-03 08-15 11-01 11-11 12-24 12-25 12-26', [
    easterMonday,
    corpusChristi,
  ]),
  PT: western('Europe/Lisbon', '01-01 04-25 05-01 06-10 08-15 10-05 11-01 12-01 12-08 12-25', [
    goodFriday,
    corpusChristi,
  ]),
  RO: eastern('Europe/Bucharest', '01-01 01-02 01-06 01-07 01-24 05-01 06-01 08-15 11-30 12-01 12-25 12-26', [
    goodFriday,
    easterMonday,
    whitMonday,
  ]),
  SE: western('Europe/Stockholm', '01-01 01-06 05-01 06-06 12-25 12-26', [goodFriday, easterMonday, ascension]),
  SI: western('Europe/Ljubljana', '01-01 01-02 02-08 04-27 05-01 05-02 06-25 08-15 10-31 11-01 12-25 12-26', [
    easterMonday,
  ]),
  SK: western('Europe/Bratislava', '01-01 01-06 05-01 07-05 08-29 11-01 12-24 12-25 12-26', [goodFriday, easterMonday]),
}
