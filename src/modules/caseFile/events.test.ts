// The timeline tells of every room that keeps a part of the case: both times, words in three languages, and nothing that is hidden.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { clause } from '../../../test/kit/clause.ts'
import { sealJournal } from '../../../test/kit/sealing.ts'
import { castId, castIin } from '../../app/cast.ts'
import { openStage } from '../appeals/appeals.kit.ts'
import * as concluding from '../conclusions/concluding.ts'
import * as findings from '../conclusions/findings.ts'
import { endAbsence, noteAbsence } from '../limitations/operations.ts'
import { readLimitations } from '../limitations/queries.ts'
import * as deciding from '../outcomes/deciding.ts'
import { watch } from '../outcomes/index.ts'
import * as notifying from '../outcomes/notifying.ts'
import { deskOf as outcomeDesk } from '../outcomes/outcomes.kit.ts'
import { outcomeChoices } from '../outcomes/reading.ts'
import { answerTransfer, transferMaterials } from '../outcomes/transferring.ts'
import { withdrawConsent } from '../questioning/consenting.ts'
import * as holding from '../questioning/holding.ts'
import { deskOf as questioningDesk } from '../questioning/questioning.kit.ts'
import { enterExplanation, missSummons, reportSummons } from '../summonses/answering.ts'
import { withdrawSummons } from '../summonses/summoning.ts'
import { closeRenderer } from '../templates/index.ts'
import type { Source } from './contract.ts'
import * as operations from './operations.ts'
import { titleOf } from './telling.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as } = stage
const asked = questioningDesk(stage)
const desk = outcomeDesk(stage)
const seal = await sealJournal(house)
type Who = Parameters<typeof as>[0]

const frame = Buffer.concat([Buffer.from('fffb9064', 'hex'), Buffer.alloc(414)])
const mp3 = Buffer.concat(Array.from({ length: 12 }, () => frame))
const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'
const timeline = async (who: Who, id: string, source?: Source) => {
  await seal()
  const { rows } = await as(who, operations.readCaseTimeline, { id, size: 100, sort: 'happenedOn', source })
  for (const { key, title } of rows)
    for (const language of ['kk', 'ru', 'en'] as const) assert.ok(title[language].length > 3, `${key}: ${language}`)
  assert.equal(new Set(rows.map(({ key }) => key)).size, rows.length, 'no event is told twice')
  return rows
}
const titles = async (id: string, source: Source, who: Who = 'inspector') =>
  (await timeline(who, id, source)).map(({ title }) => title.en)
const has = (told: readonly string[], wanted: readonly string[]) => {
  for (const title of wanted) assert.ok(told.includes(title), `${title} is not among: ${told.join('; ')}`)
}

clause('5.14', 'summonses, explanations and refusals are told in the timeline of the case', async (t) => {
  t.after(() => house.clock.set('2026-11-23T09:00'))
  const { id: person } = await asked.official()
  const { id } = await asked.opened(person)
  const { summons } = await asked.served(id, person)
  const idle = await asked.signed(id, person)
  await as('inspector', withdrawSummons, { id: idle.summons, reason: 'Қажеттілігі қалмады.' })
  house.clock.set('2026-11-26T09:00')
  await as('inspector', missSummons, { id: summons, on: '2026-11-25', words: 'Келмеді, себебін айтпады.' })
  await as('head', reportSummons, { id: summons, words: 'Жазбаша баяндалды.' })
  const file = await stage.bring(await stage.actor('inspector'), 'a.pdf', pdf)
  await as('inspector', enterExplanation, { id: summons, on: '2026-11-24', text: 'Мен білмеймін.', files: [file] })
  const rows = await timeline('inspector', id, 'summonses')
  has(
    rows.map(({ title }) => title.en),
    [
      'A summons was prepared',
      'The summons was signed',
      'The summons was served',
      'The person did not come',
      'The refusal was reported to the principals',
      'An explanation came on paper',
      'The summons was withdrawn',
    ],
  )
  // By its own day and by the moment of its entry, with the way to the record.
  const missed = rows.find(({ title }) => title.en === 'The person did not come')
  assert.deepEqual(
    [missed?.happenedOn, missed?.at.slice(0, 10), missed?.page],
    ['2026-11-25', '2026-11-26', `/summonses/${summons}`],
  )
  assert.match(missed?.words?.kk ?? '', /Болат Қанатұлы Жүнісов: Келмеді/)
  // What was said is read on its own page, under its own rule, and stands in no list.
  assert.ok(!JSON.stringify(rows).includes('білмеймін'))
  assert.ok(!(await titles(id, 'course')).some((title) => title === 'Summon to explain'))
})

