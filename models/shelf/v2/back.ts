import type { Hole } from '../../product/make.ts'
import { type BackPanel as BackPanelBefore, backPanels } from '../v1/back.ts'
import { cellIn } from './cells.ts'
import type { Frame } from './frame.ts'

/** A hole for cables: its diameter (the usual hole saw and liner), and how high its centre stands above the floor of the cell, mm. */
export const cableHole = { diameter: 60, above: 70 } as const

export type BackPanel = BackPanelBefore & { readonly holes: readonly Hole[] }

const noHoles: readonly Hole[] = []

/** A panel with a slanted rear: between the outer sides and under the top, which reach the wall. */
function within({ board, chosen: { width, height } }: Frame, panel: BackPanelBefore): BackPanelBefore {
  const t = board.thickness
  const x = Math.max(panel.x, t)
  const right = Math.min(panel.x + panel.width, width - t)
  const top = Math.min(panel.y + panel.height, height - t)
  return { x, y: panel.y, width: right - x, height: top - panel.y, body: panel.body }
}

/** Where the middle of a cell's cable hole is, mm. */
function holeIn(frame: Frame, cell: string): { x: number; y: number } | undefined {
  const at = cellIn(frame, cell)
  return at && { x: at.x + Math.round(at.width / 2), y: at.y + cableHole.above }
}

const holds = ({ x, y, width, height }: BackPanelBefore, at: { x: number; y: number }) =>
  at.x > x && at.x < x + width && at.y > y && at.y < y + height

/** The panels of the back, with the holes of the cells that ask for one and have a back. */
export function panelsOf(frame: Frame): BackPanel[] {
  const { cables } = frame.chosen
  const holes = cables.length === 0 ? [] : cables.flatMap((cell) => holeIn(frame, cell) ?? [])
  const panels: BackPanel[] = []
  for (const before of backPanels(frame)) {
    const { x, y, width, height, body } = frame.inset === 0 ? before : within(frame, before)
    // Columns that do not fit, which a rule refuses, may leave nothing of it.
    if (width < 1 || height < 1) continue
    let own: Hole[] | undefined
    for (const at of holes) {
      if (!holds(before, at)) continue
      own ??= []
      own.push({ x: at.x - x, y: at.y - y, diameter: cableHole.diameter })
    }
    panels.push({ x, y, width, height, body, holes: own ?? noHoles })
  }
  return panels
}

/** Those of some cells that exist but have no back to drill. */
export function cellsWithoutBack(frame: Frame, cells: readonly string[]): string[] {
  const panels = backPanels(frame)
  return cells.filter((cell) => {
    const at = holeIn(frame, cell)
    return at !== undefined && !panels.some((panel) => holds(panel, at))
  })
}
