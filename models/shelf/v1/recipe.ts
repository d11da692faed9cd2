import type { Guide, Make, Note } from '../../product/make.ts'
import { billOf } from './bill.ts'
import { cartonLine, cartonsOf, fittingsMass, freightOf } from './cartons.ts'
import { engravingMargin, letterHeight, textLength } from './engraving.ts'
import { bodyLimits, type Layout } from './layout.ts'
import { backBoard } from './materials.ts'
import { partsOf } from './parts.ts'
import { operationsOf } from './routing.ts'
import { type Study, studyOf } from './study.ts'
import { anchorFrom, mustBeFixed } from './tipping.ts'

/** Height above the floor at which one looks, mm. */
const eyeLevel = 1500

function notesOf({ layout, stability }: Study): Note[] {
  const { height } = layout.chosen
  const notes: Note[] = []
  if (mustBeFixed(layout, stability)) notes.push({ code: 'fix_to_wall', values: { height } })
  else if (height >= anchorFrom) notes.push({ code: 'wall_fixing_in_box', values: { height } })
  const bodies = layout.spans.length * layout.stacks.length
  if (bodies > 1) notes.push({ code: 'bolt_bodies', values: { bodies } })
  if (layout.stacks.length === 1 && height - layout.foot > bodyLimits.height) {
    notes.push({ code: 'build_upright', values: { height } })
  }
  return notes
}

function guidesOf(layout: Layout): Guide[] {
  const across = layout.columnX.map(
    (from, index): Guide => ({ axis: 'x', from, to: from + (layout.columnWidths[index] ?? 0) }),
  )
  const up = layout.rowY.map((from, index): Guide => ({ axis: 'y', from, to: from + (layout.rowHeights[index] ?? 0) }))
  return [...across, ...up]
}

/** On the left side of the lowest body, at eye level or as high as that side goes. */
function engravingOf({ chosen, carcass, board, stacks, rowY, rowHeights }: Layout): Make['engraving'] {
  if (chosen.name === '') return undefined
  const heightMm = letterHeight(chosen.name, carcass)
  const last = (stacks[0] ?? 1) - 1
  const top = (rowY[last] ?? 0) + (rowHeights[last] ?? 0) + board.thickness
  const y = Math.min(eyeLevel, top - engravingMargin - heightMm)
  const lengthMm = textLength(chosen.name, heightMm)
  return {
    text: chosen.name,
    heightMm,
    lengthMm,
    at: { x: 0, y, z: backBoard.thickness + engravingMargin },
    part: 'side-1',
  }
}

/** All that one shelf takes. */
export function makeOf(layout: Layout, study: Study = studyOf(layout)): Make {
  const parts = partsOf(study)
  const goods = billOf(study, parts)
  const cartons = cartonsOf(parts, goods)
  const materials = [...goods, cartonLine(cartons)]
  const { measure } = study
  const { width, height, depth } = layout.chosen
  const engraving = engravingOf(layout)
  return {
    envelope: { x: width, y: height, z: depth },
    bodies: layout.spans.length * layout.stacks.length,
    parts,
    materials,
    operations: operationsOf(study, parts, goods, cartons),
    cartons,
    freight: freightOf(cartons),
    heading: '9403',
    massG: measure.carcassG + measure.doorsG + measure.backG + fittingsMass(goods),
    volumeMm3: measure.volumeMm3,
    surfaceMm2: 2 * (measure.carcassMm2 + measure.doorsMm2 + measure.backMm2),
    notes: notesOf(study),
    guides: guidesOf(layout),
    ...(engraving !== undefined && { engraving }),
  }
}
