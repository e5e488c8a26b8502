// One house to a data folder: who runs it, and where its database answers for the tools of its owner.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Running {
  pid: number
  ownerUrl?: string
  staff?: string
  portal?: string
}

const fileOf = (dataDir: string): string => join(dataDir, 'running.json')

/** True only while that process is a house: after a crash its number may belong to another program. */
const isHouse = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('src/app/main.ts')
  } catch {
    return false
  }
}

export const readRunning = (dataDir: string): Running | null => {
  if (!existsSync(fileOf(dataDir))) return null
  try {
    const running = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Running
    return isHouse(running.pid) ? running : null
  } catch {
    return null
  }
}

export const writeRunning = (dataDir: string, running: Running): void =>
  writeFileSync(fileOf(dataDir), JSON.stringify(running), { mode: 0o600 })

export const clearRunning = (dataDir: string): void => rmSync(fileOf(dataDir), { force: true })
