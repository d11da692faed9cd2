import type { Font, Glyph } from './font.ts'
import { glyphLines } from './instrument-sans-glyphs.ts'
import { kerningLines } from './instrument-sans-kerning.ts'

const hexadecimal = (text: string): number => Number.parseInt(text, 16)

/** `M28 0L293 720Q1 2 3 4Z` as steps; an outline ends where it began, so its first point comes last. */
function outlinesOf(path: string): number[][][] {
  return path
    .split('Z')
    .filter((outline) => outline !== '')
    .map((outline) => {
      const steps = Array.from(outline.matchAll(/[MLQ]([-\d ]+)/g), ([, numbers = '']) =>
        numbers.split(' ').map(Number),
      )
      const [start = [], ...rest] = steps
      const end = rest.at(-1)?.slice(-2) ?? []
      return start.join() === end.join() ? rest : [...rest, start]
    })
}

function glyphs(): Map<string, () => Glyph> {
  return new Map(
    glyphLines.map((line) => {
      const [code = '', advance, area, edge, path = ''] = line.split('|')
      let glyph: Glyph | undefined
      const read = () => {
        glyph ??= { advance: Number(advance), area: Number(area), edge: Number(edge), outlines: outlinesOf(path) }
        return glyph
      }
      return [String.fromCodePoint(hexadecimal(code)), read]
    }),
  )
}

function pairs(): Map<string, number> {
  const found = new Map<string, number>()
  for (const line of kerningLines) {
    const [left = '', ...rest] = line.split(' ')
    for (const pair of rest) {
      const [right = '', units] = pair.split(':')
      found.set(String.fromCodePoint(hexadecimal(left), hexadecimal(right)), Number(units))
    }
  }
  return found
}

/** Letters with accents stand as close as those without. */
const plain = (letter: string): string => letter.normalize('NFD').charAt(0)

let known: { readonly glyphs: Map<string, () => Glyph>; readonly pairs: Map<string, number> } | undefined

function read() {
  known ??= { glyphs: glyphs(), pairs: pairs() }
  return known
}

/** Instrument Sans SemiBold: Latin letters, figures and signs. Its id stands in recipes, so other outlines need another id. */
export const instrumentSans: Font = {
  id: 'instrument-sans-600-1',
  capHeight: 720,
  glyph: (letter) => read().glyphs.get(letter)?.(),
  kerning: (left, right) => read().pairs.get(plain(left) + plain(right)) ?? 0,
}

/** The fonts that recipes may name. */
export const bundledFonts = { [instrumentSans.id]: instrumentSans }
