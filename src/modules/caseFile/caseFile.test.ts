// The case as a whole: told with both times, put together in one click, and shown to nobody else.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { clause } from '../../../test/kit/clause.ts'
import { sealJournal } from '../../../test/kit/sealing.ts'
import { castId } from '../../app/cast.ts'
import type { FileReply } from '../../kernel/reply.ts'
import { perform } from '../../kernel/perform.ts'
import { openStage, refused } from '../appeals/appeals.kit.ts'
import { revokeAuthority } from '../authorities/ending.ts'
import * as custody from '../evidence/custody.ts'
import { deskOf } from '../evidence/evidence.kit.ts'
import { addNote, planStep } from '../proceedings/operations.ts'
import { anAsk } from '../requests/requests.kit.ts'
import { prepareRequest } from '../requests/operations.ts'
import * as operations from './operations.ts'

const stage = await openStage()
const { house, as } = stage
const desk = deskOf(stage)
const seal = await sealJournal(house)
type Who = Parameters<typeof as>[0]

const timeline = (who: Who, id: string, more: object = {}) =>
  as(who, operations.readCaseTimeline, { id, size: 100, ...more })
const textOf = async ({ stream }: FileReply) => {
  const bytes = Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>))
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)), { mergePages: false })
  return { bytes, pages: text.map((it) => it.replace(/\s+/g, ' ')) }
}

/** Outcome and actor of what the sealed journal holds of an operation on a record. */
const journaled = async (id: string, operation: string) => {
  await seal()
  const { rows } = await sql<{ outcome: string; actor: string }>`
    select outcome, actor from journal_entries where record_id = ${id} and operation = ${operation} order by seq`.execute(
    stage.owner,
  )
  return rows.map(({ outcome, actor }) => [outcome, actor])
}

/** A case with something of everything. */
const furnished = async () => {
  const { id, authority } = await desk.investigated()
  const note = { id, happenedOn: '2026-11-02', words: 'Сот кеңсесіне барып, журналдар қаралды.' }
  await as('inspector', addNote, note)
  await as('inspector', planStep, {
    id,
    what: 'Куәлардан түсініктеме алу',
    who: castId('inspector2'),
    by: '2026-12-01',
  })
  const { evidence, file } = await desk.withFile(id)
  await as('inspector', custody.handEvidence, { id: evidence, to: castId('inspector2'), how: null })
  await as('inspector2', custody.acceptEvidence, { id: evidence, condition: 'мөрі бүтін' })
  const request = await as('inspector', prepareRequest, anAsk({ about: `investigation:${id}` }))
  await seal()
  return { id, authority, evidence, file, request: request.id }
}

clause('5.14', 'what happened is told by its own day and by the moment of its entry', async () => {
  const { id } = await furnished()
  const byEvent = (await timeline('inspector', id, { sort: 'happenedOn' })).rows
  assert.equal(byEvent[0]?.happenedOn, '2026-11-02')
  assert.equal(byEvent[0]?.words?.kk, 'Сот кеңсесіне барып, журналдар қаралды.')
  assert.notEqual(byEvent[0]?.at.slice(0, 10), byEvent[0]?.happenedOn)
  const byEntry = (await timeline('inspector', id, { sort: 'at' })).rows
  assert.deepEqual(
    byEntry.map(({ at }) => at),
    byEntry.map(({ at }) => at).toSorted(),
  )
  assert.deepEqual(new Set(byEntry.map(({ key }) => key)), new Set(byEvent.map(({ key }) => key)))
  assert.deepEqual(
    new Set(byEvent.map(({ source }) => source)),
    new Set(['course', 'persons', 'team', 'authorities', 'evidence', 'papers', 'steps']),
  )
  const titles = byEvent.map(({ title }) => title.en)
  for (const title of [
    'A leader was named',
    'A step was planned',
    'Received',
    'Handed over',
    'An assignment was given',
  ])
    assert.ok(titles.includes(title), title)
  assert.ok(!titles.includes('—'), 'an event has no title')
  // Found by its words and by its source, page by page.
  assert.equal((await timeline('head', id, { words: 'журналдар қаралды' })).total, 1)
  const evidence = await timeline('head', id, { source: 'evidence' })
  assert.deepEqual([evidence.total, evidence.rows.length], [2, 2])
  const first = await as('head', operations.readCaseTimeline, { id, size: 3, page: 1 })
  const second = await as('head', operations.readCaseTimeline, { id, size: 3, page: 2 })
  assert.equal(first.total, byEvent.length)
  assert.equal(new Set([...first.rows, ...second.rows].map(({ key }) => key)).size, 6)
  const beyond = await as('head', operations.readCaseTimeline, { id, size: 3, page: 1_000 })
  assert.deepEqual([beyond.rows.length, beyond.total], [0, byEvent.length])
})

