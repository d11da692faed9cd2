/** The colour of a face, and the darker one of its edges and grain. */
export type Paint = { readonly face: string; readonly edge: string }

const finishes: Readonly<Record<string, Paint>> = {
  oil: { face: '#dbb980', edge: '#b98d52' },
  'clear-lacquer': { face: '#e2c694', edge: '#bf9a62' },
  'dark-stain': { face: '#694a33', edge: '#452e1e' },
  'decor-white': { face: '#efeeea', edge: '#cfcdc6' },
  'decor-graphite': { face: '#4a4e51', edge: '#2f3234' },
  'decor-oak': { face: '#c5a374', edge: '#997545' },
  'paint-white': { face: '#f3f1eb', edge: '#d5d2c8' },
  'paint-sage': { face: '#9cae98', edge: '#748870' },
  'paint-ink': { face: '#2b3b4f', edge: '#182432' },
  'paint-ochre': { face: '#c6912f', edge: '#96691a' },
  'back-birch': { face: '#d3bd96', edge: '#b39f78' },
  'back-dark': { face: '#433a33', edge: '#2d2620' },
  'back-white': { face: '#e7e6e1', edge: '#c9c7be' },
  'back-grey': { face: '#c2c6bf', edge: '#a2a89f' },
  black: { face: '#202323', edge: '#0f1111' },
}

/** Boards, and alloys as they come out of the flask and the polish. */
const boards: readonly (readonly [prefix: string, paint: Paint])[] = [
  ['birch', { face: '#ead2a4', edge: '#c4a06a' }],
  ['oak', { face: '#c8a06b', edge: '#98713e' }],
  ['mdf', { face: '#c9ab82', edge: '#a2835a' }],
  ['silver', { face: '#d9d9d6', edge: '#77797c' }],
  ['gold-14-white', { face: '#d8d3c9', edge: '#77736c' }],
  ['gold-18-white', { face: '#dbd8d2', edge: '#73716e' }],
  ['gold-18-red', { face: '#dba582', edge: '#85543c' }],
  ['gold', { face: '#e0ba66', edge: '#81602a' }],
  ['bronze', { face: '#c08a55', edge: '#6b4522' }],
]

/** Outside glazes as they come from the fire. */
const glazes: Readonly<Record<string, Paint>> = {
  white: { face: '#efece4', edge: '#c9bfae' },
  clear: { face: '#ddd3c1', edge: '#b3a286' },
  celadon: { face: '#a9bfae', edge: '#7d9581' },
  cobalt: { face: '#2c4470', edge: '#1b2b4b' },
  tenmoku: { face: '#33201a', edge: '#7c4a26' },
  oatmeal: { face: '#d3c4a8', edge: '#a58f6b' },
  copper: { face: '#8c2f2a', edge: '#5c1f1d' },
}

const glazeOf = (finish: string): Paint | undefined => {
  const [, outside = ''] = finish.split('/')
  return Object.hasOwn(glazes, outside) ? glazes[outside] : undefined
}

const unknown: Paint = { face: '#d0c8b8', edge: '#a79d8a' }

const boardOf = (material: string): Paint | undefined => boards.find(([prefix]) => material.startsWith(prefix))?.[1]
const finishOf = (finish: string): Paint | undefined =>
  Object.hasOwn(finishes, finish) ? finishes[finish] : glazeOf(finish)

/** A part as it comes from the machine; melamine and lacquered backs come with their colour. */
export const bare = (material: string, finish: string): Paint => boardOf(material) ?? finishOf(finish) ?? unknown

/** A part with its finish on; where the finish has no colour of its own the board shows. */
export const finished = (material: string, finish: string): Paint => finishOf(finish) ?? boardOf(material) ?? unknown
