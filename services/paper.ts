import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import fontkit from '@pdf-lib/fontkit'
import {
  closePath,
  degrees,
  fill,
  fillAndStroke,
  LineJoinStyle,
  lineTo,
  moveTo,
  PDFDocument,
  type PDFFont,
  type PDFOperator,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  rgb,
  setDashPattern,
  setFillingGrayscaleColor,
  setLineJoin,
  setLineWidth,
  setStrokingGrayscaleColor,
  stroke,
} from 'pdf-lib'
import QRCode from 'qrcode'

/** Points per millimetre: PDF counts 72 to the inch. */
const pointsPerMm = 72 / 25.4

export type TextStyle = {
  /** Points. */
  readonly size?: number
  readonly bold?: boolean
  readonly align?: 'left' | 'right' | 'centre'
  /** 0 is black, 1 is white. */
  readonly grey?: number
  /** Degrees counter-clockwise about the point. */
  readonly turn?: number
}

/** How a line or an outline is drawn: mm, grey from 0 black to 1 white; without `stroke` no line, without `fill` nothing inside. */
export type Ink = {
  readonly widthMm?: number
  readonly stroke?: number
  readonly fill?: number
  readonly dashMm?: readonly number[]
}

export type PaperPoint = readonly [xMm: number, yMm: number]

/** A page measured in millimetres from its top left corner; text is placed by its baseline. */
export type Sheet = {
  readonly widthMm: number
  readonly heightMm: number
  text(text: string, xMm: number, yMm: number, style?: TextStyle): void
  /** Broken at spaces to fit the width; gives back the baseline below the last line. */
  paragraph(text: string, xMm: number, yMm: number, widthMm: number, style?: TextStyle): number
  /** mm that a text takes in one line. */
  textWidth(text: string, style?: TextStyle): number
  /** A hairline of 0.15 mm. */
  line(fromXMm: number, fromYMm: number, toXMm: number, toYMm: number): void
  /** Lines from point to point; two points are a line, a closed one may be filled. */
  path(points: readonly PaperPoint[], closed: boolean, ink: Ink): void
  /** Several closed outlines of one ink that do not overlap. */
  outlines(all: readonly (readonly PaperPoint[])[], ink: Ink): void
  qr(content: string, xMm: number, yMm: number, sizeMm: number): void
}

export type Paper = {
  addSheet(widthMm: number, heightMm: number): Sheet
  /** The file. The same drawing gives the same bytes. */
  bytes(): Promise<Uint8Array>
}

/** Starts a PDF with the house's type embedded. `madeAt` (ms since 1970) is written into it as its date. */
export async function createPaper(about: { title: string; madeAt: number }): Promise<Paper> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.registerFontkit({ create: readFont })
  pdf.setTitle(about.title)
  pdf.setProducer('Makerline')
  pdf.setCreator('Makerline')
  pdf.setCreationDate(new Date(about.madeAt))
  pdf.setModificationDate(new Date(about.madeAt))
  const features = { tnum: true }
  const regular = await pdf.embedFont(await fontFile('400Regular'), { subset: true, features })
  const bold = await pdf.embedFont(await fontFile('600SemiBold'), { subset: true, features })
  const known: ReadonlySet<number> = new Set(regular.getCharacterSet())
  return {
    addSheet(widthMm, heightMm) {
      const page = pdf.addPage([widthMm * pointsPerMm, heightMm * pointsPerMm])
      return sheetOn(page, { regular, bold, known }, widthMm, heightMm)
    },
    bytes: () => pdf.save(),
  }
}

type Fonts = { readonly regular: PDFFont; readonly bold: PDFFont; readonly known: ReadonlySet<number> }

