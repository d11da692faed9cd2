import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

// The house holds itself: which room may ask which, no circles, no rooms without a name, no files too long to read.
// Every message names the file, what it does, and the way out.

const root = import.meta.dirname
const rooms = ['app', 'bench', 'e2e', 'models', 'prisma', 'runtime', 'scripts', 'services', 'simulation', 'workflows']
const aliases = new Set(['models', 'prisma', 'services', 'workflows', 'app', 'runtime', 'simulation'])

type Import = { readonly from: string; readonly to: string; readonly onlyType: boolean; readonly text: string }
type Source = {
  readonly path: string
  readonly lines: number
  readonly tree: ts.SourceFile
  readonly imports: readonly Import[]
}

const isTest = (path: string) => /(\.test\.tsx?|under-test\.ts|fresh-database\.ts)$/.test(path)
const isScript = (path: string) => path.startsWith('scripts/') && path.endsWith('.mjs')

const paths = rooms
  .filter((room) => existsSync(join(root, room)))
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`),
  )
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.startsWith('prisma/generated/'))

const sources: readonly Source[] = paths.map(read)
const byPath = new Map(sources.map((source) => [source.path, source]))

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : path.endsWith('.mjs') ? ts.ScriptKind.JS : ts.ScriptKind.TS
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind)
  return { path, lines: text.split('\n').length, tree, imports: importsOf(path, tree) }
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = []
  const add = (specifier: ts.Node, onlyType: boolean) => {
    if (ts.isStringLiteral(specifier))
      found.push({ from: path, to: target(path, specifier.text), onlyType, text: specifier.text })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, onlyTypes(node.importClause))
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0])
      add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function onlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const { namedBindings, name } = clause
  const named = namedBindings !== undefined && ts.isNamedImports(namedBindings) ? namedBindings.elements : undefined
  return name === undefined && named !== undefined && named.length > 0 && named.every(({ isTypeOnly }) => isTypeOnly)
}

/** A path in the repository for our own files, the specifier itself for packages. */
function target(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return relative(root, resolve(root, dirname(from), specifier)).replaceAll('\\', '/')
  return specifier.startsWith('#') ? specifier.slice(1) : specifier
}

const isOurs = ({ text }: Import) => text.startsWith('.') || text.startsWith('#')
const roomOf = (path: string) => path.split('/')[0] ?? path
const within = (path: string, ...places: readonly string[]) =>
  places.some((place) => path === place || path.startsWith(`${place}/`))

// ── who may ask whom ───────────────────────────────────────────────────────

/** What a workflow's code reaches by values runs inside Temporal's sandbox and is replayed years later. */
const workflowCode = new Set<string>()
const reach = (path: string): void => {
  if (workflowCode.has(path) || !path.startsWith('workflows/')) return
  workflowCode.add(path)
  for (const imported of byPath.get(path)?.imports ?? []) if (isOurs(imported) && !imported.onlyType) reach(imported.to)
}
reach('workflows/workflows.ts')

const isServerSide = (path: string) =>
  within(
    path,
    'app/api',
    'app/routes',
    'app/server',
    'app/server.ts',
    'app/root.tsx',
    'app/routes.ts',
    'app/entry.server.tsx',
  )

const isMessages = (path: string) => path === 'workflows/client.ts' || /^workflows\/[^/]+\/messages\.ts$/.test(path)

/** Why an import between rooms is not allowed; `undefined` when it is. */
function objection({ from, to, onlyType }: Import): string | undefined {
  const only = (sentence: string, ...places: readonly string[]) => (within(to, ...places) ? undefined : sentence)
  if (within(from, 'e2e', 'bench') || isScript(from)) return undefined
  if (within(from, 'models/money')) return only('money knows nobody', 'models/money')
  if (within(from, 'models/product')) return only('the kernel knows money alone', 'models/product', 'models/money')
  if (within(from, 'models/market'))
    return only(
      'the market knows product and money; hand in what it needs',
      'models/market',
      'models/product',
      'models/money',
    )
  if (within(from, 'models/planning')) return only('planning knows product alone', 'models/planning', 'models/product')
  if (within(from, 'models/order')) {
    if (within(to, 'models/product') && onlyType) return undefined
    return only('the order knows money, and of the product only types', 'models/order', 'models/money')
  }
  if (from === 'models/catalog.ts') return only('the catalogue loads products', 'models')
  if (within(from, 'models')) {
    const [, slug, version = ''] = from.split('/')
    const before = Array.from({ length: Number(version.slice(1)) || 0 }, (_, index) => `models/${slug}/v${index + 1}`)
    return only('a version stands on the kernel, and on earlier versions', ...before, 'models/product', 'models/money')
  }
  if (within(from, 'prisma')) return only('the database room knows models and runtime', 'prisma', 'models', 'runtime')
  if (within(from, 'services')) return only('a service knows models and runtime', 'services', 'models', 'runtime')
  if (within(from, 'runtime')) return only('runtime knows models', 'runtime', 'models')
  if (within(from, 'workflows')) {
    if (!workflowCode.has(from))
      return only('workflows know no app', 'workflows', 'models', 'prisma', 'services', 'runtime')
    if (onlyType) return undefined
    return only('workflow code is replayed: move this into an activity', 'workflows', 'models/order', 'models/money')
  }
  if (within(from, 'simulation')) {
    if (within(to, 'app/api') && onlyType) return undefined
    return only('simulated people use the public API alone', 'simulation', 'models', 'runtime')
  }
  if (within(from, 'scripts'))
    return only('scripts know no pages', 'scripts', 'models', 'prisma', 'services', 'runtime', 'app/api/auth.ts')
  if (isServerSide(from)) {
    if (isMessages(to)) return undefined
    return only('ask workflows by messages.ts and client.ts', 'app', 'models', 'prisma', 'services', 'runtime')
  }
  if (isServerSide(to) && !onlyType && !within(from, 'app/api'))
    return 'a view runs in the browser: import only the type of the API'
  if (within(from, 'app/ui'))
    return only(
      'a part without domain words knows no view',
      'app/ui',
      'app/words',
      'app/brand',
      'app/preferences',
      'models/money',
    )
  return only('a view knows models and the type of the API', 'app', 'models')
}

test('arrows between rooms point one way', () => {
  const wrong = sources
    .filter(({ path }) => !isTest(path))
    .flatMap(({ imports }) => imports.filter(isOurs))
    .flatMap((imported) => {
      const why = objection(imported)
      return why === undefined ? [] : [`${imported.from} imports ${imported.to}: ${why}`]
    })
  expect(wrong).toEqual([])
})

test('models are pure: no I/O, no clock, no chance', () => {
  const libraries = new Set(['@noble/hashes', 'canonicalize', 'fflate', 'luxon', 'zod'])
  const forbidden =
    /\b(Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|process\.|fetch\(|console\.|setTimeout\()/
  const models = sources.filter(({ path }) => path.startsWith('models/') && !isTest(path))
  const wrong = models.flatMap(({ path, imports, tree }) => {
    const packages = imports.filter((imported) => !isOurs(imported)).map(({ text }) => text)
    const foreign = packages.filter(
      (text) =>
        !libraries.has(
          text
            .split('/')
            .slice(0, text.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    )
    const impure = forbidden.exec(tree.text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''))
    return [
      ...foreign.map((text) => `${path} imports ${text}: hand in what it gives, as an argument`),
      ...(impure === null ? [] : [`${path} uses ${impure[0]}: take it as an argument`]),
    ]
  })
  expect(wrong).toEqual([])
})

test('imports are written in one way', () => {
  const wrong = sources
    .filter(({ path }) => !isScript(path))
    .flatMap(({ imports }) => imports.filter(isOurs))
    .flatMap(({ from, to, text }) => {
      const generated = text.includes('/+types/') || text.startsWith('#prisma/generated')
      if (!generated && !/\.(ts|tsx|mjs|json|css|svg)(\?\w+)?$/.test(text))
        return [`${from}: write the ending of '${text}'`]
      const apart = roomOf(from) !== roomOf(to)
      if (apart && text.startsWith('.') && aliases.has(roomOf(to)))
        return [`${from}: write '#${to}' instead of '${text}'`]
      return []
    })
  expect(wrong).toEqual([])
})

test('no file imports itself through others', () => {
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  const walk = (path: string, way: readonly string[]): void => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      circles.push(`${[...way.slice(way.indexOf(path)), path].join(' → ')}: move what both need into a file of its own`)
      return
    }
    state.set(path, 'open')
    for (const imported of byPath.get(path)?.imports ?? []) if (isOurs(imported)) walk(imported.to, [...way, path])
    state.set(path, 'done')
  }
  for (const { path } of sources) walk(path, [])
  expect(circles).toEqual([])
})

// ── names and sizes ────────────────────────────────────────────────────────

test('no barrel: who needs a thing imports it from where it is', () => {
  const wrong = sources.filter(({ path, tree }) => {
    if (path === 'workflows/workflows.ts' || tree.statements.length === 0) return false
    return tree.statements.every(
      (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined,
    )
  })
  expect(wrong.map(({ path }) => `${path} only passes on what others export: delete it`)).toEqual([])
})

test('every file has a name of the domain', () => {
  const empty = /^(utils?|lib|libs|helpers?|common|misc|shared|types|constants|index)$/
  const wrong = paths.flatMap((path) => {
    const names = path
      .split('/')
      .slice(1)
      .map((name) => name.replace(/(\.(server|replay))?(\.test)?\.\w+$/, ''))
    const nameless = names.filter((name) => empty.test(name))
    const shouting = names.filter((name) => !/^[a-z0-9$._-]+$/.test(name))
    return [
      ...nameless.map((name) => `${path}: '${name}' says nothing: name it by what it answers`),
      ...shouting.map((name) => `${path}: write '${name}' in kebab-case`),
    ]
  })
  expect(wrong).toEqual([])
})

test('every file can be read in one sitting', () => {
  const long = sources.filter(({ lines }) => lines > 400)
  expect(long.map(({ path, lines }) => `${path} has ${lines} lines: split it by what it answers`)).toEqual([])
  const sizes = sources.map(({ lines }) => lines).sort((a, b) => a - b)
  expect(
    sizes[Math.floor(sizes.length / 2)],
    'the median file has more than 110 lines: split the largest',
  ).toBeLessThanOrEqual(110)
})

test('types are earned, not claimed', () => {
  const wrong = sources
    .filter(({ path }) => !isTest(path) && !path.endsWith('.mjs'))
    .flatMap(({ path, tree }) => {
      const found: string[] = []
      const tell = (node: ts.Node, sentence: string) => {
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree))
        found.push(`${path}:${line + 1} ${sentence}`)
      }
      const visit = (node: ts.Node): void => {
        if (ts.isAsExpression(node) && node.type.getText(tree) !== 'const')
          tell(node, 'casts: parse it, or derive the type')
        if (ts.isTypeAssertionExpression(node)) tell(node, 'casts: parse it, or derive the type')
        if (ts.isNonNullExpression(node)) tell(node, 'claims with !: handle that it may be missing')
        if (ts.isEnumDeclaration(node)) tell(node, 'has an enum: write a union of literals')
        if (node.kind === ts.SyntaxKind.AnyKeyword) tell(node, 'says any: say unknown and parse it')
        ts.forEachChild(node, visit)
      }
      visit(tree)
      if (/@ts-(ignore|expect-error|nocheck)/.test(tree.text))
        found.push(`${path} silences the compiler: mend the type`)
      return found
    })
  expect(wrong).toEqual([])
})
