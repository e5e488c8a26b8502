// Named persons are shut out by themselves: everywhere, at once, and without a trace.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { cast, castIin, castNames, type CastName } from '../../app/cast.ts'
import { asActor } from '../../kernel/database.ts'
import { perform } from '../../kernel/perform.ts'
import { isSheet } from '../../kernel/reply.ts'
import { visibleIds } from '../../kernel/visible.ts'
import { publicActor } from '../../../test/kit/house.ts'
import { clause } from '../../../test/kit/clause.ts'
import { castId, openStage, refused } from '../appeals/appeals.kit.ts'
import { enterAppeal } from '../submissions/entering.ts'
import { plantedBody } from '../incoming/index.ts'
import { assignAppeal, draftReply, reassignAppeal } from '../appeals/operations.ts'
import { listAppeals, listAssignees, openAppeal, takeAppealFile } from '../appeals/queries.ts'
import { writeToAppeal } from '../appeals/index.ts'
import { hireEmployee } from '../org/people/operations.ts'
import { fullName } from '../org/names.ts'
import { namedIn } from './naming.ts'
import * as operations from './operations.ts'

const stage = await openStage()
const { house, owner, as } = stage

const sees = async (who: CastName, id: string): Promise<boolean> =>
  perform(house, openAppeal, await stage.actor(who), { id }).then(
    () => true,
    (fault: unknown) => {
      assert.equal((fault as { reason?: string }).reason, 'unknown')
      return false
    },
  )

/** What every list, count, search and sheet of the house says to somebody: all queries that need no record. */
const everything = async (who: CastName): Promise<Record<string, unknown>> => {
  const actor = await stage.actor(who)
  const found: Record<string, unknown> = {}
  for (const operation of house.registry.operations.values()) {
    if (operation.kind !== 'query' || operation.record || operation.inner || operation.anonymous) continue
    const input = operation.shape.input.safeParse(operation.name === 'search.find' ? { q: 'қабылдау бөлмесі' } : {})
    // What looks at the house's own state (hours, queues, counts of all entries) speaks of no record.
    if (!input.success || /^(settings|access|journal|mail)\./.test(operation.name)) continue
    const reply = await perform(house, operation, actor, input.data).catch(() => null)
    found[operation.name] = isSheet(reply?.result) ? await Array.fromAsync(reply.result.rows) : (reply?.result ?? null)
  }
  return JSON.parse(JSON.stringify(found)) as Record<string, unknown>
}

const rowsOf = async (id: string) =>
  (
    await sql<{ person_id: string; state: string; ground: string; sign: string | null; reason: string | null }>`
      select person_id, state, ground, sign, reason from shutouts where record_id = ${id} order by at, id`.execute(
      owner,
    )
  ).rows

const says = (words: string) => ({ text: `Қабылдау бөлмесінде болған іс. ${words}` })

clause(
  '5.16',
  'whoever is named is shut out in the moment of handing in, and finds no trace of it anywhere',
  async () => {
    const actor = await stage.actor('registrar')
    const before = await everything('registrar')
    assert.ok(Object.keys(before).length > 12, Object.keys(before).join())
    const file = await stage.bring(publicActor(), 'дәлел.txt', 'Қабылдау бөлмесінде жазылған.')
    const { id, code } = await stage.submit({ ...says('Тіркеуші Назгүл Бекова ақы сұрады.'), files: [file] })
    // Nothing has run yet but the transaction of the citizen.
    assert.equal(await sees('registrar', id), false)
    assert.deepEqual(await everything('registrar'), before)
    await stage.news()
    assert.deepEqual(await everything('registrar'), before)
    assert.equal(await sees('head', id), true)
    assert.deepEqual(
      (await rowsOf(id)).map(({ person_id, state, sign }) => [person_id, state, sign]),
      [[castId('registrar'), 'standing', 'full-name']],
    )
    await stage.visit(code, writeToAppeal, { text: 'Бекова туралы тағы жазамын.', files: [] })
    await stage.news()
    assert.deepEqual(await everything('registrar'), before)
    for (const operation of house.registry.operations.values()) {
      if (operation.record?.name !== 'appeal' || operation.inner) continue
      const input = {
        id,
        to: castId('inspector'),
        note: 'x',
        text: 'x',
        reason: 'x',
        body: plantedBody('mia'),
        file,
        entry: id,
        cause: 'other',
      }
      const parsed = operation.shape.input.safeParse({ ...input, person: castId('head') })
      if (parsed.success) await refused('unknown', perform(house, operation, actor, parsed.data))
    }
    // The live channel, the journal, the kernel's list and the room's own: as the database shows them to that person.
    await asActor(house.database, actor, async (db) => {
      assert.deepEqual([...(await visibleIds(db, house.registry, 'appeal', [id]))], [])
      for (const table of [
        'shutouts',
        'denied',
        'duties',
        'notices',
        'journal_entries',
        'appeal_messages',
        'appeal_files',
      ]) {
        const column = table.startsWith('appeal_') ? 'appeal_id' : 'record_id'
        const { rows } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(db)
        assert.deepEqual(rows, [], table)
      }
      assert.deepEqual((await sql`select 1 from files where id = ${file}`.execute(db)).rows, [])
    })
  },
)

