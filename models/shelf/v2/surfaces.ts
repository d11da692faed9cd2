import type { Finish } from '../v1/materials.ts'

/** The lacquered side of the back, and of the bottoms of drawers, matches the shelf as the mills' lists allow. */
export const backFinish: Readonly<Record<Finish, string>> = {
  oil: 'back-birch',
  'clear-lacquer': 'back-birch',
  'dark-stain': 'back-dark',
  'decor-white': 'back-white',
  'decor-graphite': 'back-dark',
  'decor-oak': 'back-birch',
  'paint-white': 'back-white',
  'paint-sage': 'back-grey',
  'paint-ink': 'back-dark',
  'paint-ochre': 'back-grey',
}
