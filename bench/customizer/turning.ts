import type { Page } from 'playwright'
import { median } from '../system/figures.ts'
import { type Frame, framesWhile } from './probe.ts'

/** Drags the canvas to and fro for so many ms; the frames that were drawn. */
export async function turn(page: Page, ms: number): Promise<readonly Frame[]> {
  const box = await page.locator('canvas').first().boundingBox()
  if (box === null) throw new Error('There is no canvas to turn')
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  return framesWhile(page, async () => {
    await page.mouse.move(middle.x, middle.y)
    await page.mouse.down()
    const end = Date.now() + ms
    for (let step = 0; Date.now() < end; step += 1) {
      const angle = step / 9
      await page.mouse.move(middle.x + Math.cos(angle) * 160, middle.y + Math.sin(angle) * 40)
    }
    await page.mouse.up()
  })
}

/** ms from one frame to the next: the median. */
export const frameTime = (frames: readonly Frame[]): number =>
  median(frames.slice(1).map(({ at }, index) => at - (frames[index]?.at ?? at)))

/**
 * The peer: three alone renders the very scene of the page, its meshes and lights, and turns it with the pointer; whatever the page itself does with
 * the pointer is left out. Undone by `off`.
 */
export async function bareThree(page: Page, isOn: 'on' | 'off'): Promise<void> {
  await page.evaluate((wanted) => {
    type Turned = { position: { x: number; y: number; z: number }; lookAt(x: number, y: number, z: number): void }
    const { three } = Reflect.get(globalThis, 'makerlineProbe')
    const [scene, renderer] = [three.get('scene'), three.get('renderer')]
    const known: (() => void) | undefined = Reflect.get(globalThis, 'makerlineBare')
    known?.()
    Reflect.deleteProperty(globalThis, 'makerlineBare')
    if (wanted === 'off') return
    let camera: Turned | undefined
    const { render } = renderer
    let asked = false
    let angle = 0
    // The camera is the one that the page draws with.
    renderer.render = (what: unknown, by: Turned) => {
      camera = by
      return Reflect.apply(render, renderer, [what, by])
    }
    const draw = () => {
      asked = false
      if (camera === undefined) return
      const { x, y, z } = camera.position
      const far = Math.hypot(x, z)
      angle += 0.03
      camera.position.x = Math.sin(angle) * far
      camera.position.z = Math.cos(angle) * far
      camera.lookAt(0, y * 0.6, 0)
      Reflect.apply(render, renderer, [scene, camera])
    }
    const move = (event: Event) => {
      if (camera === undefined) return
      event.stopImmediatePropagation()
      if (asked) return
      asked = true
      requestAnimationFrame(draw)
    }
    addEventListener('pointermove', move, { capture: true })
    Object.assign(globalThis, {
      makerlineBare: () => {
        removeEventListener('pointermove', move, { capture: true })
        renderer.render = render
      },
    })
  }, isOn)
}
