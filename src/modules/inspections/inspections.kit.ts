// For tests of inspections: one prepared, put under an order of the head and opened by the cast in a line.
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { castId, type CastName } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import type { Stage } from '../appeals/appeals.kit.ts'
import { issueAuthority } from '../issuing/operations.ts'
import { offerDocument, signDocument } from '../documents/operations.ts'
import { abaiDepartment, registryOf } from '../persons/persons.kit.ts'
import { listDuties, listNotices } from '../work/contract.ts'
import { remindOfTerms } from '../work/index.ts'
import { acquaintDepartment, drawAct } from '../inspectionResults/acting.ts'
import type * as shapes from './contract.ts'
import { addFinding, answerQuestion } from '../inspectionResults/finding.ts'
import { openInspection } from './opening.ts'
import { prepareInspection } from './preparing.ts'
import { readInspection } from './reading.ts'
import { readResults } from '../inspectionResults/queries.ts'
import { planRemedies } from '../inspectionResults/remedying.ts'
import { addMember } from './team.ts'

type Preparing = z.input<typeof shapes.prepareInspection.input>

export const department = abaiDepartment.slice('body:'.length)

export const aProgramme = (more: Partial<Preparing> = {}): Preparing => ({
  entryKey: randomUUID(),
  language: 'kk',
  body: department,
  aim: 'Сыбайлас жемқорлықтың алдын алу жөніндегі жұмысты тексеру.',
  questions: ['Мүдделер қақтығысы журналы қалай жүргізіледі?', 'Сыйлықтар туралы хабарламалар есебі'],
  periodFrom: '2025-11-01',
  periodUntil: '2026-10-31',
  startsOn: '2026-11-23',
  endsOn: '2026-12-04',
  ...more,
})

export const anOrder = (id: string, more: object = {}) => ({
  entryKey: randomUUID(),
  purpose: 'inspection' as const,
  issuer: 'head' as const,
  about: [`inspection:${id}`],
  ground: 'Жұмыс жоспарының 4-тармағы.',
  ...more,
})

export const deskOf = (stage: Stage) => {
  const { as, news, house } = stage
  const register = registryOf(stage)
  const prepared = async (more: Partial<Preparing> = {}, who: CastName = 'head') =>
    (await as(who, prepareInspection, aProgramme(more))).id
  /** The head's own order over it. */
  const ordered = async (id: string, more: object = {}): Promise<string> => {
    const { id: authority } = await as('head', issueAuthority, anOrder(id, more))
    await news()
    return authority
  }
  /** Under way, led by the inspector, with the second inspector beside. */
  const opened = async (more: Partial<Preparing> = {}) => {
    const id = await prepared(more)
    await as('head', addMember, { id, employee: castId('inspector'), role: 'leader' })
    await as('head', addMember, { id, employee: castId('inspector2'), role: 'member' })
    const authority = await ordered(id)
    const { number } = await as('head', openInspection, { id })
    return { id, authority, number }
  }
  const read = (who: CastName, id: string) => as(who, readInspection, { id })
  const answered = async (id: string): Promise<void> => {
    for (const { id: question } of (await read('inspector', id)).questions)
      await as('inspector', answerQuestion, { id, question, answer: 'Журнал жүргізіледі, жазбалары толық емес.' })
  }
  const found = async (id: string, more: object = {}): Promise<string> => {
    const [question] = (await read('inspector', id)).questions
    if (!question) throw new Error('no question')
    const finding = {
      id,
      question: question.id,
      what: 'Журналда соңғы алты айдың жазбасы жоқ.',
      norm: '«Сыбайлас жемқорлыққа қарсы іс-қимыл туралы» Заң, 15-бап',
      papers: ['Мүдделер қақтығысы журналы, 2026 жыл, № 14'],
      answers: 'Кадр бөлімінің басшысы (ойдан шығарылған)',
      ...more,
    }
    return (await as('inspector', addFinding, finding)).finding
  }
  /** Drawn up by the leader, signed by the head. */
  const signed = async (id: string): Promise<string> => {
    const { document } = await as('inspector', drawAct, { id })
    await as('inspector', offerDocument, { id: document })
    await as('head', signDocument, { id: document })
    await news()
    return document
  }
  const acquainted = (id: string, more: object = {}) =>
    as('inspector', acquaintDepartment, {
      id,
      on: '2026-11-23',
      name: 'Департамент басшысы (ойдан шығарылған)',
      way: 'signed',
      ...more,
    })
  /** Findings signed, shown, and past the term of objections: the plan stands with one item due on 2026-12-14. */
  const planned = async (id: string): Promise<{ item: string; finding: string }> => {
    await answered(id)
    const finding = await found(id)
    await signed(id)
    await acquainted(id)
    house.clock.set('2026-12-01T09:00')
    const items = [{ finding, what: 'Журналды толтыру', holder: 'Кадр бөлімінің басшысы', due: '2026-12-14' }]
    await as('inspector', planRemedies, { id, items })
    const [item] = (await as('inspector', readResults, { id })).plan
    if (!item) throw new Error('no item')
    return { item: item.id, finding }
  }
  const named = async (who: CastName, name: string, input: object): Promise<unknown> => {
    const operation = house.registry.operations.get(name)
    if (!operation) throw new Error(`the house has no operation ${name}`)
    return (await perform(house, operation, await stage.actor(who), input)).result
  }
  /** What of it is due on this desk: stage and day. */
  const duties = async (who: CastName, id: string) =>
    listDuties.output
      .parse(await named(who, 'work.mine', { size: 100 }))
      .rows.filter(({ recordId, holder }) => recordId === id && holder?.id === castId(who))
      .map((it) => [it.stage, it.term.dueOn] as const)
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
    ordered,
    opened,
    read,
    answered,
    found,
    signed,
    acquainted,
    planned,
    named,
    duties,
    heard,
    remind,
  }
}
