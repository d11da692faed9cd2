// `npm test`: everything that must hold, from what the compiler sees to what a shopper does in a browser, on ports and a
// data folder of its own. `--verify` leaves out the browsers. The last line counts.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readArguments } from './arguments.mjs'
import { ensureInstalled } from './install.mjs'
import { bold, createProgress, green, red } from './progress.mjs'
import { repository } from './repository.mjs'
import { tell } from './trouble.mjs'

const { values } = (() => {
  try {
    return readArguments({ verify: { type: 'boolean', default: false } }, 'npm test, or npm run verify')
  } catch (error) {
    tell(error)
    process.exit(1)
  }
})()

/** Business seconds a second while the journeys run: a day of drying in a minute, and an offer held for three. */
const journeySpeed = 1500

const progress = createProgress()
const folder = mkdtempSync(join(tmpdir(), 'makerline-test-'))
chmodSync(folder, 0o755)
const children = new Set()
/** @type {{ name: string, passed: number, failed: number, seconds: number }[]} */
const results = []
let system

async function end(code) {
  for (const child of children) child.kill('SIGTERM')
  await system?.stop()
  rmSync(folder, { recursive: true, force: true })
  process.exit(code)
}
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => end(130))

/** Runs a program of node_modules; what it says is shown when it has ended, so that two at a time stay apart. */
function run(path, args, env = {}) {
  const child = spawn(process.execPath, [join(repository, 'node_modules', path), ...args], {
    cwd: repository,
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      children.delete(child)
      resolve({ code, said })
    })
  })
}

/** Runs one kind of check and keeps its count; a kind that could not run at all counts as one that failed. */
async function check(name, work) {
  const started = Date.now()
  const count = await work().catch((error) => {
    tell(error)
    return { passed: 0, failed: 1, said: '' }
  })
  if (count.passed + count.failed === 0) {
    count.failed = 1
    count.said = 'There was nothing to check.'
  }
  const seconds = (Date.now() - started) / 1000
  results.push({ name, ...count, seconds })
  const fine = count.failed === 0
  if (!fine) process.stdout.write(`\n${count.said.trim()}\n\n`)
  const mark = fine ? green('✓') : red('✗')
  process.stdout.write(`${mark} ${name}: ${count.passed} passed, ${count.failed} failed (${seconds.toFixed(1)} s)\n`)
}

async function tool(path, args) {
  const { code, said } = await run(path, args)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, said }
}

async function vitest(project) {
  const file = join(folder, `${project}.json`)
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const { code, said } = await run('vitest/vitest.mjs', ['run', '--project', project, ...reporters])
  if (!existsSync(file)) return { passed: 0, failed: 1, said }
  const { numPassedTests, numTotalTests, testResults } = JSON.parse(readFileSync(file, 'utf8'))
  // A file that could not be loaded has no tests to fail; and a test that was left out is no passed one.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const failed = numTotalTests - numPassedTests + broken.length
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, said }
}

function journeysIn(suite) {
  const own = (suite.specs ?? []).flatMap(({ tests }) => tests)
  return [...own, ...(suite.suites ?? []).flatMap(journeysIn)]
}

async function journeys() {
  const { ensureBrowser } = await import('./browser.mjs')
  const { startSystem } = await import('./own-system.mjs')
  const browser = await progress.step('Browser', ensureBrowser)
  const dir = join(folder, 'system')
  mkdirSync(dir)
  await progress.step('System', async () => {
    system = await startSystem({ dir, speed: journeySpeed })
  })
  const file = join(folder, 'journeys.json')
  const env = { READY: join(dir, 'ready.json'), CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const { code, said } = await run('@playwright/test/cli.js', ['test', '--reporter=dot,json'], env)
  await system.stop()
  system = undefined
  if (!existsSync(file)) return { passed: 0, failed: 1, said }
  const all = journeysIn(JSON.parse(readFileSync(file, 'utf8')))
  const passed = all.filter(({ status }) => status === 'expected').length
  const failed = all.length - passed
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, said }
}

try {
  await progress.step('Packages', () => ensureInstalled())
  const { ensureGenerated } = await import('./generate.mjs')
  await progress.step('Generated code', async () => {
    await ensureGenerated()
    const { code, said } = await run('@react-router/dev/bin.js', ['typegen'])
    if (code !== 0) throw new Error(said)
  })
  const { findTemporal } = await import('./temporal-binary.mjs')
  await progress.step('Temporal CLI', (note) => findTemporal({ dir: folder, note }))

  // Two at a time, for two cores: the compiler takes as long as the style check and the unit tests together.
  await Promise.all([
    check('Types', () =>
      tool('typescript/bin/tsc', [
        '--noEmit',
        '-p',
        '.',
        '--incremental',
        '--tsBuildInfoFile',
        'node_modules/.cache/makerline.tsbuildinfo',
      ]),
    ),
    check('Style', () => tool('@biomejs/biome/bin/biome', ['ci', '.'])).then(() =>
      check('Architecture, units and properties', () => vitest('unit')),
    ),
  ])
  await check('On real servers', () => vitest('server'))
  await check('Replay', () => vitest('replay'))
  if (!values.verify) {
    const { ensureBuilt } = await import('./build.mjs')
    await progress.step('Build', () => ensureBuilt())
    await check('Files, read by other programs', () => vitest('outside'))
    await check('Starting, dying and stopping', () => vitest('system'))
    await check('Journeys', journeys)
  }
} catch (error) {
  tell(error)
  results.push({ name: 'preparation', passed: 0, failed: 1, seconds: 0 })
}

const sum = (key) => results.reduce((total, result) => total + result[key], 0)
const failed = sum('failed')
process.stdout.write(`\n${bold(`in ${progress.total()}`)}\n${sum('passed')} passed, ${failed} failed\n`)
await end(failed === 0 ? 0 : 1)
