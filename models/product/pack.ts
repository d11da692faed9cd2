import { drawing } from './drawing.ts'
import { drawingSvg } from './drawing-svg.ts'
import { unitScale } from './make.ts'
import type { Options } from './options.ts'
import type { Product } from './product.ts'
import { freeze, type Specification, sha256Hex } from './specification.ts'
import { type ProductWords, say } from './words.ts'

/** One file of the manufacturing pack; `text` is UTF-8. */
export type PackFile = { readonly path: string; readonly kind: string; readonly text: string }

/** `manifest.json`: what the pack holds and whose it is. */
export type Manifest = {
  readonly hash: string
  readonly product: string
  readonly version: number
  readonly files: readonly { readonly path: string; readonly kind: string; readonly sha256: string }[]
}

type Cell = string | number | undefined

/** RFC 4180 with a head line; a field with a comma, quote or line break is quoted. */
function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const field = (cell: Cell) => {
    const text = cell === undefined ? '' : String(cell)
    return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
  }
  return `${[head, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`
}

const mm = (um: number): number => um / 1000

/** Longest, middle and shortest of three sizes in µm, as mm. */
function sizes({ x, y, z }: { x: number; y: number; z: number }): [number, number, number] {
  const [shortest = 0, middle = 0, longest = 0] = [x, y, z].sort((a, b) => a - b)
  return [mm(longest), mm(middle), mm(shortest)]
}

function cutList({ parts }: Specification, words: ProductWords): string {
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
  ]
  const boards = parts.filter((part) => part.shape === 'box')
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
      ]
    }),
  )
}

function bill({ materials }: Specification, words: ProductWords): string {
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

function routing({ operations }: Specification, words: ProductWords): string {
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

function packingList({ cartons }: Specification): string {
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

/**
 * The manufacturing pack of a valid configuration, `manifest.json` last. The same input gives the same bytes.
 * @throws RangeError when it cannot be made.
 */
export function packOf(product: Product, options: Options): { hash: string; manifest: Manifest; files: PackFile[] } {
  const { hash, bytes, specification } = freeze(product, options)
  const { words } = product
  const title = `${say(words, 'summary', options)} · ${hash}`
  const files: PackFile[] = [
    { path: 'specification.json', kind: 'specification', text: bytes },
    { path: 'drawing.svg', kind: 'drawing', text: drawingSvg(drawing(product.make(options)), title) },
    { path: 'cut-list.csv', kind: 'cut-list', text: cutList(specification, words) },
    { path: 'bill-of-materials.csv', kind: 'bill-of-materials', text: bill(specification, words) },
    { path: 'routing.csv', kind: 'routing', text: routing(specification, words) },
    { path: 'packing-list.csv', kind: 'packing-list', text: packingList(specification) },
  ]
  const manifest: Manifest = {
    hash,
    product: product.slug,
    version: product.version,
    files: files.map(({ path, kind, text }) => ({ path, kind, sha256: sha256Hex(text) })),
  }
  files.push({ path: 'manifest.json', kind: 'manifest', text: `${JSON.stringify(manifest, null, 2)}\n` })
  return { hash, manifest, files }
}