clause('5.3', 'a questioning is told from its plan to its protocol, with the consent given and withdrawn', async () => {
  const { id, judge, questioning } = await asked.underway()
  const actor = await stage.actor('inspector')
  const audio = await stage.bring(actor, 'жазба.mp3', mp3)
  await as('inspector', holding.addAudio, { id: questioning, files: [audio] })
  await as('inspector', holding.finishQuestioning, { id: questioning })
  await as('inspector', holding.signQuestioning, { id: questioning, signature: 'signed' })
  const second = await asked.planned(id, judge)
  await asked.consented(second)
  await as('inspector', withdrawConsent, { id: second, words: 'Жауап бергім келмейді.' })
  await as('inspector', holding.cancelQuestioning, { id: second, reason: 'Келісім жоқ.' })
  const rows = await timeline('inspector', id, 'questioning')
  has(
    rows.map(({ title }) => title.en),
    [
      'A questioning was planned',
      'The judge consented by word',
      'The rights were explained',
      'The questioning began',
      'An audio recording was attached',
      'The questioning ended',
      'The protocol was signed without remarks',
      'The judge withdrew the consent',
      'The questioning was cancelled',
    ],
  )
  assert.deepEqual(
    new Set(rows.map(({ page }) => page)),
    new Set([`/questioning/${questioning}`, `/questioning/${second}`]),
  )
})

clause('5.16', 'a questioning that the asker may not see gives no line, nor a count', async () => {
  const { id: judge } = await asked.register()
  const { id } = await asked.opened(judge)
  await asked.planned(id, judge)
  const before = await timeline('deputy', id)
  // The deputy is the one who is asked, and so is shut out of that questioning alone.
  const { id: deputy } = await asked.register({
    nameKk: 'Ойдан Шығарылған Орынбасар',
    kind: 'official',
    post: 'chief-specialist',
    iin: castIin('deputy'),
  })
  const hidden = await asked.planned(id, deputy)
  await asked.served(id, deputy)
  const { rows: denied } = await sql<{ record_id: string }>`
    select record_id from denied where person_id = ${castId('deputy')} and record_id in (${hidden}, ${id})`.execute(
    stage.owner,
  )
  assert.deepEqual(denied, [{ record_id: hidden }])
  assert.equal((await timeline('head', id, 'questioning')).length, 2)
  assert.ok((await timeline('head', id, 'summonses')).length > 2)
  assert.equal((await timeline('deputy', id, 'questioning')).length, 1)
  assert.deepEqual(await timeline('deputy', id, 'summonses'), [])
  const { total } = await as('deputy', operations.readCaseTimeline, { id, size: 100 })
  assert.equal(total, before.length)
})

clause('6.21', 'what was found, proposed, decided, appealed and handed over is told, in the file too', async (t) => {
  t.after(() => house.clock.set('2026-11-23T09:00'))
  const { id: person } = await desk.ofTerritory()
  const { id, allegation } = await desk.answered(person, 'dismissal')
  const extra = await desk.alleged(id, 'Құжатты бүркемелеген.')
  await as('inspector', findings.dropAllegation, { id, allegation: extra, reason: 'Қайталанған.' })
  await desk.found(id, allegation, person, { reasons: 'Жаңа дәлел қосылды.' })
  await desk.signed(await desk.drafted(id))
  await as('deputy', concluding.sendBackConclusion, { id, remarks: 'Дәлелдері аз.' })
  await as('inspector', findings.addMaterial, { id, words: 'Қағаз түріндегі 2-том.' })
  await desk.signed(await desk.drafted(id))
  await as('deputy', concluding.reviewConclusion, { id, word: 'Сай.' })
  await desk.studied(id, person)
  const { checklist } = await desk.onPage(id, person)
  const copied = checklist?.materials.map(({ kind, id: of }) => `${kind}:${of}`) ?? []
  await as('inspector', notifying.tickMaterials, { id, person, copied, left: [] })
  await as('inspector', notifying.sendNotice, { id, person, way: 'handed', number: '7', on: '2026-11-23' })
  await desk.decided(id, person, { measure: 'severe-reprimand' })
  const decision = (await desk.onPage(id, person)).decisions[0]?.id ?? ''
  const executed = { id, decision, orderNumber: '121-ж', executedOn: '2026-11-23' }
  await as('inspector', deciding.recordExecution, executed)
  await as('inspector', deciding.recordAppeal, { id, decision, filedOn: '2026-11-23', filedWith: 'Сот' })
  const appeal = (await desk.onPage(id, person)).decisions[0]?.appeals[0]?.id ?? ''
  const settled = { id, appeal, result: 'upheld' as const, on: '2026-11-23', number: '2-155/26' }
  await as('inspector', deciding.settleAppeal, settled)
  const body = (await as('inspector', outcomeChoices, { id })).bodies[0]?.id ?? ''
  const sent = { id, body, number: '11/5', sentOn: '2026-11-23', what: 'Материалдардың көшірмесі.' }
  const { transfer } = await as('inspector', transferMaterials, sent)
  await as('inspector', answerTransfer, { id, transfer, answer: 'refused', on: '2026-11-23', words: 'Құрам жоқ.' })
  house.clock.set('2027-07-01T00:30')
  await watch(house)
  has(await titles(id, 'conclusions'), [
    'An allegation was added',
    'An allegation was dropped',
    'Finding: Proven',
    'A measure was proposed: Dismissal',
    'The conclusion was signed',
    'The conclusion was sent back with remarks',
    'The conclusion passed the review',
    'The materials were offered for study',
    'Study of the materials: Signed for it',
    'A material was listed',
  ])
  const outcomes = await timeline('inspector', id, 'outcomes')
  has(
    outcomes.map(({ title }) => title.en),
    [
      'A notice with copies was handed to the head',
      'A decision was taken: Severe reprimand',
      'The decision was carried out',
      'The decision was appealed',
      'The appeal was settled: Upheld',
      'The materials went to a law enforcement body',
      'Answer of the body: Registration was refused',
      'The penalty lapsed',
    ],
  )
  const lapsed = outcomes.find(({ title }) => title.en === 'The penalty lapsed')
  assert.deepEqual([lapsed?.happenedOn, lapsed?.at], ['2027-05-23', house.clock.now().toISOString()])
  // None of it is told a second time by the title of a button, and the rest is told as done.
  const course = await titles(id, 'course')
  has(course, ['Opened', 'The draft of the conclusion was begun', 'The copies were ticked'])
  for (const button of [
    'Make a finding',
    'Propose a measure',
    'Record the decision',
    'Record an appeal of the decision',
  ])
    assert.ok(!course.includes(button), button)
  const made = await as('inspector', operations.makeCaseFile, { id, language: 'ru' })
  const { stream } = await as('inspector', operations.takeCaseFile, { id: made.id, file: made.file.id })
  const bytes = Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>))
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)), { mergePages: true })
  const all = text.replaceAll(/\s+/g, ' ')
  for (const words of ['Принято решение: Строгий выговор', 'Вывод: Доказано', 'Ответ органа: В регистрации отказано'])
    assert.ok(all.includes(words), words)
})

