// The project's own sources as the house tests read them: files, lines, and who imports whom.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Paths from the root, with forward slashes, of every file under these folders; missing folders are empty. */
export function filesUnder(...starts: readonly string[]): readonly string[] {
  const walk = (path: string): string[] =>
    readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
      const inner = join(path, entry.name)
      return entry.isDirectory() ? walk(inner) : [relative(root, inner).split(sep).join('/')]
    })
  return starts
    .map((start) => join(root, start))
    .filter(existsSync)
    .flatMap(walk)
    .sort()
}

export const read = (file: string): string => readFileSync(join(root, file), 'utf8')
export const isCode = (file: string): boolean => /\.(ts|tsx|mjs)$/.test(file)
export const linesOf = (file: string): number => read(file).trimEnd().split('\n').length

export interface Import {
  readonly from: string
  /** A path from the root for the project's own files; the name of a package otherwise. */
  readonly to: string
  readonly own: boolean
  /** Erased before anything runs. */
  readonly typeOnly: boolean
}

const kept = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node)
    ? node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword
    : ts.isExportDeclaration(node)
      ? !node.isTypeOnly
      : true

/** Specifiers that are imported for more than their types. */
function runtimeSpecifiers(file: string, source: string): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && kept(node)) {
      if (ts.isStringLiteral(node.moduleSpecifier)) found.add(node.moduleSpecifier.text)
    }
    const [first] =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments : []
    if (first && ts.isStringLiteralLike(first)) found.add(first.text)
    ts.forEachChild(node, visit)
  }
  visit(
    ts.createSourceFile(
      file,
      source,
      ts.ScriptTarget.Latest,
      false,
      file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  )
  return found
}

/** Every import of one source text, static, dynamic and of types. */
export function importsIn(file: string, source: string): readonly Import[] {
  const runtime = runtimeSpecifiers(file, source)
  return ts.preProcessFile(source).importedFiles.map(({ fileName }) => {
    const own = fileName.startsWith('.')
    const to = own ? join(dirname(file), fileName).split(sep).join('/') : fileName
    return { from: file, to, own, typeOnly: !runtime.has(fileName) }
  })
}

/** The first ring of imports found from each file, as a path that ends where it began; empty when there is none. */
export function cycles(imports: readonly Import[]): readonly string[][] {
  const next = new Map<string, string[]>()
  for (const { from, to, own, typeOnly } of imports) {
    if (own && !typeOnly) next.set(from, [...(next.get(from) ?? []), to])
  }
  const done = new Set<string>()
  const found: string[][] = []
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) return void found.push([...path.slice(at), file])
    if (done.has(file)) return
    for (const to of next.get(file) ?? []) walk(to, [...path, file])
    done.add(file)
  }
  for (const file of next.keys()) walk(file, [])
  return found
}
