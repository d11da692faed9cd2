/** What is drawn, mm, `y` up. A closed outline needs no last point; angles are degrees counter-clockwise; `mirrored` letters read rightly from the other side. */
export type DxfEntity =
  | {
      readonly kind: 'outline'
      readonly layer: string
      readonly points: readonly (readonly [number, number])[]
    }
  | { readonly kind: 'circle'; readonly layer: string; readonly x: number; readonly y: number; readonly radius: number }
  | {
      readonly kind: 'line'
      readonly layer: string
      readonly from: readonly [number, number]
      readonly to: readonly [number, number]
    }
  | {
      readonly kind: 'text'
      readonly layer: string
      readonly x: number
      readonly y: number
      readonly height: number
      readonly text: string
      readonly turn?: number
      readonly mirrored?: boolean
    }

/** A layer and its colour of the AutoCAD index (1 red, 2 yellow, 3 green, 4 cyan, 5 blue, 6 magenta, 7 black on white, 8 grey). */
export type DxfLayer = { readonly name: string; readonly colour: number }

type Tag = readonly [code: number, value: string | number]

const point = (code: number, x: number, y: number): Tag[] => [
  [code, figure(x)],
  [code + 10, figure(y)],
  [code + 20, figure(0)],
]

/** Micrometres at most, always with a decimal point as readers of real numbers want. */
function figure(mm: number): string {
  const [whole = '0', rest = '0'] = String(Math.round(mm * 1000) / 1000).split('.')
  return `${whole}.${rest}`
}

/** R12 is written in ASCII: other letters by their code, as AutoCAD writes them. */
function ascii(text: string): string {
  return Array.from(text.replace(/[\r\n]+/g, ' '), (letter) => {
    const code = letter.codePointAt(0) ?? 0
    return code < 127 ? letter : `\\U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  }).join('')
}

function entity(shape: DxfEntity): Tag[] {
  switch (shape.kind) {
    case 'outline':
      return [
        [0, 'POLYLINE'],
        [8, shape.layer],
        [66, 1],
        ...point(10, 0, 0),
        [70, 1],
        ...shape.points.flatMap(([x, y]): Tag[] => [[0, 'VERTEX'], [8, shape.layer], ...point(10, x, y)]),
        [0, 'SEQEND'],
        [8, shape.layer],
      ]
    case 'circle':
      return [[0, 'CIRCLE'], [8, shape.layer], ...point(10, shape.x, shape.y), [40, figure(shape.radius)]]
    case 'line':
      return [[0, 'LINE'], [8, shape.layer], ...point(10, ...shape.from), ...point(11, ...shape.to)]
    case 'text': {
      const { layer, x, y, height, text, turn = 0, mirrored = false } = shape
      const style: Tag[] = mirrored ? [[71, 4]] : []
      return [
        [0, 'TEXT'],
        [8, layer],
        ...point(10, x, y),
        [40, figure(height)],
        [1, ascii(text)],
        [50, figure(turn)],
        [7, 'STANDARD'],
        ...style,
      ]
    }
  }
}

const table = (name: string, entries: readonly (readonly Tag[])[]): Tag[] => [
  [0, 'TABLE'],
  [2, name],
  [70, entries.length],
  ...entries.flat(),
  [0, 'ENDTAB'],
]

const section = (name: string, tags: readonly Tag[]): Tag[] => [[0, 'SECTION'], [2, name], ...tags, [0, 'ENDSEC']]

function header(width: number, height: number): Tag[] {
  return [
    [9, '$ACADVER'],
    [1, 'AC1009'],
    [9, '$MEASUREMENT'],
    [70, 1],
    [9, '$EXTMIN'],
    ...point(10, 0, 0),
    [9, '$EXTMAX'],
    ...point(10, width, height),
  ]
}

function tables(layers: readonly DxfLayer[]): Tag[] {
  const continuous: Tag[] = [
    [0, 'LTYPE'],
    [2, 'CONTINUOUS'],
    [70, 0],
    [3, 'Solid line'],
    [72, 65],
    [73, 0],
    [40, figure(0)],
  ]
  const standard: Tag[] = [
    [0, 'STYLE'],
    [2, 'STANDARD'],
    [70, 0],
    [40, figure(0)],
    [41, figure(1)],
    [50, figure(0)],
    [71, 0],
    [42, figure(2.5)],
    [3, 'txt'],
    [4, ''],
  ]
  const entries = [{ name: '0', colour: 7 }, ...layers].map(({ name, colour }): Tag[] => [
    [0, 'LAYER'],
    [2, name],
    [70, 0],
    [62, colour],
    [6, 'CONTINUOUS'],
  ])
  return [...table('LTYPE', [continuous]), ...table('LAYER', entries), ...table('STYLE', [standard])]
}

/** A drawing in DXF R12 (AC1009), which every CAD and CAM program reads: ASCII, millimetres, within 0…`width` by 0…`height`. The same drawing gives the same bytes. */
export function dxf(
  layers: readonly DxfLayer[],
  entities: readonly DxfEntity[],
  width: number,
  height: number,
  comment: string,
): string {
  const tags: Tag[] = [
    [999, ascii(comment)],
    ...section('HEADER', header(width, height)),
    ...section('TABLES', tables(layers)),
    ...section('BLOCKS', []),
    ...section('ENTITIES', entities.flatMap(entity)),
    [0, 'EOF'],
  ]
  return `${tags.map(([code, value]) => `${String(code).padStart(3)}\r\n${value}`).join('\r\n')}\r\n`
}
