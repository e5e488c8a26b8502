// The public page of a test house on a port of its own, through the portal's database role.
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { openPortal } from '../../src/portal/http.ts'
import { openShelf } from '../../src/portal/shelf.ts'
import type { TestHouse } from './house.ts'

/** Address of the public page. It is closed with the house. */
export const servePortal = async (house: TestHouse): Promise<string> => {
  const shelf = openShelf(join(house.dataDir, 'visits'), house.pepper)
  const server = await openPortal(house.portal, shelf, async () => ({ ok: true }))
  await server.listen({ host: '127.0.0.1', port: 0 })
  house.beforeClose(() => server.close())
  const { port } = server.server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}