function sheetOn(page: PDFPage, fonts: Fonts, widthMm: number, heightMm: number): Sheet {
  const x = (mm: number): number => rounded(mm * pointsPerMm)
  const y = (mm: number): number => rounded((heightMm - mm) * pointsPerMm)
  const steps = (points: readonly PaperPoint[]): PDFOperator[] =>
    points.map(([xMm, yMm], index) => (index === 0 ? moveTo : lineTo)(x(xMm), y(yMm)))

  const text: Sheet['text'] = (content, xMm, yMm, style = {}) => {
    const { size = 9, bold = false, align = 'left', grey = 0, turn = 0 } = style
    const font = bold ? fonts.bold : fonts.regular
    const printed = printable(content, fonts.known)
    const back = align === 'left' ? 0 : font.widthOfTextAtSize(printed, size) / (align === 'right' ? 1 : 2)
    const angle = (turn * Math.PI) / 180
    page.drawText(printed, {
      x: x(xMm) - back * Math.cos(angle),
      y: y(yMm) - back * Math.sin(angle),
      size,
      font,
      color: rgb(grey, grey, grey),
      rotate: degrees(turn),
    })
  }

  return {
    widthMm,
    heightMm,
    text,
    paragraph(content, xMm, yMm, width, style = {}) {
      const { size = 9, bold = false } = style
      const font = bold ? fonts.bold : fonts.regular
      const fits = (line: string): boolean =>
        font.widthOfTextAtSize(printable(line, fonts.known), size) <= width * pointsPerMm
      let at = yMm
      for (const line of brokenLines(content, fits)) {
        text(line, xMm, at, style)
        at += (size * 1.4) / pointsPerMm
      }
      return at
    },
    textWidth(content, { size = 9, bold = false } = {}) {
      const font = bold ? fonts.bold : fonts.regular
      return font.widthOfTextAtSize(printable(content, fonts.known), size) / pointsPerMm
    },
    path(points, closed, ink) {
      page.pushOperators(...inked(ink, closed ? [...steps(points), closePath()] : steps(points)))
    },
    outlines(all, ink) {
      if (all.length > 0)
        page.pushOperators(
          ...inked(
            ink,
            all.flatMap((points) => [...steps(points), closePath()]),
          ),
        )
    },
    line(fromXMm, fromYMm, toXMm, toYMm) {
      page.drawLine({
        start: { x: x(fromXMm), y: y(fromYMm) },
        end: { x: x(toXMm), y: y(toYMm) },
        thickness: 0.15 * pointsPerMm,
      })
    },
    qr(content, xMm, yMm, sizeMm) {
      const { data, size } = QRCode.create(content, { errorCorrectionLevel: 'M' }).modules
      const cell = sizeMm / size
      const dark: PDFOperator[] = []
      for (let row = 0; row < size; row += 1) {
        for (let column = 0; column < size; column += 1) {
          let run = 0
          while (column + run < size && data[row * size + column + run] !== 0) run += 1
          if (run === 0) continue
          const low = y(yMm + (row + 1) * cell)
          dark.push(rectangle(x(xMm + column * cell), low, x(run * cell), x(cell)))
          column += run
        }
      }
      page.pushOperators(...inked({ fill: 0 }, dark))
    },
  }
}

/** A thousandth of a point is finer than any printer: more figures would only make the file larger. */
const rounded = (points: number): number => Math.round(points * 1000) / 1000

/** A path with its ink, leaving the page's own as it was. */
function inked(
  { widthMm = 0.15, stroke: line, fill: inside, dashMm }: Ink,
  path: readonly PDFOperator[],
): PDFOperator[] {
  const paint = line === undefined ? fill() : inside === undefined ? stroke() : fillAndStroke()
  return [
    pushGraphicsState(),
    ...(inside === undefined ? [] : [setFillingGrayscaleColor(inside)]),
    ...(line === undefined
      ? []
      : [setStrokingGrayscaleColor(line), setLineWidth(widthMm * pointsPerMm), setLineJoin(LineJoinStyle.Round)]),
    ...(dashMm === undefined
      ? []
      : [
          setDashPattern(
            dashMm.map((mm) => mm * pointsPerMm),
            0,
          ),
        ]),
    ...path,
    paint,
    popGraphicsState(),
  ]
}

/** Lines at spaces; a word wider than the line is cut where it must be. */
export function brokenLines(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const letter of word) {
      if (line !== '' && !fits(line + letter)) {
        lines.push(line)
        line = ''
      }
      line += letter
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** What the type can print: narrow spaces become plain ones, and a letter it has no form for becomes a question mark. */
export function printable(text: string, known: ReadonlySet<number>): string {
  const spaced = text
    .normalize('NFC')
    .replace(/[\u2000-\u200a\u202f\u205f\u3000]/g, '\u00a0')
    .replace(/[\r\n\t]+/g, ' ')
  return Array.from(spaced, (letter) => (known.has(letter.codePointAt(0) ?? 0) ? letter : '?')).join('')
}

const packages = createRequire(import.meta.url)

type Weight = '400Regular' | '600SemiBold'

const files = new Map<Weight, Promise<Buffer>>()

/** Instrument Sans as TrueType, from its package (SIL Open Font License 1.1); read once. */
function fontFile(weight: Weight): Promise<Buffer> {
  const known = files.get(weight)
  if (known !== undefined) return known
  const path = packages.resolve(`@expo-google-fonts/instrument-sans/${weight}/InstrumentSans_${weight}.ttf`)
  const file = readFile(path)
  files.set(weight, file)
  file.catch(() => files.delete(weight))
  return file
}

const fonts = new WeakMap<Uint8Array, ReturnType<typeof fontkit.create>>()

/** The type as it is drawn with. Reading its tables takes longer than most of our papers; what a paper uses of it is kept by the paper. */
function readFont(bytes: Uint8Array): ReturnType<typeof fontkit.create> {
  const known = fonts.get(bytes)
  if (known !== undefined) return known
  const font = fontkit.create(bytes)
  fonts.set(bytes, font)
  return font
}
