// From findings to the review: what is found, concluded and reviewed, by whom, and only on an authority in force.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner, journalOf, pdfOf, readText } from '../../../test/kit/papers.ts'
import { doing } from '../../../test/kit/room.ts'
import { castId } from '../../app/cast.ts'
import { module, registryOf } from '../../kernel/module.ts'
import { perform } from '../../kernel/perform.ts'
import { record } from '../../kernel/record.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { revokeAuthority } from '../authorities/ending.ts'
import { offerDocument, returnDocument, signDocument } from '../documents/operations.ts'
import { investigationRecord } from '../investigations/records.ts'
import { readInvestigation } from '../investigations/reading.ts'
import { addMember, replaceMember } from '../investigations/team-operations.ts'
import { postId } from '../org/index.ts'
import { appointActing } from '../org/people/operations.ts'
import { closeRenderer } from '../templates/index.ts'
import { listDuties } from '../work/contract.ts'
import * as concluding from './concluding.ts'
import * as findings from './findings.ts'
import { deskOf } from './conclusions.kit.ts'
import { materialsFor } from './materials.ts'
import { readConclusion } from './reading.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as, news } = stage
const desk = deskOf(stage)
type Who = Parameters<typeof as>[0]

const stateOf = async (id: string) => (await as('head', readInvestigation, { id })).state
const dutiesOn = async (who: Who, id: string) => {
  const operation = house.registry.operations.get('work.mine')
  assert.ok(operation)
  const { result } = await perform(house, operation, await stage.actor(who), { size: 100 })
  return listDuties.output
    .parse(result)
    .rows.filter(({ recordId }) => recordId === id)
    .map((it) => [it.stage.split('.')[0], it.term.dueOn])
}
const mayOn = async (who: Who, id: string) =>
  new Map(
    (await perform(house, readConclusion, await stage.actor(who), { id })).may
      .filter(({ operation }) => operation.startsWith('conclusions.'))
      .map((it) => [it.operation, it]),
  )

clause('6.21', 'each allegation gets a finding on each person, with its reasons and the evidence', async () => {
  const { id: first } = await desk.official()
  const { id: second } = await desk.official()
  const { id } = await desk.opened([first, second])
  const allegation = await desk.alleged(id)
  // A finding that something is proven refers to evidence, and only to evidence that is there.
  const bare = desk.found(id, allegation, first, { sources: null })
  assert.deepEqual(fieldsOf(await refused('invalid', bare)), ['refs'])
  const unknown = desk.found(id, allegation, first, { refs: [`document:${randomUUID()}`] })
  assert.deepEqual(fieldsOf(await refused('invalid', unknown)), ['refs'])
  await refused('invalid', desk.found(id, allegation, randomUUID()))
  await refused('invalid', desk.found(id, randomUUID(), first))
  const authority = (await as('inspector', readInvestigation, { id })).authority.inForce[0]
  assert.ok(authority)
  await desk.found(id, allegation, first, { refs: [`authority:${authority.id}`], sources: null })
  await desk.found(id, allegation, second, { finding: 'not-proven', sources: null })
  await desk.found(id, allegation, second, { finding: 'refuted', sources: null })
  const page = await desk.page(id)
  assert.deepEqual(
    page.people.map((it) => it.findings.map(({ finding, earlier, refs }) => [finding, earlier, refs.length])),
    [[['proven', 0, 1]], [['refuted', 1, 0]]],
  )
  assert.equal(page.people[0]?.findings[0]?.refs[0]?.caption, authority.number)
  assert.equal((await journalOf(house, id, 'conclusions.find')).filter(({ outcome }) => outcome === 'done').length, 3)
  // Outsiders learn nothing: neither of the investigation nor of an allegation of it.
  for (const who of ['inspector2', 'registrar', 'abaiHead', 'auditor'] as const)
    await refused('unknown', as(who, findings.addAllegation, { id, words: 'Жаңа айып тағы.' }))
  await refused('unknown', as('inspector', readConclusion, { id: randomUUID() }))
  await refused('forbidden', as('chairman', findings.addAllegation, { id, words: 'Жаңа айып тағы.' }))
  // An allegation that was dropped asks for no finding.
  const dropped = await desk.alleged(id, 'Қате жазылған айып тағы.')
  await desk.proposed(id, first)
  await desk.proposed(id, second, 'none')
  assert.equal((await refused('forbidden', desk.drafted(id))).clause, '6.21')
  await as('inspector', findings.dropAllegation, { id, allegation: dropped, reason: 'Қайталанған.' })
  await desk.drafted(id)
})

