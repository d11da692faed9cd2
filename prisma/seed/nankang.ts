import type { Calendar } from '#models/planning/calendar.ts'
import { chinaHolidays } from './holidays.ts'
import { type SeedFactory, seedFactory } from './seed-factory.ts'
import { nankangDay } from './shifts.ts'
import { workshop } from './workshop.ts'

const zone = 'Asia/Shanghai'
const belt = 'nankang'
const day = (springFrom: string, springTo: string): Calendar => ({
  zone,
  shifts: nankangDay,
  closures: chinaHolidays(springFrom, springTo),
})
const mingdaDay = day('2027-01-29', '2027-02-17')
const sanjiangDay = day('2027-01-28', '2027-02-21')
const longlingDay = day('2027-01-30', '2027-02-18')
const tangjiangDay = day('2027-01-27', '2027-02-20')

/** The new panel lines of a solid-wood town; spraying is done in shared centres, so lacquer goes through one booth at each. */
export const nankang: readonly SeedFactory[] = [
  seedFactory({
    id: 'nankang-mingda',
    name: 'Nankang Mingda',
    place: 'Nankang',
    zone,
    lat: 25.661,
    lon: 114.765,
    resources: workshop('nankang-mingda', {
      calendar: mingdaDay,
      sharePermille: 140,
      machines: { saw: 2, nesting: 1, 'edge-banding': 2, drilling: 2, sanding: 2, finishing: 1 },
      people: [
        ['Juan', 'office', 'inspection'],
        ['Kai', 'saw', 'nesting'],
        ['Lei', 'edge-banding', 'drilling'],
        ['Na', 'sanding', 'finishing'],
        ['Peng', 'assembly', 'packing'],
      ],
    }),
    rates: { belt, hoursPermille: 500, materialsPermille: 420, marginPermille: 270 },
    limits: { longestMm: { saw: 3000, nesting: 2500, finishing: 2600 }, largestQuantity: 120 },
    leadTime: { queueDays: 3, materialDays: { 'birch-ply-18': 5, 'birch-ply-24': 9, 'edge-oak': 8 } },
    cutOff: '17:30',
    score: 830,
    bidding: 'automatic',
    temper: 'steady',
  }),
  seedFactory({
    id: 'ganzhou-sanjiang',
    name: 'Ganzhou Sanjiang Board',
    place: 'Longhua',
    zone,
    lat: 25.687,
    lon: 114.724,
    resources: workshop('ganzhou-sanjiang', {
      calendar: sanjiangDay,
      sharePermille: 140,
      machines: { saw: 1, 'edge-banding': 1, drilling: 1, sanding: 1, finishing: 1 },
      people: [
        ['Qin', 'office', 'inspection'],
        ['Sheng', 'saw', 'drilling'],
        ['Ting', 'edge-banding', 'sanding', 'finishing'],
        ['Wu', 'assembly', 'packing'],
      ],
    }),
    rates: { belt, hoursPermille: 250, materialsPermille: 410, marginPermille: 300 },
    limits: { longestMm: { saw: 2600, finishing: 2400 }, largestQuantity: 50 },
    leadTime: { queueDays: 6, materialDays: { 'birch-ply-18': 8, 'birch-ply-24': 12, 'oak-veneer-19': 8 } },
    cutOff: '17:00',
    score: 770,
    bidding: 'automatic',
    temper: 'slow',
  }),
  seedFactory({
    id: 'nankang-longling',
    name: 'Longling Home Works',
    place: 'Longling',
    zone,
    lat: 25.702,
    lon: 114.803,
    resources: workshop('nankang-longling', {
      calendar: longlingDay,
      sharePermille: 140,
      machines: { saw: 1, nesting: 1, 'edge-banding': 1, drilling: 1, sanding: 1, finishing: 1 },
      people: [
        ['Xin', 'office', 'inspection'],
        ['Yu', 'saw', 'nesting', 'drilling'],
        ['Zhen', 'edge-banding'],
        ['Ai', 'sanding', 'finishing'],
        ['Biao', 'assembly', 'packing'],
      ],
    }),
    rates: { belt, hoursPermille: 800, materialsPermille: 440, marginPermille: 250 },
    limits: { longestMm: { saw: 3000, nesting: 2500, finishing: 2800 }, largestQuantity: 100 },
    leadTime: { queueDays: 4, materialDays: { 'birch-ply-24': 8 } },
    cutOff: '18:00',
    score: 860,
    bidding: 'automatic',
    temper: 'quick',
  }),
  seedFactory({
    id: 'tangjiang-line',
    name: 'Tangjiang Panel Line',
    place: 'Tangjiang',
    zone,
    lat: 25.789,
    lon: 114.741,
    // Cuts, bands and packs melamine, and nothing else: it has no booth.
    resources: workshop('tangjiang-line', {
      calendar: tangjiangDay,
      sharePermille: 140,
      machines: { saw: 2, 'edge-banding': 2, drilling: 1 },
      people: [
        ['Chun', 'office', 'inspection'],
        ['De', 'saw', 'drilling'],
        ['Er', 'edge-banding'],
        ['Fei', 'assembly', 'packing'],
      ],
    }),
    rates: {
      belt,
      hoursPermille: 200,
      materialsPermille: 400,
      exceptions: {
        'birch-ply-18': 0,
        'birch-ply-24': 0,
        'birch-ply-12': 0,
        'oak-veneer-19': 0,
        'edge-oak': 0,
        'mdf-19': 0,
        'mdf-22': 0,
        'hardwax-oil': 0,
        'clear-lacquer': 0,
        stain: 0,
        primer: 0,
        paint: 0,
      },
      marginPermille: 240,
    },
    limits: { longestMm: { saw: 2800 }, largestQuantity: 300 },
    leadTime: { queueDays: 3, materialDays: { 'melamine-25': 6 } },
    cutOff: '17:30',
    score: 810,
    bidding: 'automatic',
    temper: 'steady',
  }),
]
