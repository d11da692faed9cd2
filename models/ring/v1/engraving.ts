import type { SolidNode } from '../../product/solid/recipe.ts'
import type { Band } from './band.ts'
import type { Head } from './head.ts'
import { letterSizes } from './letter-sizes.ts'
import { standing } from './standing.ts'

/** Cast letters: 0.3 mm wide and 0.5 deep at least (Gemwares); strokes are a fifth of the height in our font, and cast text is legible from 2 mm (practitioner's figure). mm */
export const castDepth = 0.5
export const smallestCast = 2

/** Letters burnt in by laser after the last polish: from 1 mm high, 0.1–0.3 deep (practitioner's figures). They are in no model that is cast. mm */
export const laser = { height: 1.4, depth: 0.2, narrowestBand: 3, letterShare: 0.86, share: 0.8 } as const

export type Written = { readonly missing: string | undefined; readonly rest: string }

/** A monogram as it can be cut: capitals, figures, & and +. */
export function monogramOf(text: string): Written {
  const all = Array.from(text)
  const known = (letter: string) => Object.hasOwn(letterSizes, letter)
  const rest = all.map((letter) => letter.toUpperCase()).filter(known)
  return { missing: all.find((letter) => !known(letter)), rest: rest.join('').slice(0, 3) }
}

const knownToLaser = /^[\p{Script=Latin}0-9 .,:;!?&'’"“”()+\-–/]$/u

/** An inscription as the laser's font has it. */
export function inscriptionOf(text: string): Written {
  const all = Array.from(text)
  const rest = all.filter((letter) => knownToLaser.test(letter)).join('')
  return { missing: all.find((letter) => !knownToLaser.test(letter)), rest: rest.replace(/\s+/g, ' ').trim() }
}

export type Monogram = {
  readonly height: number
  readonly length: number
  readonly volume: number
  readonly walls: number
}

/** How large a monogram is cut, mm: into two thirds of the face's width and half of its length. */
export function monogramOn({ across, along }: Head, text: string): Monogram {
  const sizes = Array.from(text, (letter) => letterSizes[letter] ?? [100, 45, 500])
  const wide = sizes.reduce((sum, [advance]) => sum + advance, 0) / 100
  const ink = sizes.reduce((sum, [, area]) => sum + area, 0) / 100
  const rim = sizes.reduce((sum, [, , edge]) => sum + edge, 0) / 100
  const height = Math.floor(10 * Math.min(along / 2, (across * 2) / 3 / wide)) / 10
  return { height, length: wide * height, volume: ink * height * height * castDepth, walls: rim * height * castDepth }
}

/** Length of an inscription, mm, and the room it may take inside the band. */
export const inscriptionLength = (text: string): number => Array.from(text).length * laser.letterShare * laser.height
export const inscriptionRoom = ({ inner }: Band): number => 2 * Math.PI * inner * laser.share

const um = (mm: number): number => Math.round(mm * 1000)

/** The letters of a monogram as they are cut away from the face. */
export function monogramSolid(head: Head, text: string): SolidNode {
  const { height, length } = monogramOn(head, text)
  return standing({
    kind: 'placed',
    moveUm: { x: -um(length / 2), y: -um(height / 2), z: um(head.top - castDepth) },
    of: {
      kind: 'text',
      text,
      font: 'instrument-sans-600-1',
      capHeightUm: um(height),
      depthUm: um(castDepth + 0.5),
    },
  })
}
