// For tests of summonses and questionings: a court's employee summoned, the paper signed by the head and served, the code in hand.
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { castId, type CastName } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import type { Typed } from '../../kernel/operation.ts'
import { publicActor } from '../../../test/kit/house.ts'
import type { Stage } from '../appeals/appeals.kit.ts'
import * as papers from '../documents/operations.ts'
import { deskOf as investigationDesk } from '../investigations/investigations.kit.ts'
import { addMember } from '../investigations/team-operations.ts'
import { abaiDepartment } from '../persons/persons.kit.ts'
import { receiptOf } from '../submissions/index.ts'
import type { prepareSummons as prepareShape } from './contract.ts'
import { issueCode, prepareSummons, serveSummons } from './summoning.ts'

type Preparing = z.input<typeof prepareShape.input>

export const aSummons = (id: string, person: string, more: Partial<Preparing> = {}): Preparing => ({
  id,
  entryKey: randomUUID(),
  person,
  language: 'kk',
  asked: 'Істі кім тездетуді сұрады?\nАқша туралы кіммен сөйлестіңіз?',
  ...more,
})

export const deskOf = (stage: Stage) => {
  const { as, news, house } = stage
  const cases = investigationDesk(stage)
  /** Of a court: its staff are not those whom clause 12 obliges. */
  const clerk = async (more: object = {}) =>
    cases.register({ nameKk: 'Динара Маратқызы Смағұлова', kind: 'staff', post: 'secretary', ...more })
  /** Of a department of the Court Administration. */
  const official = async () =>
    cases.register({
      nameKk: 'Болат Қанатұлы Жүнісов',
      kind: 'official',
      body: abaiDepartment,
      post: 'chief-specialist',
    })
  /** An investigation under way, with the inspector and another one on its team. */
  const opened = async (person: string) => {
    const it = await cases.opened([person])
    await as('head', addMember, { id: it.id, employee: castId('inspector2'), role: 'member' })
    return it
  }
  const prepared = async (id: string, person: string, more: Partial<Preparing> = {}, who: CastName = 'inspector') =>
    as(who, prepareSummons, aSummons(id, person, more))
  const signed = async (id: string, person: string, more: Partial<Preparing> = {}) => {
    const it = await prepared(id, person, more)
    await as('inspector', papers.offerDocument, { id: it.document })
    await news()
    await as('head', papers.signDocument, { id: it.document })
    await news()
    return it
  }
  const code = async (summons: string) => (await as('inspector', issueCode, { id: summons })).code
  const served = async (id: string, person: string, more: Partial<Preparing> = {}) => {
    const it = await signed(id, person, more)
    const secret = await code(it.summons)
    const { dueOn } = await as('inspector', serveSummons, {
      id: it.summons,
      way: 'hand',
      on: house.clock.now().toISOString().slice(0, 10),
      by: 'А. Серікова',
      receipt: 'signed',
    })
    return { ...it, code: secret, dueOn }
  }
  /** Through the portal's role, with the code typed as people type it. */
  const visit = async <I extends z.ZodType, O extends z.ZodType>(
    typed: string,
    what: Typed<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>> => {
    const receipt = receiptOf(house.pepper, typed) ?? '0'.repeat(64)
    return (await perform(house.portal, what, publicActor(receipt), input)).result
  }
  return { ...cases, clerk, official, opened, prepared, signed, code, served, visit }
}
