import { longestUm } from './outline.ts'
import type { Polygon } from './polygon.ts'
import type { Point, Text } from './recipe.ts'
import { SolidError } from './solid-error.ts'

/**
 * A glyph in font units: how far the next one stands, what its ink covers and how long the ink's edge is, and its outlines, which may overlap:
 * lines and quadratic curves, `[x, y]` or `[control x, control y, x, y]`, from the end of the last one on.
 */
export type Glyph = {
  readonly advance: number
  readonly area: number
  readonly edge: number
  readonly outlines: readonly (readonly (readonly number[])[])[]
}

/** A font as outlines. `glyph` is undefined for a letter it has not got; `kerning` is added between two letters, font units. */
export type Font = {
  readonly id: string
  readonly capHeight: number
  readonly glyph: (letter: string) => Glyph | undefined
  readonly kerning: (left: string, right: string) => number
}

/** Fonts by id, handed in by whoever evaluates a recipe. */
export type Fonts = Readonly<Record<string, Font>>

/** Facets of text lie within so many µm of its curves, and at most a hundredth of its height: small letters have small curves. */
const letterChord = { um: 10, ofHeight: 0.004 } as const

/** Letters one text may have. */
const mostLetters = 200

/** One outline, scaled and moved; quadratic curves become facets. Outlines of TrueType fonts are clockwise, ours counter-clockwise. */
function facets(outline: readonly (readonly number[])[], scale: number, left: number, chord: number): Polygon {
  const points: Point[] = []
  const last = outline.at(-1)
  let [fromX, fromY] = last === undefined ? [0, 0] : [last.at(-2) ?? 0, last.at(-1) ?? 0]
  for (const step of outline) {
    const [a = 0, b = 0, c, d] = step
    const [toX, toY] = c === undefined || d === undefined ? [a, b] : [c, d]
    if (c !== undefined) {
      const [bendX, bendY] = [fromX - 2 * a + toX, fromY - 2 * b + toY]
      const bend = Math.sqrt(bendX * bendX + bendY * bendY) * scale
      const count = Math.max(2, Math.ceil(Math.sqrt(bend / (4 * chord))))
      for (let index = 1; index < count; index += 1) {
        const t = index / count
        const [one, two, three] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t]
        points.push([
          left + scale * (one * fromX + two * a + three * toX),
          scale * (one * fromY + two * b + three * toY),
        ])
      }
    }
    points.push([left + scale * toX, scale * toY])
    fromX = toX
    fromY = toY
  }
  return points.reverse()
}

/** A letter and its accent are one sign, however they were typed. */
const lettersOf = (text: string): string[] => Array.from(text.normalize('NFC'))

/**
 * The outlines of a text, µm, baseline on x; outer ones counter-clockwise, what they enclose clockwise. Empty for text without ink.
 * @throws SolidError for a font that is not at hand, a letter it has not got, and sizes out of range.
 */
export function letters(text: Text, fonts: Fonts): readonly Polygon[] {
  const font = fonts[text.font]
  if (font === undefined) throw new SolidError('font_unknown', { font: text.font })
  const { capHeightUm } = text
  const all = lettersOf(text.text)
  for (const length of [capHeightUm, text.depthUm]) {
    if (!Number.isInteger(length) || length < 1 || length > longestUm)
      throw new SolidError('solid_size', { length: length / 1000 })
  }
  if (all.length > mostLetters) throw new SolidError('solid_size', { letters: all.length, most: mostLetters })
  const scale = capHeightUm / font.capHeight
  const chord = Math.min(letterChord.um, letterChord.ofHeight * capHeightUm)
  const polygons: Polygon[] = []
  let left = 0
  let last: string | undefined
  for (const letter of all) {
    const glyph = font.glyph(letter)
    if (glyph === undefined) throw new SolidError('glyph_missing', { letter })
    if (last !== undefined) left += font.kerning(last, letter) * scale
    for (const outline of glyph.outlines) polygons.push(facets(outline, scale, left, chord))
    left += glyph.advance * scale
    last = letter
  }
  return polygons
}

/** What a text covers: µm to the end of its last letter's advance, µm² of ink, µm of the ink's edge. */
export type TextSize = { readonly width: number; readonly area: number; readonly edge: number }

/** Without its outlines, and therefore quick. Letters count for themselves, also where kerning brings them to touch. @throws SolidError as for `letters`. */
export function textSize(text: Pick<Text, 'text' | 'font' | 'capHeightUm'>, fonts: Fonts): TextSize {
  const font = fonts[text.font]
  if (font === undefined) throw new SolidError('font_unknown', { font: text.font })
  const scale = text.capHeightUm / font.capHeight
  let [width, area, edge] = [0, 0, 0]
  let last: string | undefined
  for (const letter of lettersOf(text.text)) {
    const glyph = font.glyph(letter)
    if (glyph === undefined) throw new SolidError('glyph_missing', { letter })
    width += glyph.advance + (last === undefined ? 0 : font.kerning(last, letter))
    area += glyph.area
    edge += glyph.edge
    last = letter
  }
  return { width: width * scale, area: area * scale * scale, edge: edge * scale }
}
