import { unitScale } from '../make.ts'
import type { Specification } from '../specification.ts'
import { type ProductWords, say } from '../words.ts'
import { csv } from './csv.ts'

const mm = (um: number): number => um / 1000

/** Longest, middle and shortest of three sizes in µm, as mm. */
function sizes({ x, y, z }: { x: number; y: number; z: number }): [number, number, number] {
  const [shortest = 0, middle = 0, longest = 0] = [x, y, z].sort((a, b) => a - b)
  return [mm(longest), mm(middle), mm(shortest)]
}

/** Every kind of board at cut and at finished size, its grain along its length or width, its banded edges. */
export function cutList({ parts, materials }: Specification, words: ProductWords): string {
  const head = [
    'part',
    'name',
    'count',
    'material',
    'finish',
    'cut_length_mm',
    'cut_width_mm',
    'thickness_mm',
    'finished_length_mm',
    'finished_width_mm',
    'grain',
    'edges',
    'mass_g',
    'slant_mm',
    'arris',
  ]
  const bought = new Set(materials.flatMap(({ material, unit }) => (unit === 'm2' ? [] : [material])))
  const boards = parts.filter(({ shape, material }) => shape === 'box' && !bought.has(material))
  return csv(
    head,
    boards.map((part) => {
      const [cutLength, cutWidth, thickness] = sizes(part.cutUm)
      const [length, width] = sizes(part.finishedUm)
      const { x, y } = part.finishedUm
      const along =
        part.grain === 'none' ? '' : { x, y, z: part.finishedUm.z }[part.grain] === length * 1000 ? 'length' : 'width'
      const edges = part.edges.map((edge) => `${edge.side}:${edge.material}`).join(' ')
      return [
        part.key,
        say(words, `part.${part.kind}`),
        part.count,
        part.material,
        part.finish,
        cutLength,
        cutWidth,
        thickness,
        length,
        width,
        along,
        edges,
        part.massG,
        part.slantUm === undefined ? undefined : mm(part.slantUm),
        part.arris && `${part.arris.work} ${mm(part.arris.um)}: ${part.arris.edges.join(' ')}`,
      ]
    }),
  )
}

/** The bill of materials in the units a rate card prices. */
export function bill({ materials }: Specification, words: ProductWords): string {
  return csv(
    ['material', 'name', 'unit', 'net', 'gross'],
    materials.map(({ material, unit, net, gross }) => [
      material,
      say(words, `material.${material}`),
      unit,
      net / unitScale[unit],
      gross / unitScale[unit],
    ]),
  )
}

/** The operations in order, times in seconds. */
export function routing({ operations }: Specification, words: ProductWords): string {
  return csv(
    ['step', 'operation', 'name', 'work_centre', 'setup_s', 'run_s', 'lag_s', 'batch', 'after'],
    operations.map(({ key, workCentre, setupS, runS, lagS, batchKey, after }, index) => [
      index + 1,
      key,
      say(words, `operation.${key}`),
      workCentre,
      setupS,
      runS,
      lagS,
      batchKey,
      after.join(' '),
    ]),
  )
}

/** What lies in which carton. */
export function packingList({ cartons }: Specification): string {
  return csv(
    ['carton', 'of', 'length_mm', 'width_mm', 'height_mm', 'mass_g', 'contents'],
    cartons.map(({ length, width, height, massG, contents }, index) => [
      index + 1,
      cartons.length,
      length,
      width,
      height,
      massG,
      contents.map(({ part, count }) => `${count} ${part}`).join('; '),
    ]),
  )
}
