import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright'

/** What a page has loaded: its scripts by address with their size in gzip (bytes), and whether any WASM came. */
export type Loaded = { readonly scripts: ReadonlyMap<string, number>; readonly wasm: readonly string[] }

/** Collects the scripts and WASM of a page from now on. */
export function watchScripts(page: Page): { settled(): Promise<Loaded> } {
  const scripts = new Map<string, number>()
  const wasm: string[] = []
  const reading: Promise<void>[] = []
  page.on('response', (response) => {
    const address = response.url()
    const type = response.headers()['content-type'] ?? ''
    if (type.includes('wasm') || address.includes('.wasm')) wasm.push(address)
    if (!type.includes('javascript')) return
    const read = response.body().then((body) => {
      scripts.set(address, gzipSync(body, { level: 9 }).length)
    })
    reading.push(read.catch(() => undefined))
  })
  return {
    async settled() {
      await Promise.all(reading)
      return { scripts, wasm }
    },
  }
}

/** Sum of sizes of the scripts that are in the first and not in the second. */
export function beyond(all: Loaded['scripts'], without: Loaded['scripts']): number {
  return [...all].reduce((sum, [address, size]) => sum + (without.has(address) ? 0 : size), 0)
}
