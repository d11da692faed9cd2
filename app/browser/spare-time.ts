/** A slice of work while nothing else is to be done, ms: shorter than a frame. */
const slice = 8

/**
 * Works through something step by step whenever the page has time to spare. `done` is called with what it came to.
 *
 * @returns call it to give up
 */
export function inSpareTime<T>(work: Iterator<unknown, T>, done: (result: T) => void): () => void {
  let handle: number
  const go = () => {
    const until = performance.now() + slice
    do {
      const step = work.next()
      if (step.done === true) {
        done(step.value)
        return
      }
    } while (performance.now() < until)
    handle = later(go)
  }
  handle = later(go)
  return () => (typeof cancelIdleCallback === 'function' ? cancelIdleCallback(handle) : window.clearTimeout(handle))
}

/** Not every browser tells when it is idle. */
function later(go: () => void): number {
  return typeof requestIdleCallback === 'function'
    ? requestIdleCallback(go, { timeout: 500 })
    : window.setTimeout(go, 30)
}
