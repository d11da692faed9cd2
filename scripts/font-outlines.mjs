// Writes the outlines of the bundled font as a module of the kernel, where text is a solid and nothing may be read from a disk.
// Run it after the font's package has changed; the test beside it tells when.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import fontkit from '@pdf-lib/fontkit'
import loadKernel from 'manifold-3d'
import { isMain } from './main.mjs'
import { repository } from './repository.mjs'

const packages = createRequire(import.meta.url)
const folder = join(repository, 'models/product/solid')

const head = (what) => `// ${what} of Instrument Sans SemiBold, written by scripts/font-outlines.mjs from its package.
// Copyright 2022 The Instrument Sans Project Authors (https://github.com/Instrument/instrument-sans), SIL Open Font License 1.1.
`

/** Signs that have ink or are a space, and stand for themselves. */
function signs(font) {
  return font.characterSet.filter((code) => {
    const sign = String.fromCodePoint(code)
    return code >= 0x20 && code !== 0xffff && !/[\p{M}\p{C}]/u.test(sign)
  })
}

/** Outlines as polygons of fine facets, by halves of each curve's bend. */
function polygons(commands) {
  const found = []
  let at = [0, 0]
  for (const { command, args } of commands) {
    if (command === 'moveTo') found.push([args])
    else if (command === 'lineTo') found.at(-1).push(args)
    else if (command === 'quadraticCurveTo') {
      const [cx, cy, x, y] = args
      for (let step = 1; step <= 32; step += 1) {
        const t = step / 32
        const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t * t]
        found.at(-1).push([a * at[0] + b * cx + c * x, a * at[1] + b * cy + c * y])
      }
    } else if (command !== 'closePath') throw new Error(`a TrueType font has no ${command}`)
    at = args.slice(-2)
  }
  return found
}

/** What the ink covers, overlaps once, and how long its edge is; font units. */
function inkOf(commands, { CrossSection }) {
  const outlines = polygons(commands)
  if (outlines.length === 0) return { area: 0, edge: 0 }
  const section = CrossSection.ofPolygons(outlines, 'NonZero')
  let edge = 0
  for (const polygon of section.toPolygons()) {
    for (const [index, [x, y]] of polygon.entries()) {
      const [nextX, nextY] = polygon[(index + 1) % polygon.length]
      edge += Math.hypot(nextX - x, nextY - y)
    }
  }
  const area = section.area()
  section.delete()
  return { area: Math.round(area), edge: Math.round(edge) }
}

const letters = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', closePath: 'Z' }

function glyphLines(font, kernel) {
  return signs(font).map((code) => {
    const { advanceWidth, path } = font.glyphForCodePoint(code)
    const { area, edge } = inkOf(path.commands, kernel)
    const outline = path.commands.map(({ command, args }) => letters[command] + args.map(Math.round).join(' ')).join('')
    return [code.toString(16), advanceWidth, area, edge, outline].join('|')
  })
}

/** Pairs of plain letters, figures and signs that stand closer or wider than their advances. */
function kerningLines(font) {
  const plain = signs(font).filter((code) => code > 0x20 && code < 0x7f)
  const advance = new Map(plain.map((code) => [code, font.glyphForCodePoint(code).advanceWidth]))
  return plain.flatMap((left) => {
    const pairs = plain.flatMap((right) => {
      const { positions } = font.layout(String.fromCodePoint(left, right), { liga: false })
      const closer = positions.length === 2 ? positions[0].xAdvance - advance.get(left) : 0
      return closer === 0 ? [] : [`${right.toString(16)}:${closer}`]
    })
    return pairs.length === 0 ? [] : [`${left.toString(16)} ${pairs.join(' ')}`]
  })
}

const list = (name, doc, lines) =>
  `/** ${doc} */\nexport const ${name}: readonly string[] = [\n${lines.map((line) => `  '${line}',`).join('\n')}\n]\n`

/** @returns {Promise<Record<string, string>>} the modules by their path */
export async function fontModules() {
  const file = packages.resolve('@expo-google-fonts/instrument-sans/600SemiBold/InstrumentSans_600SemiBold.ttf')
  const font = fontkit.create(readFileSync(file))
  const kernel = await loadKernel()
  kernel.setup()
  const glyphs = list(
    'glyphLines',
    'Code point (hexadecimal), advance, area of the ink, length of its edge, outlines as in SVG: 1 000 units to the em, capitals 720 high.',
    glyphLines(font, kernel),
  )
  const kerning = list(
    'kerningLines',
    'Code point of the left sign, then of each right one with what is added between them, font units.',
    kerningLines(font),
  )
  return {
    [join(folder, 'instrument-sans-glyphs.ts')]: `${head('Outlines')}\n${glyphs}`,
    [join(folder, 'instrument-sans-kerning.ts')]: `${head('Kerning')}\n${kerning}`,
  }
}

if (isMain(import.meta.url)) {
  for (const [path, text] of Object.entries(await fontModules())) writeFileSync(path, text)
}
