// Finds a Chromium for the journeys and benches, or installs one from what can be reached.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { repository } from './repository.mjs'
import { Trouble } from './trouble.mjs'

const installed = () =>
  [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  )

async function playwrights() {
  const { chromium } = await import('playwright')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}

function run(command, args, limitMs) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: repository,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: limitMs,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    let complaint = ''
    child.stderr.on('data', (chunk) => {
      complaint = `${complaint}${chunk}`.slice(-2000)
    })
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code) =>
      resolve(code === 0 ? undefined : complaint.trim().split('\n').at(-1) || `ended with ${code}`),
    )
  })
}

/**
 * The path of a Chromium.
 * @param {(line: string) => void} note
 */
export async function ensureBrowser(note) {
  const found = installed() ?? (await playwrights())
  if (found !== undefined) return found
  const refusals = []
  note("fetching Playwright's own browser")
  const cli = join(repository, 'node_modules/playwright/cli.js')
  refusals.push(await run(process.execPath, [cli, 'install', 'chromium'], 240_000))
  const own = await playwrights()
  if (own !== undefined) return own
  if (spawnSync('apt-get', ['--version']).status === 0) {
    note('installing chromium by apt')
    const [command, before] = userInfo().uid === 0 ? ['apt-get', []] : ['sudo', ['-n', 'apt-get']]
    await run(command, [...before, 'update'], 240_000)
    refusals.push(await run(command, [...before, 'install', '-y', '--no-install-recommends', 'chromium'], 480_000))
  }
  const packaged = installed()
  if (packaged !== undefined) return packaged
  throw new Trouble(
    `No browser could be installed (${refusals.filter(Boolean).join('; ')}).`,
    'Install Chromium and set CHROMIUM to its path, or run npm run verify, which needs none.',
  )
}
