import type { Step } from '#models/product/assembly/steps.ts'
import { alike } from '#models/product/pack/drilling-table.ts'
import type { PackSource } from '#models/product/pack/pack-source.ts'
import type { Workpiece } from '#models/product/panels/workpiece.ts'
import { say } from '#models/product/words.ts'
import type { Sheet } from '../paper.ts'
import { drawScene } from './assembly-drawing.ts'
import { drawFitting, drawJoint } from './fitting-icons.ts'
import { type Pages, portrait } from './page-frame.ts'
import { fittingName, tell } from './telling.ts'

const { left, right, top, bottom } = portrait

/** What one person lifts, g. */
const aloneUpTo = 15_000

/** How many people it takes. */
export const needsTwo = ({ make }: PackSource): boolean => make.massG > aloneUpTo

const peopleFor = (source: PackSource): string => tell(needsTwo(source) ? 'booklet.people.two' : 'booklet.people.one')

/** The finished piece, its number, how many steps. */
export function drawTitle(sheet: Sheet, source: PackSource, steps: number): void {
  const { product, specification, make, hash, workpieces } = source
  const name = say(product.words, 'product.name')
  sheet.text(name, left, top + 8, { size: 34, bold: true })
  sheet.text(tell('booklet.title'), left, top + 18, { size: 18 })
  const summary = say(product.words, 'summary', specification.options)
  sheet.paragraph(summary, left, top + 27, right - left, { size: 10, grey: 0.3 })
  const room = { x: left, y: top + 38, width: right - left, height: 175 }
  const feet = make.parts.filter(({ shape }) => shape === 'cylinder')
  const bought = feet.flatMap((part) =>
    part.places.map((place) => {
      const { at } = place
      const to = { x: at.x + part.size.x, y: at.y + part.size.y, z: at.z + part.size.z }
      return { part, place, solid: { part: part.key, from: at, to } }
    }),
  )
  drawScene(sheet, room, { stands: workpieces, comes: [], bought, posture: 'standing', isWhole: true })
  sheet.text(tell('booklet.steps', { steps, people: peopleFor(source) }), left, bottom - 18, { size: 13, bold: true })
  const number = tell('booklet.number', { product: name.toLowerCase(), hash: hash.slice(0, 12) })
  sheet.paragraph(number, left, bottom - 11, right - left - 34, { size: 9 })
  sheet.qr(hash, right - 26, bottom - 26, 26)
}

const toolsFor = (steps: readonly Step[]) => {
  const always = ['screwdriver', 'mallet', 'tape'] as const
  return steps.some(({ kind }) => kind === 'wall') ? ([...always, 'drill'] as const) : always
}

/** What to know, what to have at hand, how a joint closes. */
export function drawPreparing(sheet: Sheet, source: PackSource, steps: readonly Step[]): void {
  const product = say(source.product.words, 'product.name').toLowerCase()
  const kilograms = Math.ceil(source.make.massG / 1000)
  let y = top + 4
  const heading = (words: string) => {
    sheet.text(words, left, y, { size: 16, bold: true })
    y += 9
  }
  heading(tell('booklet.before'))
  for (const [index, key] of (['1', '2', '3', '4', '5'] as const).entries()) {
    sheet.text(String(index + 1), left, y, { size: 11, bold: true })
    y =
      sheet.paragraph(
        tell(`booklet.before.${key}`, { product, kilograms, people: peopleFor(source) }),
        left + 8,
        y,
        right - left - 8,
        { size: 11 },
      ) + 1.5
  }
  for (const { code, values } of source.make.notes) {
    y =
      sheet.paragraph(say(source.product.words, `note.${code}`, values), left + 8, y, right - left - 8, {
        size: 11,
        bold: true,
      }) + 1.5
  }
  y += 6
  heading(tell('booklet.tools'))
  for (const tool of toolsFor(steps)) {
    sheet.text('•', left, y, { size: 11 })
    y = sheet.paragraph(tell(`booklet.tools.${tool}`), left + 8, y, right - left - 8, { size: 11 }) + 1.5
  }
  y += 6
  heading(tell('booklet.joint'))
  const apart = 62
  const pictures = drawJoint(sheet, left, y, apart)
  y += 42
  for (const [index, x] of pictures.entries()) {
    const key = (['1', '2', '3'] as const)[index] ?? '3'
    sheet.text(key, x, y, { size: 11, bold: true })
    sheet.paragraph(tell(`booklet.joint.${key}`), x + 6, y, apart - 12, { size: 10 })
  }
  sheet.paragraph(tell('booklet.inPlace'), left, y + 22, right - left, { size: 11, bold: true })
}

