// A summons is signed by the head, served, explained in the person's own words under the code; or missed, refused, reported.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { publicActor } from '../../../test/kit/house.ts'
import { journalOf, readText } from '../../../test/kit/papers.ts'
import { castId, castIin } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import { isFile } from '../../kernel/reply.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { revokeAuthority } from '../authorities/ending.ts'
import { replaceMember } from '../investigations/team-operations.ts'
import { discontinueInvestigation } from '../investigations/opening.ts'
import { correctPerson } from '../persons/keeping.ts'
import { openPerson } from '../personCards/opening.ts'
import { closeRenderer } from '../templates/index.ts'
import { listDuties } from '../work/contract.ts'
import { remindOfTerms } from '../work/index.ts'
import { systemActor } from '../../kernel/system.ts'
import * as answering from './answering.ts'
import { summonsInHand, writeExplanation } from './in-hand.ts'
import * as queries from './queries.ts'
import * as summoning from './summoning.ts'
import { aSummons, deskOf } from './summonses.kit.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as, news } = stage
const desk = deskOf(stage)
type Who = Parameters<typeof as>[0]

const read = (who: Who, id: string) => as(who, queries.openSummons, { id })
const byName = async (name: string, who: Who, input: unknown): Promise<unknown> => {
  const operation = house.registry.operations.get(name)
  assert.ok(operation, name)
  return (await perform(house, operation, await stage.actor(who), input)).result
}
const dutiesOn = async (who: Who, id: string) =>
  listDuties.output
    .parse(await byName('work.mine', who, { size: 100 }))
    .rows.filter(({ recordId }) => recordId === id)
    .map((it) => [it.stage, it.term.dueOn])
const witnesses = [
  { name: 'Ержан Төлеуұлы Сапаров', post: 'кеңсе меңгерушісі' },
  { name: 'Алия Бауыржанқызы Нұрова', post: 'бас маман' },
]
const words = { key: randomUUID(), text: 'Мен ешкімнен ақша сұраған жоқпын.', own: true as const }

clause('5.2', 'staff of the judicial system are summoned by the team of an investigation under way alone', async () => {
  const { id: person } = await desk.clerk()
  const { id: judge } = await desk.register()
  const { id, authority } = await desk.opened(person)
  // Neither the chain of command nor a colleague outside the team summons; whoever does not see it learns nothing.
  for (const who of ['head', 'deputy'] as const)
    assert.equal((await refused('forbidden', desk.prepared(id, person, {}, who))).clause, '5.2')
  for (const who of ['analyst', 'registrar', 'abaiInspector', 'chairman'] as const) {
    const fault = await refused(who === 'chairman' ? 'forbidden' : 'unknown', desk.prepared(id, person, {}, who))
    if (who === 'chairman') assert.equal(fault.clause, '5.2')
  }
  assert.deepEqual(fieldsOf(await refused('invalid', desk.prepared(id, randomUUID()))), ['person'])
  assert.deepEqual(fieldsOf(await refused('invalid', desk.prepared(id, person, { appearOn: '2026-11-30' }))), [
    'appearPlace',
  ])
  // A judge is not summoned under 5.2.
  assert.equal((await refused('forbidden', desk.prepared(id, judge))).clause, '5.3')
  const twice = aSummons(id, person)
  const first = await as('inspector', summoning.prepareSummons, twice)
  assert.deepEqual(await as('inspector', summoning.prepareSummons, twice), first)
  // Without the assignment the investigation is halted, and nobody is summoned in it.
  await as('chairman', revokeAuthority, { id: authority, reason: 'Тапсырма кері қайтарылды.' })
  assert.equal((await refused('forbidden', desk.prepared(id, person))).clause, '6.21')
})

