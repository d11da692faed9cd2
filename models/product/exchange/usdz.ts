import { type Assembly, type Body, looksOf } from './assembly.ts'
import { groundOf } from './ground.ts'
import { boundsOf, shaded } from './shading.ts'
import { alignedZip } from './zip.ts'

/** Bytes at which the data of every file in a USDZ begins (USDZ specification 1.3). */
const boundary = 64

const figure = (value: number): string => String(Number(value.toFixed(6)))
const triple = (values: ArrayLike<number>, at = 0, scale = 1): string =>
  `(${[0, 1, 2].map((axis) => figure((values[at + axis] ?? 0) * scale)).join(', ')})`

function triples(values: ArrayLike<number>, scale = 1): string {
  const all: string[] = []
  for (let at = 0; at < values.length; at += 3) all.push(triple(values, at, scale))
  return all.join(', ')
}

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`

function meshPrim(body: Body, name: string, look: number, translation: readonly number[]): string {
  const { positions, normals, indices } = shaded(body.surface)
  const { least, greatest } = boundsOf(positions)
  return `    def Mesh "${name}" (
        prepend apiSchemas = ["MaterialBindingAPI"]
    )
    {
        uniform bool doubleSided = 0
        float3[] extent = [${triple(least, 0, 0.001)}, ${triple(greatest, 0, 0.001)}]
        int[] faceVertexCounts = [${new Array(indices.length / 3).fill(3).join(', ')}]
        int[] faceVertexIndices = [${Array.from(indices).join(', ')}]
        rel material:binding = </Product/Looks/Look${look}>
        normal3f[] normals = [${triples(normals)}] (
            interpolation = "vertex"
        )
        point3f[] points = [${triples(positions, 0.001)}]
        uniform token subdivisionScheme = "none"
        double3 xformOp:translate = ${triple(translation)}
        uniform token[] xformOpOrder = ["xformOp:translate"]
    }
`
}

function scene(assembly: Assembly): string {
  const looks = looksOf(assembly)
  const ground = groundOf(assembly)
  const materials = looks.map(
    ({ colour, roughness, metalness }, index) => `        def Material "Look${index}"
        {
            token outputs:surface.connect = </Product/Looks/Look${index}/Surface.outputs:surface>

            def Shader "Surface"
            {
                uniform token info:id = "UsdPreviewSurface"
                color3f inputs:diffuseColor = ${triple(colour)}
                float inputs:metallic = ${figure(metalness)}
                float inputs:roughness = ${figure(roughness)}
                token outputs:surface
            }
        }
`,
  )
  const prims = assembly.bodies.flatMap((body, index) =>
    body.at.map(({ x, y, z }, copy) =>
      meshPrim(
        body,
        `Body${index}_${copy}`,
        looks.findIndex(({ key }) => key === body.look.key),
        [x - ground.x, y - ground.y, z - ground.z].map((mm) => mm / 1000),
      ),
    ),
  )
  return `#usda 1.0
(
    customLayerData = {
        string specification = "${assembly.hash}"
        string title = ${quoted(assembly.title)}
    }
    defaultPrim = "Product"
    metersPerUnit = 1
    upAxis = "Y"
)

def Xform "Product" (
    kind = "component"
)
{
    def Scope "Looks"
    {
${materials.join('\n')}    }

${prims.join('\n')}}
`
}

/**
 * A USDZ of an assembly in metres for Quick Look: one text layer, standing on the origin with its front towards +z; `customLayerData.specification`
 * holds the hash. Source: USDZ specification 1.3, UsdPreviewSurface 2.5.
 */
export function usdz(assembly: Assembly): Uint8Array {
  return alignedZip(new Map([['product.usda', new TextEncoder().encode(scene(assembly))]]), boundary)
}
