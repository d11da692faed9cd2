import { drawing } from '#models/product/drawing.ts'
import { unitScale } from '#models/product/make.ts'
import { isLengths, type Option, type OptionValue } from '#models/product/options.ts'
import { alike } from '#models/product/pack/drilling-table.ts'
import type { PackSource } from '#models/product/pack/pack-source.ts'
import type { Product } from '#models/product/product.ts'
import { figure, lengthsText, say } from '#models/product/words.ts'
import { createPaper, type Sheet } from '../paper.ts'
import { pagesOf, portrait } from './page-frame.ts'
import { drawView } from './paper-drawing.ts'
import { type Cursor, drawTable } from './paper-table.ts'
import { papersMadeAt } from './stickers.ts'
import { mmOfUm, tell } from './telling.ts'

const qrMm = 30
const { left, right, top, bottom } = portrait

/** Scales a workshop reads by its rule. */
const enlargements = [0.2, 0.5] as const
const scales = [1, 2, 2.5, 5, 10, 15, 20, 25, 30, 40, 50] as const

/** A value as the shopper chose it, in words. */
function valueWords({ product }: PackSource, option: Option, value: OptionValue | undefined): string {
  if (typeof value === 'number') return option.kind === 'length' ? `${figure(value)} mm` : figure(value)
  if (typeof value === 'boolean') return tell(value ? 'sheet.yes' : 'sheet.no')
  if (value === undefined || value.length === 0) return tell(option.kind === 'lengths' ? 'sheet.even' : 'sheet.none')
  if (typeof value === 'string') return product.words[`value.${option.key}.${value}`] ?? value
  if (isLengths(value)) return `${lengthsText(product.words, value)} mm`
  return tell('sheet.cells', { cells: value.map((entry) => entryWords(product, option, entry)).join(', ') })
}

/** A cell, with the name of what was chosen for it where there is a choice: `2-1` or `2-1 Ink blue`. */
function entryWords({ words }: Product, { key }: Option, entry: string): string {
  const [cell = entry, value] = entry.split(':')
  return value === undefined ? cell : `${cell} ${words[`value.${key}.${value}`] ?? value}`
}

function drawHead(sheet: Sheet, { product, specification, hash, make }: PackSource): number {
  const textWidth = right - left - qrMm - 8
  sheet.text(say(product.words, 'product.name'), left, top + 2, { size: 20, bold: true })
  const summary = say(product.words, 'summary', specification.options)
  const below = sheet.paragraph(summary, left, top + 9, textWidth, { size: 10 })
  const facts = {
    kilograms: figure(make.massG < 100 ? make.massG / 1000 : Math.round(make.massG / 100) / 10),
    bodies: make.bodies,
    cartons: make.cartons.length,
  }
  const low = sheet.paragraph(tell('sheet.facts', facts), left, below, textWidth, { size: 9 })
  sheet.qr(hash, right - qrMm, top - 5, qrMm)
  sheet.text(tell('specification'), left, low + 2.5, { size: 7, grey: 0.35 })
  sheet.text(hash, left, low + 6.5, { size: 8, bold: true })
  sheet.paragraph(tell('sheet.hashWhat'), left, low + 10.5, textWidth, { size: 7, grey: 0.35 })
  return Math.max(low + 16, top + qrMm)
}

/** Front and side at one scale beside each other, as large as the room under `y` allows. */
function drawViews(sheet: Sheet, { make }: PackSource, y: number, height: number): number {
  const { views } = drawing(make)
  const gap = 10
  const width = views.reduce((sum, view) => sum + view.width, 0)
  const highest = Math.max(...views.map((view) => view.height))
  const room = right - left - gap * (views.length - 1)
  const fits = (scale: number) => width / scale <= room && highest / scale <= height
  // What is smaller than a hand is drawn larger than it is.
  const isTiny = Math.max(...Object.values(make.envelope)) < 40
  const scale =
    [...(isTiny ? enlargements : []), ...scales].find(fits) ?? Math.ceil(Math.max(width / room, highest / height))
  const told = scale < 1 ? tell('sheet.enlarged', { scale: Math.round(1 / scale) }) : tell('sheet.scale', { scale })
  sheet.text(told, left, y, { size: 7, grey: 0.35 })
  let x = left
  for (const view of views) {
    const from = y + 5 + (highest - view.height) / scale
    drawView(sheet, view, 1 / scale, x, from)
    const name = tell(`sheet.${view.name}`)
    sheet.text(name, x + view.width / scale / 2, y + 5 + highest / scale + 3, { size: 8, align: 'centre' })
    x += view.width / scale + gap
  }
  return y + highest / scale + 14
}

