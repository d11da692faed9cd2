import { type Assembly, type Body, looksOf, type Surface } from './assembly.ts'
import { zip } from './zip.ts'

const model = '3D/3dmodel.model'
const own = 'urn:makerline:specification'

const contentTypes = `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>
`

const relationships = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Target="/${model}" Id="rel0" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>
`

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** Millimetres with a nanometre's precision, without trailing zeros and never in powers of ten. */
const mm = (value: number): string => String(Number(value.toFixed(6)))

const byte = (linear: number): string => {
  const curved = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055
  return Math.round(Math.min(1, Math.max(0, curved)) * 255)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase()
}

/** The product stands on the printer's bed: y up becomes z up, and the front comes towards one. */
function vertices({ positions }: Surface): string {
  const lines: string[] = []
  for (let at = 0; at < positions.length; at += 3) {
    const [x = 0, y = 0, z = 0] = [positions[at], positions[at + 1], positions[at + 2]]
    lines.push(`<vertex x="${mm(x)}" y="${mm(-z)}" z="${mm(y)}"/>`)
  }
  return lines.join('')
}

function facets({ indices }: Surface): string {
  const lines: string[] = []
  for (let at = 0; at < indices.length; at += 3) {
    lines.push(`<triangle v1="${indices[at]}" v2="${indices[at + 1]}" v3="${indices[at + 2]}"/>`)
  }
  return lines.join('')
}

function object(body: Body, id: number, look: number): string {
  const { key, surface } = body
  return `<object id="${id}" type="model" name="${escaped(key)}" pid="1" pindex="${look}"><mesh><vertices>${vertices(surface)}</vertices><triangles>${facets(surface)}</triangles></mesh></object>`
}

function xml(assembly: Assembly): string {
  const { hash, title, bodies } = assembly
  const looks = looksOf(assembly)
  const bases = looks.map(
    ({ key, colour: [r, g, b] }) => `<base name="${escaped(key)}" displaycolor="#${byte(r)}${byte(g)}${byte(b)}"/>`,
  )
  const objects = bodies.map((body, index) =>
    object(
      body,
      index + 2,
      looks.findIndex(({ key }) => key === body.look.key),
    ),
  )
  const items = bodies.flatMap(({ at }, index) =>
    at.map(
      ({ x, y, z }) => `<item objectid="${index + 2}" transform="1 0 0 0 1 0 0 0 1 ${mm(x)} ${mm(-z)} ${mm(y)}"/>`,
    ),
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<model unit="millimeter" xml:lang="en" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02" xmlns:makerline="${own}">`,
    `<metadata name="Title">${escaped(title)}</metadata>`,
    `<metadata name="makerline:specification">${hash}</metadata>`,
    `<resources><basematerials id="1">${bases.join('')}</basematerials>`,
    ...objects,
    `</resources><build>${items.join('')}</build>`,
    '</model>',
    '',
  ].join('\n')
}

/**
 * A 3MF of an assembly in millimetres, each body an object with its colour, its copies build items; the metadata
 * `makerline:specification` holds the hash. Source: 3MF Core Specification 1.3.
 */
export function threeMf(assembly: Assembly): Uint8Array {
  const text = new TextEncoder()
  return zip(
    new Map([
      ['[Content_Types].xml', text.encode(contentTypes)],
      ['_rels/.rels', text.encode(relationships)],
      [model, text.encode(xml(assembly))],
    ]),
  )
}
