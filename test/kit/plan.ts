// A fingerprint of everything that the template database is made of, so that it is made anew when that changes.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const folders = [
  'migrations',
  'regulation/reference',
  'src/modules/structure',
  'src/modules/org',
  'src/modules/staffing',
  'src/modules/access',
  'src/app/cast.ts',
  'src/kernel/perform.ts',
  'test/kit',
]

const files = (path: string): string[] => {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((it) => it.isFile() && !it.name.endsWith('.tsx') && !it.name.endsWith('.test.ts'))
      .map((it) => join(it.parentPath, it.name))
      .sort()
  } catch {
    return path.endsWith('.ts') ? [path] : []
  }
}

export const fingerprint = (): string => {
  const hash = createHash('sha256')
  for (const file of folders.flatMap((folder) => files(join(root, folder)))) {
    try {
      hash.update(file).update(readFileSync(file))
    } catch {
      // A file that is not there yet is no part of the plan.
    }
  }
  return hash.digest('hex')
}
