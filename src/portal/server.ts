// The public page's own process: the house through the portal's role, which can hand in and see its own, and nothing else.
import { join } from 'node:path'
import { awaitOrders } from '../app/child.ts'
import { modules } from '../app/modules.ts'
import { dayOf, wallClock } from '../kernel/clock.ts'
import { isAwake } from '../kernel/database.ts'
import { openHouse } from '../kernel/house.ts'
import { openPortal } from './http.ts'
import { openShelf } from './shelf.ts'

awaitOrders(async ({ settings, listen, port }, seal) => {
  const house = openHouse(settings, modules, wallClock)
  const shelf = openShelf(join(settings.dataDir, 'visits'), settings.pepper)
  const health = async () => {
    const database = await isAwake(house.database)
    return { ok: database, database, journal: { ok: seal().ok } }
  }
  const server = await openPortal(house, shelf, health)
  await server.listen({ host: listen, port })
  const sweep = setInterval(() => {
    void house.parameters
      .current()
      .then((law) => shelf.sweep(law.on('portal.draft', dayOf(house.clock.now())).value * 60_000))
      .catch((fault: Error) => house.log('error', 'sweep', { reason: fault.message }))
  }, 600_000)
  return async () => {
    clearInterval(sweep)
    await server.close()
    await house.close()
  }
})
