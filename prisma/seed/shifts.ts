import type { Calendar } from '#models/planning/calendar.ts'

type Shifts = Calendar['shifts']

/** The same hours on several weekdays; 1 is Monday. */
function on(weekdays: readonly number[], ...hours: readonly (readonly [string, string])[]): Shifts {
  return weekdays.flatMap((weekday) => hours.map(([from, to]) => ({ weekday, from, to })))
}

const mondayToThursday = [1, 2, 3, 4]
const mondayToFriday = [...mondayToThursday, 5]
/** Guangdong: two hours for lunch and rest; Saturday, which is worked, is kept for the house's own orders. */
export const foshanDay = on(mondayToFriday, ['08:00', '12:00'], ['13:30', '17:30'])

/** A large line's night shift, over midnight. */
export const foshanNight = on(mondayToFriday, ['20:00', '04:00'])

/** Ganzhou: as above, with the afternoon later. */
export const nankangDay = on(mondayToFriday, ['08:00', '12:00'], ['14:00', '18:00'])

/** Lombardy: 40 hours in five days. */
export const brianzaDay = on(mondayToFriday, ['08:00', '12:00'], ['13:30', '17:30'])

/** A lacquer specialist's two turns. */
export const brianzaEarly = on(mondayToFriday, ['06:00', '14:00'])
export const brianzaLate = on(mondayToFriday, ['14:00', '22:00'])

/** Leiria district: 40 hours in five days. */
export const alcobacaDay = on(mondayToFriday, ['08:00', '12:00'], ['13:00', '17:00'])

/** Staffordshire: 39 hours, an hour less on Friday. */
export const stokeDay = [
  ...on(mondayToThursday, ['07:30', '12:00'], ['12:30', '16:00']),
  ...on([5], ['07:30', '12:00'], ['12:30', '15:00']),
]

/** West Midlands: 37.5 hours in five days. */
export const birminghamDay = on(mondayToFriday, ['08:30', '12:30'], ['13:00', '16:30'])

/** Jiangxi: a long rest at noon. */
export const jingdezhenDay = on(mondayToFriday, ['08:00', '12:00'], ['14:00', '18:00'])

/** Rio Grande do Sul: the week of 44 hours, an hour shorter on Friday (Consolidação das Leis do Trabalho, art. 58; constitution, art. 7 XIII). */
export const bentoDay = [
  ...on(mondayToThursday, ['07:00', '12:00'], ['13:00', '17:00']),
  ...on([5], ['07:00', '12:00'], ['13:00', '16:00']),
]
