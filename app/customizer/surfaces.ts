/** How a finished surface looks: `paint` is its colour, `dark` that of its figure (grain, joints), `grain` how strong the figure is, `gloss` 0 matt to 1. */
export type Surface = {
  readonly paint: string
  readonly dark: string
  readonly grain: 'birch' | 'oak' | 'none'
  readonly gloss: number
}

const plain = (paint: string, dark: string, gloss = 0.15): Surface => ({ paint, dark, grain: 'none', gloss })

const birch = {
  oil: { paint: '#e2c69b', dark: '#c39f6a', grain: 'birch', gloss: 0.2 },
  'clear-lacquer': { paint: '#ead3ad', dark: '#cfb083', grain: 'birch', gloss: 0.45 },
  'dark-stain': { paint: '#6d4c34', dark: '#4d3322', grain: 'birch', gloss: 0.4 },
} as const

const oak = {
  'clear-lacquer': { paint: '#c8a678', dark: '#8f6d42', grain: 'oak', gloss: 0.4 },
  'dark-stain': { paint: '#5a4231', dark: '#3a2819', grain: 'oak', gloss: 0.4 },
} as const

const whole: Readonly<Record<string, Surface>> = {
  'decor-white': plain('#f1f0ec', '#d9d7d0', 0.3),
  'decor-graphite': plain('#474b4e', '#323538', 0.25),
  'decor-oak': { paint: '#c9aa7d', dark: '#a18052', grain: 'oak', gloss: 0.25 },
  'paint-white': plain('#f4f2ec', '#dcd9cf', 0.35),
  'paint-sage': plain('#9caf98', '#7d9179', 0.35),
  'paint-ink': plain('#2a3a4e', '#1a2635', 0.35),
  'paint-ochre': plain('#c8922f', '#a3741f', 0.35),
  'back-birch': plain('#d5bf98', '#bba276'),
  'back-dark': plain('#3d3a38', '#2a2827'),
  'back-white': plain('#e9e8e3', '#d2d0c9'),
  'back-grey': plain('#c3c7c0', '#a7ada4'),
  black: plain('#262b2b', '#151818', 0.35),
}

/** Boards without a coat they can take: what is drawn while a choice is refused. */
const bare: Readonly<Record<string, Surface>> = {
  birch: birch.oil,
  oak: oak['clear-lacquer'],
  melamine: plain('#e4e1d8', '#c9c5ba'),
  mdf: plain('#b3987a', '#93795d'),
}

/** Glazes on stoneware: `dark` is what shows where they run thin over an edge. */
const glazes: Readonly<Record<string, Surface>> = {
  white: plain('#f1eee6', '#d8c9b0', 0.8),
  clear: plain('#ddd2be', '#bfa988', 0.85),
  celadon: plain('#a7bfae', '#d5dccb', 0.9),
  cobalt: plain('#27407a', '#5f6f8f', 0.9),
  tenmoku: plain('#2f1d17', '#8a5127', 0.85),
  oatmeal: plain('#d2c2a4', '#a98d62', 0.4),
  copper: plain('#8e2d2b', '#d8b49a', 0.9),
}

/** The clay itself, where no glaze is. */
const clays: Readonly<Record<string, Surface>> = {
  'clay-white': plain('#e3d9c6', '#cbbd9f', 0.05),
  'clay-speckled': plain('#d3bf9d', '#4b3a2a', 0.05),
  'clay-dark': plain('#5a4034', '#38271f', 0.05),
}

/** Alloys, polished: `paint` is what they mirror white as, `dark` what they mirror a dark corner as. */
const alloys: Readonly<Record<string, Surface>> = {
  'silver-925': plain('#f3f1ec', '#43464b', 1),
  'gold-14-yellow': plain('#eed59a', '#5e4516', 1),
  'gold-14-white': plain('#ece6da', '#4b4843', 1),
  'gold-18-yellow': plain('#f2cd7c', '#613f0d', 1),
  'gold-18-white': plain('#efece6', '#474644', 1),
  'gold-18-red': plain('#eebf9c', '#5e321c', 1),
  bronze: plain('#d69f68', '#47290e', 1),
}

