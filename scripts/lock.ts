// npm run lock: makes package-lock.json whole. A registry that serves this platform alone makes npm leave out the
// optional packages of all others, and `npm ci` then refuses the lock it wrote. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Locked {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

interface Lock {
  packages: Record<string, Locked>
}

const file = join(import.meta.dirname, '../package-lock.json')

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'universal',
  'wasm32',
  'x64',
]
const libraries: Record<string, string> = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }

/** Where the package is found that `name` means to the package at `path`; undefined when the lock lacks it. */
const lookUp = ({ packages }: Lock, path: string, name: string): Locked | undefined => {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const found = packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]
    if (found || at === '') return found
  }
}

/** The platform that a package names itself after, such as `binding-linux-arm64-musl`. */
const platformOf = (name: string): Pick<Locked, 'os' | 'cpu' | 'libc'> | null => {
  const words = name.split(/[-/]/)
  const os = words.filter((word) => systems.includes(word))
  const cpu = words.filter((word) => processors.includes(word))
  const libc = words.flatMap((word) => (os[0] === 'linux' ? (libraries[word] ?? []) : []))
  if (os.length === 0 && !cpu.includes('wasm32')) return null
  return {
    ...(os.length && { os }),
    ...(cpu.length && !cpu.includes('universal') && { cpu }),
    ...(libc.length && { libc }),
  }
}

/** The optional packages of other platforms that the lock should hold and does not, by their path in it. */
export const missingIn = (lock: Lock): Record<string, Locked> => {
  const missing: Record<string, Locked> = {}
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      const found = lookUp(lock, path, name)
      if (found && (found.version === range || !/^\d/.test(range))) continue
      const platform = platformOf(name)
      if (!platform) throw new Error(`package-lock.json lacks ${name}, which names no platform: run npm install`)
      const version = range.replace(/^[\^~]/, '')
      // Beside the package that asks for it, since two versions of that package ask for two of this.
      missing[`${path.slice(0, path.lastIndexOf('node_modules/'))}node_modules/${name}`] = {
        version,
        ...platform,
        ...(dev && { dev }),
        optional: true,
      }
    }
  }
  return missing
}

export const readLock = (): Lock => JSON.parse(readFileSync(file, 'utf8')) as Lock

if (import.meta.main) {
  const lock = readLock()
  const missing = missingIn(lock)
  const count = Object.keys(missing).length
  if (process.argv.includes('--check')) {
    console.log(count === 0 ? 'package-lock.json is whole' : `package-lock.json lacks ${count} packages: npm run lock`)
    process.exit(count === 0 ? 0 : 1)
  }
  // Giving one package its place may take another's, which is then found missing in its turn.
  for (let turns = 5; turns > 0; turns -= 1) Object.assign(lock.packages, missingIn(lock))
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
  console.log(`package-lock.json: ${count} packages of other platforms added`)
}
