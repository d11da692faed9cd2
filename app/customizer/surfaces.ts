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

/** The surface of a part by its board and its finish; a finish the board does not take leaves it bare. */
export function surfaceOf(material: string, finish: string): Surface {
  if (material.startsWith('birch')) return pick(birch, finish) ?? birch.oil
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
  if (option !== 'finish' && option !== 'colours') return undefined
  return (pick(birch, value) ?? whole[value])?.paint
}