/** Silver and bronze under liver of sulphur. */
const blackened = plain('#57555a', '#141316', 0.5)

const gems: Readonly<Record<string, Surface>> = {
  'lab-diamond': plain('#f4f8fb', '#9fb0bd', 1),
  diamond: plain('#f4f8fb', '#9fb0bd', 1),
  'lab-sapphire': plain('#3f63c9', '#0c1c57', 1),
  'lab-ruby': plain('#cf2f4e', '#560b1c', 1),
}

/** What mirrors rather than shines: an alloy in its finish, or a stone; undefined for all else. */
export function mirrorOf(material: string, finish: string) {
  const gem = pick(gems, finish)
  if (gem !== undefined) return { surface: gem, brushed: false, gem: true }
  const alloy = pick(alloys, material)
  if (alloy === undefined) return undefined
  return { surface: finish === 'blackened' ? blackened : alloy, brushed: finish === 'brushed', gem: false }
}

/** Surfaces of a vessel by its clay and a finish `inside/outside`; undefined for what is no vessel. */
export function waresOf(material: string, finish: string) {
  const clay = pick(clays, material)
  const [within = '', without = ''] = finish.split('/')
  const [inside, outside] = [pick(glazes, within), pick(glazes, without)]
  return clay && inside && outside && { clay, inside, outside }
}

/** The surface of a part by its board and its finish; a finish the board does not take leaves it bare. */
export function surfaceOf(material: string, finish: string): Surface {
  const mirror = mirrorOf(material, finish)
  if (mirror !== undefined) return mirror.surface
  if (material.startsWith('birch')) return pick(birch, finish) ?? birch.oil
  if (material.startsWith('clay-')) return waresOf(material, finish)?.outside ?? plain('#e3d9c6', '#cbbd9f')
  if (material.startsWith('oak')) return pick(oak, finish) ?? oak['clear-lacquer']
  const board = Object.keys(bare).find((known) => material.startsWith(known))
  return pick(whole, finish) ?? (board === undefined ? undefined : bare[board]) ?? plain('#cfc8ba', '#b0a897')
}

function pick(surfaces: Readonly<Record<string, Surface>>, finish: string): Surface | undefined {
  return Object.hasOwn(surfaces, finish) ? surfaces[finish] : undefined
}

/** What shows at a cut edge: plywood its layers, a banded or painted board its surface. */
export function isLayered(material: string): boolean {
  return material.includes('ply')
}

const plies = 'repeating-linear-gradient(0deg, #e6cda3 0 3px, #b9925c 3px 5px)'
const samples: Readonly<Record<string, string>> = {
  'material.birch': plies,
  'material.oak':
    'linear-gradient(100deg, #cdac7f 0 30%, #b08b5b 30% 34%, #c8a678 34% 62%, #a58150 62% 65%, #cfae82 65%)',
  'material.melamine': 'linear-gradient(135deg, #f1f0ec 50%, #474b4e 50%)',
  'material.mdf': 'linear-gradient(135deg, #9caf98 0 33%, #c8922f 33% 66%, #2a3a4e 66%)',
  'finish.clear-lacquer': 'linear-gradient(135deg, #ead3ad 50%, #c8a678 50%)',
}

/** The CSS paint of a choice's swatch; undefined where a choice has nothing to show. */
export function swatchOf(option: string, value: string): string | undefined {
  const sample = samples[`${option}.${value}`]
  if (sample) return sample
  if (option === 'inside' || option === 'outside') return pick(glazes, value)?.paint
  if (option === 'alloy') return pick(alloys, value)?.paint
  if (option === 'stone') return pick(gems, value)?.paint
  if (option === 'clay') return pick(clays, `clay-${value}`)?.paint
  if (option !== 'finish' && option !== 'colours') return undefined
  return (pick(birch, value) ?? whole[value])?.paint
}
