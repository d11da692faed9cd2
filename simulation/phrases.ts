import type { DeclineReason } from '#models/order/decline-reasons.ts'
import { type PauseReason, pauseReasons } from '#models/order/pause-reasons.ts'
import type { WorkCentreKind } from '#models/product/routing.ts'
import { pickBy } from './chance.ts'

// What simulated people say. These are their own words, as anybody may type them, and no part of the site's.

const declines = ['full', 'material', 'date'] as const satisfies readonly DeclineReason[]
const givesBack = ['machine', 'material', 'full'] as const satisfies readonly DeclineReason[]
/** A file that does not run is our fault, and no simulated factory blames us. */
const pauses: readonly PauseReason[] = pauseReasons.filter((reason) => reason !== 'file')

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
  packing: ['Corners padded, every carton labelled.', 'Packed with care, nothing rattles.'],
  'model-making': ['Master printed and smoothed, no layer lines left.', 'Master measured, within 0.1 mm.'],
  'mould-making': ['Plaster poured without a bubble.', 'Mould opens clean, drying at 40 °C.'],
  casting: ['Slip at 1.78, drained after 14 minutes.', 'Released by itself, wall even.'],
  throwing: ['Thrown to the gauge, rim level.', 'Walls even, the gauge touches all round.'],
  fettling: ['Handle sits straight, seams sponged.', 'Foot trimmed, no sharp edge.'],
  kiln: ['Curve kept to within 4 °C.', 'Load full, cones down as they should.'],
  'wax-printing': ['Waxes out of the bath, no layer lines.', 'Supports off, size checked on the mandrel.'],
  'burn-out': ['Curve ran overnight to 732 °C, flask at casting heat.', 'Burnt out clean, no ash in the sprue.'],
  'metal-casting': ['Filled well, no pits under the loupe.', 'Quenched and out of the plaster.'],
  'jewellery-bench': ['Sprue off, sized on the mandrel.', 'Filed, edges true.'],
  'stone-setting': ['All stones tight, tapped and heard.', 'Level to the touch, no chip under the loupe.'],
  polishing: ['Bright all round, corners kept.', 'Ultrasonic bath, no compound left.'],
  engraving: ['Burnt in evenly, legible by eye.', 'Text checked letter by letter.'],
  hallmarking: ['Marks struck inside the shank.', 'Back from the office with its mark.'],
  glazing: ['Foot waxed, glaze even.', 'Inside poured, outside dipped, lip wiped.'],
}

export const declineReason = (request: string): DeclineReason => pickBy(declines, request, 'decline reason')
export const refuseReason = (job: string): DeclineReason => pickBy(givesBack, job, 'refuse reason')
export const pauseReason = (job: string, operation: string): PauseReason => pickBy(pauses, job, operation, 'why')
export const noteOn = (job: string, operation: string, workCentre: WorkCentreKind): string =>
  pickBy(notes[workCentre], job, operation, 'note')