clause(
  '6.21',
  'a penalty is proposed only on what is proven, and a judge is referred to the Judicial Jury',
  async () => {
    const { id: employee } = await desk.official()
    const { id: judge } = await desk.register()
    const { id } = await desk.opened([employee, judge])
    const allegation = await desk.alleged(id)
    assert.equal((await refused('forbidden', desk.proposed(id, employee))).clause, '6.21')
    await desk.found(id, allegation, employee)
    await desk.found(id, allegation, judge)
    const wrong = await refused('forbidden', desk.proposed(id, judge, 'reprimand'))
    assert.deepEqual([wrong.clause, wrong.says.en.includes('Judicial Jury')], ['6.21', true])
    const other = await refused('forbidden', desk.proposed(id, employee, 'judicial-jury'))
    assert.deepEqual([other.clause, other.says.en.includes('judges alone')], ['6.21', true])
    await desk.proposed(id, judge, 'judicial-jury')
    for (const measure of ['remark', 'severe-reprimand', 'incomplete-compliance', 'demotion', 'dismissal'] as const)
      await desk.proposed(id, employee, measure)
    assert.equal((await desk.onPage(id, employee)).measure?.measure, 'dismissal')
    assert.ok((await journalOf(house, id, 'conclusions.propose')).some(({ outcome }) => outcome === 'refused'))
  },
)

clause('6.21', 'every step until the conclusion needs the authority in force', async () => {
  const { id: person } = await desk.official()
  const { id, authority, allegation } = await desk.answered(person)
  await as('chairman', revokeAuthority, { id: authority, reason: 'Тапсырма кері қайтарылды.' })
  // At once, before the news of it has been carried out.
  const attempts = [
    () => desk.alleged(id),
    () => desk.found(id, allegation, person),
    () => desk.proposed(id, person, 'remark'),
    () => as('inspector', findings.offerMaterials, { id, person, on: '2026-11-23' }),
    () => desk.drafted(id),
  ]
  for (const attempt of attempts) assert.equal((await refused('forbidden', attempt())).clause, '6.21')
  await news()
  assert.equal(await stateOf(id), 'halted')
  await desk.authorised(id)
  assert.equal(await stateOf(id), 'opened')
  const document = await desk.drafted(id)
  const revokeAll = async (): Promise<void> => {
    const { inForce } = (await as('head', readInvestigation, { id })).authority
    for (const it of inForce) await as('chairman', revokeAuthority, { id: it.id, reason: 'Қате берілген.' })
  }
  // Halted, the draft is not signed, and its page says why; the new assignment lets it go on.
  await revokeAll()
  await news()
  await as('inspector', offerDocument, { id: document })
  assert.equal((await refused('forbidden', as('head', signDocument, { id: document }))).clause, '6.21')
  await desk.authorised(id)
  await news()
  await as('head', returnDocument, { id: document, remark: 'Бірінші уәжді нақтылаңыз.' })
  // Signed in the very moment in which nothing was in force any more, the conclusion waits for the new authority.
  await revokeAll()
  await desk.signed(document)
  assert.equal(await stateOf(id), 'halted')
  await desk.authorised(id)
  await news()
  assert.equal(await stateOf(id), 'concluded')
  // After the conclusion an authority that ends stops nothing.
  const last = (await as('head', readInvestigation, { id })).authority.inForce
  for (const it of last) await as('chairman', revokeAuthority, { id: it.id, reason: 'Мерзімі бітті.' })
  await news()
  await as('deputy', concluding.reviewConclusion, { id, word: 'Материалдарға сай.' })
  await desk.studied(id, person)
})

