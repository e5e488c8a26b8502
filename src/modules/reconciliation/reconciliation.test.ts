// The quarterly reconciliation: opened by the clock, matched by number, IIN and name, each difference decided once, a signed act.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { clause } from '../../../test/kit/clause.ts'
import { journalOf, readText } from '../../../test/kit/papers.ts'
import { castIin } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { systemActor } from '../../kernel/system.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { aCase, inventedIin, on, saidOf } from '../criminalCases/criminalCases.kit.ts'
import { noteCase, registerCase, terminateCase } from '../criminalCases/operations.ts'
import { openCase } from '../criminalCases/queries.ts'
import * as papers from '../documents/operations.ts'
import { nameKey } from '../criminalCases/index.ts'
import * as documentQueries from '../documents/queries.ts'
import { closeRenderer } from '../templates/index.ts'
import { listDuties } from '../work/contract.ts'
import { compareList, watchQuarters } from './following.ts'
import { articlesIn, compare, type Line, type Ours } from './matching.ts'
import * as operations from './operations.ts'
import { periodBefore } from './periods.ts'
import * as queries from './queries.ts'
import { deskOf, standardProfile } from './reconciliation.kit.ts'

after(closeRenderer)
const stage = await openStage('2026-10-05T09:00')
const { house, as, news } = stage
const desk = deskOf(stage)
type Who = Parameters<typeof as>[0]

const told = (form: ReturnType<typeof aCase>, more: object = {}) => ({
  erdr: form.erdr ?? '',
  iin: form.iin ?? '',
  name: form.personName ?? '',
  articles: 'ст. 366 ч. 2',
  qualification: 'коррупционное',
  outcome: 'в производстве',
  registeredOn: '06.04.2026',
  ...more,
})
const entered = async (more: object = {}) => {
  const form = aCase({ ...more, courtCase: null })
  return { form, id: (await as('inspector', registerCase, form)).id }
}
const lineOf = async (id: string, name: string, who: Who = 'inspector') => {
  const found = (await desk.lines(id, who)).find((it) => it.name === name)
  assert.ok(found, name)
  return found
}

clause('6.16', 'every quarter the clock opens a reconciliation once, as a duty of the head', async () => {
  const first = await desk.opened()
  assert.equal(await desk.opened(), first)
  const it = await as('head', queries.openReconciliation, { id: first })
  assert.deepEqual([it.from, it.until, it.state], ['2026-07-01', '2026-09-30', 'awaited'])
  const operation = house.registry.operations.get('work.mine')
  assert.ok(operation)
  const { rows } = listDuties.output.parse(
    (await perform(house, operation, await stage.actor('head'), { size: 100 })).result,
  )
  assert.deepEqual(
    rows.filter(({ recordId }) => recordId === first).map((duty) => [duty.stage, duty.term.dueOn]),
    [['reconcile', it.dueOn]],
  )
  assert.equal((await refused('forbidden', as('registrar', queries.listReconciliations, {}))).clause, '6.16')
  for (const who of ['abaiHead', 'abaiInspector'] as const) {
    await refused('forbidden', as(who, queries.listReconciliations, {}))
    await refused('unknown', as(who, queries.openReconciliation, { id: first }))
  }
  await refused(
    'forbidden',
    perform(house, watchQuarters, await stage.actor('head'), {}).then(({ result }) => result),
  )
})

test('the period before is whole months from January', () => {
  assert.deepEqual(periodBefore('2026-01-01', 3), { from: '2025-10-01', until: '2025-12-31' })
  assert.deepEqual(periodBefore('2026-11-23', 3), { from: '2026-07-01', until: '2026-09-30' })
  assert.deepEqual(periodBefore('2026-03-01', 1), { from: '2026-02-01', until: '2026-02-28' })
  assert.deepEqual(periodBefore('2026-03-01', 12), { from: '2025-01-01', until: '2025-12-31' })
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2023-09-07'), max: new Date('2040-01-01'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 12 }),
      (at, months) => {
        const today = at.toISOString().slice(0, 10)
        const { from, until } = periodBefore(today, months)
        assert.ok(from < until && until < today)
      },
    ),
  )
})

