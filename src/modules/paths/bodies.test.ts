// To whom an appeal goes: the directory in force on the day is asked, never the program; with the clock on both sides of a day of force.
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { publicActor } from '../../../test/kit/house.ts'
import { perform } from '../../kernel/perform.ts'
import { languages } from '../../kernel/text.ts'
import { openAppeal } from '../appeals/queries.ts'
import { endBody, putBody } from '../incoming/directory.ts'
import { plantedBody } from '../incoming/index.ts'
import type { Purpose } from '../submissions/contract.ts'
import { listDestinations } from '../submissions/destinations.ts'
import { appealStatus, receiptOf } from '../submissions/index.ts'
import { courtId, unitId } from '../org/index.ts'
import { redirectAppeal } from './anonymous.ts'
import { dropPath, forwardAppeal } from './forwarding.ts'
import { fieldsOf, openPaths, refused } from './paths.kit.ts'
import { transferAppeal } from './transfers.ts'
import { pathsInHand } from './visits.ts'

const stage = await openPaths()
const { house, owner, as, assigned, registered, visit, signed, paths, journal } = stage
const monday = '2026-11-23T09:00'
house.clock.set(monday)

const crime = { established: 'Қызметкер ақша алған.', signs: 'Пара алу белгілері.' }
const elsewhere = { substance: 'Кандидаттарды іріктеу туралы.', ground: 'ӘРПК 65-бабы.' }
const fresh = 'Көрсетілім полициясы'

const names = async (purpose: Purpose): Promise<string[]> =>
  (await as('inspector', listDestinations, { purpose })).rows.map(({ name }) => name.kk)