clause('5.15', 'the case shows itself to its team and their chain of command alone', async () => {
  const { id } = await furnished()
  for (const who of ['analyst', 'registrar', 'abaiHead', 'auditor', 'bailiff'] as const) {
    await refused('unknown', timeline(who, id))
    await refused('unknown', as(who, operations.readLinks, { id }))
    await refused('unknown', as(who, operations.makeCaseFile, { id, language: 'kk' }))
  }
  // A principal sees the investigation that was ordered, and nothing of its course.
  for (const who of ['chairman', 'caHead'] as const) {
    const refusals = [
      () => timeline(who, id),
      () => as(who, operations.readLinks, { id }),
      () => as(who, operations.listCaseFiles, { id }),
      () => as(who, operations.makeCaseFile, { id, language: 'kk' }),
    ]
    for (const each of refusals) await refused(who === 'chairman' ? 'forbidden' : 'unknown', each())
  }
  // Of the team the leader alone puts it together.
  assert.equal(
    (await refused('forbidden', as('inspector2', operations.makeCaseFile, { id, language: 'kk' }))).clause,
    '5.15',
  )
  await refused('unknown', timeline('head', randomUUID()))
})

clause(
  '6.21',
  'the case file holds the facts, the persons, the events, the evidence, the hashes and the journal',
  async () => {
    const { id, evidence, file, authority } = await furnished()
    const made = await as('inspector', operations.makeCaseFile, { id, language: 'kk' })
    const reply = await as('inspector2', operations.takeCaseFile, { id: made.id, file: made.file.id })
    const { bytes, pages } = await textOf(reply)
    assert.equal(createHash('sha256').update(bytes).digest('hex'), made.file.sha256)
    assert.deepEqual([pages.length, bytes.length], [made.pages, made.file.bytes])
    const all = pages.join(' ')
    const { total } = await timeline('inspector', id)
    assert.equal(made.events, total)
    for (const words of [
      'Қызметтік тексеру материалдары',
      'Ғалымжан Әбілқасымұлы Қожахметов',
      'Айгүл Болатқызы Серікова',
      'Сот кеңсесіне барып, журналдар қаралды.',
      'Куәлардан түсініктеме алу',
      'Кеңсе журналының көшірмесін ұсыну туралы',
      'Дәлелдемелер тізімдемесі',
      'Мөрленген',
    ])
      assert.ok(all.includes(words), words)
    // A hash is cut where its column ends.
    assert.ok(all.replaceAll(' ', '').includes(file.sha256))
    for (const title of ['Оқиғалар: болған уақыты бойынша', 'Оқиғалар: енгізілген уақыты бойынша', 'Журналдан үзінді'])
      assert.match(pages[0] ?? '', new RegExp(`${title} \\d+`))
    const { rows: checkpoint } = await sql<{ root: string }>`
      select encode(root, 'hex') as root from journal_checkpoints where size = ${made.journalSize}`.execute(stage.owner)
    assert.ok(all.replaceAll(' ', '').includes(checkpoint[0]?.root ?? 'none'))
    const { rows: entries } = await sql<{ leaf: string }>`
    select encode(leaf, 'hex') as leaf from journal_entries where record_id in (${id}, ${evidence})
        and seq < ${made.journalSize} order by seq`.execute(stage.owner)
    assert.ok(entries.length > 5)
    for (const { leaf } of entries) assert.ok(all.replaceAll(' ', '').includes(leaf), leaf)
    assert.deepEqual(await journaled(id, 'caseFile.make'), [['done', castId('inspector')]])
    assert.deepEqual(await journaled(made.id, 'caseFile.file'), [['exported', castId('inspector2')]])
    // Without the authority nothing is investigated, but what was done is still shown to the chiefs.
    await as('chairman', revokeAuthority, { id: authority, reason: 'Қайта қаралды.' })
    const again = await as('head', operations.makeCaseFile, { id, language: 'ru' })
    assert.equal(again.place, 2)
    const russian = await textOf(await as('head', operations.takeCaseFile, { id: again.id, file: again.file.id }))
    assert.match(russian.pages.join(' '), /Материалы служебного расследования .* Выписка из журнала/)
    const english = await as('deputy', operations.makeCaseFile, { id, language: 'en' })
    assert.equal(english.place, 3)
    await refused('unknown', as('head', operations.takeCaseFile, { id: again.id, file: made.file.id }))
  },
)

