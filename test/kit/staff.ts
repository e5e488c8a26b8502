// The staff server of a test house on a port of its own, with its live news, its jobs and the built web.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { openServer } from '../../src/app/http.ts'
import { startJobs } from '../../src/kernel/jobs/index.ts'
import { startLive } from '../../src/kernel/live/index.ts'
import type { TestHouse } from './house.ts'

const web = join(import.meta.dirname, '../../dist/web')

/** Address of the staff site, such as 'http://127.0.0.1:41233'. It is closed with the house. */
export const serveStaff = async (house: TestHouse): Promise<string> => {
  assert.ok(existsSync(join(web, 'index.html')), 'the web is built before browser tests: npx vite build')
  const live = startLive(house)
  const jobs = await startJobs(house)
  const health = async () => ({ ok: true, mode: house.mode })
  const server = await openServer({ house, live, web, health })
  await server.listen({ host: '127.0.0.1', port: 0 })
  const close = async () => {
    await server.close()
    await jobs.close()
    await live.close()
  }
  house.beforeClose(close)
  const { port } = server.server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}
