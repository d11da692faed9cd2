// The production build: one bundle a process under build/, made again only when a source has changed.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { ensureGenerated, runTool } from './generate.mjs'
import { ensureInstalled } from './install.mjs'
import { isMain } from './main.mjs'
import { repository } from './repository.mjs'
import { sourcesHash } from './sources.mjs'
import { Trouble, tell, writingTo } from './trouble.mjs'
import { inTurn } from './turn.mjs'

export const buildFolder = join(repository, 'build')

/** What runs as a process of its own: where it starts, and what its bundle is called. */
const bundles = {
  'worker/worker': 'workflows/worker.ts',
  'sandboxes/stripe': 'services/stripe-sandbox/main.ts',
  'sandboxes/carrier': 'services/carrier-sandbox/main.ts',
  'sandboxes/mail': 'services/mail-sandbox/main.ts',
  'simulation/simulation': 'simulation/main.ts',
  'simulation/demo': 'simulation/demo/demo.ts',
  'scripts/accounts': 'scripts/accounts.ts',
  'scripts/operator': 'scripts/operator.ts',
  'scripts/client': 'prisma/client.ts',
  'scripts/clock': 'prisma/clock.ts',
  'scripts/environment': 'runtime/environment.ts',
}

const workflowsEntry = 'workflows/workflows.ts'

const exists = (path) => existsSync(join(repository, path))

/** What the hash of the last complete build is written to. */
const stamp = join(buildFolder, 'made-from')

/** @returns {boolean} whether build/ was made from the sources as they are now */
export const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash()

/** The path of a process's bundle, without asking whether it is there. */
export const bundle = (name, folder = buildFolder) => join(folder, `${name}.js`)

/** Bundles every process but the site; takes well under a second. */
export async function bundleProcesses(folder) {
  const { build } = await import('esbuild')
  const entryPoints = Object.fromEntries(Object.entries(bundles).filter(([, source]) => exists(source)))
  const whenBroken = (error) => {
    throw new Trouble(`A process could not be built:\n${error.message}\n`, 'Mend what it names.', { cause: error })
  }
  await build({
    absWorkingDir: repository,
    entryPoints,
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'silent',
  }).catch(whenBroken)
}

async function bundleWorkflows(folder) {
  if (!exists(workflowsEntry)) return
  const { bundleWorkflowCode } = await import('@temporalio/worker')
  const quiet = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, log() {} }
  const { code } = await bundleWorkflowCode({ workflowsPath: join(repository, workflowsEntry), logger: quiet })
  mkdirSync(join(folder, 'worker'), { recursive: true })
  writeFileSync(join(folder, 'worker/workflow-bundle.js'), code)
}

// Vite prints a page of file sizes before what went wrong, and a page of its own innards after.
function complaintIn(said) {
  const from = said.lastIndexOf('Build failed')
  const told = said.slice(Math.max(0, from)).split('\n    at ')[0] ?? said
  return told.split('\n').slice(0, 25).join('\n').trim()
}

const compressible = /\.(css|html|js|json|svg|txt|wasm|webmanifest|glb|ttf)$/

// Done once, as thoroughly as it goes; the server only hands out what lies there.
function compressFiles(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name)
    if (!entry.isFile() || !compressible.test(entry.name) || statSync(file).size < 1400) continue
    const bytes = readFileSync(file)
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }))
  }
}

async function bundleSite(folder, signal) {
  const { code, said } = await runTool('@react-router/dev/bin.js', ['build'], {
    signal,
    env: { NODE_ENV: 'production', BUILD_FOLDER: relative(repository, folder) },
  })
  if (code !== 0) throw new Trouble(`The site could not be built:\n${complaintIn(said)}\n`, 'Mend what it names.')
  compressFiles(join(folder, 'web/client'))
  writeFileSync(
    join(folder, 'web/server.js'),
    "import { serve } from './server/index.js'\n\nawait serve(new URL('./client/', import.meta.url))\n",
  )
}

const weekMs = 7 * 24 * 60 * 60 * 1000

// A page opened before this build may still ask for a script of that one; their names hold their content's hash.
function keepOldAssets(folder) {
  const [old, next] = [buildFolder, folder].map((root) => join(root, 'web/client/assets'))
  if (!existsSync(old) || !existsSync(next)) return
  for (const name of readdirSync(old)) {
    const file = join(old, name)
    if (existsSync(join(next, name)) || Date.now() - statSync(file).mtimeMs > weekMs) continue
    cpSync(file, join(next, name), { preserveTimestamps: true })
  }
}

/**
 * Builds what has changed since the last build.
 * @param {{ signal?: AbortSignal }} [options]
 * @returns {Promise<boolean>} whether anything had to be built
 */
export async function ensureBuilt({ signal } = {}) {
  if (isBuilt()) return false
  return inTurn('build', async () => {
    if (isBuilt()) return false
    await ensureGenerated({ signal })
    const hash = sourcesHash()
    const next = join(repository, 'build.next')
    await writingTo(repository, 'Give this user the right to write there.', async () => {
      rmSync(next, { recursive: true, force: true })
      mkdirSync(next)
    })
    try {
      await Promise.all([bundleSite(next, signal), bundleProcesses(next).then(() => bundleWorkflows(next))])
      keepOldAssets(next)
      writeFileSync(join(next, 'made-from'), hash)
      const old = join(repository, 'build.old')
      rmSync(old, { recursive: true, force: true })
      if (existsSync(buildFolder)) renameSync(buildFolder, old)
      renameSync(next, buildFolder)
      rmSync(old, { recursive: true, force: true })
    } finally {
      rmSync(next, { recursive: true, force: true })
    }
    return true
  })
}

if (isMain(import.meta.url)) {
  try {
    await ensureInstalled()
    const begun = Date.now()
    const built = await ensureBuilt()
    process.stdout.write(built ? `built in ${((Date.now() - begun) / 1000).toFixed(1)} s\n` : 'nothing has changed\n')
  } catch (error) {
    tell(error)
    process.exit(1)
  }
}