clause(
  '5.16',
  'an IIN anywhere in the text shuts out its holder, and a spelling of any of the three languages does',
  async () => {
    for (const [words, who] of [
      [`ИИН ${castIin('deputy').slice(0, 6)} ${castIin('deputy').slice(6)} знает всё.`, 'deputy'],
      ['Жалоба на Сарсенову Гульнар Аскаровну.', 'deputy'],
      ['Gulnar Sarsenova took the money.', 'deputy'],
      ['Т.К. Құсайыновтан көмек сұрадым.', 'abaiHead'],
    ] as const) {
      const { id } = await stage.submit({ ...says(words), courtName: 'Семей қаласының соты' })
      assert.equal(await sees(who, id), false, words)
      await stage.news()
      assert.equal(await sees(who, id), false, words)
      assert.equal(await sees('head', id), true, words)
    }
  },
)

clause('5.16', 'words that only sound like a name hide nothing once the house has looked', async () => {
  const { id } = await stage.submit(says('Бекова Т.М. деген көрші келді. Сәрсенова Дана да білмейді.'))
  await stage.news()
  assert.equal(await sees('registrar', id), true)
  assert.equal(await sees('deputy', id), true)
  assert.deepEqual(await rowsOf(id), [])
  assert.deepEqual((await sql`select 1 from denied where record_id = ${id}`.execute(owner)).rows, [])
})

clause(
  '5.16',
  'a doubtful match hides until the head decides with a reason, within the term, and the person never decides',
  async () => {
    const { id } = await stage.registered(says('Орынбасар Сәрсенова мені тыңдамады.'))
    await stage.news()
    assert.equal(await sees('deputy', id), false)
    const { rows } = await as('head', operations.listDoubts, {})
    const [doubt] = rows.filter((it) => it.id === id)
    assert.ok(doubt)
    assert.deepEqual([doubt.person.id, doubt.sign], [castId('deputy'), 'surname'])
    assert.match(doubt.said ?? '', /Сәрсенова/)
    const [duty] = (
      await sql<{ holder_id: string; due_on: string }>`select holder_id, due_on from duties
      where record_id = ${id} and stage = 'shutout' and closed_at is null`.execute(owner)
    ).rows
    assert.deepEqual(duty, { holder_id: castId('head'), due_on: '2026-11-24' })
    const decision = { id, entry: doubt.entry, reason: 'Басқа Сәрсенова туралы айтылған.' }
    await refused('unknown', as('deputy', operations.refuseShutout, decision))
    await refused('forbidden', as('registrar', operations.refuseShutout, decision))
    await refused('invalid', as('head', operations.refuseShutout, { ...decision, reason: ' ' }))
    await as('head', operations.refuseShutout, decision)
    await refused('wrong-state', as('head', operations.confirmShutout, decision))
    assert.equal(await sees('deputy', id), true)
    const { rows: left } =
      await sql`select 1 from duties where record_id = ${id} and stage = 'shutout' and closed_at is null`.execute(owner)
    assert.deepEqual(left, [])
    const listed = await as('head', operations.listShutouts, { id })
    assert.deepEqual(
      listed.rows.map(({ state, decision: made }) => [state, made?.reason]),
      [['refused', decision.reason]],
    )
  },
)

