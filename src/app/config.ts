// The settings of an installation, read from the environment and checked at the start, each fault with its mending.
import { mkdirSync } from 'node:fs'
import { isIP } from 'node:net'
import { isAbsolute, join, resolve } from 'node:path'

export interface Config {
  mode: 'demonstration' | 'production'
  /** Folder of all state. */
  dataDir: string
  /** An own PostgreSQL (15 or later) in place of the embedded one. */
  databaseUrl: string | null
  staffPort: Port
  portalPort: Port
  /** Address to listen on: loopback in demonstration mode, always. */
  listen: string
  /** What people type into a browser, where a proxy stands in front. */
  staffUrl: string | null
  portalUrl: string | null
  smtpUrl: string | null
  clamd: string | null
  /** Prefix of the database roles of the app and the portal; by default the database's name. */
  roles: string | null
  /** Proxies in front, whose word about the asker's address is believed. */
  proxies: readonly string[]
}

export interface Port {
  number: number
  /** Asked for by name: if it is taken, that is an error and not a reason to look for another. */
  fixed: boolean
}

export class BadConfig extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

const root = join(import.meta.dirname, '../..')

const isUrl = (value: string, schemes: readonly string[]): boolean => schemes.includes(URL.parse(value)?.protocol ?? '')

/** @throws BadConfig with one line for each variable that is wrong. */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const faults: string[] = []
  const given = (name: string): string | null => env[name]?.trim() || null

  const port = (name: string, usual: number): Port => {
    const value = given(name)
    if (value === null) return { number: usual, fixed: false }
    const number = Number(value)
    if (Number.isInteger(number) && number > 0 && number < 65_536) return { number, fixed: true }
    faults.push(`${name}=${value} is no port. Give a whole number from 1 to 65535, such as ${usual}.`)
    return { number: usual, fixed: true }
  }
  const url = (name: string, schemes: readonly string[], example: string): string | null => {
    const value = given(name)
    if (value === null || isUrl(value, schemes)) return value
    faults.push(`${name} is no ${schemes.map((it) => `${it}//`).join(' or ')} address. Give one like ${example}.`)
    return null
  }
  const mode = given('QORGAN_MODE') ?? 'demonstration'
  if (mode !== 'demonstration' && mode !== 'production') {
    faults.push(`QORGAN_MODE=${mode} is unknown. Give demonstration or production.`)
  }
  const listen = given('QORGAN_LISTEN')
  if (listen && mode !== 'production') {
    faults.push(
      'QORGAN_LISTEN is for QORGAN_MODE=production only: a demonstration listens on loopback alone. Remove it.',
    )
  }
  const roles = given('QORGAN_ROLES')
  if (roles && !/^[a-z_][a-z0-9_]{0,40}$/.test(roles)) {
    faults.push(`QORGAN_ROLES=${roles} is no role name. Use small Latin letters, digits and _.`)
  }
  const clamd = given('QORGAN_CLAMD')
  if (clamd && !/^(\/.+|[^\s:]+:\d+)$/.test(clamd)) {
    faults.push(`QORGAN_CLAMD=${clamd} is no address of clamd. Give host:port or the path of its socket.`)
  }
  const proxies = (given('QORGAN_PROXY') ?? '').split(/[\s,]+/).filter(Boolean)
  for (const proxy of proxies) {
    if (!/^[0-9a-f.:]+(\/\d{1,3})?$/i.test(proxy) || !isIP(proxy.split('/')[0] ?? '')) {
      faults.push(
        `QORGAN_PROXY names ${proxy}, which is no address. Give addresses or networks, such as 10.0.0.5 or 10.0.0.0/24.`,
      )
    }
  }
  const dataDir = resolve(given('QORGAN_DATA') ?? join(root, '.data'))
  if (given('QORGAN_DATA') && !isAbsolute(given('QORGAN_DATA') ?? '')) {
    faults.push('QORGAN_DATA must be a whole path, beginning with /.')
  }
  const config: Config = {
    mode: mode === 'production' ? 'production' : 'demonstration',
    dataDir,
    databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/qorgan'),
    staffPort: port('QORGAN_STAFF_PORT', 7300),
    portalPort: port('QORGAN_PORTAL_PORT', 7301),
    listen: mode === 'production' ? (listen ?? '127.0.0.1') : '127.0.0.1',
    staffUrl: url('QORGAN_STAFF_URL', ['http:', 'https:'], 'https://qorgan.example.kz'),
    portalUrl: url('QORGAN_PORTAL_URL', ['http:', 'https:'], 'https://habar.example.kz'),
    smtpUrl: url('QORGAN_SMTP_URL', ['smtp:', 'smtps:'], 'smtp://mail.example.kz:587'),
    clamd,
    roles,
    proxies,
  }
  if (config.staffPort.number === config.portalPort.number) {
    faults.push(`QORGAN_STAFF_PORT and QORGAN_PORTAL_PORT are both ${config.staffPort.number}. Give two ports.`)
  }
  if (faults.length === 0) {
    try {
      mkdirSync(dataDir, { recursive: true, mode: 0o711 })
    } catch (fault) {
      faults.push(`QORGAN_DATA=${dataDir} cannot be made: ${(fault as Error).message}`)
    }
  }
  if (faults.length) throw new BadConfig(faults)
  return config
}
