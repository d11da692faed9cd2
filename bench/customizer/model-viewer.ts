import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** The peer: the version that fits this three, installed beside the bench and built as anybody would. */
const versions = { '@google/model-viewer': '4.4.0', three: '0.183.2' } as const

/** Size of model-viewer as one minified module, gzip bytes. */
export async function modelViewerSize(folder: string): Promise<number> {
  const place = join(folder, 'model-viewer')
  await mkdir(place, { recursive: true })
  await writeFile(join(place, 'package.json'), JSON.stringify({ private: true, dependencies: versions }))
  const child = spawn('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: place,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('model-viewer could not be installed')
  await writeFile(join(place, 'entry.js'), `import '@google/model-viewer'\n`)
  const built = await build({
    entryPoints: [join(place, 'entry.js')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return gzipSync(built.outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length
}
