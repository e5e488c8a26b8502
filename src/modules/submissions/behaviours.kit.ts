// A house with its public page, for the tests of what people expect of a place that takes reports.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { dayOf } from '../../kernel/clock.ts'
import { openPortal } from '../../portal/http.ts'
import { answerAll, codeOn, send, story, visitorOf, type Visitor } from '../../portal/portal.kit.ts'
import { openShelf } from '../../portal/shelf.ts'
import { openStage } from '../appeals/appeals.kit.ts'

export const stage = await openStage()
const { house, owner } = stage
const shelf = openShelf(join(house.dataDir, 'visits'), house.pepper)
const server = await openPortal(house.portal, shelf, () => Promise.resolve({ ok: true }))
after(() => server.close())
export const visitor = (): Visitor => visitorOf(server)

export const filesKept = async (): Promise<number> =>
  Number((await sql<{ n: string }>`select count(*) as n from files`.execute(owner)).rows[0]?.n)
export const aDayLater = async <T>(work: () => Promise<T>): Promise<T> => {
  house.clock.set('2026-11-24T10:00')
  try {
    return await work()
  } finally {
    house.clock.set('2026-11-23T09:00')
  }
}

/** The law of the house with another value for as long as the work lasts. */
export const under = async (
  name: 'portal.intake' | 'file.size.max',
  value: unknown,
  work: () => Promise<void>,
): Promise<void> => {
  const heard = async (wanted: unknown) => {
    for (let left = 100; left; left -= 1) {
      const law = await house.portal.parameters.current()
      if (law.on(name, dayOf(house.clock.now())).value === wanted) return
      await pause(20)
    }
    assert.fail(`the portal did not hear of ${name}`)
  }
  const before = (await house.portal.parameters.current()).on(name, dayOf(house.clock.now())).value
  await sql`select set_config('app.operation', 'test', false)`.execute(owner)
  await sql`insert into parameters_overrides (name, from_on, value, status, reason, by, at)
    values (${name}, '2026-11-01', ${JSON.stringify(value)}, 'changed', 'test', ${randomUUID()}, now())`.execute(owner)
  await heard(value)
  try {
    await work()
  } finally {
    await sql`delete from parameters_overrides`.execute(owner)
    await heard(before)
  }
}

export const handIn = async (citizen: Visitor, more: Record<string, string> = {}): Promise<string> =>
  codeOn(await send(citizen, await answerAll(citizen, more)))
export const anonymously = async (citizen: Visitor): Promise<string> => {
  await citizen.get('/kk/')
  await citizen.post('/kk/begin')
  await citizen.post('/kk/ask/kind', { kind: 'report' })
  await citizen.post('/kk/ask/who', { as: 'anonymous' })
  await citizen.post('/kk/ask/where', { courtName: 'Аудандық сот' })
  await citizen.post('/kk/ask/story', { text: story })
  return codeOn(await send(citizen, await citizen.post('/kk/ask/files/next')))
}
export const openWith = async (citizen: Visitor, code: string) => {
  await citizen.get('/kk/code')
  return citizen.post('/kk/open', { code })
}
export const idOf = async (slip: string): Promise<string> =>
  (await sql<{ id: string }>`select id from appeals where slip_number = ${slip}`.execute(owner)).rows[0]?.id ?? ''
export const slipOn = (body: string): string => /ТЛ-26-\d{6}/.exec(body)?.[0] ?? ''
