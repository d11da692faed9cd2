import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateBytes } from 'gltf-validator'
import { MeshoptEncoder } from 'meshoptimizer/encoder'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureProgram } from '../../../scripts/outside-programs.mjs'
import { ensurePythonTools, runProgram } from '../../../scripts/python-tools.mjs'
import { glbOf } from './glb.ts'
import { sampleAssembly } from './sample-assembly.ts'
import { stl } from './stl.ts'
import { usdz } from './usdz.ts'

// Our files as programs read them that nobody here wrote.

let folder: string
let python: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exchange-'))
  python = await ensurePythonTools()
  await ensureProgram('admesh')
  await MeshoptEncoder.ready
}, 600_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the glTF validator finds nothing wrong', async () => {
  for (const encoder of [undefined, MeshoptEncoder]) {
    const { issues } = await validateBytes(glbOf(sampleAssembly, encoder), { ignoredIssues: ['UNSUPPORTED_EXTENSION'] })
    expect(issues.messages.filter(({ severity }) => severity < 2)).toEqual([])
  }
})

test('UsdValidation finds nothing wrong, and measures what was written', async () => {
  const path = join(folder, 'product.usdz')
  await writeFile(path, usdz(sampleAssembly))
  const script = `
import json, sys
from pxr import Usd, UsdGeom, UsdValidation
stage = Usd.Stage.Open(sys.argv[1])
found = UsdValidation.ValidationContext(UsdValidation.ValidationRegistry().GetOrLoadAllValidators()).Validate(stage)
box = UsdGeom.BBoxCache(Usd.TimeCode.Default(), ['default']).ComputeWorldBound(stage.GetDefaultPrim()).ComputeAlignedRange()
print(json.dumps({
    'errors': [each.GetMessage() for each in found],
    'size': [round(each, 6) for each in box.GetSize()],
    'least': round(box.GetMin()[1], 6),
    'hash': stage.GetRootLayer().customLayerData['specification'],
}))`
  const { code, said } = await runProgram(python, ['-c', script, path])
  expect(code, said).toBe(0)
  expect(JSON.parse(said)).toEqual({
    errors: [],
    size: [1.1995, 0.418, 0.32],
    least: 0,
    hash: sampleAssembly.hash,
  })
})

test('admesh finds every surface closed and turned outwards', async () => {
  const path = join(folder, 'product.stl')
  await writeFile(path, stl(sampleAssembly))
  const { code, said } = await runProgram('admesh', [path])
  expect(code, said).toBe(0)
  const counted = (name: string) => Number(new RegExp(`${name}\\s*:\\s*(-?[\\d.]+)`).exec(said)?.[1])
  expect(counted('Number of parts')).toBe(5)
  for (const fault of ['Degenerate facets', 'Edges fixed', 'Facets removed', 'Facets reversed', 'Backwards edges']) {
    expect(counted(fault), fault).toBe(0)
  }
})
