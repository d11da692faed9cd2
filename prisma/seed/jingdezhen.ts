import type { Calendar } from '#models/planning/calendar.ts'
import { bodiesOf } from './bodies.ts'
import { chinaHolidays } from './holidays.ts'
import { type SeedFactory, seedFactory } from './seed-factory.ts'
import { jingdezhenDay } from './shifts.ts'
import { workshop } from './workshop.ts'

const zone = 'Asia/Shanghai'
const belt = 'jingdezhen'
const spring: Calendar = { zone, shifts: jingdezhenDay, closures: chinaHolidays('2027-01-29', '2027-02-19') }
const bodies = bodiesOf({ white: 124, speckled: 122, dark: 128 })

/** Division of labour around shared kilns; into the EU with its duties it loses to Alcobaça. */
export const jingdezhen: readonly SeedFactory[] = [
  seedFactory({
    id: 'jingdezhen-qinghua',
    name: 'Jingdezhen Qinghua',
    place: 'Jingdezhen',
    zone,
    lat: 29.3,
    lon: 117.21,
    resources: workshop('jingdezhen-qinghua', {
      calendar: spring,
      sharePermille: 200,
      machines: { 'model-making': 1, 'mould-making': 1, casting: 1, throwing: 1, kiln: 2, glazing: 1 },
      people: [
        ['Li Na', 'office', 'model-making', 'inspection'],
        ['Wang Lei', 'mould-making', 'casting'],
        ['Chen Bo', 'throwing', 'fettling'],
        ['Zhao Min', 'kiln', 'glazing'],
        ['Sun Yi', 'fettling', 'packing', 'inspection'],
      ],
    }),
    rates: { belt, hoursPermille: 500, materialsPermille: 700, marginPermille: 350 },
    limits: { longestMm: {}, largestQuantity: 1000 },
    leadTime: { queueDays: 5, materialDays: { 'glaze-copper': 6 } },
    shrinkages: bodies(0),
    cutOff: '17:00',
    score: 850,
    bidding: 'automatic',
    temper: 'quick',
  }),
  seedFactory({
    id: 'sanbao-yao',
    name: 'Sanbao Yao',
    place: 'Sanbao',
    zone,
    lat: 29.24,
    lon: 117.22,
    resources: workshop('sanbao-yao', {
      calendar: spring,
      sharePermille: 180,
      machines: { throwing: 2, kiln: 1, glazing: 1 },
      people: [
        ['Hu Jie', 'office', 'throwing', 'inspection'],
        ['Xu Fang', 'throwing', 'fettling'],
        ['Gao Lin', 'kiln', 'glazing', 'packing'],
      ],
    }),
    rates: { belt, hoursPermille: 600, materialsPermille: 750, marginPermille: 360 },
    limits: { longestMm: {}, largestQuantity: 60 },
    leadTime: { queueDays: 3, materialDays: { 'glaze-copper': 6 } },
    shrinkages: bodies(1),
    cutOff: '17:00',
    score: 830,
    bidding: 'automatic',
    temper: 'steady',
  }),
]
