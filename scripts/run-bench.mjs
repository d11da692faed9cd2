// Runs one bench and prints its result; started by bench.mjs under tsx.
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { repository } from './repository.mjs'

// Ended by a signal it ends as by itself, so that what it holds goes on and what it started stops.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

const [name] = process.argv.slice(2)
const { run } = await import(pathToFileURL(join(repository, 'bench', `${name}.ts`)).href)
const { figures, detail } = await run((line) => process.stderr.write(`${line}\n`))

const cores = cpus()
const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
const machine = `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown'}, ${memory}, ${type()} ${release()}, Node ${process.version}`
process.stdout.write(`${JSON.stringify({ bench: name, machine, figures, detail })}\n`)
process.exit(0)
