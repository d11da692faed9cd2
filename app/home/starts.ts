import type { Options } from '#models/product/options.ts'

/** Configurations to start from, by product: what differs from its defaults. Each can be made; a test holds them to it. */
export const starts: Readonly<Record<string, readonly Options[]>> = {
  shelf: [
    {
      width: 2400,
      height: 780,
      depth: 360,
      columns: 5,
      rows: 2,
      doors: ['1-1', '5-1', '1-2', '5-2'],
      material: 'oak',
      finish: 'clear-lacquer',
      feet: 'high',
    },
    {
      width: 620,
      height: 2000,
      depth: 280,
      columns: 1,
      rows: 6,
      doors: [],
      material: 'mdf',
      finish: 'paint-sage',
    },
    {
      width: 1600,
      height: 1200,
      depth: 320,
      columns: 4,
      rows: 3,
      doors: ['1-1', '2-1', '3-1', '4-1'],
      material: 'melamine',
      finish: 'decor-graphite',
    },
  ],
  mug: [
    { volume: 250, height: 78, belly: 35, lip: 105, foot: 60, handle: 'none', inside: 'white', outside: 'cobalt' },
    { volume: 400, clay: 'dark', inside: 'tenmoku', outside: 'tenmoku', handle: 'ring' },
    { clay: 'speckled', inside: 'oatmeal', outside: 'oatmeal', belly: 60, lip: 85, handle: 'ear' },
  ],
  ring: [
    { face: 'none', width: 4, profile: 'court', alloy: 'gold-18-yellow', thickness: 'usual' },
    { face: 'none', width: 5, profile: 'd', alloy: 'gold-18-white', setting: 'five', stoneSize: '18' },
    { face: 'oval', faceSize: 13, alloy: 'bronze', finish: 'blackened', profile: 'flat' },
  ],
}