clause('15', 'the conclusion is signed by the head or the person acting alone, and concludes the case', async () => {
  const { id: person } = await desk.official()
  const { id, allegation } = await desk.answered(person)
  await refused('forbidden', as('chairman', concluding.draftConclusion, { id }))
  const document = await desk.drafted(id)
  await refused('conflict', desk.drafted(id))
  // While the draft stands nothing under it moves.
  assert.equal((await refused('forbidden', desk.found(id, allegation, person))).clause, '6.21')
  await as('inspector', concluding.dropConclusion, { id, reason: 'Тұжырым өзгереді.' })
  await desk.found(id, allegation, person, { reasons: 'Қосымша түсініктемелер де айғақтады.' })
  // A draft that was given up and is signed after all concludes nothing.
  await desk.signed(document)
  assert.equal(await stateOf(id), 'opened')
  const second = await desk.drafted(id)
  await as('inspector', offerDocument, { id: second })
  for (const who of ['deputy', 'inspector'] as const)
    assert.equal((await refused('forbidden', as(who, signDocument, { id: second }))).clause, '15')
  await as('head', signDocument, { id: second })
  await news()
  assert.equal(await stateOf(id), 'concluded')
  const { conclusion } = await desk.page(id)
  assert.deepEqual([conclusion?.document, conclusion?.signedOn], [second, '2026-11-23'])
  assert.match(conclusion?.number ?? '', /^6001-26-7-16\/\d+$/)
  const words = await readText(await pdfOf(house, 'head', { id: second }))
  for (const part of ['Ғалымжан', 'Дәлелденді', 'Сөгіс', 'Қосымша түсініктемелер'])
    assert.ok(words.includes(part), part)
  await refused('forbidden', as('head', concluding.dropConclusion, { id, reason: 'Кеш.' }))
  assert.ok((await dutiesOn('head', id)).some(([stage, on]) => stage === 'review' && on === '2026-11-26'))
  // A paper about the case shows itself to those who see the case, whatever the reach of a post.
  for (const who of ['inspector2', 'registrar', 'analyst'] as const) await refused('unknown', open(who, second))
  assert.equal((await journalOf(house, id, 'conclusions.noteSigned')).at(-1)?.outcome, 'done')
})
const open = async (who: Who, id: string) => {
  const operation = house.registry.operations.get('documents.one') ?? house.registry.operations.get('documents.open')
  assert.ok(operation)
  return perform(house, operation, await stage.actor(who), { id })
}

clause('5.16', 'somebody outside the team reviews the conclusion; the team and the author are refused', async () => {
  const { id: person } = await desk.official()
  const { id } = await desk.concluded(person)
  const review = (who: Who) => as(who, concluding.reviewConclusion, { id, word: 'Сай.' })
  for (const who of ['inspector', 'head'] as const) {
    const fault = await refused('forbidden', review(who))
    assert.deepEqual([fault.clause, who === 'inspector' ? /team/.test(fault.says.en) : true], ['5.16', true])
    const may = (await mayOn(who, id)).get('conclusions.review')
    assert.deepEqual([may?.allowed, may?.why?.clause], [false, '5.16'], 'the screen says why')
  }
  await refused('unknown', review('inspector2'))
  await refused('forbidden', review('chairman'))
  // One of the team cannot be appointed, nor one who prepared it; one without an interest can, and then sees the case.
  const appoint = (employee: string) => as('head', concluding.appointReviewer, { id, employee })
  for (const who of ['inspector', 'head'] as const)
    assert.equal((await refused('forbidden', appoint(castId(who)))).clause, '5.16')
  assert.deepEqual(fieldsOf(await refused('invalid', appoint(castId('registrar')))), ['employee'])
  await appoint(castId('inspector2'))
  assert.ok((await dutiesOn('inspector2', id)).some(([stage]) => stage === 'review'))
  const asked = await desk.page(id, 'inspector2')
  assert.equal(asked.asked, true)
  await open('inspector2', asked.conclusion?.document ?? '')
  await as('inspector2', concluding.sendBackConclusion, { id, remarks: 'Екінші куәдан түсініктеме алынбаған.' })
  assert.equal(await stateOf(id), 'opened')
  assert.deepEqual((await desk.page(id)).conclusion, null)
  assert.ok((await dutiesOn('inspector', id)).some(([stage]) => stage === 'term'))
  await desk.signed(await desk.drafted(id))
  await as('inspector2', concluding.reviewConclusion, { id, word: 'Ескерту жойылды.' })
  assert.equal(await stateOf(id), 'reviewed')
  assert.deepEqual(
    (await desk.page(id)).reviews.map(({ passed }) => passed),
    [false, true],
  )
  await refused('wrong-state', as('deputy', concluding.reviewConclusion, { id, word: 'Тағы.' }))
  assert.equal((await journalOf(house, id, 'conclusions.review')).filter((it) => it.clause === '5.16').length, 2)
})

