import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { pack } from './pack.ts'
import { runPython } from './python-packages.ts'

const point = z.tuple([z.number(), z.number()])
const factsSchema = z.array(
  z.object({
    path: z.string(),
    version: z.string(),
    errors: z.array(z.string()),
    layers: z.array(z.string()),
    texts: z.array(z.string()),
    entities: z.array(
      z.object({
        type: z.string(),
        layer: z.string(),
        from: point,
        to: point,
        radius: z.number().optional(),
        closed: z.boolean().optional(),
      }),
    ),
  }),
)
type Facts = z.infer<typeof factsSchema>[number]
type Entity = Facts['entities'][number]

/** The layers of docs/guides/machine-files.md; `0` and `Defpoints` are every drawing's own. */
const agreed =
  /^(0|Defpoints|SHEET|TRIM|OFFCUT|LABEL|BAND|(CUT|SLANT)_T\d+|(DRILL|UNDER)_D\d+_(T\d+|THROUGH)|EDGE_D\d+_T\d+|(UNDER_)?ENGRAVE_T1)$/

const configurations = {
  default: {},
  small: { width: 300, height: 300, depth: 240, columns: 1, rows: 1, doors: [], feet: 'none' },
  wide: { width: 3600, height: 2400, depth: 420, columns: 8, rows: 6, doors: ['1-1', '2-1', '8-6'] },
  banded: { material: 'melamine', finish: 'decor-oak', width: 1800, height: 2000, rows: 5, doors: ['1-1', '2-3'] },
  named: { name: 'Märta Ł 2026' },
}

let folder: string
const facts = new Map<string, Facts[]>()
const hashes = new Map<string, string>()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'makerline-dxf-'))
  for (const [name, options] of Object.entries(configurations)) {
    const config = join(folder, `${name}.json`)
    writeFileSync(config, JSON.stringify({ version: 1, options }))
    const out = join(folder, name)
    const { status } = await pack(['shelf', config, '--out', out])
    expect(status).toBe(0)
    hashes.set(name, JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).hash)
  }
  const files = Object.keys(configurations).flatMap((name) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.dxf'))
      .map((file) => join(folder, name, file)),
  )
  const script = fileURLToPath(new URL('dxf-facts.py', import.meta.url))
  for (const one of factsSchema.parse(JSON.parse(runPython({ ezdxf: '1.4.5' }, script, files)))) {
    const name = one.path.split('/').at(-2) ?? ''
    facts.set(name, [...(facts.get(name) ?? []), one])
  }
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const slack = 1e-6
const isWithin = (inner: Entity, outer: Entity) =>
  inner.from.every((at, axis) => at >= (outer.from[axis] ?? 0) - slack) &&
  inner.to.every((at, axis) => at <= (outer.to[axis] ?? 0) + slack)
const on = ({ entities }: Facts, start: string) => entities.filter(({ layer }) => layer.startsWith(start))

describe('a DXF as ezdxf reads it', () => {
  it.each(Object.keys(configurations))('has no fault, and only the agreed layers: %s', (name) => {
    const files = facts.get(name) ?? []
    expect(files.length).toBeGreaterThan(2)
    for (const { version, errors, layers, entities } of files) {
      expect(version).toBe('AC1009')
      expect(errors).toEqual([])
      for (const layer of layers) expect(layer).toMatch(agreed)
      for (const { layer } of entities) expect(layers).toContain(layer)
    }
  })

  it.each(Object.keys(configurations))('holds every part once, inside its trimmed sheet: %s', (name) => {
    const nesting = JSON.parse(readFileSync(join(folder, name, 'nesting.json'), 'utf8'))
    const sheets = (facts.get(name) ?? []).filter(({ path }) => path.includes('/sheet-'))
    expect(sheets).toHaveLength(nesting.sheets.length)
    for (const [index, sheet] of sheets.entries()) {
      const [border] = on(sheet, 'SHEET')
      const [trimmed] = on(sheet, 'TRIM')
      if (border === undefined || trimmed === undefined) throw new Error(`${sheet.path} has no sheet`)
      const { length, width, parts } = nesting.sheets[index]
      expect([border.from, border.to]).toEqual([
        [0, 0],
        [length, width],
      ])
      for (const entity of sheet.entities) expect(isWithin(entity, border), JSON.stringify(entity)).toBe(true)
      const outlines = on(sheet, 'CUT')
      expect(outlines).toHaveLength(parts.length)
      for (const outline of outlines) {
        expect(outline).toMatchObject({ type: 'POLYLINE', closed: true })
        expect(isWithin(outline, trimmed)).toBe(true)
      }
      for (const hole of [...on(sheet, 'DRILL'), ...on(sheet, 'UNDER_D')]) {
        expect(2 * (hole.radius ?? 0)).toBe(Number(/_D(\d+)/.exec(hole.layer)?.[1]))
        expect(outlines.filter((outline) => isWithin(hole, outline))).toHaveLength(1)
      }
      expect(sheet.texts.some((text) => text.startsWith(hashes.get(name)?.slice(0, 12) ?? '?'))).toBe(true)
    }
  })

  it.each(Object.keys(configurations))('draws each kind of part at finished size with all its holes: %s', (name) => {
    const parts = (facts.get(name) ?? []).filter(({ path }) => path.includes('/part-'))
    const lines = readFileSync(join(folder, name, 'drilling.csv'), 'utf8')
      .trim()
      .split('\r\n')
      .slice(1)
    for (const part of parts) {
      const [outline, ...more] = on(part, 'CUT')
      if (outline === undefined) throw new Error(`${part.path} has no outline`)
      expect(more).toEqual([])
      for (const entity of part.entities.filter(({ type }) => type !== 'TEXT'))
        expect(isWithin(entity, outline)).toBe(true)
      const mark = /part-([A-Z]+)-/.exec(part.path)?.[1]
      const own = lines.filter((line) => line.startsWith(`${mark},`))
      expect(on(part, 'DRILL').length + on(part, 'UNDER_D').length + on(part, 'EDGE').length).toBe(own.length)
      if (own[0] !== undefined) expect(own[0].split(',').slice(3, 5).map(Number)).toEqual(outline.to)
    }
  })

  it('writes the engraved name, letters beyond ASCII and all', () => {
    const texts = (facts.get('named') ?? []).filter(({ texts }) => texts.includes('Märta Ł 2026'))
    expect(texts.map(({ path }) => path.split('/').at(-1))).toEqual([
      'part-A-side-1.dxf',
      expect.stringContaining('sheet-'),
    ])
  })
})
