import type { Assembly, Look, Surface } from './assembly.ts'

/** A box from the origin to `x`, `y`, `z`, mm. */
export function boxSurface(x: number, y: number, z: number): Surface {
  const positions = [0, z].flatMap((at) => [0, 0, at, x, 0, at, x, y, at, 0, y, at])
  const sides = [
    [0, 2, 1, 0, 3, 2],
    [4, 5, 6, 4, 6, 7],
    [0, 1, 5, 0, 5, 4],
    [3, 6, 2, 3, 7, 6],
    [0, 4, 7, 0, 7, 3],
    [1, 2, 6, 1, 6, 5],
  ]
  return { positions, indices: sides.flat() }
}

/** A prism over a regular polygon, standing along y: round when it has many sides. */
export function prismSurface(radius: number, height: number, sides: number): Surface {
  const positions = [0, height, 0, 0, 0, 0]
  const indices: number[] = []
  for (let side = 0; side < sides; side += 1) {
    const angle = (2 * Math.PI * side) / sides
    const [x, z] = [radius * Math.cos(angle), radius * Math.sin(angle)]
    positions.push(x, height, z, x, 0, z)
    const [top, bottom] = [2 + side * 2, 3 + side * 2]
    const [nextTop, nextBottom] = [2 + ((side + 1) % sides) * 2, 3 + ((side + 1) % sides) * 2]
    indices.push(0, nextTop, top, 1, bottom, nextBottom, top, nextTop, bottom, bottom, nextTop, nextBottom)
  }
  return { positions, indices }
}

const birch: Look = { key: 'birch', colour: [0.72, 0.52, 0.26], roughness: 0.6, metalness: 0 }
const steel: Look = { key: 'steel "bright" & <hard>', colour: [0.5, 0.5, 0.52], roughness: 0.2, metalness: 1 }

/** Two boards and three pins. */
export const sampleAssembly: Assembly = {
  hash: '0123456789abcdef'.repeat(4),
  title: 'Shelf “Ada” & 3 pins',
  bodies: [
    {
      key: 'board-1',
      surface: boxSurface(1199.5, 18, 320),
      look: birch,
      at: [
        { x: 0, y: 0, z: 0 },
        { x: 0, y: 400, z: 0 },
      ],
    },
    {
      key: 'pin-1',
      surface: prismSurface(4.25, 35, 64),
      look: steel,
      at: [0, 1, 2].map((index) => ({ x: 100 + index * 300.125, y: 18, z: 40 })),
    },
  ],
}
