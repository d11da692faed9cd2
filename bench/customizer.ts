import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { ensureBrowser } from '../scripts/browser.mjs'
import { startSystem } from '../scripts/own-system.mjs'
import { modelViewerSize } from './customizer/model-viewer.ts'
import { asItIs, freshPage, openProduct, withPicture } from './customizer/opening.ts'
import { framesWhile, readProbe } from './customizer/probe.ts'
import { beyond, watchScripts } from './customizer/scripts-loaded.ts'
import { bareThree, frameTime, turn } from './customizer/turning.ts'
import { median, rounded } from './system/figures.ts'

const rounds = 5
const turnMs = 4000
const kb = 1024

/** What a page of this address loads, scripts by size; the product's page until it can be turned and changed. */
async function scriptsOf(browser: Browser, open: (page: Page) => Promise<void>) {
  const { context, page } = await freshPage(browser)
  const watcher = watchScripts(page)
  await open(page)
  const loaded = await watcher.settled()
  await context.close()
  return loaded
}

/** Option after option as a hand does it; `changes` of them. */
async function change(page: Page, changes: number): Promise<void> {
  const groups = page.locator('details[name=groups]')
  for (let step = 0; step < changes; step += 1) {
    const group = groups.nth(step % (await groups.count()))
    if ((await group.getAttribute('open')) === null) await group.locator('summary').click()
    const choices = group.locator('input[type=radio]:not(:checked):visible')
    const count = await choices.count()
    if (count > 0) await choices.nth(step % count).click({ force: true })
    else
      await group
        .locator('input[type=number]')
        .first()
        .press(step % 2 === 0 ? 'ArrowUp' : 'ArrowDown')
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  }
}

type Turned = {
  readonly ours: number[]
  readonly bare: number[]
  readonly clicks: number[]
  calls: number
  idle: number
}

/** Turning by the page against three alone, in rounds; clicks on options; frames while nobody does anything. */
async function turning(browser: Browser, web: string, progress: (line: string) => void): Promise<Turned> {
  const { context, page } = await freshPage(browser)
  await openProduct(page, web)
  const result: Turned = { ours: [], bare: [], clicks: [], calls: 0, idle: 0 }
  await turn(page, turnMs)
  for (let round = 1; round <= rounds; round += 1) {
    const ours = async () => {
      const frames = await turn(page, turnMs)
      result.ours.push(frameTime(frames))
      result.calls = Math.max(result.calls, median(frames.map(({ calls }) => calls)))
    }
    const bare = async () => {
      await bareThree(page, 'on')
      // One frame of the page tells the peer its camera.
      await page.locator('[role=application]').press('ArrowLeft')
      await page.waitForTimeout(1000)
      result.bare.push(frameTime(await turn(page, turnMs)))
      await bareThree(page, 'off')
    }
    for (const side of round % 2 === 0 ? [ours, bare] : [bare, ours]) await side()
    progress(
      `round ${round} of ${rounds}: a frame takes ${rounded(result.ours.at(-1) ?? 0, 1)} ms, bare ${rounded(result.bare.at(-1) ?? 0, 1)} ms`,
    )
  }
  const before = (await readProbe(page)).clicks.length
  await change(page, 30)
  result.clicks.push(...(await readProbe(page)).clicks.slice(before))
  await page.mouse.move(2, 2)
  await page.waitForTimeout(3000)
  result.idle = (await framesWhile(page, () => page.waitForTimeout(10_000))).length
  await context.close()
  return result
}

/** ms until the drawing is seen, against a plain picture of it in its place, load by load. */
async function drawing(browser: Browser, web: string): Promise<{ ours: number[]; plain: number[] }> {
  const { context, page } = await freshPage(browser)
  await page.goto(`${web}/p/shelf`)
  const picture = await page.locator('[data-stage] svg').first().screenshot()
  await context.close()
  const result: { ours: number[]; plain: number[] } = { ours: [], plain: [] }
  const load = async (side: 'ours' | 'plain') => {
    const opened = await freshPage(browser)
    await (side === 'ours' ? asItIs(opened.page, web) : withPicture(opened.page, web, picture))
    await opened.page.goto(`${web}/p/shelf`, { waitUntil: 'load' })
    const { seen } = await readProbe(opened.page)
    if (seen !== null) result[side].push(seen)
    await opened.context.close()
  }
  for (let round = 1; round <= 2 * rounds; round += 1)
    for (const side of round % 2 === 0 ? (['ours', 'plain'] as const) : (['plain', 'ours'] as const)) await load(side)
  return result
}

/** The page loaded and changed thirty times, without what a graphics card would do. */
async function steadiness(browser: Browser, web: string) {
  const { context, page } = await freshPage(browser, { dry: true })
  await openProduct(page, web)
  await change(page, 30)
  const { shift, tasks } = await readProbe(page)
  await context.close()
  return { shift, tasks }
}

/** The bench `customizer`: what the product's page costs to load, to draw, to turn and to change. */
export async function run(
  progress: (line: string) => void,
): Promise<{ figures: Record<string, number>; detail: unknown }> {
  const dir = await mkdtemp(join(tmpdir(), 'makerline-bench-'))
  const executablePath = await ensureBrowser(progress)
  const system = await startSystem({ dir: join(dir, 'system') })
  const args = [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--disable-background-networking',
  ]
  const browser = await chromium.launch({ executablePath, args })
  try {
    const { web } = system.ready()
    progress('system ready')
    const viewer = await modelViewerSize(dir)
    const shell = await scriptsOf(browser, (page) =>
      page.goto(`${web}/sign-in`, { waitUntil: 'networkidle' }).then(() => undefined),
    )
    const product = await scriptsOf(browser, (page) => openProduct(page, web))
    const own = beyond(product.scripts, shell.scripts)
    progress(`scripts: ${rounded(own / kb, 1)} kB beyond the shell, model-viewer ${rounded(viewer / kb, 1)} kB`)
    const turned = await turning(browser, web, progress)
    const seen = await drawing(browser, web)
    const { shift, tasks } = await steadiness(browser, web)
    const bareFrame = median(turned.bare)
    return {
      figures: {
        js_ratio: rounded(own / viewer),
        shell_kb: rounded(beyond(shell.scripts, new Map()) / kb, 1),
        idle_frames: turned.idle,
        frame_ratio: rounded(median(turned.ours.map((ms, index) => ms / (turned.bare[index] ?? Number.NaN)))),
        draw_calls: turned.calls,
        drawing_ratio: rounded(median(seen.ours) / median(seen.plain)),
        click_ratio: rounded(median(turned.clicks) / bareFrame),
        layout_shift: rounded(shift, 4),
        longest_task_ms: rounded(Math.max(0, ...tasks.map(({ ms }) => ms)), 0),
      },
      detail: {
        own_kb: rounded(own / kb, 1),
        model_viewer_kb: rounded(viewer / kb, 1),
        wasm_before_first_frame: product.wasm.length,
        frame_ms: turned.ours.map((ms) => rounded(ms, 1)),
        bare_ms: turned.bare.map((ms) => rounded(ms, 1)),
        click_ms: rounded(median(turned.clicks), 1),
        drawing_ms: seen.ours.map((ms) => rounded(ms, 0)),
        tasks_over_50_ms: tasks.map(({ at, ms }) => `${rounded(ms, 0)} at ${rounded(at, 0)}`),
        picture_ms: seen.plain.map((ms) => rounded(ms, 0)),
      },
    }
  } finally {
    await browser.close()
    await system.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
