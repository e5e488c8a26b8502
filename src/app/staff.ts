// The staff server's own process: the house through the app's role, its jobs, live news and the web.
import { wallClock } from '../kernel/clock.ts'
import { isAwake } from '../kernel/database.ts'
import { openHouse } from '../kernel/house.ts'
import { startJobs } from '../kernel/jobs/index.ts'
import { startLive } from '../kernel/live/index.ts'
import { awaitOrders } from './child.ts'
import { openServer } from './http.ts'
import { modules } from './modules.ts'

awaitOrders(async ({ settings, listen, port, web }, seal) => {
  const house = openHouse(settings, modules, wallClock)
  const live = startLive(house)
  const jobs = await startJobs(house)
  const health = async () => {
    const database = await isAwake(house.database)
    return { ok: database && seal().ok, database, journal: seal(), mode: house.mode }
  }
  const server = await openServer({ house, live, web, health })
  await server.listen({ host: listen, port })
  return async () => {
    await server.close()
    await jobs.close()
    await live.close()
    await house.close()
  }
})
