// The two doors: a warm start, signing in, and handing in an appeal over the public page's real forms.
import { castNames } from '../src/app/cast.ts'
import { citizenAt, together } from '../test/kit/citizen.ts'
import { median, spread, type Figure } from './figures.ts'
import { askOwner, openHouse, processorSeconds, type OpenedHouse } from './opening.ts'
import { signIn } from './staff.ts'

/** Opens and closes the house on a prepared folder; the last one stays open. */
export const measureStart = async (dataDir: string, times = 3): Promise<{ figures: Figure[]; house: OpenedHouse }> => {
  const first = await openHouse(dataDir)
  await first.close()
  const warm: OpenedHouse[] = []
  for (let left = times; left > 0; left -= 1) {
    await warm.at(-1)?.close()
    warm.push(await openHouse(dataDir))
  }
  const house = warm.at(-1)
  if (!house) throw new Error('a warm start is measured at least once')
  return {
    house,
    figures: [
      {
        section: 'start',
        what: 'first start, packages there',
        values: { s: first.seconds },
        anchors: [{ value: 's', most: 180 }],
      },
      {
        section: 'start',
        what: `warm start to the ready line, median of ${times}`,
        values: { s: median(warm.map(({ seconds }) => seconds)) },
        anchors: [{ value: 's', most: 5 }],
      },
    ],
  }
}

/** Processor time of the staff server for a sign-in, and how long others wait while eight sign in at once. */
export const measureSignIn = async ({ staff, staffPid }: OpenedHouse, times: number): Promise<Figure[]> => {
  await signIn(staff, 'analyst')
  const before = processorSeconds(staffPid)
  const taken: number[] = []
  for (let left = times; left > 0; left -= 1) {
    const from = performance.now()
    await signIn(staff, 'analyst')
    taken.push(performance.now() - from)
  }
  const each = (processorSeconds(staffPid) - before) / times
  let over = false
  const crowd = Promise.all(castNames.slice(0, 8).map((login) => signIn(staff, login))).finally(() => (over = true))
  const waits: number[] = []
  while (!over) {
    const from = performance.now()
    await (await fetch(`${staff}/healthz`)).text()
    waits.push(performance.now() - from)
  }
  await crowd
  return [
    {
      section: 'sign-in',
      what: 'sign-in with a password',
      values: { 'CPU s': each, ...spread(taken) },
      anchors: [{ value: 'CPU s', most: 0.5 }],
    },
    { section: 'sign-in', what: 'another request while eight sign in', values: spread(waits), anchors: [] },
  ]
}

const countAppeals = async (ownerUrl: string): Promise<number> => {
  const [count] = await askOwner(ownerUrl, 'select count(*) as it from appeals')
  return Number(count)
}

/** Anonymous appeals: every form first, then the last form from so many clients at once. Fails if one of them is not stored. */
export const measureSubmission = async (house: OpenedHouse, clients: number, count: number): Promise<Figure[]> => {
  const stored = await countAppeals(house.ownerUrl)
  const citizens = Array.from({ length: count }, () => citizenAt(house.portal))
  await together(clients, citizens, (citizen) => citizen.prepare())
  const before = citizens.map((citizen) => citizen.waited())
  const from = performance.now()
  const pages = await together(clients, citizens, (citizen) => citizen.send())
  const seconds = (performance.now() - from) / 1000
  const wrong = pages.find(({ status }) => status !== 303)
  if (wrong) throw new Error(`a submission was answered with ${wrong.status}`)
  const sending = citizens.map((citizen, at) => citizen.waited() - (before[at] ?? 0))
  await together(clients, citizens, (citizen) => citizen.slip())
  const lost = stored + count - (await countAppeals(house.ownerUrl))
  const among = clients === 1 ? '1 client' : `${clients} clients`
  return [
    {
      section: 'submission',
      what: `sending, ${among}`,
      values: { ...spread(sending), 'stored per s': count / seconds, lost },
      anchors: [
        clients === 1 ? { value: 'p95 ms', most: 40 } : { value: 'stored per s', least: 60 },
        { value: 'lost', most: 0 },
      ],
    },
    {
      section: 'submission',
      what: `all nine requests from the first page to the slip, ${among}`,
      values: spread(citizens.map((citizen) => citizen.waited())),
      anchors: [],
    },
  ]
}
