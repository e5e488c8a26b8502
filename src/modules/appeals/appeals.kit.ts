// A house with the cast in it, for the tests of appeals: who does what in one line, and the news carried out to the end.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import type { z } from 'zod'
import { castActor, castId, plantCast, type CastName } from '../../app/cast.ts'
import { openDatabase, openPool, type Database } from '../../kernel/database.ts'
import { receiveFile } from '../../kernel/files/index.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import type { Typed } from '../../kernel/operation.ts'
import { perform } from '../../kernel/perform.ts'
import { Refusal, type Reason } from '../../kernel/refusal.ts'
import type { Actor } from '../../kernel/rules.ts'
import { publicActor, steppedUp, testHouse, type TestHouse } from '../../../test/kit/house.ts'
import { courtId, unitId } from '../org/index.ts'
import { assignAppeal } from './operations.ts'
import type { Slip } from '../submissions/intake.ts'
import { registerAppeal } from './registering.ts'
import type { submitAppeal as submitShape } from '../submissions/contract.ts'
import { receiptOf, submitAppeal } from '../submissions/index.ts'

export { castId, courtId, unitId }

export const aPerson = {
  as: 'person' as const,
  name: 'Сағат Ерікұлы Мырзабеков',
  iin: '921029350851',
  address: 'Семей қаласы, Абай көшесі, 1-үй',
  phone: '8 701 123 45 67',
  email: 'sagat@example.kz',
}

export const anAppeal = (more: object = {}): z.input<typeof submitShape.input> => ({
  submissionKey: randomUUID(),
  kind: 'report' as const,
  language: 'kk' as const,
  applicant: aPerson,
  courtName: 'Аудандық сот',
  person: 'Кеңсе маманы',
  text: 'Кеңсе қызметкері істі тіркегені үшін ақы сұрады.',
  ...more,
})

export interface Stage {
  house: TestHouse
  /** The database as its owner sees it: everything, past every policy. One connection. */
  owner: Database
  /** Performs as one of the cast, through the staff's role. */
  as<I extends z.ZodType, O extends z.ZodType>(
    who: CastName,
    what: Typed<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>
  actor(who: CastName): Promise<Actor>
  /** Hands in through the portal's role. */
  submit(more?: object): Promise<Slip>
  /** Handed in and registered. */
  registered(more?: object): Promise<{ id: string; code: string; number: string }>
  /** Registered and given to somebody. */
  assigned(to?: CastName, more?: object): Promise<{ id: string; code: string; number: string }>
  /** The applicant with this code, through the portal's role. */
  visit<I extends z.ZodType, O extends z.ZodType>(
    code: string,
    what: Typed<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>>
  /** Carries out the news to the end; a failed job fails the test. */
  news(): Promise<void>
  bring(by: Actor, name: string, bytes: string | Buffer): Promise<string>
}

export const openStage = async (at = '2026-11-23T09:00'): Promise<Stage> => {
  const house = await testHouse(null, { at })
  await plantCast(house)
  const actor = async (who: CastName) => steppedUp(await castActor(house, who), house)
  const pool = openPool(house.urls.ownerUrl, 1)
  const owner = openDatabase(pool)
  after(() => owner.destroy())
  const stage: Stage = {
    house,
    owner,
    actor,
    as: async (who, what, input) => (await perform(house, what, await actor(who), input)).result,
    submit: async (more = {}) => (await perform(house.portal, submitAppeal, publicActor(), anAppeal(more))).result,
    registered: async (more = {}) => {
      const { id, code } = await stage.submit(more)
      const { number } = await stage.as('registrar', registerAppeal, { id })
      return { id, code, number }
    },
    assigned: async (to = 'inspector', more = {}) => {
      const it = await stage.registered(more)
      await stage.as('head', assignAppeal, { id: it.id, to: castId(to) })
      return it
    },
    visit: async (code, what, input) => {
      const receipt = receiptOf(house.pepper, code) ?? ''
      return (await perform(house.portal, what, publicActor(receipt), input)).result
    },
    news: async () => assert.deepEqual(await drainJobs(house), []),
    bring: async (by, name, bytes) => {
      const source = (async function* () {
        yield Buffer.from(bytes)
      })()
      return (await receiveFile(by.kind === 'public' ? house.portal : house, source, { name, by })).id
    },
  }
  return stage
}

/** The work is refused for this reason; gives the refusal for a closer look. */
export const refused = async (reason: Reason, work: Promise<unknown>): Promise<Refusal> => {
  const fault: unknown = await work.then(
    () => null,
    (it: unknown) => it,
  )
  if (!(fault instanceof Refusal))
    throw new assert.AssertionError({ message: `expected the refusal '${reason}', got ${String(fault)}` })
  assert.equal(fault.reason, reason, fault.message)
  return fault
}

export const fieldsOf = (refusal: Refusal): string[] => refusal.fields.map(({ path }) => path)