/** The options in two columns, then what to take care of and the right to send it back. */
function drawOptions(sheet: Sheet, source: PackSource, y: number): void {
  const { product, specification, make } = source
  const { withdrawal, options } = specification
  sheet.text(tell('sheet.options'), left, y, { size: 11, bold: true })
  const half = Math.ceil(product.options.length / 2)
  const column = (right - left) / 2
  let lowest = y
  for (const [at, part] of [product.options.slice(0, half), product.options.slice(half)].entries()) {
    const x = left + at * column
    const widths = part.map(({ key }) => sheet.textWidth(say(product.words, `option.${key}`), { size: 8 }))
    const labels = Math.max(30, ...widths.map((width) => width + 3))
    let line = y + 5.5
    for (const option of part) {
      const own = withdrawal.because.includes(option.key) ? ` (${tell('sheet.bespoke')})` : ''
      sheet.text(say(product.words, `option.${option.key}`), x, line, { size: 8, grey: 0.35 })
      const words = valueWords(source, option, options[option.key]) + own
      line = sheet.paragraph(words, x + labels, line, column - labels - 4, { size: 8 }) + 0.4
    }
    lowest = Math.max(lowest, line)
  }
  const because = withdrawal.because.map((key) => say(product.words, `option.${key}`)).join(', ')
  const notes = [
    ...make.notes.map(({ code, values }) => say(product.words, `note.${code}`, values)),
    tell(`sheet.withdrawal.${withdrawal.right}`, { because }),
  ]
  let line = lowest + 3
  sheet.text(tell('sheet.notes'), left, line, { size: 11, bold: true })
  line += 5
  for (const note of notes) line = sheet.paragraph(note, left, line, right - left, { size: 8 }) + 0.4
}

/** Seconds as minutes, or hours where they are many. */
function time(seconds: number): string {
  if (seconds === 0) return ''
  const minutes = Math.round(seconds / 60)
  if (minutes < 180) return tell('sheet.minutes', { minutes })
  return tell('sheet.hours', { hours: Math.round(minutes / 6) / 10 })
}

function drawTables(pages: ReturnType<typeof pagesOf>, source: PackSource): void {
  const { specification, workpieces, product } = source
  const { words } = product
  let cursor: Cursor = { sheet: pages.add(), y: top }
  const table = (title: string, columns: Parameters<typeof drawTable>[4], rows: readonly (readonly string[])[]) => {
    if (rows.length > 0) cursor = drawTable(pages, portrait, cursor, title, columns, rows)
  }
  table(
    tell('sheet.parts'),
    [
      { head: tell('sheet.mark'), x: left },
      { head: tell('sheet.part'), x: left + 12 },
      { head: tell('sheet.count'), x: left + 72, align: 'right' },
      { head: tell('sheet.finished'), x: left + 78 },
      { head: tell('sheet.cutSize'), x: left + 112 },
      { head: tell('sheet.material'), x: left + 140 },
    ],
    alike(workpieces).map(({ workpiece: { mark, panel }, count }) => [
      mark,
      `${say(words, `part.${panel.part.kind}`)}, ${panel.part.key}`,
      String(count),
      tell('size.mm', { length: panel.length, width: panel.width, thickness: panel.thickness }),
      `${mmOfUm(panel.cutLengthUm)} × ${mmOfUm(panel.cutWidthUm)}`,
      say(words, `material.${panel.part.material}`),
    ]),
  )
  table(
    tell('sheet.bill'),
    [
      { head: tell('sheet.material'), x: left },
      { head: tell('sheet.net'), x: left + 110, align: 'right' },
      { head: tell('sheet.gross'), x: left + 150, align: 'right' },
    ],
    specification.materials.map(({ material, unit, net, gross }) => {
      const amount = (of: number) => `${figure(Math.round((of * 100) / unitScale[unit]) / 100)} ${tell(`unit.${unit}`)}`
      return [say(words, `material.${material}`), amount(net), amount(gross)]
    }),
  )
  table(
    tell('sheet.routing'),
    [
      { head: tell('sheet.step'), x: left + 6, align: 'right' },
      { head: tell('sheet.operation'), x: left + 12 },
      { head: tell('sheet.station'), x: left + 75 },
      { head: tell('sheet.setup'), x: left + 132, align: 'right' },
      { head: tell('sheet.run'), x: left + 156, align: 'right' },
      { head: tell('sheet.lag'), x: right, align: 'right' },
    ],
    specification.operations.map(({ key, workCentre, setupS, runS, lagS }, index) => [
      String(index + 1),
      say(words, `operation.${key}`),
      say(words, `work-centre.${workCentre}`),
      time(setupS),
      time(runS),
      time(lagS),
    ]),
  )
  table(
    tell('sheet.cartons'),
    [
      { head: tell('sheet.carton'), x: left + 10, align: 'right' },
      { head: tell('sheet.outside'), x: left + 16 },
      { head: tell('sheet.mass'), x: left + 70, align: 'right' },
      { head: tell('sheet.contents'), x: left + 78, width: right - left - 78 },
    ],
    specification.cartons.map(({ length, width, height, massG, contents }, index) => [
      String(index + 1),
      tell('size.mm', { length, width, thickness: height }),
      tell('sheet.kilograms', { kilograms: figure(Math.round(massG / 100) / 10) }),
      contents.map(({ part, count }) => `${count} × ${part}`).join(', '),
    ]),
  )
}

/** What is made, on paper: dimensioned drawings, options in words, parts, bill of materials, routing, cartons; the hash as text and as QR. */
export async function specificationSheetPdf(source: PackSource): Promise<Uint8Array> {
  const { hash } = source
  const paper = await createPaper({ title: `${tell('sheet.title')} ${hash}`, madeAt: papersMadeAt })
  const pages = pagesOf(paper, portrait, tell('sheet.title'), hash)
  const first = pages.add()
  const belowHead = drawHead(first, source)
  const forWords = 64
  const belowViews = drawViews(first, source, belowHead + 4, bottom - belowHead - 18 - forWords)
  drawOptions(first, source, belowViews)
  drawTables(pages, source)
  return pages.bytes()
}