clause('5.14', 'case files made at once are numbered without a gap', async () => {
  const { id } = await furnished()
  const who = await stage.actor('inspector')
  const all = await Promise.all(
    Array.from({ length: 4 }, () => perform(house, operations.makeCaseFile, who, { id, language: 'kk' })),
  )
  assert.deepEqual(
    all.map(({ result }) => result.place).toSorted((a, b) => a - b),
    [1, 2, 3, 4],
  )
})

clause('5.14', 'the links of a case join persons, posts, courts, authorities, papers and evidence', async () => {
  const { id, evidence, request, authority } = await furnished()
  const { nodes, links, more } = await as('head', operations.readLinks, { id })
  const kinds = (kind: string) => nodes.filter((it) => it.kind === kind)
  assert.equal(more, 0)
  assert.deepEqual(
    ['case', 'person', 'authority', 'evidence'].map((kind) => kinds(kind).length),
    [1, 1, 1, 1],
  )
  const linked = (from: string, to: string) => links.find((it) => it.from === from && it.to === to)?.relation.en
  const [person] = kinds('person')
  assert.equal(linked(person?.id ?? '', 'case'), 'is under investigation')
  // The court where the person is a judge is the one that was asked: one node, reached by both.
  const [court, ...others] = kinds('body')
  assert.equal(others.length, 0)
  assert.ok(linked(person?.id ?? '', court?.id ?? ''))
  assert.equal(linked(`paper:${request}`, court?.id ?? ''), 'addressed to')
  assert.equal(linked(`authority:${authority}`, 'case'), 'authorises')
  assert.equal(linked(`evidence:${evidence}`, 'case'), 'evidence of the case')
  for (const { from, to } of links)
    for (const end of [from, to])
      assert.ok(
        nodes.some((it) => it.id === end),
        end,
      )
})

clause(
  '5.16',
  'whoever is shut out of a case sees neither its course nor a file of it, and learns of none',
  async () => {
    const { id } = await furnished()
    const made = await as('head', operations.makeCaseFile, { id, language: 'kk' })
    assert.equal((await as('deputy', operations.listCaseFiles, { id })).rows.length, 1)
    await stage.owner.transaction().execute(async (db) => {
      await sql`select set_config('app.operation', 'tests', true)`.execute(db)
      await sql`insert into denied (record_id, person_id, since, reason)
      values (${id}, ${castId('deputy')}, now(), 'recused')`.execute(db)
    })
    for (const each of [
      () => timeline('deputy', id),
      () => as('deputy', operations.readLinks, { id }),
      () => as('deputy', operations.listCaseFiles, { id }),
      () => as('deputy', operations.takeCaseFile, { id: made.id, file: made.file.id }),
      () => as('deputy', operations.makeCaseFile, { id, language: 'kk' }),
    ])
      await refused('unknown', each())
  },
)
