import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fontkit from '@pdf-lib/fontkit'

const packages = createRequire(import.meta.url)
const file = '@expo-google-fonts/instrument-sans/500Medium/InstrumentSans_500Medium.ttf'

let loaded: ReturnType<typeof fontkit.create> | undefined

/**
 * A line of text as outlines for an SVG, so that it looks the same on a machine without fonts. `size` is the height of the type in
 * the picture's units, `x` and `y` the baseline's start, or its middle or end as `anchor` says.
 */
export function lettering(
  text: string,
  place: { x: number; y: number; size: number; fill: string; anchor?: 'start' | 'middle' | 'end' },
): string {
  loaded ??= fontkit.create(readFileSync(packages.resolve(file)))
  const scale = place.size / loaded.unitsPerEm
  const { glyphs, positions } = loaded.layout(text)
  const width = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * scale
  const shift = { start: 0, middle: width / 2, end: width }[place.anchor ?? 'start']
  let x = 0
  const outlines = glyphs.map((glyph, index) => {
    const at = x
    x += positions[index]?.xAdvance ?? 0
    return `<path transform="translate(${at} 0)" d="${glyph.path.toSVG()}"/>`
  })
  const at = `translate(${place.x - shift} ${place.y}) scale(${scale} ${-scale})`
  return `<g transform="${at}" fill="${place.fill}">${outlines.join('')}</g>`
}
