import type { Guide, Make, Note } from '../../product/make.ts'
import { cartonLine, cartonsOf, fittingsMass, freightOf } from '../v1/cartons.ts'
import { engravingMargin, letterHeight, textLength } from '../v1/engraving.ts'
import { bodyLimits } from '../v1/layout.ts'
import { anchorFrom, mustBeFixed } from '../v1/tipping.ts'
import { billOf } from './bill.ts'
import { insideFrom } from './frame.ts'
import type { Layout } from './layout.ts'
import { operationsOf } from './routing.ts'
import { skirting } from './slant.ts'
import { type Study, studyOf } from './study.ts'

/** Height above the floor at which one looks, mm. */
const eyeLevel = 1500

function notesOf({ layout, stability }: Study): Note[] {
  const { height } = layout.chosen
  const notes: Note[] = []
  const add = (code: string, values: Note['values']) => notes.push({ code, values })
  if (mustBeFixed(layout, stability)) add('fix_to_wall', { height })
  else if (height >= anchorFrom) add('wall_fixing_in_box', { height })
  const bodies = layout.spans.length * layout.stacks.length
  if (bodies > 1) add('bolt_bodies', { bodies })
  if (layout.stacks.length === 1 && height - layout.foot > bodyLimits.height) add('build_upright', { height })
  if (layout.inset > 0) add('stands_over_skirting', { high: skirting.height, deep: skirting.thickness })
  let weakest = Number.POSITIVE_INFINITY
  for (const { box } of layout.drawers) weakest = Math.min(weakest, box?.load ?? weakest)
  if (weakest < Number.POSITIVE_INFINITY) add('drawers_carry', { kilograms: weakest })
  return notes
}

/** Clear sizes that a drawing dimensions. */
function guidesOf({ columnX, columnWidths, rowY, rowHeights }: Layout): Guide[] {
  const along = (axis: 'x' | 'y', starts: readonly number[], sizes: readonly number[]) =>
    starts.map((from, index): Guide => ({ axis, from, to: from + (sizes[index] ?? 0) }))
  return [...along('x', columnX, columnWidths), ...along('y', rowY, rowHeights)]
}

/** On the left side of the lowest body, at eye level or as high as that side goes. */
function engravingOf(layout: Layout): Make['engraving'] {
  const { chosen, carcass, board, stacks, rowY, rowHeights } = layout
  if (chosen.name === '') return undefined
  const heightMm = letterHeight(chosen.name, carcass)
  const last = (stacks[0] ?? 1) - 1
  const top = (rowY[last] ?? 0) + (rowHeights[last] ?? 0) + board.thickness
  const at = { x: 0, y: Math.min(eyeLevel, top - engravingMargin - heightMm), z: insideFrom(layout) + engravingMargin }
  return { text: chosen.name, heightMm, lengthMm: textLength(chosen.name, heightMm), at, part: 'side-1' }
}

/** All that one shelf takes. */
export function makeOf(layout: Layout): Make {
  const study = studyOf(layout)
  const { parts, measure } = study
  const goods = billOf(study)
  const cartons = cartonsOf(parts, goods)
  const { width, height, depth } = layout.chosen
  const engraving = engravingOf(layout)
  return {
    envelope: { x: width, y: height, z: depth },
    bodies: layout.spans.length * layout.stacks.length,
    parts,
    materials: [...goods, cartonLine(cartons)],
    operations: operationsOf(study, goods, cartons),
    cartons,
    freight: freightOf(cartons),
    heading: '9403',
    massG: measure.massG + fittingsMass(goods),
    volumeMm3: measure.volumeMm3,
    surfaceMm2: measure.surfaceMm2,
    notes: notesOf(study),
    guides: guidesOf(layout),
    ...(engraving !== undefined && { engraving }),
  }
}