clause('6.21', 'what stops the clock of limitation is told when it begins and when it ends', async () => {
  const { id: person } = await asked.official()
  const { id } = await desk.opened([person])
  const paper = 'Еңбекке жарамсыздық парағы № 5'
  await as('inspector', noteAbsence, { id, person, cause: 'sickness', from: '2026-11-10', paper })
  const absence = (await as('inspector', readLimitations, { id })).people[0]?.absences[0]?.id ?? ''
  await as('inspector', endAbsence, { id, absence, until: '2026-11-20' })
  const rows = await timeline('head', id, 'limitations')
  assert.deepEqual(
    rows.map(({ title, happenedOn }) => [title.en, happenedOn]),
    [
      ['Sickness', '2026-11-10'],
      ['The absence ended', '2026-11-20'],
    ],
  )
  assert.ok(rows.every(({ by }) => by !== null))
})

test('every title that the database can give has words in three languages', async () => {
  const { rows } = await sql<{ prosrc: string }>`select prosrc from pg_proc where proname = 'case_events'`.execute(
    stage.owner,
  )
  const [said = ''] = rows.map(({ prosrc }) => prosrc.slice(prosrc.indexOf('begin')))
  const named = [...said.matchAll(/'([a-z]+\.[a-zA-Z.]+)'/g)].map(([, name = '']) => name)
  const whole = named.filter((name) => !name.endsWith('.'))
  assert.ok(whole.length > 40)
  const prefixes = new Set(named.filter((name) => name.endsWith('.')))
  // What follows a prefix is what its column allows.
  const columns: Readonly<Record<string, readonly [table: string, column: string]>> = {
    'member.': ['investigation_members', 'role'],
    'authority.': ['authorities', 'kind'],
    'absence.': ['investigation_absences', 'cause'],
    'evidence.': ['evidence_acts', 'act'],
    'summons.explained.': ['summons_explanations', 'channel'],
    'questioning.stopped.': ['questionings', 'stopped_why'],
    'questioning.signed.': ['questionings', 'signature'],
    'questioning.consent.': ['questioning_consents', 'how'],
    'questioning.participant.': ['questioning_people', 'role'],
    'conclusion.finding.': ['conclusion_findings', 'finding'],
    'conclusion.study.': ['conclusion_familiarisations', 'acknowledged'],
    'outcome.appeal.': ['outcome_appeals', 'result'],
    'outcome.answer.': ['outcome_transfers', 'answer'],
    'outcome.notice.': ['outcome_notices', 'way'],
  }
  for (const prefix of prefixes) {
    const where = columns[prefix]
    if (!where) {
      assert.match(prefix, /^(conclusion\.measure|outcome\.decision)\.$/)
      continue
    }
    const { rows: checks } = await sql<{ def: string }>`
      select pg_get_constraintdef(oid) as def from pg_constraint where conrelid = ${where[0]}::regclass and contype = 'c'
        and pg_get_constraintdef(oid) like ${`CHECK ((${where[1]} = ANY (ARRAY[%`}`.execute(stage.owner)
    assert.equal(checks.length, 1, prefix)
    for (const [, value = ''] of checks[0]?.def.matchAll(/'([^']+)'::text/g) ?? []) whole.push(`${prefix}${value}`)
  }
  // Operations whose lines are picked out of the journal, beside the titles of those lines.
  const picked = house.registry.operations
  for (const title of whole) if (!picked.has(title)) assert.notEqual(titleOf({ house }, title).kk, '—', title)
})
