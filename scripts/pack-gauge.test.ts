import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { pack } from './pack.ts'
import { runPython } from './python-packages.ts'

const point = z.tuple([z.number(), z.number()])
const factsSchema = z.array(
  z.object({
    version: z.string(),
    errors: z.array(z.string()),
    layers: z.array(z.string()),
    entities: z.array(
      z.object({ type: z.string(), layer: z.string(), from: point, to: point, closed: z.boolean().optional() }),
    ),
  }),
)

const folder = mkdtempSync(join(tmpdir(), 'makerline-gauge-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('reads as a closed plate at the size of wet clay, on the layers that are agreed', { timeout: 300_000 }, async () => {
  const config = join(folder, 'mug.json')
  writeFileSync(config, JSON.stringify({ version: 1, options: { height: 100 } }))
  const { status } = await pack(['mug', config, '--out', join(folder, 'out')])
  expect(status).toBe(0)
  const [gauge] = readdirSync(join(folder, 'out')).filter((name) => name.endsWith('.dxf'))
  expect(gauge).toBe('gauge-shrinkage-12.0pct.dxf')
  const script = fileURLToPath(new URL('dxf-facts.py', import.meta.url))
  const [facts] = factsSchema.parse(
    JSON.parse(runPython({ ezdxf: '1.4.5' }, script, [join(folder, 'out', gauge ?? '')])),
  )
  expect(facts).toMatchObject({ version: 'AC1009', errors: [] })
  for (const layer of facts?.layers ?? []) expect(layer).toMatch(/^(0|Defpoints|CUT|PROFILE|INSIDE|AXIS|LABEL)$/)
  const on = (layer: string) => (facts?.entities ?? []).filter((entity) => entity.layer === layer)
  expect(on('CUT')).toEqual([expect.objectContaining({ type: 'POLYLINE', closed: true })])
  const heights = on('PROFILE').flatMap(({ from, to }) => [from[1], to[1]])
  expect(Math.max(...heights) - Math.min(...heights)).toBeCloseTo(100 / 0.88, 2)
})