clause('15', 'a summons leaves signed by the head, and is served with a day and a way', async () => {
  const { id: person } = await desk.clerk()
  const { id } = await desk.opened(person)
  const { summons, document } = await desk.prepared(id, person, { appearOn: '2026-11-24', appearPlace: '305-бөлме' })
  // Unsigned, it has no code and is not served.
  assert.equal((await refused('forbidden', desk.code(summons))).clause, '15')
  const service = { id: summons, way: 'hand', on: '2026-11-23', by: 'А. Серікова', receipt: 'signed' } as const
  await refused('wrong-state', as('inspector', summoning.serveSummons, service))
  await byName('documents.offer', 'inspector', { id: document })
  await news()
  assert.deepEqual(await dutiesOn('head', summons), [['sign', '2026-11-24']])
  await byName('documents.sign', 'head', { id: document })
  await news()
  const it = await read('inspector', summons)
  assert.equal(it.state, 'signed')
  assert.match(it.number ?? '', /^6001-26-7-26\/\d+$/)
  assert.deepEqual(await dutiesOn('inspector', summons), [['serve', '2026-11-24']])
  // The paper is seen with the summons alone: not by the reach of a post, nor in the search, nor in what is due.
  for (const who of ['registrar', 'analyst'] as const) {
    await refused('unknown', byName('documents.one', who, { id: document }))
    await refused('unknown', read(who, summons))
    const { rows } = (await byName('work.mine', who, { size: 100 })) as { rows: { recordId: string }[] }
    assert.ok(rows.every(({ recordId }) => recordId !== summons && recordId !== document))
    const found = (await byName('search.find', who, { q: it.number })) as { rows: unknown[]; total: number }
    assert.deepEqual([found.rows, found.total], [[], 0])
  }
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('inspector', summoning.serveSummons, { ...service, on: '2026-11-22' }))),
    ['on'],
  )
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('inspector', summoning.serveSummons, { ...service, receipt: 'refused' }))),
    ['words'],
  )
  assert.deepEqual(await as('inspector', summoning.serveSummons, service), { dueOn: '2026-11-25' })
  assert.deepEqual((await read('head', summons)).served, {
    on: '2026-11-23',
    way: 'hand',
    by: 'А. Серікова',
    receipt: 'signed',
    words: null,
  })
})

