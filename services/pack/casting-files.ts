import type { Cast, Lettering } from '#models/product/cast.ts'
import { stl } from '#models/product/exchange/stl.ts'
import { threeMf } from '#models/product/exchange/three-mf.ts'
import { csv } from '#models/product/pack/csv.ts'
import type { PackSource } from '#models/product/pack/pack-source.ts'
import type { PackRecipe } from '#models/product/pack.ts'
import { letters } from '#models/product/solid/font.ts'
import { bundledFonts } from '#models/product/solid/instrument-sans.ts'
import type { Vector } from '#models/product/vector.ts'
import { say } from '#models/product/words.ts'
import { assemblyOf, type LookOf } from './ware-assembly.ts'

const metal: LookOf = () => ({ key: 'metal', colour: [0.85, 0.82, 0.76], roughness: 0.25, metalness: 1 })

/** A hundredth of a millimetre is what a caster's software reads. */
const hundredth = (mm: number): number => Math.round(mm * 100) / 100

/** What is true of the shape that is sent: its size is the finished one, and nothing is added for shrinkage or polish. Axes are those of its STL: z up, the front towards one. */
function castingJson({ sprue }: Cast, hash: string): string {
  const inStl = ({ x, y, z }: Vector) => ({ x: hundredth(x), y: hundredth(0 - z), z: hundredth(y) })
  const facts = {
    hash,
    unit: 'mm',
    size: 'finished',
    shrinkageAppliedPermille: 0,
    polishAllowanceMm: 0,
    suggestedSprue: { ...sprue, at: inStl(sprue.at), towards: inStl(sprue.towards) },
  }
  return `${JSON.stringify(facts, null, 2)}\n`
}

function weightsCsv({ product, hash, make }: PackSource, { weights }: Cast): string {
  const chosen = make.parts[0]?.material
  const head = ['material', 'name', 'chosen', 'finished_g', 'cast_g', 'poured_g', 'specification']
  return csv(
    head,
    weights.map(({ material, finishedMg, castMg, pouredMg }) => [
      material,
      say(product.words, `material.${material}`),
      material === chosen ? 'yes' : 'no',
      ...[finishedMg, castMg, pouredMg].map((mg) => (mg / 1000).toFixed(2)),
      hash,
    ]),
  )
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Letters as closed outlines at true size, mm, on the line they stand on; a round inside is rolled out, as it is read. */
export function letteringSvg({ text, heightMm, depthMm, radiusMm, key }: Lettering, hash: string): string {
  const capHeightUm = Math.round(heightMm * 1000)
  const font = 'instrument-sans-600-1'
  const outlines = letters({ kind: 'text', text, font, capHeightUm, depthUm: Math.round(depthMm * 1000) }, bundledFonts)
  const mm = (um: number) => Math.round(um) / 1000
  const xs = outlines.flat().map(([x]) => mm(x))
  const [left, right] = [Math.min(0, ...xs), Math.max(0, ...xs)]
  const round = radiusMm === undefined ? undefined : 2 * Math.PI * radiusMm
  const width = round ?? right - left + 2
  const height = heightMm * 2
  const shift = (width - (right - left)) / 2 - left
  const base = heightMm * 1.5
  const d = outlines
    .map(
      (outline) =>
        `M${outline.map(([x, y]) => `${(mm(x) + shift).toFixed(3)} ${(base - mm(y)).toFixed(3)}`).join('L')}Z`,
    )
    .join('')
  const told = `${key}, ${depthMm} mm deep${round === undefined ? '' : `, rolled out from ${round.toFixed(2)} mm round`}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width.toFixed(3)}mm" height="${height.toFixed(3)}mm" viewBox="0 0 ${width.toFixed(3)} ${height.toFixed(3)}">`,
    `<title>${escaped(text)}</title>`,
    `<desc>${escaped(told)}, specification ${hash}</desc>`,
    `<path d="${d}" fill="#000" fill-rule="nonzero"/>`,
    '</svg>',
    '',
  ].join('\n')
}

/** What a caster needs besides the papers: the finished shape as it is, where a sprue would go, what it weighs in each metal, and letters for the laser. */
export function castingRecipes(source: PackSource): PackRecipe[] {
  const { cast } = source.make
  if (cast === undefined) return []
  return [
    { path: 'casting-shape.stl', kind: 'casting-shape', write: async () => stl(await assemblyOf(source, 1, metal)) },
    {
      path: 'casting-shape.3mf',
      kind: 'casting-shape',
      write: async () => threeMf(await assemblyOf(source, 1, metal)),
    },
    { path: 'casting.json', kind: 'casting', write: () => castingJson(cast, source.hash) },
    { path: 'weights.csv', kind: 'weights', write: () => weightsCsv(source, cast) },
    ...cast.letterings.map((lettering) => ({
      path: `engraving-${lettering.key}.svg`,
      kind: 'engraving',
      write: () => letteringSvg(lettering, source.hash),
    })),
  ]
}