const cell = { width: 45, height: 38 } as const

function drawPart(sheet: Sheet, x: number, y: number, workpiece: Workpiece, count: number, name: string): void {
  const { panel, mark } = workpiece
  const room = { x: x + 2, y, width: cell.width - 6, height: cell.height - 17 }
  const to = { x: panel.length, y: panel.thickness, z: panel.width }
  const solid = { part: panel.part.key, from: { x: 0, y: 0, z: 0 }, to }
  const lying = { ...workpiece, panel: { ...panel, solid }, bores: [] }
  const out = { axis: 'y', sign: 1 } as const
  drawScene(sheet, room, { stands: [], comes: [{ parts: [lying], out }], bought: [], posture: 'standing' })
  sheet.text(`${mark}  ${tell('booklet.partCount', { count })}`, x, y + cell.height - 11.5, { size: 11, bold: true })
  sheet.text(name, x, y + cell.height - 7.5, { size: 8 })
  const size = tell('size.mm', { length: panel.length, width: panel.width, thickness: panel.thickness })
  sheet.text(size, x, y + cell.height - 4.2, { size: 7.5, grey: 0.3 })
}

/** Every part by its letter with its count, then the fittings that are in the bag. */
export function drawParts(pages: Pages, source: PackSource, steps: readonly Step[]): void {
  const { words } = source.product
  let sheet = pages.add()
  let y = top + 4
  sheet.text(tell('booklet.parts'), left, y, { size: 16, bold: true })
  y += 6
  const across = Math.floor((right - left) / cell.width)
  const sorts = alike(source.workpieces)
  for (let first = 0; first < sorts.length; first += across) {
    if (y + cell.height > bottom) {
      sheet = pages.add()
      y = top
    }
    for (const [index, { workpiece, count }] of sorts.slice(first, first + across).entries()) {
      const name = say(words, `part.${workpiece.panel.part.kind}`)
      drawPart(sheet, left + index * cell.width, y, workpiece, count, name)
    }
    y += cell.height
  }
  const inBag = bagOf(steps)
  if (y + 14 + Math.ceil(inBag.length / 3) * 12 > bottom) {
    sheet = pages.add()
    y = top
  }
  y += 8
  sheet.text(tell('booklet.fittings'), left, y, { size: 16, bold: true })
  y += 5
  for (const [index, { id, count }] of inBag.entries()) {
    const x = left + (index % 3) * 60
    const row = y + Math.floor(index / 3) * 12
    drawFitting(sheet, id, x, row)
    sheet.text(tell('booklet.partCount', { count }), x + 20, row + 4, { size: 11, bold: true })
    sheet.text(fittingName(id, words), x + 20, row + 8, { size: 8 })
  }
}

/** What all steps take together. */
function bagOf(steps: readonly Step[]): { id: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { kind, bodies, fittings } of steps) {
    const times = kind === 'begin' || kind === 'add' || kind === 'back' ? bodies.length : 1
    for (const { id, count } of fittings) counts.set(id, (counts.get(id) ?? 0) + count * times)
  }
  return [...counts].map(([id, count]) => ({ id, count }))
}