clause('6.17', 'the list is matched by number, by IIN, then by the name in three spellings', async () => {
  house.clock.set('2026-10-05T11:00')
  const same = await entered({ personName: 'Бірінші Болатұлы Ойданов' })
  const byIin = await entered({ personName: 'Екінші Болатұлы Ойданов', erdr: '261000031077001' })
  const byName = await entered({ personName: 'Айжан Қуанышқызы Ойданова', iin: null, erdr: null })
  const onlyOurs = await entered({ personName: 'Үшінші Болатұлы Ойданов' })
  const id = await desk.opened()
  house.clock.set('2026-10-05T11:05')
  const rows = [
    told(same.form),
    told(byIin.form, { erdr: '261000031077002' }),
    told(byName.form, { erdr: '', iin: '', name: 'Ойданова Айжан Куанышовна', articles: '366' }),
    told(same.form, { erdr: '261000031077999', iin: inventedIin(501), name: 'Төртінші Болатұлы Ойданов' }),
  ]
  await desk.brought(id, rows)
  const lines = await desk.lines(id)
  const brief = (name: string) => {
    const it = lines.find((line) => line.name === name)
    return it && [it.kind, it.matched, it.state, it.pairs.filter(({ differs }) => differs).map(({ field }) => field)]
  }
  assert.deepEqual(brief('Бірінші Болатұлы Ойданов'), ['same', 'number', 'agreed', []])
  assert.deepEqual(brief('Екінші Болатұлы Ойданов'), ['differs', 'iin', 'open', ['erdr']])
  assert.deepEqual(brief('Ойданова Айжан Куанышовна'), ['same', 'name', 'agreed', []])
  assert.deepEqual(brief('Төртінші Болатұлы Ойданов'), ['theirs', null, 'open', []])
  assert.deepEqual(brief('Үшінші Болатұлы Ойданов'), ['ours', null, 'open', []])
  const it = await as('inspector', queries.openReconciliation, { id })
  assert.deepEqual(
    [it.counts.same, it.counts.differs, it.counts.theirs, it.counts.ours, it.counts.open],
    [2, 1, 1, 1, 3],
  )
  // The same list once more changes nothing, what was decided stays decided.
  const kept = await lineOf(id, 'Үшінші Болатұлы Ойданов')
  await as('inspector', operations.keepOurs, { id: kept.id, reason: 'Орган тізімді толық жібермеген' })
  await desk.brought(id, rows)
  const again = await as('inspector', queries.openReconciliation, { id })
  assert.deepEqual([again.counts.total, again.counts.open], [5, 2])
  assert.equal((await lineOf(id, 'Үшінші Болатұлы Ойданов')).state, 'kept')
  assert.ok(onlyOurs.id)
})

clause(
  '6.16',
  'each difference is decided by one person, and what is taken is a correction with its source',
  async () => {
    const id = await desk.opened()
    const differing = await lineOf(id, 'Екінші Болатұлы Ойданов')
    const both = await Promise.allSettled([
      as('inspector', operations.takeTheirs, { id: differing.id }),
      as('deputy', operations.keepOurs, { id: differing.id, reason: 'Нөмір бізде дұрыс' }),
    ])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const lost = both.find((it): it is PromiseRejectedResult => it.status === 'rejected')
    assert.ok(lost?.reason instanceof Refusal && lost.reason.reason === 'wrong-state')
    const fresh = await lineOf(id, 'Төртінші Болатұлы Ойданов')
    assert.equal((await refused('forbidden', as('inspector', operations.takeTheirs, { id: fresh.id }))).clause, '6.16')
    assert.equal(
      (await refused('forbidden', as('inspector', operations.keepOurs, { id: fresh.id, reason: 'жоқ' }))).clause,
      '6.16',
    )
    assert.equal(
      (await refused('forbidden', as('head', operations.drawAct, { id, language: 'kk', signers: 'Н.' }))).clause,
      '6.16',
    )
    const said = saidOf(aCase({ personName: 'Төртінші Болатұлы Ойданов', erdr: '261000031077999' }))
    const { case: made } = await as('inspector', operations.enterNew, {
      id: fresh.id,
      ...said,
      registeredOn: '2026-04-06',
      confirmedOn: '2026-04-10',
    })
    const it = await as('inspector', openCase, { id: made })
    assert.match(it.events[0]?.paper ?? '', /тізім\.csv, \d+ \(01\.07\.2026 – 30\.09\.2026\)/)
    assert.equal((await journalOf(house, fresh.id, 'reconciliation.enterNew'))[0]?.outcome, 'done')
  },
)

