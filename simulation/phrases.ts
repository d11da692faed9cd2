import type { WorkCentreKind } from '#models/product/routing.ts'
import { pickBy } from './chance.ts'

// What simulated people say. These are their own words, as anybody may type them, and no part of the site's.

const declineReasons = [
  'Our booth is full this month.',
  'The board for this would arrive too late.',
  'Two of us are away, we cannot promise the date.',
  'Too small a run for our line this week.',
]

const fullReasons = ['Our plan is full for months.', 'No machine time left for a long while.']

const refuseReasons = [
  'The edge bander broke down this morning.',
  'The delivery of board was damaged, a new one takes too long.',
  'We took on more than we can make. Sorry.',
]

const pauseReasons = ['material', 'machine', 'tool', 'power', 'other customer', 'waiting for inspection']

const notes: Readonly<Record<WorkCentreKind, readonly string[]>> = {
  office: [
    'Drawing checked, parts list printed.',
    'Nested and labelled.',
    'Read through with the team, nothing unclear.',
  ],
  saw: ['Cut, diagonals within 0.5 mm.', 'Sheets were flat, clean cut.', 'One offcut went back on the rack.'],
  nesting: ['Milled, edges sharp.', 'New cutter, crisp lines.'],
  'edge-banding': ['Edges tight all round.', 'Glue line hardly visible.'],
  drilling: ['Rows drilled, test pin sits.', 'First piece measured: 37.0 mm setback.'],
  sanding: ['Sanded to 180, no marks against the light.', 'Faces and edges by hand.'],
  finishing: ['Even coat, no runs.', 'Standing in the rack to dry.', 'Second look under the lamp: good.'],
  assembly: ['Fittings set, trial assembly stands square.', 'Doors hang even, 2 mm gap.'],
  inspection: ['All measures within tolerance.', 'Photographed, fittings weighed, complete.'],
  packing: ['Corners padded, every carton labelled.', 'Packed by two, nothing rattles.'],
}

export const declineReason = (request: string): string => pickBy(declineReasons, request, 'decline reason')
export const fullReason = (request: string): string => pickBy(fullReasons, request, 'full reason')
export const refuseReason = (job: string): string => pickBy(refuseReasons, job, 'refuse reason')
export const pauseReason = (job: string, operation: string): string => pickBy(pauseReasons, job, operation, 'why')
export const noteOn = (job: string, operation: string, workCentre: WorkCentreKind): string =>
  pickBy(notes[workCentre], job, operation, 'note')
