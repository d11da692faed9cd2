import type { Posture } from '#models/product/assembly/posture.ts'
import type { Step } from '#models/product/assembly/steps.ts'
import type { Axis, Vector } from '#models/product/make.ts'
import type { PackSource } from '#models/product/pack/pack-source.ts'
import type { Panel } from '#models/product/panels/panel.ts'
import type { Workpiece } from '#models/product/panels/workpiece.ts'
import type { Sheet } from '../paper.ts'
import { drawScene } from './assembly-drawing.ts'
import { needsTwo } from './booklet-front.ts'
import { drawFitting, drawWallFixing } from './fitting-icons.ts'
import { portrait } from './page-frame.ts'
import { counted, fittingName, tell } from './telling.ts'

/** Two steps to a page, mm. */
export const stepHeight = 129

const { left, right } = portrait
const wordsWidth = 52

/** Frames are built lying down where the room allows them to be raised. */
function postureOf({ kind }: Step, { make }: PackSource): Posture {
  const isUpright = make.notes.some(({ code }) => code === 'build_upright')
  switch (kind) {
    case 'begin':
    case 'add':
    case 'feet':
      return isUpright ? 'standing' : 'on-back'
    case 'back':
      return isUpright ? 'standing' : 'on-front'
    case 'join':
    case 'doors':
    case 'inserts':
    case 'wall':
      return 'standing'
  }
}

/** What to do, one sentence for each thing. `isFirstUp` tells that the piece lay until now. */
function sentences(step: Step, names: string, isFirstUp: boolean, source: PackSource): string[] {
  const isOne = source.make.bodies === 1
  const isStanding = postureOf(step, source) === 'standing'
  const up = isOne && isFirstUp ? tell(needsTwo(source) ? 'booklet.do.stand.two' : 'booklet.do.stand.one') : ''
  const parts = { parts: names }
  switch (step.kind) {
    case 'begin':
      return [tell(isStanding ? 'booklet.do.begin.standing' : 'booklet.do.begin', parts)]
    case 'add':
      return [tell('booklet.do.add', parts)]
    case 'back':
      return [tell(isStanding ? 'booklet.do.back.standing' : 'booklet.do.back', parts)]
    case 'feet':
      return [tell(isOne ? 'booklet.do.feet.single' : 'booklet.do.feet')]
    case 'join':
      return [tell('booklet.do.join')]
    case 'doors':
    case 'inserts':
      return [up + tell(`booklet.do.${step.kind}`, parts)]
    case 'wall':
      return (['1', '2', '3', '4'] as const).map((key) => (key === '1' ? up : '') + tell(`booklet.do.wall.${key}`))
  }
}

/** A number on each body, in the order of their steps. */
function bodyNumbers(stands: readonly Panel[]): { text: string; at: Vector }[] {
  const bodies = [...new Set(stands.map(({ place }) => place.body))].sort((a, b) => a - b)
  return bodies.map((body) => {
    const own = stands.filter(({ place }) => place.body === body)
    const low = (axis: Axis) => Math.min(...own.map(({ solid }) => solid.from[axis]))
    const high = (axis: Axis) => Math.max(...own.map(({ solid }) => solid.to[axis]))
    const at = { x: (low('x') + high('x')) / 2, y: (low('y') + high('y')) / 2, z: high('z') }
    return { text: String(body + 1), at }
  })
}

/** Which bodies a step is for, where there is more than one. */
function bodyWords({ kind, bodies }: Step, { make }: PackSource): string | undefined {
  if (make.bodies === 1 || !(kind === 'begin' || kind === 'add' || kind === 'back')) return undefined
  const names = bodies.map((body) => body + 1).join(', ')
  if (bodies.length === 1) return tell('booklet.body', { bodies: names })
  return tell('booklet.times', { times: bodies.length, bodies: names })
}

/** One step: its number and what to do on the left, its fittings below, the exploded drawing on the right. */
export function drawStep(
  sheet: Sheet,
  y: number,
  number: number,
  step: Step,
  isFirstUp: boolean,
  source: PackSource,
): void {
  const byPanel = new Map<Panel, Workpiece>(source.workpieces.map((workpiece) => [workpiece.panel, workpiece]))
  const found = (panels: readonly Panel[]) => panels.flatMap((panel) => byPanel.get(panel) ?? [])
  const comes = step.comes.map(({ parts, out }) => ({ parts: found(parts), out }))
  const names = counted(comes.flatMap(({ parts }) => parts.map(({ mark }) => mark)))
  sheet.line(left, y, right, y)
  sheet.text(tell('booklet.step', { step: number }), left, y + 13, { size: 34, bold: true })
  let line = y + 21
  const body = bodyWords(step, source)
  if (body !== undefined) line = sheet.paragraph(body, left, line, wordsWidth, { size: 10, bold: true }) + 2
  if (step.kind === 'wall')
    line = sheet.paragraph(tell('booklet.wallTitle'), left, line, wordsWidth, { size: 12, bold: true }) + 2
  const told = sentences(step, names, isFirstUp, source)
  for (const [index, sentence] of told.entries()) {
    const words = told.length === 1 ? sentence : `${index + 1}. ${sentence}`
    line = sheet.paragraph(words, left, line, wordsWidth, { size: 10 }) + 2
  }
  line += 2
  const isWall = step.kind === 'wall'
  if (isWall) drawWallFixing(sheet, left, line, tell('booklet.wall'))
  for (const { id, count } of step.fittings) {
    const x = left + (isWall ? 38 : 20)
    if (!isWall) drawFitting(sheet, id, left, line)
    sheet.text(tell('booklet.partCount', { count }), x, line + 3.6, { size: 11, bold: true })
    sheet.text(fittingName(id, source.product.words), x, line + 7.4, { size: 8 })
    line += 12
  }
  const room = { x: left + wordsWidth + 6, y: y + 6, width: right - left - wordsWidth - 6, height: stepHeight - 10 }
  const posture = postureOf(step, source)
  const numbers = step.kind === 'join' ? bodyNumbers(step.stands) : []
  const scene = { stands: found(step.stands), comes, bought: step.bought, posture, numbers }
  drawScene(sheet, room, scene, step.kind === 'feet')
  if (isWall) sheet.paragraph(tell('booklet.inspect'), room.x, y + stepHeight - 1, room.width, { size: 9, grey: 0.3 })
}
