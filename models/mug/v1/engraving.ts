import type { SolidNode } from '../../product/solid/recipe.ts'
import { outsideAt } from './handle.ts'
import type { MugOptions } from './options.ts'
import type { Profile } from './profile.ts'

/** Cut into the leather-hard clay: strokes of 1 mm and more, 1 mm deep; glaze fills what is shallower than 0.6 (practitioners). */
export const depthMm = 1
export const narrowestStroke = 1

/** Cap height of the letters by the room there is, mm, and what share of it a letter takes on average, its space included (Instrument Sans). */
const tallest = 14
export const smallest = 9
const letterShare = 0.86

/** Signs that the engraving font has: Latin letters with their accents, figures, and a few more. */
const known = /^[\p{Script=Latin}0-9 .,:;!?&'’"“”()+\-–/]$/u

/** The text as it can be cut: `missing` is its first letter without a glyph, `rest` what is left when such letters go. */
export function engravable(text: string): { readonly missing: string | undefined; readonly rest: string } {
  const letters = Array.from(text)
  const rest = letters.filter((letter) => known.test(letter)).join('')
  return { missing: letters.find((letter) => !known.test(letter)), rest: rest.replace(/\s+/g, ' ').trim() }
}

export type Band = {
  readonly letterHeight: number
  readonly length: number
  readonly room: number
  readonly baseline: number
  readonly radius: number
  /** how much the wall's radius changes over the letters, mm: letters on a curved wall are cut unevenly deep */
  readonly uneven: number
}

/** Where the name stands: on the front, in the middle of the height, at most a third of the way round. */
export function bandOf(profile: Profile, { name, height }: MugOptions): Band {
  const letters = Array.from(name).length
  const middle = Math.round(height / 2)
  const radius = outsideAt(profile, middle)
  const room = (2 * Math.PI * radius) / 3
  const letterHeight = Math.min(tallest, Math.floor(room / Math.max(1, letters * letterShare)))
  const [low, high] = [middle - letterHeight / 2, middle + letterHeight / 2].map((y) => outsideAt(profile, y))
  const radii = [low ?? radius, radius, high ?? radius]
  return {
    letterHeight,
    length: letters * letterShare * letterHeight,
    room,
    baseline: middle - letterHeight / 2,
    radius,
    uneven: Math.max(...radii) - Math.min(...radii),
  }
}

const um = (mm: number): number => Math.round(mm * 1000)

/** The letters as a solid that is cut away, wrapped round the wall's front. */
export function lettersOf({ letterHeight, length, baseline, radius, uneven }: Band, name: string): SolidNode {
  const cut = depthMm + uneven
  return {
    kind: 'placed',
    moveUm: { x: 0, y: um(baseline), z: 0 },
    of: {
      kind: 'wrapped',
      radiusUm: um(radius - cut),
      of: {
        kind: 'placed',
        moveUm: { x: -um(length / 2), y: 0, z: 0 },
        of: {
          kind: 'text',
          text: name,
          font: 'instrument-sans-600-1',
          capHeightUm: um(letterHeight),
          depthUm: um(cut + 2),
        },
      },
    },
  }
}
