import { TRPCClientError } from '@trpc/client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { plainOptions } from '#models/product/options.ts'
import type { Product } from '#models/product/product.ts'
import { api } from '../browser/api.ts'
import { type Draft, findDraft, findUnsent, newDesignId, type Shelf } from './drafts.ts'
import { createSaver, SaveRefused, type Saver, type SaveState } from './saver.ts'
import type { Configuration } from './use-configuration.ts'

export type Saving = {
  readonly state: SaveState
  readonly id: string | undefined
  /** for a form that goes on with the design itself: no sending begins; gives the one under way */
  readonly rest: () => Promise<void> | undefined
}

/**
 * Keeps the design from its first change: here at once, on the server a moment later, again when the connection is back.
 * `design` is the id of the design being changed; without one the first change makes it, and its link becomes the page's address.
 */
export function useSaving(product: Product, configuration: Configuration, design: string | undefined): Saving {
  const [state, setState] = useState<SaveState>(design ? 'saved' : 'untouched')
  const [id, setId] = useState(design)
  const saver = useRef<Saver>(undefined)
  const own = useRef(design)
  const { revision, valid, options, given, take } = configuration

  useEffect(() => {
    const made = createSaver({
      send,
      shelf: safeStorage(),
      onState: (next) => {
        setState(next)
        if (next === 'saved' && own.current) showAddress(own.current)
      },
      isOnline: () => navigator.onLine,
    })
    saver.current = made
    const flush = () => made.flush()
    addEventListener('online', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', flush)
      made.flush()
      made.stop()
    }
  }, [])

  useEffect(() => {
    const left = design ? findDraft(safeStorage(), design) : findUnsent(safeStorage(), product.slug)
    if (!left || left.sent || left.version !== product.version) return
    own.current = left.id
    setId(left.id)
    take(left.given)
  }, [design, product, take])

  useEffect(() => {
    if (revision === 0) return
    own.current ??= newDesignId()
    setId(own.current)
    const { slug, version } = product
    const draft = {
      id: own.current,
      product: slug,
      version,
      given: valid ? options : given,
      sent: false,
      at: Date.now(),
    }
    saver.current?.take(draft, valid)
  }, [revision, product, valid, options, given])

  const rest = useCallback(() => saver.current?.rest(), [])
  return { state, id, rest }
}

async function send({ id, product, version, given }: Draft): Promise<void> {
  try {
    await api.designs.save.mutate({ id, product, version, options: plainOptions(given) })
  } catch (error) {
    if (error instanceof TRPCClientError && error.data?.refusal !== undefined) throw new SaveRefused(error.message)
    throw error
  }
}

/** The address one reloads or shares is the design's own. The page stays, so the router is not asked to change it. */
function showAddress(id: string): void {
  const address = `/d/${id}`
  if (location.pathname !== address) history.replaceState(history.state, '', address)
}

const nothing: Shelf = { getItem: () => null, setItem: () => {}, removeItem: () => {} }

function safeStorage(): Shelf {
  try {
    return localStorage
  } catch {
    return nothing
  }
}