clause('6.16', 'theirs is taken as a correction; an outcome needs its event first', async () => {
  const before = await desk.opened()
  house.clock.set('2027-01-11T09:00')
  assert.notEqual(await desk.opened(), before)
  const taken = await entered({ personName: 'Бесінші Болатұлы Ойданов' })
  const ended = await entered({ personName: 'Алтыншы Болатұлы Ойданов' })
  const other = await entered({ personName: 'Жетінші Болатұлы Ойданов' })
  const id = await desk.opened()
  await desk.brought(id, [
    told(taken.form, { articles: 'ст. 190 ч. 3', qualification: 'иное', courtCase: '7585-26-00-1/77' }),
    told(ended.form, { outcome: 'реабилитирующие' }),
    told(other.form, { outcome: 'реабилитирующие' }),
  ])
  await as('analyst', operations.takeTheirs, { id: (await lineOf(id, 'Бесінші Болатұлы Ойданов')).id })
  const it = await as('inspector', openCase, { id: taken.id })
  assert.deepEqual([it.articles, it.qualification, it.courtCase], [['190.3'], 'other', '7585-26-00-1/77'])
  assert.match(it.corrections[0]?.source ?? '', /тізім\.csv/)
  assert.equal(it.corrections[0]?.by.kk, 'Жанна Ерланқызы Қасымова')
  const line = await lineOf(id, 'Алтыншы Болатұлы Ойданов')
  await refused('conflict', as('inspector', operations.takeTheirs, { id: line.id }))
  await refused('conflict', as('inspector', operations.compareAgain, { id: line.id }))
  await as('inspector', terminateCase, { id: ended.id, ...on('2026-12-01'), cleared: true })
  await as('inspector', operations.compareAgain, { id: line.id })
  assert.equal((await lineOf(id, 'Алтыншы Болатұлы Ойданов')).state, 'agreed')
  await as('inspector', operations.keepOurs, {
    id: (await lineOf(id, 'Жетінші Болатұлы Ойданов')).id,
    reason: 'Қаулы келген жоқ',
  })
  await as('inspector', noteCase, { id: other.id, ...on('2026-12-01'), word: 'Қаулы сұратылды' })
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('inspector', operations.keepOurs, { id: line.id, reason: '' }))),
    ['reason'],
  )
})

clause('15', 'the act of reconciliation is signed by the head, and closes the quarter', async () => {
  const id = await desk.opened()
  for (const line of await desk.lines(id, 'inspector', { state: 'open' }))
    await as('inspector', operations.keepOurs, { id: line.id, reason: 'Тізімге енбеген' })
  const { document } = await as('inspector', operations.drawAct, {
    id,
    language: 'kk',
    signers: 'Комитет өкілі О. Ойданов',
  })
  assert.equal((await as('inspector', queries.openReconciliation, { id })).state, 'drawn')
  await refused('wrong-state', as('inspector', operations.drawAct, { id, language: 'kk', signers: 'Н.' }))
  await as('inspector', papers.offerDocument, { id: document })
  await refused('forbidden', as('deputy', papers.signDocument, { id: document }))
  await as('head', papers.signDocument, { id: document })
  await news()
  const it = await as('head', queries.openReconciliation, { id })
  assert.deepEqual([it.state, it.signedOn], ['signed', '2027-01-11'])
  const { stream } = await as('head', documentQueries.renderDocument, { id: document })
  const words = await readText(Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>)))
  assert.match(words, /Қылмыстық істер есебін салыстыру/)
  assert.match(words, /Тізімдегісі қабылданды: 1/)
  const sheet = await as('inspector', queries.exportRows, { id })
  assert.ok((await Array.fromAsync(sheet.rows)).length > 3)
})

clause('5.16', 'a line about an employee is hidden from him, with its count, its list file and the act', async () => {
  house.clock.set('2027-04-05T09:00')
  const id = await desk.opened()
  await desk.brought(
    id,
    [
      { erdr: '271000031000001', iin: castIin('inspector2'), name: 'Оспанов Даулет Нурланович' },
      { erdr: '271000031000002', iin: inventedIin(601), name: 'Сегізінші Ойданов' },
    ],
    'inspector',
  )
  const count = async (who: Who) => (await as(who, queries.openReconciliation, { id })).counts.theirs
  assert.deepEqual([await count('inspector2'), await count('inspector')], [1, 2])
  assert.equal(
    (await desk.lines(id, 'inspector2')).some(({ name }) => name.startsWith('Оспанов')),
    false,
  )
  const line = await lineOf(id, 'Оспанов Даулет Нурланович')
  await refused('unknown', as('inspector2', operations.setAside, { id: line.id, reason: 'жоқ' }))
  const { file } = await as('inspector', queries.openReconciliation, { id })
  assert.ok(file)
  await refused('unknown', as('inspector2', queries.takeListFile, { id, file: file.id }))
  await as('inspector', queries.takeListFile, { id, file: file.id })
  for (const each of await desk.lines(id, 'inspector2', { state: 'open' }))
    await as('inspector2', each.kind === 'theirs' ? operations.setAside : operations.keepOurs, {
      id: each.id,
      reason: 'Қаралды',
    })
  // What he does not see is still open: the act waits for the others.
  await refused('conflict', as('inspector2', operations.drawAct, { id, language: 'kk', signers: 'Н.' }))
  await as('inspector', operations.setAside, { id: line.id, reason: 'Сот жүйесінің қызметкері емес' })
  const { document } = await as('inspector', operations.drawAct, { id, language: 'kk', signers: 'Н.' })
  await refused('unknown', as('inspector2', documentQueries.openDocument, { id: document }))
})

