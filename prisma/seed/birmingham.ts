import type { Calendar } from '#models/planning/calendar.ts'
import { englandHolidays } from './holidays.ts'
import { type SeedFactory, seedFactory } from './seed-factory.ts'
import { birminghamDay } from './shifts.ts'
import { workshop } from './workshop.ts'

const zone = 'Europe/London'
const belt = 'birmingham'
const quarter: Calendar = { zone, shifts: birminghamDay, closures: englandHolidays('2027-08-02', '2027-08-08') }

/** One-offs, with the assay office round the corner. */
export const birmingham: readonly SeedFactory[] = [
  seedFactory({
    id: 'vyse-street-casting',
    name: 'Vyse Street Casting',
    place: 'Birmingham',
    zone,
    lat: 52.488,
    lon: -1.912,
    resources: workshop('vyse-street-casting', {
      calendar: quarter,
      sharePermille: 200,
      machines: { 'wax-printing': 1, 'burn-out': 1, 'metal-casting': 1, polishing: 1, engraving: 1 },
      people: [
        ['Ruth', 'office', 'inspection', 'hallmarking'],
        ['Dev', 'wax-printing', 'burn-out', 'metal-casting'],
        ['Alan', 'jewellery-bench', 'polishing'],
        ['Maya', 'stone-setting', 'engraving', 'packing'],
      ],
    }),
    rates: { belt, hoursPermille: 400, materialsPermille: 1010, marginPermille: 370 },
    limits: { longestMm: {}, largestQuantity: 80 },
    leadTime: { queueDays: 2, materialDays: {} },
    cutOff: '16:00',
    score: 900,
    bidding: 'automatic',
    temper: 'quick',
  }),
  seedFactory({
    id: 'warstone-bench',
    name: 'Warstone Bench',
    place: 'Birmingham',
    zone,
    lat: 52.49,
    lon: -1.908,
    resources: workshop('warstone-bench', {
      calendar: quarter,
      sharePermille: 250,
      machines: { 'wax-printing': 1, 'burn-out': 1, 'metal-casting': 1, polishing: 1 },
      people: [
        ['Joan', 'office', 'inspection', 'hallmarking', 'packing'],
        ['Theo', 'wax-printing', 'burn-out', 'metal-casting'],
        ['Nadia', 'jewellery-bench', 'polishing', 'stone-setting'],
      ],
    }),
    rates: { belt, hoursPermille: 300, materialsPermille: 1020, marginPermille: 350 },
    limits: { longestMm: {}, largestQuantity: 20 },
    leadTime: { queueDays: 3, materialDays: {} },
    cutOff: '15:30',
    score: 850,
    bidding: 'automatic',
    temper: 'slow',
  }),
]