clause('5.16', 'where the head is the one named, the deputy decides and the head knows of nothing', async () => {
  const { id } = await stage.registered(says('Меңгеруші Ержанов қабылдамады.'))
  await stage.news()
  assert.equal(await sees('head', id), false)
  assert.equal(
    (await as('head', operations.listDoubts, {})).rows.some((it) => it.id === id),
    false,
  )
  const [doubt] = (await as('deputy', operations.listDoubts, {})).rows.filter((it) => it.id === id)
  assert.ok(doubt)
  await as('deputy', operations.confirmShutout, { id, entry: doubt.entry, reason: 'Меңгеруші аталғаны анық.' })
  assert.equal(await sees('head', id), false)
  // On any other appeal the deputy only looks on.
  const other = await stage.registered()
  const hand = { id: other.id, person: castId('inspector'), reason: 'Көршісі.' }
  await refused('forbidden', as('deputy', operations.shutOut, hand))
  await as('head', operations.shutOut, hand)
  const [row] = (await as('head', operations.listShutouts, { id: other.id })).rows
  assert.deepEqual([row?.ground, row?.reason], ['by-hand', 'Көршісі.'])
  await refused('invalid', as('head', operations.shutOut, { ...hand, person: castId('head') }))
  await refused('invalid', as('head', assignAppeal, { id: other.id, to: castId('inspector') }))
  const offered = await as('head', listAssignees, { id: other.id })
  assert.equal(
    offered.rows.some((it) => it.id === castId('inspector')),
    false,
  )
  await as('head', operations.liftShutout, { id: other.id, entry: row?.entry ?? '', reason: 'Тексерілді.' })
  await as('head', assignAppeal, { id: other.id, to: castId('inspector') })
})

clause(
  '6.23',
  'when the assignee is named later, the work moves to the chief’s desk and the clock goes on',
  async () => {
    const it = await stage.assigned('inspector', says('Іс туралы.'))
    await as('inspector', draftReply, { id: it.id })
    const due = await sql<{ due_on: string }>`select due_on from appeals where id = ${it.id}`.execute(owner)
    await stage.visit(it.code, writeToAppeal, {
      text: `Оны Айгүл Серікова жауып тастады. ЖСН ${castIin('inspector')}`,
      files: [],
    })
    assert.equal(await sees('inspector', it.id), false)
    await stage.news()
    const opened = await as('head', openAppeal, { id: it.id })
    assert.deepEqual([opened.state, opened.assigneeId], ['registered', null])
    assert.equal(opened.term.dueOn, due.rows[0]?.due_on)
    const held =
      await sql`select 1 from duties where record_id = ${it.id} and holder_id = ${castId('inspector')} and closed_at is null`.execute(
        owner,
      )
    assert.deepEqual(held.rows, [])
    const [paper] = opened.documents
    assert.ok(paper)
    // The draft is shut with its appeal: in the register, in the search, by its address.
    const inspector = await stage.actor('inspector')
    await asActor(house.database, inspector, async (db) => {
      assert.equal((await visibleIds(db, house.registry, 'document', [paper.id])).size, 0)
    })
    assert.equal(
      (await as('inspector', listAppeals, { mine: true })).total,
      (await as('inspector', listAppeals, {})).total,
    )
    await refused('unknown', as('inspector', takeAppealFile, { id: it.id, file: it.id }))
    await refused('invalid', as('head', assignAppeal, { id: it.id, to: castId('inspector') }))
    await as('head', assignAppeal, { id: it.id, to: castId('inspector2') })
    const drafter = await sql<{ drafter_id: string }>`select drafter_id from documents where id = ${paper.id}`.execute(
      owner,
    )
    assert.equal(drafter.rows[0]?.drafter_id, castId('inspector2'))
    await refused('invalid', as('head', reassignAppeal, { id: it.id, to: castId('inspector'), note: 'x' }))
  },
)

clause('5.16', 'an employee who is the applicant follows the appeal under the code alone', async () => {
  const { id } = await stage.submit({
    applicant: { as: 'person', name: 'Назгүл Бекова', iin: castIin('registrar'), address: 'Астана' },
  })
  await stage.news()
  assert.equal(await sees('registrar', id), false)
  assert.deepEqual(
    (await rowsOf(id)).map(({ ground, sign }) => [ground, sign]),
    [['applicant', 'iin']],
  )
})

