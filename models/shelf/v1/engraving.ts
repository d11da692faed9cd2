import type { Material } from './materials.ts'

export const engravableOn: readonly Material[] = ['birch', 'mdf']

const letter = /[\p{Script=Latin}\d .,'’&+\-!?]/u

/** The first sign the engraving font lacks, and the text without all such. */
export function engravable(text: string): { readonly missing: string | undefined; readonly rest: string } {
  const letters = Array.from(text)
  const missing = letters.find((sign) => !letter.test(sign))
  const rest =
    missing === undefined
      ? text
      : letters
          .filter((sign) => letter.test(sign))
          .join('')
          .replace(/ +/g, ' ')
          .trim()
  return { missing, rest }
}

/** Mean advance of a letter against the height of capitals, and the room left at the front and back edge of the side, mm. */
const advance = 0.65
const margin = 30
const largest = 24

const letters = (text: string): number => Array.from(text).length

/** Height of capitals, mm, so that the text fits the side's depth. 24 letters on the shallowest shelf come to 11 mm: strokes over 1 mm wide (a tenth). */
export function letterHeight(text: string, depth: number): number {
  return Math.max(1, Math.min(largest, Math.floor((depth - 2 * margin) / (advance * Math.max(1, letters(text))))))
}

/** Length of the whole text, mm, from the mean advance. */
export function textLength(text: string, height: number): number {
  return Math.round(letters(text) * advance * height)
}

/** Seconds on the CNC: set-up with the text, then each letter (practitioner's figures). */
export const engravingWork = { setupS: 480, perLetterS: 20, baseS: 120 } as const

export const engravingMargin = margin
