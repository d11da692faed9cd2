import type { Make } from '#models/product/make.ts'
export default function Scene(_: { make: Make; label: string; onDrawn: () => void; onLost: () => void }) {
  return null
}
