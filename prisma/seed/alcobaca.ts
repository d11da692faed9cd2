import type { Calendar } from '#models/planning/calendar.ts'
import { bodiesOf } from './bodies.ts'
import { portugalHolidays } from './holidays.ts'
import { type SeedFactory, seedFactory } from './seed-factory.ts'
import { alcobacaDay } from './shifts.ts'
import { workshop } from './workshop.ts'

const zone = 'Europe/Lisbon'
const belt = 'alcobaca'
const twoWeeks: Calendar = { zone, shifts: alcobacaDay, closures: portugalHolidays('2027-08-09', '2027-08-22') }
const threeWeeks: Calendar = { zone, shifts: alcobacaDay, closures: portugalHolidays('2027-08-02', '2027-08-22') }
const bodies = bodiesOf({ white: 118, speckled: 116, dark: 121 })

/** Potteries between Alcobaça and Caldas da Rainha: a known shape in eight to twelve days, a new one in fifteen to twenty-five. */
export const alcobaca: readonly SeedFactory[] = [
  seedFactory({
    id: 'olaria-ribeira',
    name: 'Olaria da Ribeira',
    place: 'Alcobaça',
    zone,
    lat: 39.549,
    lon: -8.978,
    resources: workshop('olaria-ribeira', {
      calendar: twoWeeks,
      sharePermille: 180,
      machines: { 'model-making': 1, 'mould-making': 1, casting: 1, throwing: 1, kiln: 2, glazing: 1 },
      people: [
        ['Inês', 'office', 'model-making', 'inspection'],
        ['Rui', 'mould-making', 'casting'],
        ['Marta', 'throwing', 'fettling'],
        ['João', 'kiln', 'glazing'],
        ['Sofia', 'fettling', 'packing', 'inspection'],
      ],
    }),
    rates: { belt, hoursPermille: 250, materialsPermille: 960, marginPermille: 430 },
    limits: { longestMm: {}, largestQuantity: 400 },
    leadTime: { queueDays: 3, materialDays: { 'glaze-copper': 6 } },
    shrinkages: bodies(0),
    cutOff: '17:00',
    score: 910,
    bidding: 'automatic',
    temper: 'quick',
  }),
  seedFactory({
    id: 'gres-do-oeste',
    name: 'Grés do Oeste',
    place: 'Caldas da Rainha',
    zone,
    lat: 39.404,
    lon: -9.134,
    resources: workshop('gres-do-oeste', {
      calendar: twoWeeks,
      sharePermille: 160,
      machines: { 'model-making': 1, 'mould-making': 1, casting: 1, throwing: 1, kiln: 2, glazing: 1 },
      people: [
        ['Carla', 'office', 'model-making', 'inspection'],
        ['Nuno', 'mould-making', 'casting'],
        ['Tiago', 'throwing', 'fettling'],
        ['Ana', 'kiln', 'glazing'],
        ['Bruno', 'fettling', 'packing', 'inspection'],
      ],
    }),
    rates: { belt, hoursPermille: 300, materialsPermille: 980, marginPermille: 440 },
    limits: { longestMm: {}, largestQuantity: 800 },
    leadTime: { queueDays: 4, materialDays: { 'glaze-copper': 6 } },
    shrinkages: bodies(1),
    cutOff: '16:30',
    score: 880,
    bidding: 'automatic',
    temper: 'steady',
  }),
  seedFactory({
    id: 'barro-e-sal',
    name: 'Barro e Sal',
    place: 'Nazaré',
    zone,
    lat: 39.601,
    lon: -9.07,
    resources: workshop('barro-e-sal', {
      calendar: threeWeeks,
      sharePermille: 200,
      machines: { throwing: 2, kiln: 1, glazing: 1 },
      people: [
        ['Beatriz', 'office', 'throwing', 'inspection'],
        ['Pedro', 'throwing', 'fettling'],
        ['Lurdes', 'kiln', 'glazing', 'packing'],
      ],
    }),
    rates: { belt, hoursPermille: 320, materialsPermille: 1000, marginPermille: 420 },
    limits: { longestMm: {}, largestQuantity: 40 },
    leadTime: { queueDays: 2, materialDays: { 'glaze-copper': 6 } },
    shrinkages: bodies(2),
    cutOff: '16:00',
    score: 860,
    bidding: 'automatic',
    temper: 'steady',
  }),
  seedFactory({
    id: 'ceramica-juncal',
    name: 'Cerâmica do Juncal',
    place: 'Porto de Mós',
    zone,
    lat: 39.601,
    lon: -8.824,
    resources: workshop('ceramica-juncal', {
      calendar: threeWeeks,
      sharePermille: 140,
      machines: { 'model-making': 1, 'mould-making': 1, casting: 1, throwing: 1, kiln: 2, glazing: 1 },
      people: [
        ['Teresa', 'office', 'model-making', 'inspection'],
        ['Miguel', 'mould-making', 'casting'],
        ['Vasco', 'throwing', 'fettling'],
        ['Rita', 'kiln', 'glazing'],
        ['Paula', 'fettling', 'packing', 'inspection'],
      ],
    }),
    rates: { belt, hoursPermille: 750, materialsPermille: 1000, marginPermille: 470 },
    limits: { longestMm: {}, largestQuantity: 600 },
    leadTime: { queueDays: 5, materialDays: { 'glaze-copper': 6 } },
    shrinkages: bodies(3),
    cutOff: '17:00',
    score: 820,
    bidding: 'automatic',
    temper: 'slow',
  }),
]
