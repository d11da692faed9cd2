import type { Calendar } from '#models/planning/calendar.ts'
import { bodiesOf } from './bodies.ts'
import { englandHolidays } from './holidays.ts'
import { type SeedFactory, seedFactory } from './seed-factory.ts'
import { stokeDay } from './shifts.ts'
import { workshop } from './workshop.ts'

const zone = 'Europe/London'
const belt = 'stoke-on-trent'
const potters: Calendar = { zone, shifts: stokeDay, closures: englandHolidays('2027-06-28', '2027-07-11') }
const bodies = bodiesOf({ white: 115, speckled: 114, dark: 119 })

/** Small makers among the old pot banks. */
export const stokeOnTrent: readonly SeedFactory[] = [
  seedFactory({
    id: 'etruria-stoneware',
    name: 'Etruria Stoneware',
    place: 'Stoke-on-Trent',
    zone,
    lat: 53.019,
    lon: -2.193,
    resources: workshop('etruria-stoneware', {
      calendar: potters,
      sharePermille: 150,
      machines: { 'model-making': 1, 'mould-making': 1, casting: 1, throwing: 1, kiln: 2, glazing: 1 },
      people: [
        ['Helen', 'office', 'model-making', 'inspection'],
        ['Craig', 'mould-making', 'casting'],
        ['Imran', 'throwing', 'fettling'],
        ['Lucy', 'kiln', 'glazing'],
        ['Dawn', 'fettling', 'packing', 'inspection'],
      ],
    }),
    rates: { belt, hoursPermille: 450, materialsPermille: 1080, marginPermille: 480 },
    limits: { longestMm: {}, largestQuantity: 500 },
    leadTime: { queueDays: 4, materialDays: { 'glaze-copper': 6 } },
    shrinkages: bodies(0),
    cutOff: '16:00',
    score: 870,
    bidding: 'automatic',
    temper: 'steady',
  }),
  seedFactory({
    id: 'burslem-wheel',
    name: 'Burslem Wheel',
    place: 'Burslem',
    zone,
    lat: 53.045,
    lon: -2.19,
    resources: workshop('burslem-wheel', {
      calendar: potters,
      sharePermille: 200,
      machines: { throwing: 2, kiln: 1, glazing: 1 },
      people: [
        ['Owen', 'office', 'throwing', 'inspection'],
        ['Priya', 'throwing', 'fettling'],
        ['Kath', 'kiln', 'glazing', 'packing'],
      ],
    }),
    rates: { belt, hoursPermille: 500, materialsPermille: 1100, marginPermille: 460 },
    limits: { longestMm: {}, largestQuantity: 30 },
    leadTime: { queueDays: 3, materialDays: { 'glaze-copper': 6 } },
    shrinkages: bodies(1),
    cutOff: '15:30',
    score: 840,
    bidding: 'automatic',
    temper: 'quick',
  }),
]
