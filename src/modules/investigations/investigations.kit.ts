// For tests of investigations: persons of the register, one prepared, put under authority and opened by the cast in a line.
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { castId, type CastName } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import type { Stage } from '../appeals/appeals.kit.ts'
import { deskOf as authorityDesk } from '../authorities/authorities.kit.ts'
import { on, registerOf } from '../criminalCases/criminalCases.kit.ts'
import { enterForce } from '../criminalCases/operations.ts'
import { listVerdicts } from '../superiors/operations.ts'
import { setSuperior } from '../persons/keeping.ts'
import { abaiDepartment, registryOf } from '../persons/persons.kit.ts'
import { readCard } from '../personCards/queries.ts'
import { openPerson } from '../personCards/opening.ts'
import type { prepareInvestigation as prepareShape } from './contract.ts'
import { openInvestigation } from './opening.ts'
import { prepareInvestigation } from './preparing.ts'
import { readInvestigation } from './reading.ts'
import { addMember } from './team-operations.ts'
import { readLimitations } from '../limitations/queries.ts'
import { listNotes, readCourse } from '../proceedings/queries.ts'
import { listDuties, listNotices } from '../work/contract.ts'
import { remindOfTerms } from '../work/index.ts'

type Preparing = z.input<typeof prepareShape.input>

export const aCase = (persons: readonly string[], more: Partial<Preparing> = {}): Preparing => ({
  entryKey: randomUUID(),
  kind: 'service',
  language: 'kk',
  persons: [...persons],
  allegations: 'Істі тездетіп қарау үшін ақша талап еткені туралы хабар.',
  offence: 'ordinary',
  committedOn: '2026-10-05',
  discoveredOn: '2026-11-16',
  ...more,
})

export const deskOf = (stage: Stage) => {
  const { as, news, house } = stage
  const register = registryOf(stage)
  const { granted } = authorityDesk(stage)
  const prepared = async (persons: readonly string[], more: Partial<Preparing> = {}, who: CastName = 'head') => {
    const { id } = await as(who, prepareInvestigation, aCase(persons, more))
    await news()
    return id
  }
  /** An assignment of the Chairman that names the investigation. */
  const authorised = async (
    id: string,
    more: Parameters<typeof granted>[0] = {},
    days: object = {},
  ): Promise<string> => {
    const authority = await granted({ purpose: 'investigation', about: [`investigation:${id}`], ...more }, days)
    await news()
    return authority
  }
  /** Under way, led by the inspector. */
  const opened = async (persons: readonly string[], more: Partial<Preparing> = {}) => {
    const id = await prepared(persons, more)
    const authority = await authorised(id)
    await as('head', openInvestigation, { id })
    await as('head', addMember, { id, employee: castId('inspector'), role: 'leader' })
    return { id, authority }
  }
  /** An employee of the Abai department under an official, since the days given. */
  const subordinate = async (since: string, more: { superiorKind?: 'official' | 'staff' } = {}) => {
    const superior = await register({
      nameKk: 'Қайрат Нұрғалиұлы Сұлтанбеков',
      kind: more.superiorKind ?? 'official',
      body: abaiDepartment,
      post: 'department-head',
      from: since,
    })
    const convicted = await register({
      nameKk: 'Марат Әлібекұлы Досов',
      kind: 'official',
      body: abaiDepartment,
      post: 'chief-specialist',
      from: '2022-02-01',
    })
    await as('analyst', openPerson, { id: convicted.id, reason: 'Тікелей басшысын енгізу' })
    const card = await as('analyst', readCard, { id: convicted.id })
    const post = card.posts[0]
    if (!post) throw new Error('no post')
    await as('analyst', setSuperior, {
      id: convicted.id,
      post: post.id,
      from: '2022-02-01',
      superior: superior.id,
      basis: 'Бұйрық № 7 (ойдан шығарылған)',
    })
    return { superior: superior.id, convicted: convicted.id }
  }
  /** A case about the person in the register of criminal cases, sentenced. */
  const sentenced = (person: string, more: object = {}): Promise<string> =>
    registerOf(stage).convicted({
      person,
      ...{ personName: null, iin: null, postKind: undefined, postTitle: null, court: null },
      offenceOn: '2026-03-10',
      ...more,
    })
  /** The verdict enters into force in the register; gives what the house proposes, if anything. */
  const verdict = async (
    person: string,
    {
      id = randomUUID(),
      corruption = true,
      forceOn = '2026-11-20',
      ...more
    }: { id?: string; corruption?: boolean; forceOn?: string; offenceOn?: string } = {},
  ): Promise<string | null> => {
    const qualification = corruption ? 'corruption' : 'other'
    await sentenced(person, { entryKey: id, qualification, ...more })
    await as('inspector', enterForce, { id, ...on(forceOn) })
    await news()
    const { rows } = await as('head', listVerdicts, { size: 100 })
    return rows.find((row) => row.case === id)?.investigation ?? null
  }
  const named = async (who: CastName, name: string, input: object): Promise<unknown> => {
    const operation = house.registry.operations.get(name)
    if (!operation) throw new Error(`the house has no operation ${name}`)
    return (await perform(house, operation, await stage.actor(who), input)).result
  }
  const read = (who: CastName, id: string) => as(who, readInvestigation, { id })
  const limits = async (who: CastName, id: string) => (await as(who, readLimitations, { id })).people
  const course = (who: CastName, id: string) => as(who, readCourse, { id })
  const notes = async (who: CastName, id: string) => (await as(who, listNotes, { id, size: 100 })).rows
  /** What of it is due on this desk: stage, day, holder. */
  const duties = async (who: CastName, id: string) =>
    listDuties.output
      .parse(await named(who, 'work.mine', { size: 100 }))
      .rows.filter(({ recordId }) => recordId === id)
      .map((it) => [it.stage, it.term.dueOn, it.holder?.id ?? null] as const)
  /** What the bell has told of it, the latest first. */
  const heard = async (who: CastName, id: string) =>
    listNotices.output
      .parse(await named(who, 'work.notices', { size: 100 }))
      .rows.filter(({ recordId }) => recordId === id)
      .map((it) => it.news)
  const remind = async (at: string): Promise<void> => {
    house.clock.set(at)
    await perform(house, remindOfTerms, systemActor, {})
  }
  return {
    register,
    prepared,
    authorised,
    opened,
    subordinate,
    sentenced,
    verdict,
    named,
    read,
    limits,
    course,
    notes,
    duties,
    heard,
    remind,
  }
}
