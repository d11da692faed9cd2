import { useWords } from '../words/reader.tsx'
import { photoPath } from './order-link.ts'
import { useOrderScene } from './order-scene.tsx'

/** A photo in a place of its own size, so that nothing jumps when it arrives; pressing it opens it large. */
export function Photo({ photo, what, eager = false }: { photo: string; what: string; eager?: boolean }) {
  const { order, orderKey } = useOrderScene()
  const { say } = useWords()
  return (
    <a
      href={photoPath(photo, order.order, orderKey, false)}
      className="block aspect-[4/3] overflow-hidden border border-line bg-ground"
      title={say('order.photoOpen', { what })}
    >
      <img
        src={photoPath(photo, order.order, orderKey, true)}
        alt={say('order.photoOf', { what })}
        width={480}
        height={360}
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
        className="size-full object-cover"
      />
    </a>
  )
}
