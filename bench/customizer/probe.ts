import type { Page } from 'playwright'
import { z } from 'zod'

/** When a frame was drawn (ms of the page's clock) and with how many draw calls. */
export type Frame = { readonly at: number; readonly calls: number }

export type Probe = {
  readonly frames: readonly Frame[]
  /** ms of each option's click until its paint */
  readonly clicks: readonly number[]
  /** tasks of the main thread over 50 ms: when they began, and how long they took */
  readonly tasks: readonly { readonly at: number; readonly ms: number }[]
  readonly shift: number
  /** ms from the start of the page until the drawing, or the picture in its place, was seen */
  readonly seen: number | null
}

const shape = z.object({
  frames: z.array(z.object({ at: z.number(), calls: z.number() })),
  clicks: z.array(z.number()),
  tasks: z.array(z.object({ at: z.number(), ms: z.number() })),
  shift: z.number(),
  seen: z.number().nullable(),
})

/**
 * Watches a page from its first script on: frames and draw calls, long tasks, shifts of the layout, clicks until their paint. `dry` leaves out what
 * the graphics card would do, so that software rendering is no part of the long tasks. The live scene of three is kept for the peer.
 */
export async function watch(page: Page, { dry = false } = {}): Promise<void> {
  // The loader of the benches wraps functions in a call that the page has to know as well.
  await page.addInitScript('globalThis.__name = (made) => made')
  await page.addInitScript((isDry) => {
    type Kept = {
      frames: { at: number; calls: number }[]
      clicks: number[]
      tasks: { at: number; ms: number }[]
      shift: number
      seen: number | null
      three: Map<string, unknown>
    }
    const kept: Kept = { frames: [], clicks: [], tasks: [], shift: 0, seen: null, three: new Map() }
    Object.assign(globalThis, { makerlineProbe: kept })

    let calls = 0
    const note = () => {
      calls += 1
      if (calls > 1) return
      const at = performance.now()
      queueMicrotask(() =>
        setTimeout(() => {
          kept.frames.push({ at, calls })
          calls = 0
        }),
      )
    }
    for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const) {
      const original = WebGL2RenderingContext.prototype[name]
      Object.defineProperty(WebGL2RenderingContext.prototype, name, {
        value(this: WebGL2RenderingContext, ...given: unknown[]) {
          note()
          return isDry ? undefined : Reflect.apply(original, this, given)
        },
      })
    }

    if (isDry) {
      // Shaders are compiled by the same software; the page only learns that it went well.
      const { LINK_STATUS } = WebGL2RenderingContext
      const said = (_: unknown, what: number) => (what === LINK_STATUS ? true : 0)
      Object.assign(WebGL2RenderingContext.prototype, {
        compileShader() {},
        linkProgram() {},
        getShaderParameter: () => true,
        getProgramParameter: said,
      })
    }

    // Three tells whoever listens here of each renderer and scene that it makes.
    const told = new EventTarget()
    told.addEventListener('observe', (event) => {
      const made: unknown = Reflect.get(event, 'detail')
      if (typeof made !== 'object' || made === null) return
      kept.three.set(Reflect.get(made, 'isScene') === true ? 'scene' : 'renderer', made)
    })
    Object.assign(globalThis, { __THREE_DEVTOOLS__: told })

    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) kept.tasks.push({ at: startTime, ms: duration })
    }).observe({ type: 'longtask', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (Reflect.get(entry, 'hadRecentInput') !== true) kept.shift += Number(Reflect.get(entry, 'value'))
    }).observe({ type: 'layout-shift', buffered: true })

    addEventListener(
      'click',
      (event) => {
        if (!(event.target instanceof HTMLInputElement)) return
        const begun = event.timeStamp
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => kept.clicks.push(performance.now() - begun)
          port2.postMessage(undefined)
        })
      },
      { capture: true },
    )

    const look = () => {
      const drawing = document.querySelector('[data-stage] svg, [data-stage] img')
      const isThere =
        drawing instanceof SVGElement
          ? drawing.getBoundingClientRect().height > 50
          : drawing instanceof HTMLImageElement && drawing.complete && drawing.naturalWidth > 0
      requestAnimationFrame(isThere ? () => (kept.seen = performance.now()) : look)
    }
    look()
  }, dry)
}

/** What was seen so far. */
export const readProbe = async (page: Page): Promise<Probe> =>
  shape.parse(
    await page.evaluate(() => {
      const { three: _, ...seen } = Reflect.get(globalThis, 'makerlineProbe')
      return JSON.parse(JSON.stringify(seen))
    }),
  )

/** The frames that were drawn while `work` ran. */
export async function framesWhile(page: Page, work: () => Promise<void>): Promise<readonly Frame[]> {
  const before = (await readProbe(page)).frames.length
  await work()
  return (await readProbe(page)).frames.slice(before)
}