clause('5.16', 'a registrar who types in a paper that names her has it no longer when it is kept', async () => {
  const entry = {
    entryKey: crypto.randomUUID(),
    channel: 'paper' as const,
    kind: 'complaint' as const,
    language: 'ru' as const,
    as: 'anonymous' as const,
    text: 'Регистратор Бекова Назгуль Маратовна потеряла заявление.',
  }
  const { id } = await as('registrar', enterAppeal, entry)
  assert.equal(await sees('registrar', id), false)
  await refused('unknown', as('registrar', enterAppeal, entry))
  await stage.news()
  assert.equal(await sees('head', id), true)
})

clause('5.16', 'whoever is taken on later does not find the old appeals that name him or her', async () => {
  const { id } = await stage.submit(says('Ол кезде Қанат Ержігітұлы Досжанов айтқан еді.'))
  const admin = await stage.actor('admin')
  const { result } = await perform(house, hireEmployee, admin, {
    name: 'Қанат Ержігітұлы Досжанов',
    language: 'kk',
    joinedOn: '2026-11-23',
  })
  await stage.news()
  const denied = () => sql`select 1 from denied where record_id = ${id} and person_id = ${result.id}`.execute(owner)
  assert.equal((await denied()).rows.length, 1)
})

clause('5.16', 'every decision on who is shut out stands in the journal with its reason', async () => {
  await as('head', operations.listDoubts, {})
  const { rows } = await sql<{ operation: string; detail: string }>`
    select operation, detail from journal_inbox where operation like 'shutout.%' and detail is not null
    union all select e.operation, d.detail from journal_entries e join journal_details d on d.entry_id = e.id
    where e.operation like 'shutout.%'`.execute(owner)
  for (const [operation, reason] of [
    ['shutout.refuse', 'Басқа Сәрсенова туралы айтылған.'],
    ['shutout.confirm', 'Меңгеруші аталғаны анық.'],
    ['shutout.byHand', 'Көршісі.'],
    ['shutout.lift', 'Тексерілді.'],
  ])
    assert.ok(
      rows.some((it) => it.operation === operation && it.detail.includes(String(reason))),
      String(operation),
    )
})

test('what the database hears is wider than what the house knows: whoever is named has been shut out first', async () => {
  const spelled = [
    'Айгүл Серіковаға',
    'СЕРИКОВОЙ А.Б.',
    'Serikova Aygül',
    'Болатовна Айгуль',
    'Kussainov T.K.',
    'Кимге',
  ]
  const heard = async (words: readonly string[]) =>
    (
      await sql<{
        it: string
      }>`select name_sounds(w) as it from unnest(${[...words]}::text[]) with ordinality as u (w, n) order by n`.execute(
        owner,
      )
    ).rows.map(({ it }) => it)
  assert.deepEqual(await heard(spelled), [
    'aigul serikovaga',
    'serikovoi a b ',
    'serikova aigul',
    'bolatovna aigul',
    'kusainov t k ',
    'kimge',
  ])
  const { rows: stems } = await sql<{ employee_id: string; stems: string[] }>`select * from shutout_stems`.execute(
    owner,
  )
  const people = castNames.map((login) => ({
    id: castId(login),
    name: fullName({ kk: cast[login].name }),
    iin: null,
    posts: ['инспектор'],
  }))
  const endings = ['', 'ға', 'ның', 'мен', 'дан', 'тың', 'қа', 'ой', 'у', 'а', 'ым', 'ом', 'ых', 'е']
  const texts = people.flatMap(({ name: { kk, ru, en } }) =>
    [kk, ru, en].flatMap((name) => {
      const [given = '', ...rest] = name.split(' ')
      const surname = rest.at(-1) ?? ''
      return endings.flatMap((ending) => [
        `${given} ${surname}${ending}`,
        `${surname}${ending} ${given.charAt(0)}.`,
        `инспектор ${surname}${ending}`,
        `${given}${ending} ${rest[0] ?? ''}`,
      ])
    }),
  )
  const sounds = await heard(texts)
  let met = 0
  texts.forEach((text, at) => {
    for (const { person } of namedIn(text, people)) {
      met += 1
      const own = stems.find(({ employee_id }) => employee_id === person)?.stems ?? []
      const heardHere = ` ${sounds[at] ?? ''}`
      const isIn = (stem: string) => stem.split(' ').every((part) => heardHere.includes(` ${part}`))
      assert.ok(own.some(isIn), `${text}: ${heardHere}`)
    }
  })
  assert.ok(met > 800, String(met))
})