clause('5.16', 'whoever has left the team does not review its conclusion either', async () => {
  const { id: person } = await desk.official()
  const { id } = await desk.answered(person)
  await as('head', addMember, { id, employee: castId('deputy'), role: 'member' })
  await as('head', replaceMember, {
    id,
    employee: castId('deputy'),
    by: castId('inspector2'),
    reason: 'Жүктемесіне байланысты.',
  })
  await desk.signed(await desk.drafted(id))
  const fault = await refused('forbidden', as('deputy', concluding.reviewConclusion, { id, word: 'Сай.' }))
  assert.deepEqual([fault.clause, /member of the team/.test(fault.says.en)], ['5.16', true])
  assert.equal(
    (await refused('forbidden', as('head', concluding.appointReviewer, { id, employee: castId('deputy') }))).clause,
    '5.16',
  )
})

clause('15', 'in the absence of the head the person acting signs the conclusion, and nobody else', async (t) => {
  t.after(() => house.clock.set('2026-11-23T09:00'))
  const { id: person } = await desk.official()
  const { id } = await desk.answered(person)
  const document = await desk.drafted(id)
  await as('inspector', offerDocument, { id: document })
  await as('head', appointActing, {
    id: castId('deputy'),
    postId: postId('department', 'head'),
    fromOn: '2026-11-24',
    untilOn: '2026-11-24',
    basis: 'Бұйрық',
  })
  house.clock.set('2026-11-24T09:00')
  assert.equal((await refused('forbidden', as('inspector', signDocument, { id: document }))).clause, '15')
  // For these days the head, being replaced, does not see the case either.
  await refused('unknown', as('head', signDocument, { id: document }))
  await as('deputy', signDocument, { id: document })
  await news()
  assert.equal((await desk.page(id)).state, 'concluded')
})

clause('13', 'the materials of a case are all that the rooms below keep of it, of whatever kind', async () => {
  const { id: person } = await desk.official()
  const { id } = await desk.opened([person])
  await asOwner(
    house,
    `do $$ begin
      create table boxes (id uuid primary key, investigation_id uuid not null, label text not null);
      call guard('boxes');
      create policy seen on boxes to qorgan_test_app using (exists (select from investigations i where i.id = investigation_id));
      grant select on boxes to qorgan_test_app;
    end $$`,
  )
  const box = randomUUID()
  await asOwner(house, `insert into boxes values ($1, $2, 'Мөрленген қорап № 1'), ($3, $3, 'Бөгде қорап')`, [
    box,
    id,
    randomUUID(),
  ])
  const title = { kk: 'Қорап', ru: 'Короб', en: 'Box' }
  const boxes = record({
    name: 'box',
    table: 'boxes',
    title,
    find: async (tx, of) =>
      (await sql<{ id: string; label: string }>`select id, label from boxes where id = ${of}`.execute(tx.db)).rows[0],
    caption: ({ label }) => label,
  })
  const room = module({ name: 'boxes', title, clauses: ['6.21'], records: [boxes] })
  const registry = registryOf([room, ...house.registry.modules])
  const listed = async (who: Who) =>
    doing({ ...house, registry }, await stage.actor(who), async (tx) => {
      const it = await investigationRecord.find(tx, id, false)
      return it ? (await materialsFor(tx, it)).filter(({ kind }) => kind === 'box' || kind === 'material') : null
    })
  await as('inspector', findings.addMaterial, { id, words: 'Қағаз түріндегі 2-том' })
  const [boxed, added, ...more] = (await listed('inspector')) ?? []
  assert.deepEqual([added?.caption, more], ['Қағаз түріндегі 2-том', []])
  assert.deepEqual([boxed], [{ kind: 'box', id: box, caption: 'Мөрленген қорап № 1', group: title }])
  assert.equal(await listed('inspector2'), null)
})
