import type { Calendar } from '#models/planning/calendar.ts'
import { italyHolidays } from './holidays.ts'
import { type SeedFactory, seedFactory } from './seed-factory.ts'
import { brianzaDay } from './shifts.ts'
import { workshop } from './workshop.ts'

const zone = 'Europe/Rome'
const belt = 'valenza'
const goldsmiths: Calendar = { zone, shifts: brianzaDay, closures: italyHolidays('2027-08-02', '2027-08-22') }

/** Set gold: casters with setters of their own among some 700 firms. */
export const valenza: readonly SeedFactory[] = [
  seedFactory({
    id: 'orafi-del-monferrato',
    name: 'Orafi del Monferrato',
    place: 'Valenza',
    zone,
    lat: 45.013,
    lon: 8.643,
    resources: workshop('orafi-del-monferrato', {
      calendar: goldsmiths,
      sharePermille: 200,
      machines: { 'wax-printing': 1, 'burn-out': 1, 'metal-casting': 1, polishing: 2, engraving: 1 },
      people: [
        ['Elena', 'office', 'inspection', 'hallmarking'],
        ['Dario', 'wax-printing', 'burn-out', 'metal-casting'],
        ['Piero', 'jewellery-bench', 'polishing'],
        ['Silvia', 'stone-setting', 'jewellery-bench'],
        ['Giada', 'engraving', 'polishing', 'packing'],
      ],
    }),
    rates: { belt, hoursPermille: 250, materialsPermille: 1000, marginPermille: 340 },
    limits: { longestMm: {}, largestQuantity: 60 },
    leadTime: { queueDays: 2, materialDays: {} },
    cutOff: '16:30',
    score: 920,
    bidding: 'automatic',
    temper: 'quick',
  }),
  seedFactory({
    id: 'incastonatori-po',
    name: 'Incastonatori del Po',
    place: 'Valenza',
    zone,
    lat: 45.008,
    lon: 8.652,
    resources: workshop('incastonatori-po', {
      calendar: goldsmiths,
      sharePermille: 150,
      machines: { 'wax-printing': 1, 'burn-out': 1, 'metal-casting': 1, polishing: 1, engraving: 1 },
      people: [
        ['Marco', 'office', 'inspection', 'hallmarking', 'packing'],
        ['Luca', 'wax-printing', 'burn-out', 'metal-casting'],
        ['Anna', 'jewellery-bench', 'polishing', 'engraving'],
        ['Teresa', 'stone-setting'],
      ],
    }),
    rates: { belt, hoursPermille: 700, materialsPermille: 1010, marginPermille: 360 },
    limits: { longestMm: {}, largestQuantity: 30 },
    leadTime: { queueDays: 3, materialDays: {} },
    cutOff: '16:00',
    score: 890,
    bidding: 'automatic',
    temper: 'steady',
  }),
]
