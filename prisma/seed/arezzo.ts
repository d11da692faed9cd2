import type { Calendar } from '#models/planning/calendar.ts'
import { italyHolidays } from './holidays.ts'
import { type SeedFactory, seedFactory } from './seed-factory.ts'
import { brianzaDay } from './shifts.ts'
import { workshop } from './workshop.ts'

const zone = 'Europe/Rome'
const belt = 'arezzo'
const casters: Calendar = { zone, shifts: brianzaDay, closures: italyHolidays('2027-08-09', '2027-08-22') }

/** Casting in series, without setters: rings with stones go elsewhere. */
export const arezzo: readonly SeedFactory[] = [
  seedFactory({
    id: 'fusioni-aretine',
    name: 'Fusioni Aretine',
    place: 'Arezzo',
    zone,
    lat: 43.468,
    lon: 11.86,
    resources: workshop('fusioni-aretine', {
      calendar: casters,
      sharePermille: 180,
      machines: { 'wax-printing': 2, 'burn-out': 2, 'metal-casting': 1, polishing: 2, engraving: 1 },
      people: [
        ['Chiara', 'office', 'inspection', 'hallmarking'],
        ['Fabio', 'wax-printing', 'burn-out', 'metal-casting'],
        ['Sandro', 'jewellery-bench', 'polishing'],
        ['Rita', 'engraving', 'polishing', 'packing'],
      ],
    }),
    rates: { belt, hoursPermille: 500, materialsPermille: 1000, marginPermille: 320 },
    limits: { longestMm: {}, largestQuantity: 300 },
    leadTime: { queueDays: 4, materialDays: {} },
    cutOff: '17:00',
    score: 860,
    bidding: 'automatic',
    temper: 'steady',
  }),
]