clause('6.16', 'a list that cannot be read says why, and another may be brought', async () => {
  house.clock.set('2027-07-05T09:00')
  const id = await desk.opened()
  const bad = await stage.bring(await stage.actor('inspector'), 'тізім.csv', 'Нөмір;Күні\r\n1;2')
  await as('inspector', operations.bringList, { id, profile: standardProfile, files: [bad] })
  await news()
  const it = await as('inspector', queries.openReconciliation, { id })
  assert.equal(it.state, 'awaited')
  assert.match(it.fault?.kk ?? '', /Аты-жөні/)
  // A job that is repeated when the list has been compared changes nothing.
  await desk.brought(id, [{ name: 'Тоғызыншы Ойданов' }])
  await refused(
    'wrong-state',
    perform(house, compareList, systemActor, { id, lines: [] }).then(({ result }) => result),
  )
  const profiles = (await as('inspector', queries.listProfiles, {})).rows
  const [profile] = profiles
  assert.ok(profile)
  const mapping = { ...profile.mapping, columns: { ...profile.mapping.columns, name: ['Нөмір'] } }
  await as('inspector', operations.saveProfile, { title: 'Басқа тізім', mapping })
  assert.equal((await as('inspector', queries.listProfiles, {})).rows.length, 2)
})

test('articles are read out of running words', () => {
  assert.deepEqual(articlesIn('ст. 366 ч. 2, ст.190'), ['366.2', '190'])
  assert.deepEqual(articlesIn('366-баптың 2-бөлігі'), ['366'])
  assert.deepEqual(articlesIn('361, 362.4'), ['361', '362.4'])
})

test('whatever the list and the register, every line is told once and a case answers to one line alone', () => {
  const names = ['serikov aigul bolat', 'serikov aigul', 'ospanov daulet nurlan', 'kim olga']
  const spoken = ['Серіков Айгүл Болатұлы', 'Серіков Айгүл', 'Даулет Нурланұлы Оспанов', 'Ольга Ким']
  const maybe = <T>(it: fc.Arbitrary<T>) => fc.option(it, { nil: null })
  const number = fc.constantFrom('1', '2', '3')
  const line = fc.record({
    erdr: maybe(number),
    iin: maybe(fc.constantFrom('a', 'b')),
    name: maybe(fc.constantFrom(...spoken)),
  })
  const own = fc.record({
    erdr: maybe(number),
    iin: maybe(fc.constantFrom('a', 'b')),
    name: fc.constantFrom(...names),
    expected: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.array(own, { maxLength: 8 }), (said, kept) => {
      const lines = said.map((it, place): Line => ({
        ...it,
        nameKey: it.name && nameKey(it.name),
        place,
        courtCase: null,
        articles: [],
        articleWords: null,
        qualification: null,
        outcome: null,
        registeredOn: null,
      }))
      const ours = kept.map(({ erdr, iin, name, expected }, n): Ours => ({
        id: String(n),
        erdr,
        erdr_key: erdr,
        court_case: null,
        iin,
        name_key: name,
        person_name: name,
        articles: ['366'],
        qualification: 'other',
        outcome: 'pending',
        registered_on: '2026-01-01',
        expected,
      }))
      const all = compare(lines, ours)
      assert.equal(all.filter((it) => it.line).length, lines.length)
      const used = all.flatMap((it) => it.ours?.id ?? [])
      assert.equal(new Set(used).size, used.length)
      for (const it of ours.filter(({ expected }) => expected)) assert.ok(used.includes(it.id))
      assert.deepEqual(compare(lines, ours), all)
    }),
    { numRuns: 500 },
  )
})
