import { drawing } from './drawing.ts'
import { drawingSvg } from './drawing-svg.ts'
import { sheetDxf } from './dxf/sheet-dxf.ts'
import { workpieceDxf } from './dxf/workpiece-dxf.ts'
import { alike, drillingTable } from './pack/drilling-table.ts'
import { nestingFile } from './pack/nesting-file.ts'
import type { PackSource } from './pack/pack-source.ts'
import { bill, cutList, packingList, routing } from './pack/tables.ts'
import { bytesSha256Hex, sha256Hex } from './specification.ts'
import { say } from './words.ts'

/** What a file is. Of one that is larger than what comes out of the fire it says how much of what body shrinks, thousandths. */
type FileFacts = {
  readonly path: string
  readonly kind: string
  readonly shrinkagePermille?: number
  readonly body?: string
}

/** One file of the manufacturing pack: UTF-8 text, or bytes. */
export type PackFile = FileFacts & ({ readonly text: string } | { readonly bytes: Uint8Array })

/** A file and how it is written, so that one can be had without the others. */
export type PackRecipe = FileFacts & {
  readonly write: () => string | Uint8Array | Promise<string | Uint8Array>
}

/** `manifest.json`: what the pack holds and whose it is. */
export type Manifest = {
  readonly hash: string
  readonly product: string
  readonly version: number
  readonly files: readonly (FileFacts & { readonly sha256: string })[]
}

const twoFigures = (number: number): string => String(number).padStart(2, '0')

/** Nested sheets, a DXF for each of them, drilling and a DXF for each kind of part. */
function cuttingRecipes({ plan, workpieces, hash }: PackSource): PackRecipe[] {
  if (plan === undefined) return []
  const { sheets } = plan
  return [
    { path: 'nesting.json', kind: 'nesting', write: () => nestingFile(plan, hash) },
    { path: 'drilling.csv', kind: 'drilling', write: () => drillingTable(workpieces) },
    ...sheets.map((sheet) => ({
      path: `sheet-${twoFigures(sheet.number)}-${sheet.material}.dxf`,
      kind: 'sheet',
      write: () => sheetDxf(sheet, sheets.length, hash),
    })),
    ...alike(workpieces).map(({ workpiece, count }) => ({
      path: `part-${workpiece.mark}-${workpiece.panel.part.key}.dxf`,
      kind: 'part',
      write: () => workpieceDxf(workpiece, count, hash),
    })),
  ]
}

/** The files that are text, all but the manifest. The same input gives the same bytes. */
export function textRecipes(source: PackSource): PackRecipe[] {
  const { product, specification, hash, bytes, make } = source
  const { words } = product
  const title = `${say(words, 'summary', specification.options)} · ${hash}`
  return [
    { path: 'specification.json', kind: 'specification', write: () => bytes },
    { path: 'drawing.svg', kind: 'drawing', write: () => drawingSvg(drawing(make), title) },
    ...(source.plan === undefined
      ? []
      : [{ path: 'cut-list.csv', kind: 'cut-list', write: () => cutList(specification, words) }]),
    { path: 'bill-of-materials.csv', kind: 'bill-of-materials', write: () => bill(specification, words) },
    { path: 'routing.csv', kind: 'routing', write: () => routing(specification, words) },
    { path: 'packing-list.csv', kind: 'packing-list', write: () => packingList(specification) },
    ...cuttingRecipes(source),
  ]
}

/** The file of one recipe. */
export async function written({ write, ...facts }: PackRecipe): Promise<PackFile> {
  const content = await write()
  return typeof content === 'string' ? { ...facts, text: content } : { ...facts, bytes: content }
}

/** What a file is on a disk or on the wire. */
export const contentOf = (file: PackFile): string | Uint8Array => ('text' in file ? file.text : file.bytes)

const sha256Of = (file: PackFile): string => ('text' in file ? sha256Hex(file.text) : bytesSha256Hex(file.bytes))

/** `manifest.json` over all other files. */
export function manifestOf({ product, hash }: PackSource, files: readonly PackFile[]): Manifest {
  return {
    hash,
    product: product.slug,
    version: product.version,
    files: files.map((file) => ({
      path: file.path,
      kind: file.kind,
      ...(file.shrinkagePermille !== undefined && { shrinkagePermille: file.shrinkagePermille }),
      ...(file.body !== undefined && { body: file.body }),
      sha256: sha256Of(file),
    })),
  }
}

export const manifestPath = 'manifest.json'

export function manifestFile(manifest: Manifest): PackFile {
  return { path: manifestPath, kind: 'manifest', text: `${JSON.stringify(manifest, null, 2)}\n` }
}