clause(
  '5.2',
  'the person reads what is asked and explains in the own words, under a code that nobody guesses',
  async () => {
    const { id: person } = await desk.clerk()
    const { id } = await desk.opened(person)
    const { summons, code } = await desk.served(id, person)
    assert.ok(code.replaceAll('-', '').length * 5 >= 112)
    // A wrong code is refused and is an entry.
    const wrong = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`
    await refused('unknown', desk.visit(wrong, summonsInHand, {}))
    await refused('forbidden', perform(house.portal, summonsInHand, publicActor(), {}))
    await refused('unknown', desk.visit(wrong, writeExplanation, words))
    const page = await desk.visit(` ${code.toLowerCase()} `, summonsInHand, {})
    assert.deepEqual(Object.keys(page).sort(), [
      'appear',
      'asked',
      'author',
      'dueOn',
      'explanations',
      'id',
      'language',
      'name',
      'number',
      'signedOn',
      'state',
    ])
    assert.deepEqual([page.state, page.dueOn, page.asked], ['open', '2026-11-25', aSummons(id, person).asked])
    // The words are the person's own: it must be said so.
    await refused('invalid', desk.visit(code, writeExplanation, { ...words, own: false as never }))
    const file = await stage.bring(publicActor(), 'хат.txt', 'Менің хатым.')
    const input = { ...words, key: randomUUID(), files: [file] }
    const slip = await desk.visit(code, writeExplanation, input)
    assert.deepEqual(await desk.visit(code, writeExplanation, input), slip)
    await news()
    const it = await read('inspector', summons)
    assert.deepEqual([it.state, it.given.length, it.term?.doneOn], ['explained', 1, '2026-11-23'])
    assert.deepEqual(await dutiesOn('inspector', summons), [])
    // Each reading is an entry; the page itself shows no word of it.
    assert.ok(!JSON.stringify(it).includes(words.text))
    const said = await as('inspector', queries.readExplanation, { id: summons, explanation: slip.explanation })
    assert.deepEqual([said.text, said.channel, said.files.map(({ name }) => name)], [words.text, 'portal', ['хат.txt']])
    assert.ok(isFile(await as('inspector', queries.takeSummonsFile, { id: summons, file })))
    await refused('unknown', as('inspector', queries.readExplanation, { id: summons, explanation: randomUUID() }))
    await refused('unknown', as('inspector', queries.takeSummonsFile, { id: summons, file: randomUUID() }))
    const readings = await journalOf(house, summons, 'summonses.read')
    assert.deepEqual(
      readings.map(({ outcome }) => outcome),
      ['read', 'refused'],
    )
    assert.ok((await journalOf(house, summons, 'summonses.inHand')).every(({ outcome }) => outcome === 'read'))
    assert.equal(
      (await journalOf(house, summons, 'summonses.explain')).filter(({ outcome }) => outcome === 'done').length,
      2,
    )
    // More may be added until the term ends; what was written stays, also against the portal's own role.
    await desk.visit(code, writeExplanation, { ...words, key: randomUUID(), text: 'Қосымша: куәлар бар.' })
    assert.equal((await desk.visit(code, summonsInHand, {})).explanations.length, 2)
    // A new code puts the old one out.
    const next = await desk.code(summons)
    await refused('unknown', desk.visit(code, summonsInHand, {}))
    assert.equal((await desk.visit(next, summonsInHand, {})).id, summons)
    // After the term the page says so and takes nothing.
    house.clock.set('2026-11-26T09:00')
    assert.equal((await desk.visit(next, summonsInHand, {})).state, 'expired')
    const late = await refused('wrong-state', desk.visit(next, writeExplanation, { ...words, key: randomUUID() }))
    assert.match(late.says.kk, /мерзімі өтті/)
    house.clock.set('2026-11-23T09:00')
  },
)

clause(
  '5.2',
  'the term runs from the service, is reminded of, is extended, and what is withdrawn says so',
  async () => {
    const { id: person } = await desk.clerk()
    const { id } = await desk.opened(person)
    const { summons, code, dueOn } = await desk.served(id, person)
    assert.deepEqual([dueOn, await dutiesOn('inspector', summons)], ['2026-11-25', [['explain', '2026-11-25']]])
    await perform(house, remindOfTerms, systemActor, {})
    house.clock.set('2026-11-27T09:00')
    await perform(house, remindOfTerms, systemActor, {})
    const bell = (await byName('work.notices', 'inspector', { size: 100 })) as {
      rows: { recordId: string; news: string }[]
    }
    assert.ok(bell.rows.some((it) => it.recordId === summons && it.news === 'late'))
    assert.deepEqual(
      fieldsOf(
        await refused(
          'invalid',
          as('inspector', summoning.extendSummons, { id: summons, until: '2026-11-25', reason: 'x' }),
        ),
      ),
      ['until'],
    )
    await as('inspector', summoning.extendSummons, { id: summons, until: '2026-11-30', reason: 'Ауырып қалды.' })
    const it = await read('inspector', summons)
    assert.deepEqual([it.firstDueOn, it.term?.dueOn], ['2026-11-25', '2026-11-30'])
    assert.equal((await desk.visit(code, summonsInHand, {})).state, 'open')
    await as('inspector', summoning.withdrawSummons, { id: summons, reason: 'Қажеттілік жоқ.' })
    assert.equal((await desk.visit(code, summonsInHand, {})).state, 'withdrawn')
    await refused('wrong-state', desk.visit(code, writeExplanation, words))
    await refused(
      'forbidden',
      as('inspector', summoning.extendSummons, { id: summons, until: '2026-12-30', reason: 'x' }),
    )
    house.clock.set('2026-11-23T09:00')
  },
)

clause('5.2', 'with the investigation its summonses end, and nobody explains to a case that is no more', async () => {
  const { id: person } = await desk.clerk()
  const { id } = await desk.opened(person)
  const { summons, code } = await desk.served(id, person)
  const { summons: draft } = await desk.prepared(id, person)
  await as('head', discontinueInvestigation, { id, reason: 'Негіз жоқ.' })
  await news()
  for (const each of [summons, draft]) assert.equal((await read('head', each)).state, 'withdrawn')
  assert.equal((await desk.visit(code, summonsInHand, {})).state, 'withdrawn')
  assert.deepEqual(await dutiesOn('inspector', summons), [])
})

clause('10', 'whoever comes in the place of a member takes over the summonses that wait on that desk', async () => {
  const { id: person } = await desk.clerk()
  const { id } = await desk.opened(person)
  const { summons } = await desk.served(id, person)
  const input = { id, employee: castId('inspector'), by: castId('analyst'), reason: 'Еңбек демалысына кетті.' }
  await as('head', replaceMember, input)
  await news()
  assert.deepEqual(await dutiesOn('analyst', summons), [['explain', '2026-11-25']])
  await refused('unknown', read('inspector', summons))
})

clause('5.2', 'a refusal to explain is an act that its author and two witnesses sign', async () => {
  const { id: person } = await desk.clerk()
  const { id } = await desk.opened(person)
  const { summons, code } = await desk.served(id, person)
  const act = (people: object[], more: object = {}) =>
    as('inspector', answering.refuseSummons, {
      ...{ id: summons, on: '2026-11-23', words: 'Түсініктеме беруден бас тартты.', witnesses: people as never },
      ...more,
    })
  const says = async (people: object[]) => {
    const fault = await refused('forbidden', act(people))
    assert.equal(fault.clause, '5.2')
    return fault.says.en
  }
  assert.match(await says([]), /too few/)
  assert.match(await says(witnesses.slice(0, 1)), /too few/)
  const [one, two] = witnesses
  assert.match(await says([{ name: 'Серикова Айгуль Болатовна', post: 'x' }, two ?? {}]), /author/)
  assert.match(await says([{ employee: castId('inspector'), name: 'Қате Аты', post: 'x' }, two ?? {}]), /author/)
  assert.match(await says([{ name: 'Смағұлова Динара Маратқызы', post: 'x' }, two ?? {}]), /person who refuses/)
  assert.match(await says([one ?? {}, { name: 'Сапаров Ержан Төлеуұлы', post: 'y' }]), /twice/)
  assert.deepEqual(fieldsOf(await refused('invalid', act(witnesses, { on: '2026-11-24' }))), ['on'])
  await act(witnesses)
  const it = await read('inspector', summons)
  assert.deepEqual([it.state, it.refused?.witnesses], ['refused', witnesses])
  // Its paper names everybody who signs; the scan comes back to it.
  const paper = await as('inspector', answering.printAct, { id: summons })
  assert.ok(isFile(paper))
  const text = await readText(Buffer.concat(await Array.fromAsync(paper.stream as AsyncIterable<Buffer>)))
  for (const { name } of witnesses) assert.ok(text.includes(name), name)
  const scan = await stage.bring(
    await stage.actor('inspector'),
    'акт.pdf',
    '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n',
  )
  await as('inspector', answering.attachAct, { id: summons, files: [scan] })
  assert.ok((await read('inspector', summons)).files.some((file) => file.id === scan && file.purpose === 'act'))
  assert.equal((await desk.visit(code, summonsInHand, {})).state, 'refused')
  // Whoever refused may still bring an explanation on paper.
  const brought = await stage.bring(
    await stage.actor('inspector'),
    'түсініктеме.pdf',
    '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n',
  )
  await as('inspector', answering.enterExplanation, {
    id: summons,
    on: '2026-11-23',
    text: 'Қағаздағы сөздер.',
    files: [brought],
  })
  assert.equal((await read('inspector', summons)).state, 'explained')
  // Not one of the court's staff is reported under clause 12.
  assert.equal(
    (await refused('forbidden', as('head', answering.reportSummons, { id: summons, words: 'x' }))).clause,
    '12',
  )
})

clause('12', 'staff of the Court Administration who do not comply are reported by the head', async () => {
  const { id: person } = await desk.official()
  const { id } = await desk.opened(person)
  const { summons } = await desk.served(id, person, { appearOn: '2026-11-24', appearPlace: '305-бөлме' })
  const report = (who: Who) => as(who, answering.reportSummons, { id: summons, words: 'Жазбаша баяндалды.' })
  assert.equal((await refused('forbidden', report('head'))).clause, '12')
  const miss = (on: string) =>
    as('inspector', answering.missSummons, { id: summons, on, words: 'Келмеді, себебін айтпады.' })
  assert.deepEqual(fieldsOf(await refused('invalid', miss('2026-11-23'))), ['on'])
  house.clock.set('2026-11-24T18:00')
  await miss('2026-11-24')
  assert.deepEqual((await dutiesOn('head', summons)).at(-1), ['report', '2026-11-25'])
  assert.equal((await read('head', summons)).awaitsReport, true)
  for (const who of ['inspector', 'deputy'] as const)
    assert.equal((await refused('forbidden', report(who))).clause, '12')
  await report('head')
  assert.ok((await dutiesOn('head', summons)).every(([due]) => due !== 'report'))
  assert.equal((await read('head', summons)).reported?.words, 'Жазбаша баяндалды.')
  assert.equal((await refused('forbidden', report('head'))).clause, '12')
  house.clock.set('2026-11-23T09:00')
})

clause(
  '5.16',
  'whoever is summoned and works here sees nothing of it, and principals see nothing of the course',
  async () => {
    const { id: person } = await desk.clerk({ iin: null })
    const { id } = await desk.opened(person)
    const { summons, code } = await desk.served(id, person)
    assert.equal((await read('deputy', summons)).id, summons)
    await as('analyst', openPerson, { id: person, reason: 'ЖСН енгізу' })
    await as('analyst', correctPerson, { id: person, iin: castIin('deputy'), basis: 'Жеке куәлік' })
    await refused('unknown', read('deputy', summons))
    assert.ok(!(await byName('work.mine', 'deputy', { size: 100 }).then(JSON.stringify)).includes(summons))
    assert.equal((await as('head', queries.listSummonses, { id })).rows.length, 1)
    await refused('forbidden', as('chairman', queries.listSummonses, { id }))
    await refused('unknown', read('chairman', summons))
    assert.equal((await desk.visit(code, summonsInHand, {})).id, summons)
  },
)
