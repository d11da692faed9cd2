import type { Calendar } from '#models/planning/calendar.ts'
import { brazilHolidays } from './holidays.ts'
import { type SeedFactory, seedFactory } from './seed-factory.ts'
import { bentoDay } from './shifts.ts'
import { workshop } from './workshop.ts'

const zone = 'America/Sao_Paulo'
const belt = 'bento-goncalves'
const day = (yearEndFrom: string, yearEndTo: string): Calendar => ({
  zone,
  shifts: bentoDay,
  closures: brazilHolidays(yearEndFrom, yearEndTo),
})
const serraDay = day('2026-12-21', '2027-01-05')
const pinhaisDay = day('2026-12-19', '2027-01-10')
const caminhosDay = day('2026-12-21', '2027-01-10')
const pinhalDay = day('2026-12-23', '2027-01-06')

/** Makers of planned furniture in MDF and melamine: the belt that fits panel work best; birch plywood comes by ship. */
export const bentoGoncalves: readonly SeedFactory[] = [
  seedFactory({
    id: 'serra-planejados',
    name: 'Serra Planejados',
    place: 'Bento Gonçalves',
    zone,
    lat: -29.171,
    lon: -51.519,
    resources: workshop('serra-planejados', {
      calendar: serraDay,
      sharePermille: 130,
      machines: { saw: 2, nesting: 2, 'edge-banding': 2, drilling: 2, sanding: 1, finishing: 1 },
      people: [
        ['Camila', 'office', 'inspection'],
        ['Rafael', 'saw', 'nesting'],
        ['Thiago', 'edge-banding', 'drilling'],
        ['Larissa', 'sanding', 'finishing'],
        ['Bruno', 'assembly', 'packing'],
      ],
    }),
    rates: {
      belt,
      hoursPermille: 550,
      materialsPermille: 620,
      exceptions: { 'birch-ply-18': 780, 'birch-ply-24': 780 },
      marginPermille: 300,
    },
    limits: { longestMm: { saw: 3200, nesting: 2750, finishing: 2750 }, largestQuantity: 150 },
    leadTime: { queueDays: 6, materialDays: { 'birch-ply-18': 10, 'birch-ply-24': 14 } },
    cutOff: '17:00',
    score: 870,
    bidding: 'automatic',
    temper: 'quick',
  }),
  seedFactory({
    id: 'vale-dos-pinhais',
    name: 'Vale dos Pinhais Móveis',
    place: 'Garibaldi',
    zone,
    lat: -29.256,
    lon: -51.533,
    resources: workshop('vale-dos-pinhais', {
      calendar: pinhaisDay,
      sharePermille: 130,
      machines: { saw: 1, nesting: 1, 'edge-banding': 1, drilling: 1, sanding: 1, finishing: 1 },
      people: [
        ['Juliana', 'office', 'inspection'],
        ['Diego', 'saw', 'nesting', 'drilling'],
        ['Vitor', 'edge-banding'],
        ['Renata', 'sanding', 'finishing'],
        ['Otavio', 'assembly', 'packing'],
      ],
    }),
    rates: {
      belt,
      hoursPermille: 300,
      materialsPermille: 600,
      exceptions: { 'birch-ply-18': 740, 'birch-ply-24': 760 },
      marginPermille: 310,
    },
    limits: { longestMm: { saw: 2800, nesting: 2750, finishing: 2600 }, largestQuantity: 60 },
    leadTime: { queueDays: 8, materialDays: { 'birch-ply-18': 12, 'birch-ply-24': 15, 'edge-oak': 10 } },
    cutOff: '16:30',
    score: 800,
    bidding: 'automatic',
    temper: 'steady',
  }),
  seedFactory({
    id: 'caminhos-de-pedra',
    name: 'Marcenaria Caminhos de Pedra',
    place: 'São Pedro',
    zone,
    lat: -29.128,
    lon: -51.459,
    resources: workshop('caminhos-de-pedra', {
      calendar: caminhosDay,
      sharePermille: 130,
      machines: { saw: 1, 'edge-banding': 1, drilling: 1, sanding: 1, finishing: 1 },
      people: [
        ['Helena', 'office', 'inspection'],
        ['Caio', 'saw', 'edge-banding', 'drilling'],
        ['Joana', 'sanding', 'finishing', 'inspection'],
        ['Miguel', 'assembly', 'packing'],
      ],
    }),
    rates: {
      belt,
      hoursPermille: 900,
      materialsPermille: 660,
      exceptions: { 'birch-ply-18': 800, 'birch-ply-24': 800 },
      marginPermille: 330,
    },
    limits: { longestMm: { saw: 2600, finishing: 2400 }, largestQuantity: 10 },
    leadTime: { queueDays: 9, materialDays: { 'birch-ply-18': 14, 'birch-ply-24': 16 } },
    cutOff: '16:00',
    score: 890,
    bidding: 'hand',
    temper: 'slow',
  }),
  seedFactory({
    id: 'pinhal-paineis',
    name: 'Pinhal Painéis',
    place: 'Monte Belo do Sul',
    zone,
    lat: -29.163,
    lon: -51.633,
    resources: workshop('pinhal-paineis', {
      calendar: pinhalDay,
      sharePermille: 130,
      machines: { saw: 1, nesting: 1, 'edge-banding': 2, drilling: 1, sanding: 1, finishing: 1 },
      people: [
        ['Beatriz', 'office', 'inspection'],
        ['Igor', 'saw', 'nesting'],
        ['Felipe', 'edge-banding', 'drilling'],
        ['Marina', 'sanding', 'finishing'],
        ['Sergio', 'assembly', 'packing'],
      ],
    }),
    rates: {
      belt,
      hoursPermille: 400,
      materialsPermille: 590,
      exceptions: { 'birch-ply-18': 0, 'birch-ply-24': 0 },
      marginPermille: 290,
    },
    limits: { longestMm: { saw: 2800, nesting: 2750, finishing: 2750 }, largestQuantity: 100 },
    leadTime: { queueDays: 5, materialDays: { 'oak-veneer-19': 8, 'mdf-22': 5 } },
    cutOff: '17:00',
    score: 840,
    bidding: 'automatic',
    temper: 'quick',
  }),
]
