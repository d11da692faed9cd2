import type { ProductWords } from '../../product/words.ts'
export const words: ProductWords = {}
