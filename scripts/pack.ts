import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadProduct, products } from '#models/catalog.ts'
import { evaluate } from '#models/product/evaluate.ts'
import type { Options } from '#models/product/options.ts'
import { contentOf } from '#models/product/pack.ts'
import type { Product } from '#models/product/product.ts'
import { sampleReachable, seeded } from '#models/product/sample.ts'
import { say } from '#models/product/words.ts'
import { packOf } from '#services/pack/manufacturing-pack.ts'

const usage = `usage: npm run -s pack -- PRODUCT CONFIG.json --out DIR
       npm run -s pack -- PRODUCT --random N [--seed S] --out DIR

PRODUCT is one of: ${products.map((product) => product.slug).join(', ')}
CONFIG.json holds {"version":1,"options":{…}}; without a version the latest is taken.`

/** A mistake in the call, told on stderr with exit 1. */
class CallError extends Error {}

/** What cannot be made, told as JSON on stdout with exit 2. */
class Refused extends Error {
  readonly refusal: unknown
  constructor(refusal: unknown) {
    super('refused')
    this.refusal = refusal
  }
}

function configuration(path: string): { version: number | undefined; options: unknown } {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new CallError(`${path} cannot be read.`, { cause })
  }
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new Refused({ code: 'options_unreadable', values: {}, words: `${path} is not JSON.` })
  }
  const fields: Record<string, unknown> = typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  const { version, options = {} } = fields
  if (version !== undefined && !Number.isInteger(version)) {
    throw new Refused({
      code: 'unknown_version',
      values: { version: String(version) },
      words: 'A version is a whole number.',
    })
  }
  return { version: typeof version === 'number' ? version : undefined, options }
}

async function product(slug: string, version: number | undefined): Promise<Product> {
  const found = await loadProduct(slug, version)
  if (found !== undefined) return found
  const known = products.find((each) => each.slug === slug)
  if (known === undefined) throw new CallError(`There is no product ${slug}.\n\n${usage}`)
  const words = `${slug} has no version ${version}. There is: ${known.versions.join(', ')}.`
  throw new Refused({ code: 'unknown_version', values: { product: slug, version: version ?? 0 }, words })
}

/** Complete valid options, or the refusal of the first rule with all of them. */
function valid(of: Product, raw: unknown): Options {
  const { options, refusals } = evaluate(of, raw)
  const [first, ...others] = refusals.map(({ code, values, fix }) => ({
    code,
    values,
    words: say(of.words, `rule.${code}`, values),
    fix,
  }))
  if (first !== undefined) throw new Refused({ ...first, others })
  return options
}

async function write(of: Product, options: Options, folder: string): Promise<string> {
  const { hash, files } = await packOf(of, options)
  mkdirSync(folder, { recursive: true })
  for (const file of files) writeFileSync(join(folder, file.path), contentOf(file))
  return hash
}

function wholeNumber(name: string, text: string | undefined, least: number): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < least)
    throw new CallError(`--${name} takes a whole number from ${least}.`)
  return number
}

async function answer(words: readonly string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { out: { type: 'string' }, random: { type: 'string' }, seed: { type: 'string', default: '1' } },
  })
  const [slug, config, ...rest] = positionals
  if (slug === undefined || values.out === undefined || rest.length > 0) throw new CallError(usage)
  if ((config === undefined) === (values.random === undefined)) throw new CallError(usage)
  if (config !== undefined) {
    const { version, options } = configuration(config)
    const of = await product(slug, version)
    const hash = await write(of, valid(of, options), values.out)
    return JSON.stringify({ hash, out: values.out })
  }
  const count = wholeNumber('random', values.random, 1)
  const random = seeded(wholeNumber('seed', values.seed, 0))
  const of = await product(slug, undefined)
  const lines: string[] = []
  for (let index = 1; index <= count; index += 1) {
    const options = sampleReachable(of, random)
    const folder = join(values.out, String(index).padStart(4, '0'))
    const hash = await write(of, options, folder)
    writeFileSync(join(folder, 'config.json'), `${JSON.stringify({ version: of.version, options }, null, 2)}\n`)
    lines.push(JSON.stringify({ hash, out: folder }))
  }
  return lines.join('\n')
}

/** The command with the words that follow its name: what it writes to stdout and stderr, and its exit status. */
export async function pack(words: readonly string[]): Promise<{ status: 0 | 1 | 2; out: string; err: string }> {
  try {
    return { status: 0, out: `${await answer(words)}\n`, err: '' }
  } catch (error) {
    if (error instanceof Refused) return { status: 2, out: `${JSON.stringify(error.refusal)}\n`, err: '' }
    const isCall = error instanceof CallError || (error instanceof TypeError && 'code' in error)
    if (isCall) return { status: 1, out: '', err: `${error.message}\n` }
    throw error
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { status, out, err } = await pack(process.argv.slice(2))
  process.stdout.write(out)
  process.stderr.write(err)
  process.exitCode = status
}