const body = async (code: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select id from bodies where code = ${code}`.execute(owner)
  return `body:${rows[0]?.id}`
}

clause('6.17', 'word of a crime goes to a body that investigates, and to no other', async () => {
  const { id } = await assigned('inspector')
  const investigating = await names('crime')
  assert.ok(investigating.includes('ҰҚК Сыбайлас жемқорлыққа қарсы іс-қимыл қызметі'))
  assert.ok(investigating.includes('Бас прокуратура') && investigating.includes('Ішкі істер министрлігі'))
  for (const other of ['Жоғары Сот Кеңесі', 'Әділет министрлігі', 'Сыбайлас жемқорлыққа қарсы іс-қимыл агенттігі'])
    assert.ok(!investigating.includes(other), other)
  for (const wrong of [plantedBody('acsa'), plantedBody('judicial-jury'), `court:${courtId('SC')}`]) {
    const refusal = await refused('invalid', as('inspector', transferAppeal, { id, ...crime, body: wrong }))
    assert.deepEqual(fieldsOf(refusal), ['body'])
    assert.match(refusal.fields[0]?.says.ru ?? '', /только правоохранительному, специальному/)
  }
  const { rows } = await sql`select from appeal_paths where appeal_id = ${id}`.execute(owner)
  assert.equal(rows.length, 0)
  // By its own words nothing is handed over: whoever investigates stands in the directory.
  await refused('invalid', as('inspector', transferAppeal, { id, ...crime, body: 'other' }))
})

clause(
  '6.23',
  'an appeal is forwarded to any body or court in force, and never to a unit of the Department',
  async () => {
    const { id } = await assigned('inspector')
    const all = await names('forward')
    for (const one of ['Жоғары Сот Кеңесі', 'Әділет министрлігі', 'Бас прокуратура']) assert.ok(all.includes(one), one)
    const { rows } = await as('inspector', listDestinations, { purpose: 'forward' })
    assert.ok(rows.some(({ value }) => value === `court:${courtId('SC')}`))
    assert.ok(rows.every(({ value }) => value !== `unit:${unitId('abai')}`))
    const own = await refused(
      'invalid',
      as('inspector', forwardAppeal, { id, ...elsewhere, body: `unit:${unitId('abai')}` }),
    )
    assert.match(own.fields[0]?.says.kk ?? '', /өз бөлімшесі/)
    const nobody = await refused(
      'invalid',
      as('inspector', forwardAppeal, { id, ...elsewhere, body: `body:${randomUUID()}` }),
    )
    assert.match(nobody.fields[0]?.says.en ?? '', /no such body/)
    await refused('forbidden', as('registrar', forwardAppeal, { id, ...elsewhere, body: plantedBody('moj') }))
  },
)

clause(
  '6.23',
  'a body that was dissolved before the day is refused by its line and by its name, with whoever took its place',
  async () => {
    const { id } = await assigned('inspector')
    const gone = plantedBody('anti-corruption-agency')
    const byLine = await refused('invalid', as('inspector', forwardAppeal, { id, ...elsewhere, body: gone }))
    assert.deepEqual(fieldsOf(byLine), ['body'])
    const says = byLine.fields[0]?.says
    assert.equal(
      says?.ru,
      'Этот орган упразднён: «Агентство по противодействию коррупции», последний день 30.06.2025. ' +
        'Его место занял орган: «Служба по противодействию коррупции КНБ».',
    )
    assert.match(says?.kk ?? '', /таратылған: «Сыбайлас жемқорлыққа қарсы іс-қимыл агенттігі», соңғы күні 30\.06\.2025/)
    assert.match(says?.en ?? '', /dissolved: «Anti-Corruption Agency», its last day was 30\.06\.2025/)
    for (const named of [
      'Агентство по противодействию коррупции',
      'агентство по  противодействию КОРРУПЦИИ',
      'Сыбайлас жемкорлыкка карсы ic-кимыл агенттiгi'.replaceAll('i', 'і'),
      'Anti-Corruption Agency',
    ]) {
      const byName = await refused(
        'invalid',
        as('inspector', forwardAppeal, { id, ...elsewhere, body: 'other', named }),
      )
      assert.deepEqual([fieldsOf(byName), byName.fields[0]?.says], [['named'], says], named)
    }
    await refused('invalid', as('inspector', transferAppeal, { id, ...crime, body: gone }))
  },
)

clause('6.17', 'a new body is chosen from its first day on, and its predecessor to the day before', async () => {
  const { id } = await assigned('inspector')
  await as('registrar', putBody, {
    code: 'show-police',
    kind: 'law-enforcement',
    nameKk: fresh,
    nameRu: 'Показательная полиция',
    nameEn: 'Police of the show',
    from: '2026-12-01',
    predecessor: 'mia',
    basis: 'Көрсетілім жарлығы',
  })
  const next = await body('show-police')
  house.clock.set('2026-11-30T18:00')
  const early = await names('crime')
  assert.deepEqual([early.includes(fresh), early.includes('Ішкі істер министрлігі')], [false, true])
  const refusal = await refused('invalid', as('inspector', transferAppeal, { id, ...crime, body: next }))
  assert.match(refusal.fields[0]?.says.ru ?? '', /ещё не создан: «Показательная полиция», первый день 01\.12\.2026/)
  await as('inspector', transferAppeal, { id, ...crime, body: plantedBody('mia'), part: 'Бір бөлігі.' })
  await as('inspector', dropPath, { id, path: 'transfer', reason: 'Орган ауысты.' })
  house.clock.set('2026-12-01T08:00')
  const late = await names('crime')
  assert.deepEqual([late.includes(fresh), late.includes('Ішкі істер министрлігі')], [true, false])
  const old = await refused('invalid', as('inspector', transferAppeal, { id, ...crime, body: plantedBody('mia') }))
  assert.match(old.fields[0]?.says.kk ?? '', /соңғы күні 30\.11\.2026\. Оның орнындағы орган: «Көрсетілім полициясы»/)
  await as('inspector', transferAppeal, { id, ...crime, body: next, part: 'Бір бөлігі.' })
  // What was decided before goes on being shown as it was.
  assert.deepEqual(
    (await paths(id)).map(({ body: it }) => it?.ru),
    ['Показательная полиция', 'Министерство внутренних дел'],
  )
  assert.ok((await journal(id)).includes('paths.transfer done'))
  const { rows } = await sql<{ detail: { party: string; body: string } }>`
    select detail::jsonb as detail from journal_inbox where record_id = ${id} and operation = 'paths.transfer'
      and outcome = 'done' order by id desc limit 1`.execute(owner)
  assert.deepEqual([rows[0]?.detail.party, rows[0]?.detail.body], [next, fresh])
  await as('registrar', endBody, { code: 'show-police', until: '2026-12-01', basis: 'Көрсетілім' })
  house.clock.set('2026-12-02T08:00')
  assert.ok(!(await names('crime')).includes(fresh))
})

clause(
  '6.23',
  'the applicant reads where the appeal went in the own language, from the list and in the Department’s words',
  async () => {
    house.clock.set('2026-12-02T09:00')
    const told = async (code: string) =>
      Promise.all(
        languages.map(async (language) => {
          const actor = { ...publicActor(receiptOf(house.pepper, code) ?? ''), language }
          return (await perform(house.portal, appealStatus, actor, {})).result.ending
        }),
      )
    const anonymous = await registered({ applicant: { as: 'anonymous' } })
    const reason = 'Дайындалып жатқан қылмыс.'
    await refused('invalid', as('head', redirectAppeal, { id: anonymous.id, body: plantedBody('acsa'), reason }))
    await as('head', redirectAppeal, { id: anonymous.id, body: plantedBody('afm'), reason })
    assert.deepEqual(await told(anonymous.code), [
      'Қаржылық мониторинг агенттігі',
      'Агентство по финансовому мониторингу',
      'Financial Monitoring Agency',
    ])
    assert.equal((await as('head', openAppeal, { id: anonymous.id })).ending?.body?.en, 'Financial Monitoring Agency')

    // Words that name a body of the directory are that body, however they are spelt; other words stay words.
    const known = await assigned('inspector')
    for (const [named, kept] of [
      ['жогары сот кенесі', plantedBody('higher-judicial-council')],
      ['Нотариаттық палата', 'Нотариаттық палата'],
    ] as const) {
      const part = 'Бір бөлігі.'
      const { letter, notice } = await as('inspector', forwardAppeal, {
        id: known.id,
        ...elsewhere,
        body: 'other',
        named,
        part,
      })
      for (const paper of [letter, notice]) await signed(paper)
      const { rows } = await sql<{ body: string }>`
      select body from appeal_paths where appeal_id = ${known.id} order by asked_at desc, id desc limit 1`.execute(
        owner,
      )
      assert.equal(rows[0]?.body, kept)
    }
    assert.deepEqual(
      (await visit(known.code, pathsInHand, {})).rows.map(({ body: it }) => [it?.kk, it?.ru]),
      [
        ['Жоғары Сот Кеңесі', 'Высший Судебный Совет'],
        ['Нотариаттық палата', 'Нотариаттық палата'],
      ],
    )
  },
)

test('the choices are there for whoever works with appeals, and the name of a party is told by its line alone', async () => {
  const { id } = await assigned('inspector')
  for (const who of ['auditor', 'admin', 'gate', 'bailiff', 'chairman'] as const)
    await refused('forbidden', as(who, listDestinations, { purpose: 'crime' }))
  const { rows } = await sql<{ known: string; unknown: string; words: string; none: null }>`
    select party_name(${plantedBody('knb')}) ->> 'en' as known, party_name(${`body:${id}`}) ->> 'en' as unknown,
      party_name('body: of one''s own') ->> 'ru' as words, party_name(null) as none`.execute(owner)
  assert.deepEqual(rows[0], {
    known: 'National Security Committee',
    unknown: `body:${id}`,
    words: "body: of one's own",
    none: null,
  })
})

clause(
  '5.14',
  'what was kept by the four old words of the program goes on being shown, by the body of that day',
  async () => {
    const kept = [
      ['anticorruption', '2025-06-30', 'Агентство по противодействию коррупции'],
      ['anticorruption', '2026-11-20', 'Служба по противодействию коррупции КНБ'],
      ['security', '2026-11-20', 'Комитет национальной безопасности'],
      ['prosecutor', '2026-11-20', 'Генеральная прокуратура'],
      ['police', '2026-11-20', 'Министерство внутренних дел'],
    ] as const
    const ids: string[] = []
    for (const _ of kept) ids.push((await registered({ applicant: { as: 'anonymous' } })).id)
    const file = join(import.meta.dirname, '../../../migrations/0057_parties_of_appeals.sql')
    const moving = /create function pg_temp[\s\S]*?(?=-- What was sent out)/.exec(readFileSync(file, 'utf8'))?.[0] ?? ''
    await owner.transaction().execute(async (db) => {
      await sql`select set_config('app.operation', 'migrate', true)`.execute(db)
      for (const [place, [code, on]] of kept.entries())
        await sql`update appeals set state = 'redirected', done_on = ${on}, ending_reason = 'x', ending_body = ${code}
        where id = ${ids[place]}`.execute(db)
      for (const statement of moving.split(/;\n(?=update|$)/).filter((it) => it.trim()))
        await sql.raw(statement).execute(db)
    })
    for (const [place, [, , name]] of kept.entries())
      assert.equal((await as('head', openAppeal, { id: ids[place] ?? '' })).ending?.body?.ru, name)
  },
)
