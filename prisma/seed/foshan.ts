import type { Calendar } from '#models/planning/calendar.ts'
import { chinaHolidays } from './holidays.ts'
import { type SeedFactory, seedFactory } from './seed-factory.ts'
import { foshanDay, foshanNight } from './shifts.ts'
import { workshop } from './workshop.ts'

const zone = 'Asia/Shanghai'
const belt = 'foshan'
const day = (springFrom: string, springTo: string): Calendar => ({
  zone,
  shifts: foshanDay,
  closures: chinaHolidays(springFrom, springTo),
})
const lianheDay = day('2027-01-30', '2027-02-16')
const lianheNight: Calendar = { ...lianheDay, shifts: foshanNight }
const hengmuDay = day('2027-01-28', '2027-02-20')
const yichengDay = day('2027-01-31', '2027-02-15')
const qingsongDay = day('2027-01-25', '2027-02-22')

/** Custom panel lines of Longjiang, Lecong and Nanhai: 7–15 working days, then six weeks at sea. */
export const foshan: readonly SeedFactory[] = [
  seedFactory({
    id: 'foshan-lianhe',
    name: 'Foshan Lianhe',
    place: 'Lecong',
    zone,
    lat: 22.951,
    lon: 113.094,
    resources: workshop(
      'foshan-lianhe',
      {
        calendar: lianheDay,
        sharePermille: 140,
        machines: { saw: 2, nesting: 2, 'edge-banding': 2, drilling: 2, sanding: 1, finishing: 2 },
        people: [
          ['Mei', 'office', 'inspection'],
          ['Jun', 'saw', 'nesting'],
          ['Bo', 'edge-banding', 'drilling'],
          ['Lan', 'sanding', 'finishing'],
          ['Qiang', 'assembly', 'packing'],
        ],
      },
      {
        calendar: lianheNight,
        sharePermille: 200,
        machines: { saw: 1, 'edge-banding': 1 },
        people: [
          ['Tao', 'saw', 'nesting'],
          ['Hui', 'edge-banding', 'drilling'],
        ],
      },
    ),
    rates: { belt, hoursPermille: 550, materialsPermille: 450, marginPermille: 280 },
    limits: { longestMm: { saw: 3200, nesting: 2800, finishing: 3000 }, largestQuantity: 200 },
    leadTime: { queueDays: 4, materialDays: { 'birch-ply-24': 8, 'oak-veneer-19': 6 } },
    cutOff: '18:00',
    score: 910,
    bidding: 'automatic',
    temper: 'quick',
  }),
  seedFactory({
    id: 'longjiang-hengmu',
    name: 'Longjiang Hengmu',
    place: 'Longjiang',
    zone,
    lat: 22.874,
    lon: 113.077,
    resources: workshop('longjiang-hengmu', {
      calendar: hengmuDay,
      sharePermille: 140,
      machines: { saw: 1, nesting: 1, 'edge-banding': 1, drilling: 1, sanding: 1, finishing: 1 },
      people: [
        ['Ying', 'office', 'inspection'],
        ['Wei', 'saw', 'drilling'],
        ['Feng', 'nesting', 'edge-banding'],
        ['Xia', 'sanding', 'finishing'],
        ['Gang', 'assembly', 'packing'],
      ],
    }),
    rates: { belt, hoursPermille: 350, materialsPermille: 430, marginPermille: 300 },
    limits: { longestMm: { saw: 2800, nesting: 2500, finishing: 2600 }, largestQuantity: 80 },
    leadTime: { queueDays: 6, materialDays: { 'birch-ply-18': 8, 'birch-ply-24': 10, 'edge-oak': 10 } },
    cutOff: '17:30',
    score: 840,
    bidding: 'automatic',
    temper: 'steady',
  }),
  seedFactory({
    id: 'shunde-yicheng',
    name: 'Shunde Yicheng Panels',
    place: 'Daliang',
    zone,
    lat: 22.841,
    lon: 113.249,
    resources: workshop('shunde-yicheng', {
      calendar: yichengDay,
      sharePermille: 140,
      machines: { saw: 1, nesting: 2, 'edge-banding': 2, drilling: 1, sanding: 1, finishing: 1 },
      people: [
        ['Lin', 'office', 'inspection'],
        ['Hao', 'saw', 'nesting', 'drilling'],
        ['Rong', 'edge-banding'],
        ['Yan', 'sanding', 'finishing'],
        ['Dong', 'assembly', 'packing'],
      ],
    }),
    rates: { belt, hoursPermille: 700, materialsPermille: 470, marginPermille: 260 },
    limits: { longestMm: { saw: 3200, nesting: 2800, finishing: 2800 }, largestQuantity: 150 },
    leadTime: { queueDays: 5, materialDays: { 'birch-ply-24': 7 } },
    cutOff: '18:00',
    score: 880,
    bidding: 'automatic',
    temper: 'quick',
  }),
  seedFactory({
    id: 'nanhai-qingsong',
    name: 'Nanhai Qingsong',
    place: 'Nanhai',
    zone,
    lat: 23.031,
    lon: 113.142,
    resources: workshop('nanhai-qingsong', {
      calendar: qingsongDay,
      sharePermille: 140,
      machines: { saw: 1, 'edge-banding': 1, drilling: 1, sanding: 1, finishing: 1 },
      people: [
        ['Fang', 'office', 'inspection'],
        ['Long', 'saw', 'edge-banding'],
        ['Shan', 'drilling', 'sanding', 'finishing'],
        ['Ping', 'assembly', 'packing'],
      ],
    }),
    rates: {
      belt,
      hoursPermille: 150,
      materialsPermille: 420,
      exceptions: { primer: 0, paint: 0 },
      marginPermille: 290,
    },
    limits: { longestMm: { saw: 2600, finishing: 2400 }, largestQuantity: 40 },
    leadTime: { queueDays: 8, materialDays: { 'birch-ply-18': 10, 'birch-ply-24': 12, 'oak-veneer-19': 8 } },
    cutOff: '17:00',
    score: 760,
    bidding: 'automatic',
    temper: 'slow',
  }),
]
