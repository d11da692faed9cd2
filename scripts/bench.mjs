// `npm run -s bench -- NAME`: one bench on the production build; progress on stderr, one JSON object as the last line.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readArguments } from './arguments.mjs'
import { ensureInstalled } from './install.mjs'
import { repository } from './repository.mjs'
import { Trouble, tell } from './trouble.mjs'

try {
  const { positionals } = readArguments({}, 'npm run -s bench -- NAME')
  const folder = join(repository, 'bench')
  const names = readdirSync(folder).flatMap((file) => (/^[\w-]+\.ts$/.test(file) ? [file.slice(0, -3)] : []))
  const [name] = positionals
  if (name === undefined || !existsSync(join(folder, `${name}.ts`))) {
    throw new Trouble(`There is no bench ${name ?? 'without a name'}.`, `There are: ${names.join(', ')}`)
  }
  const say = (line) => process.stderr.write(`${line}\n`)
  if (await ensureInstalled()) say('packages installed')
  const { ensureBuilt } = await import('./build.mjs')
  if (await ensureBuilt()) say('built')
  const runner = fileURLToPath(new URL('./run-bench.mjs', import.meta.url))
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', runner, name], {
    cwd: repository,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.once('exit', (code) => process.exit(code ?? 1))
} catch (error) {
  tell(error)
  process.exit(1)
}
