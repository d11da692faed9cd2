import { useWords } from '../words/reader.tsx'
import { photoPath } from './order-link.ts'
import { useOrderScene } from './order-scene.tsx'

/** A photo in a place of its own size, so that nothing jumps when it arrives; pressing it opens it. `large` is for the one that fills its column. */
export function Photo({ photo, what, large = false }: { photo: string; what: string; large?: boolean }) {
  const { order, orderKey } = useOrderScene()
  const { say } = useWords()
  const full = photoPath(photo, order.order, orderKey, false)
  const small = photoPath(photo, order.order, orderKey, true)
  return (
    <a
      href={full}
      className="block aspect-[4/3] overflow-hidden border border-line bg-ground"
      title={say('order.photoOpen', { what })}
    >
      <img
        src={small}
        {...(large ? { srcSet: `${small} 480w, ${full} 1600w`, sizes: '(min-width: 64rem) 26rem, 100vw' } : {})}
        alt={say('order.photoOf', { what })}
        width={480}
        height={360}
        loading={large ? 'eager' : 'lazy'}
        decoding="async"
        className="size-full object-cover"
      />
    </a>
  )
}
