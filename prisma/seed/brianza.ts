import type { Calendar } from '#models/planning/calendar.ts'
import { italyHolidays } from './holidays.ts'
import { type SeedFactory, seedFactory } from './seed-factory.ts'
import { brianzaDay, brianzaEarly, brianzaLate } from './shifts.ts'
import { workshop } from './workshop.ts'

const zone = 'Europe/Rome'
const belt = 'brianza'
const threeWeeks = italyHolidays('2027-08-07', '2027-08-29')
const twoWeeks = italyHolidays('2027-08-09', '2027-08-22')
const longAugust: Calendar = { zone, shifts: brianzaDay, closures: threeWeeks }
const shortAugust: Calendar = { zone, shifts: brianzaDay, closures: twoWeeks }
const larianaEarly: Calendar = { zone, shifts: brianzaEarly, closures: twoWeeks }
const larianaLate: Calendar = { zone, shifts: brianzaLate, closures: twoWeeks }

/** Specialists around Lissone, Meda and Cantù: four to eight weeks, most of them waiting for one's turn. */
export const brianza: readonly SeedFactory[] = [
  seedFactory({
    id: 'mobilificio-verdano',
    name: 'Mobilificio Verdano',
    place: 'Lissone',
    zone,
    lat: 45.612,
    lon: 9.242,
    resources: workshop('mobilificio-verdano', {
      calendar: shortAugust,
      sharePermille: 140,
      machines: { saw: 1, nesting: 1, 'edge-banding': 1, drilling: 1, sanding: 1, finishing: 1 },
      people: [
        ['Elena', 'office', 'inspection'],
        ['Marco', 'saw', 'nesting'],
        ['Luca', 'edge-banding', 'drilling'],
        ['Sara', 'sanding', 'finishing'],
        ['Paolo', 'assembly', 'packing'],
      ],
    }),
    rates: { belt, hoursPermille: 500, materialsPermille: 980, marginPermille: 310 },
    limits: { longestMm: { saw: 3200, nesting: 2800, finishing: 2800 }, largestQuantity: 60 },
    leadTime: { queueDays: 10, materialDays: { 'birch-ply-24': 12, 'edge-oak': 12 } },
    cutOff: '17:00',
    score: 900,
    bidding: 'automatic',
    temper: 'quick',
  }),
  seedFactory({
    id: 'falegnameria-tre-pini',
    name: 'Falegnameria Tre Pini',
    place: 'Meda',
    zone,
    lat: 45.662,
    lon: 9.155,
    resources: workshop('falegnameria-tre-pini', {
      calendar: longAugust,
      sharePermille: 140,
      machines: { saw: 1, nesting: 1, 'edge-banding': 1, drilling: 1, sanding: 1, finishing: 1 },
      people: [
        ['Giulia', 'office', 'inspection'],
        ['Andrea', 'saw', 'drilling'],
        ['Davide', 'nesting', 'edge-banding'],
        ['Chiara', 'sanding', 'finishing'],
        ['Matteo', 'assembly', 'packing'],
      ],
    }),
    rates: { belt, hoursPermille: 550, materialsPermille: 1000, marginPermille: 320 },
    limits: { longestMm: { saw: 2900, nesting: 2500, finishing: 2500 }, largestQuantity: 25 },
    leadTime: { queueDays: 12, materialDays: { 'birch-ply-24': 14, 'oak-veneer-19': 14 } },
    cutOff: '16:30',
    score: 850,
    bidding: 'automatic',
    temper: 'steady',
  }),
  seedFactory({
    id: 'lariana-laccatori',
    name: 'Lariana Laccatori',
    place: 'Cantù',
    zone,
    lat: 45.739,
    lon: 9.128,
    // A lacquer specialist: two turns at the booths, one at the bench.
    resources: workshop(
      'lariana-laccatori',
      {
        calendar: larianaEarly,
        sharePermille: 140,
        machines: { saw: 1, nesting: 1, 'edge-banding': 1, drilling: 1, sanding: 1, finishing: 1 },
        people: [
          ['Federica', 'office', 'inspection'],
          ['Stefano', 'saw', 'nesting', 'drilling'],
          ['Ivan', 'edge-banding', 'sanding'],
          ['Roberta', 'sanding', 'finishing'],
          ['Nicola', 'assembly', 'packing'],
        ],
      },
      {
        calendar: larianaLate,
        sharePermille: 140,
        machines: { sanding: 1, finishing: 1 },
        people: [['Silvia', 'sanding', 'finishing']],
      },
    ),
    rates: { belt, hoursPermille: 900, materialsPermille: 1080, marginPermille: 340 },
    limits: { longestMm: { saw: 3200, nesting: 2800, finishing: 3200 }, largestQuantity: 40 },
    leadTime: { queueDays: 14, materialDays: { 'birch-ply-24': 16 } },
    cutOff: '17:30',
    score: 940,
    bidding: 'automatic',
    temper: 'slow',
  }),
  seedFactory({
    id: 'officina-seveso',
    name: 'Officina Seveso',
    place: 'Seveso',
    zone,
    lat: 45.646,
    lon: 9.141,
    resources: workshop('officina-seveso', {
      calendar: shortAugust,
      sharePermille: 140,
      machines: { saw: 1, nesting: 1, 'edge-banding': 1, drilling: 1, sanding: 1, finishing: 1 },
      people: [
        ['Anna', 'office', 'inspection'],
        ['Pietro', 'saw', 'nesting', 'drilling'],
        ['Franca', 'edge-banding', 'sanding', 'finishing'],
        ['Dario', 'assembly', 'packing'],
      ],
    }),
    rates: { belt, hoursPermille: 520, materialsPermille: 1000, marginPermille: 310 },
    limits: { longestMm: { saw: 3000, nesting: 2500, finishing: 2600 }, largestQuantity: 20 },
    leadTime: { queueDays: 10, materialDays: { 'birch-ply-24': 12 } },
    cutOff: '17:00',
    score: 820,
    bidding: 'hand',
    temper: 'steady',
    demo: true,
  }),
]
