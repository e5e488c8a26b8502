// An investigation full of records about two employees of the house, every free text of which holds one word that stands nowhere else.
import { sql } from 'kysely'
import { castId, castIin } from '../../src/app/cast.ts'
import type { openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { makeCaseFile } from '../../src/modules/caseFile/operations.ts'
import { reviewConclusion } from '../../src/modules/conclusions/concluding.ts'
import { aThing, pdf } from '../../src/modules/evidence/evidence.kit.ts'
import { receiveEvidence } from '../../src/modules/evidence/receiving.ts'
import { openInvestigation } from '../../src/modules/investigations/opening.ts'
import { addMember } from '../../src/modules/investigations/team-operations.ts'
import { deskOf as outcomeDesk } from '../../src/modules/outcomes/outcomes.kit.ts'
import { addNote, planStep } from '../../src/modules/proceedings/operations.ts'
import { abaiDepartment } from '../../src/modules/persons/persons.kit.ts'
import { finishQuestioning } from '../../src/modules/questioning/holding.ts'
import { deskOf as questioningDesk } from '../../src/modules/questioning/questioning.kit.ts'
import { prepareRequest } from '../../src/modules/requests/operations.ts'
import { anAsk } from '../../src/modules/requests/requests.kit.ts'
import { unitId } from '../../src/modules/structure/index.ts'

/** A word that nobody else in the house uses. */
export const word = 'Сарғалдақгүл'

type Stage = Awaited<ReturnType<typeof openStage>>

export interface Secret {
  investigation: string
  /** Every record and file of it, by kind or by table. */
  ids: { kind: string; id: string }[]
  /** What may stand in no reply: ids, numbers, the word. */
  traces: string[]
}

const say = (what: string): string => `${what} ${word}.`

const furnish = async (stage: Stage): Promise<string> => {
  const { as, news } = stage
  const desk = outcomeDesk(stage)
  const questionings = questioningDesk(stage)
  const post = { kind: 'official' as const, body: abaiDepartment, post: 'chief-specialist' as const }
  const { id: chief } = await desk.register({ ...post, nameKk: 'Тимур Қанатұлы Құсайынов', iin: castIin('abaiHead') })
  const colleague = { ...post, nameKk: 'Сәуле Оразқызы Мұқанова', iin: castIin('abaiInspector') }
  const { id: second } = await desk.register(colleague)
  const { id: official } = await desk.official()
  const id = await desk.prepared([chief, second, official], {
    allegations: say('Ақша талап етті'),
    unit: unitId('abai'),
  })
  await desk.authorised(id, { ground: say('Хабарлама түсті') })
  await as('head', openInvestigation, { id })
  await as('head', addMember, { id, employee: castId('inspector'), role: 'leader' })
  await as('inspector', addNote, { id, happenedOn: '2026-11-20', words: say('Бөлімшеге бардық') })
  await as('inspector', planStep, { id, what: say('Журналды қарау'), who: castId('inspector'), by: '2026-12-01' })
  const original = await stage.bring(await stage.actor('inspector'), 'журнал.pdf', pdf)
  const thing = aThing(id, { kind: 'electronic', what: say('Журнал'), files: [original] })
  await as('inspector', receiveEvidence, thing)
  await as('inspector', prepareRequest, anAsk({ about: `investigation:${id}`, asked: say('Құжаттарды жіберіңіз') }))
  await questionings.served(id, chief, { asked: say('Істі кім тездетті?') })
  const questioning = await questionings.planned(id, second, { place: say('Бөлме') })
  await questionings.begun(questioning)
  await questionings.ask(questioning, say('Іс қалай бөлінді?'), say('Автоматты түрде'))
  await as('inspector', finishQuestioning, { id: questioning })
  const allegation = await desk.alleged(id, say('Ақша талап еткен'))
  for (const person of [chief, second, official]) {
    await desk.found(id, allegation, person, { reasons: say('Куәлар айғақтады') })
    await desk.proposed(id, person)
  }
  await desk.signed(await desk.drafted(id))
  await as('deputy', reviewConclusion, { id, word: say('Сай') })
  for (const person of [chief, second, official]) await desk.studied(id, person)
  await desk.decided(id, official, { bodyName: say('Комиссия') })
  await as('inspector', makeCaseFile, { id, language: 'kk' })
  await news()
  return id
}

interface Row {
  kind: string
  id: string
}

/** What hangs on the investigation by any column, however far: as the owner sees the tables. */
const hanging = async ({ owner, house }: Stage, root: string): Promise<Row[]> => {
  const kinds = new Map([...house.registry.records.values()].map(({ table, name }) => [table, name]))
  const { rows: tables } = await sql<{ name: string; columns: string[] }>`
    select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
    where table_schema = 'public' and data_type = 'uuid' group by table_name`.execute(owner)
  const holds = tables.filter(
    ({ name, columns }) => columns.includes('id') && !/^(journal|persons|employees|posts|units|denied)/.test(name),
  )
  const found = new Map<string, Row>([[root, { kind: 'investigation', id: root }]])
  const leads =
    /^(investigation|evidence|summons|questioning|case_file|envelope|conclusion|about|record|document|file|original|copy|request)_?.*id$/
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const { name, columns } of holds)
      for (const column of columns.filter((it) => it !== 'id' && leads.test(it))) {
        const { rows } = await sql<{ id: string }>`select id from ${sql.table(name)}
          where ${sql.ref(column)} = any(${[...found.keys()]}::uuid[])`.execute(owner)
        for (const { id } of rows) if (!found.has(id)) found.set(id, { kind: kinds.get(name) ?? name, id })
      }
  }
  const { rows: authorities } = await sql<Row>`select 'authority' as kind, authority_id as id from authority_subjects
    where record_id = any(${[...found.keys()]}::uuid[])`.execute(owner)
  const { rows: files } = await sql<Row>`select 'file' as kind, file_id as id from file_attachments
    where record_id = any(${[...found.keys()]}::uuid[])`.execute(owner)
  return [...found.values(), ...authorities, ...files]
}

export const keepSecret = async (stage: Stage): Promise<Secret> => {
  const investigation = await furnish(stage)
  const ids = await hanging(stage, investigation)
  const { rows } = await sql<{ number: string }>`
    select number from investigations where id = ${investigation}
    union select number from authorities where id = any(${ids.map(({ id }) => id)}::uuid[])
    union select number from summonses where investigation_id = ${investigation}`.execute(stage.owner)
  const numbers = rows.map(({ number }) => number).filter(Boolean)
  return { investigation, ids, traces: [...new Set([word, ...numbers, ...ids.map(({ id }) => id)])] }
}
