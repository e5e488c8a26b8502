// A judge is questioned only with the Chairman's permission in force and the own consent; either may end it in a moment.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { publicActor } from '../../../test/kit/house.ts'
import { asOwner, journalOf, readText } from '../../../test/kit/papers.ts'
import { jobsOf } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import { isFile } from '../../kernel/reply.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { revokeAuthority } from '../authorities/ending.ts'
import { watch } from '../authorities/index.ts'
import { discontinueInvestigation } from '../investigations/opening.ts'
import { addPost } from '../persons/keeping.ts'
import { abaiCourt } from '../persons/persons.kit.ts'
import { closeRenderer } from '../templates/index.ts'
import * as consenting from './consenting.ts'
import * as holding from './holding.ts'
import { printProtocol } from './protocol.ts'
import * as queries from './queries.ts'
import { deskOf } from './questioning.kit.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as, news } = stage
const desk = deskOf(stage)
type Who = Parameters<typeof as>[0]

const read = (who: Who, id: string) => as(who, queries.openQuestioning, { id })
const begin = (id: string) => as('inspector', holding.beginQuestioning, { id })
const saying = async (work: Promise<unknown>, about: string, says: RegExp) => {
  const fault = await refused('forbidden', work)
  assert.equal(fault.clause, about)
  assert.match(fault.says.en, says)
}
const pdf = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'
/** Twelve frames of silence. */
const mp3 = Buffer.concat(
  Array.from({ length: 12 }, () => Buffer.concat([Buffer.from('fffb9064', 'hex'), Buffer.alloc(414)])),
)

clause(
  '5.3',
  'a judge is questioned only on the Chairman’s assignment or permission that names judge and case',
  async () => {
    const { id: judge } = await desk.register()
    const { id: another } = await desk.register()
    const { id } = await desk.opened(judge)
    const { id: elsewhere } = await desk.opened(judge)
    const questioning = await desk.planned(id, judge)
    await desk.consented(questioning)
    await as('inspector', holding.explainRights, { id: questioning })
    const none = /only on an assignment or permission of the Chairman/
    await saying(begin(questioning), '5.3', none)
    // Not for another judge, not for another case, not for the judge alone, not before its day.
    await desk.permitted(id, another)
    await desk.permitted(elsewhere, judge)
    await desk.permitted(id, judge, { about: [`person:${judge}`] })
    await desk.permitted(id, judge, { from: '2026-12-01' })
    await saying(begin(questioning), '5.3', none)
    // Nor from the Head of the Court Administration.
    assert.equal((await refused('forbidden', desk.permitted(id, judge, { issuer: 'ca-head' }))).clause, '5.3')
    const page = await read('inspector', questioning)
    assert.deepEqual(
      page.missing.map((it) => [it.clause, it.offer]),
      [['5.3', 'ask']],
    )
    const { persons, mayPlan } = await as('inspector', queries.listQuestionings, { id })
    assert.deepEqual(
      persons.map((it) => [it.id, it.judge, it.under, it.permission, it.missing.map(({ offer }) => offer)]),
      [[judge, true, true, null, ['ask']]],
    )
    assert.equal(mayPlan, true)
    await desk.permitted(id, judge)
    await begin(questioning)
    const it = await read('inspector', questioning)
    assert.deepEqual([it.state, it.judge, it.missing], ['underway', true, []])
    assert.match(it.permission?.number ?? '', /^6001-26-7-21\/\d+$/)
    const entries = await journalOf(house, questioning, 'questioning.begin')
    assert.deepEqual(
      entries.map(({ outcome }) => outcome),
      ['refused', 'refused', 'done'],
    )
  },
)

clause('5.3', 'a judge who has not consented to this occasion is not questioned', async () => {
  const { id: judge } = await desk.register()
  const { id } = await desk.opened(judge)
  await desk.permitted(id, judge)
  const other = await desk.planned(id, judge)
  await desk.consented(other)
  const questioning = await desk.planned(id, judge)
  await as('inspector', holding.explainRights, { id: questioning })
  const none = /only with the own consent/
  await saying(begin(questioning), '5.3', none)
  assert.deepEqual(
    (await read('inspector', questioning)).missing.map((it) => it.offer),
    ['consent'],
  )
  const consent = (more: object) =>
    as('inspector', consenting.recordConsent, { id: questioning, how: 'written', ...more })
  assert.deepEqual(fieldsOf(await refused('invalid', consent({}))), ['files'])
  assert.deepEqual(fieldsOf(await refused('invalid', consent({ how: 'spoken' }))), ['words'])
  await refused('forbidden', as('deputy', consenting.recordConsent, { id: questioning, how: 'spoken', words: 'x' }))
  const scan = await stage.bring(await stage.actor('inspector'), 'келісім.pdf', pdf)
  await consent({ files: [scan] })
  assert.equal((await refused('forbidden', consent({ files: [scan] }))).clause, '5.3')
  // Withdrawn before the beginning, it opens nothing; given again, it does; on another day it does not.
  await as('deputy', consenting.withdrawConsent, { id: questioning, words: 'Ойынан қайтты.' })
  await saying(begin(questioning), '5.3', none)
  await desk.consented(questioning)
  house.clock.set('2026-11-24T09:00')
  await saying(begin(questioning), '5.3', /another day/)
  house.clock.set('2026-11-23T09:00')
  await begin(questioning)
  assert.equal((await read('inspector', questioning)).consents.length, 2)
})

clause(
  '5.3',
  'the judge withdraws alone, and the questioning stops at once; what was said before stays with its time',
  async () => {
    const { questioning, code } = await desk.underway()
    house.clock.set('2026-11-23T10:15')
    await desk.ask(questioning)
    house.clock.set('2026-11-23T10:20')
    const page = await desk.visit(code, consenting.consentInHand, {})
    assert.deepEqual([page.open, page.on, page.place], [true, '2026-11-23', '305-бөлме'])
    await refused('unknown', desk.visit('AAAA-BBBB-CCCC-DDDD-EEEE-FFFF', consenting.consentInHand, {}))
    await refused('forbidden', perform(house.portal, consenting.withdrawInHand, publicActor(), {}))
    await desk.visit(code, consenting.withdrawInHand, {})
    // Before any job has run.
    const it = await read('inspector', questioning)
    assert.deepEqual([it.state, it.stopped, it.endedAt], ['stopped', 'consent', '2026-11-23T05:20:00.000Z'])
    assert.deepEqual(
      it.said.map(({ at, question }) => [at, question]),
      [['2026-11-23T05:15:00.000Z', 'Іс қалай бөлінді?']],
    )
    await saying(desk.ask(questioning, 'Тағы бір сұрақ', 'Жауап'), '5.3', /not under way/)
    assert.equal((await desk.visit(code, consenting.consentInHand, {})).open, false)
    await refused('wrong-state', desk.visit(code, consenting.withdrawInHand, {}))
    await news()
    const [entry] = await journalOf(house, questioning, 'questioning.withdraw')
    assert.deepEqual([entry?.outcome, entry?.actor], ['done', null])
    // Nor does the database take a word more, whatever the program says.
    await assert.rejects(
      asOwner(
        house,
        'insert into questioning_entries (id, questioning_id, at, by, question, answer) values ($1, $2, now(), $1, $3, $3)',
        [randomUUID(), questioning, 'x'],
      ),
      /nothing may be asked/,
    )
    house.clock.set('2026-11-23T09:00')
  },
)

clause('5.3', 'a withdrawal and a question of one moment: the question came first, or it was not asked', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { questioning, code } = await desk.underway()
    const [gone, asked] = await Promise.allSettled([
      desk.visit(code, consenting.withdrawInHand, {}),
      desk.ask(questioning),
    ])
    assert.equal(gone.status, 'fulfilled')
    const it = await read('inspector', questioning)
    assert.deepEqual([it.state, it.said.length], ['stopped', asked.status === 'fulfilled' ? 1 : 0])
    if (asked.status === 'rejected') assert.equal((asked.reason as { clause: string }).clause, '5.3')
    await refused('forbidden', desk.ask(questioning))
  }
})

clause('5.3', 'a withdrawal that the judge speaks is recorded by whoever hears it', async () => {
  const { questioning } = await desk.underway()
  await as('inspector2', consenting.withdrawConsent, { id: questioning, words: 'Жауап бергім келмейді.' })
  const it = await read('inspector', questioning)
  assert.deepEqual(
    [it.state, it.stopped, it.consents[0]?.withdrawnWords],
    ['stopped', 'consent', 'Жауап бергім келмейді.'],
  )
  assert.equal(
    (await refused('forbidden', as('inspector2', consenting.withdrawConsent, { id: questioning, words: 'x' }))).clause,
    '5.3',
  )
})

clause('5.3', 'a permission that is revoked or runs out stops the questioning', async () => {
  const { questioning, permission } = await desk.underway()
  await as('chairman', revokeAuthority, { id: permission, reason: 'Қажеттілік жоқ.' })
  // The gate itself waits for no job.
  await saying(desk.ask(questioning), '5.3', /only on an assignment or permission/)
  await news()
  assert.deepEqual(
    [(await read('inspector', questioning)).state, (await read('inspector', questioning)).stopped],
    ['stopped', 'permission'],
  )
  // Of one that has a last day.
  const { id: judge } = await desk.register()
  const { id } = await desk.opened(judge)
  await desk.permitted(id, judge, { until: '2026-11-23' })
  const night = await desk.planned(id, judge)
  await desk.consented(night)
  await desk.begun(night)
  house.clock.set('2026-11-24T00:05')
  await saying(desk.ask(night), '5.3', /only on an assignment or permission/)
  await watch(house)
  await news()
  assert.equal((await read('inspector', night)).stopped, 'permission')
  house.clock.set('2026-11-23T09:00')
})

clause(
  '6.21',
  'no question is asked in an investigation that has lost its assignment or was discontinued',
  async () => {
    const { questioning, authority } = await desk.underway()
    await as('chairman', revokeAuthority, { id: authority, reason: 'Тапсырма кері қайтарылды.' })
    await saying(desk.ask(questioning), '6.21', /halted/)
    await news()
    assert.equal((await read('inspector', questioning)).stopped, 'investigation')
    const { id: clerk } = await desk.clerk()
    const { id } = await desk.opened(clerk)
    const going = await desk.planned(id, clerk)
    await desk.begun(going)
    const waiting = await desk.planned(id, clerk)
    await as('head', discontinueInvestigation, { id, reason: 'Негіз жоқ.' })
    await news()
    assert.deepEqual(
      [(await read('head', going)).stopped, (await read('head', waiting)).state],
      ['investigation', 'cancelled'],
    )
    assert.equal((await refused('forbidden', desk.planned(id, clerk))).clause, '5.3')
  },
)

clause(
  '5.3',
  'whoever becomes a judge while being questioned is asked no more without permission and consent',
  async () => {
    const post = {
      kind: 'judge' as const,
      body: abaiCourt,
      post: 'judge' as const,
      basis: 'Жарлық № 15 (ойдан шығарылған)',
    }
    const going = async () => {
      const { id: clerk } = await desk.clerk()
      const { id } = await desk.opened(clerk)
      const questioning = await desk.planned(id, clerk)
      await desk.begun(questioning)
      return { clerk, questioning, investigation: id }
    }
    const today = await going()
    await as('analyst', addPost, { id: today.clerk, ...post, from: '2026-11-23' })
    await saying(desk.ask(today.questioning), '5.3', /only on an assignment or permission/)
    await news()
    assert.deepEqual(await read('inspector', today.questioning).then(({ state, stopped }) => [state, stopped]), [
      'stopped',
      'permission',
    ])
    // A permission that stood ready is not the consent of a judge.
    const ready = await going()
    await desk.permitted(ready.investigation, ready.clerk)
    await as('analyst', addPost, { id: ready.clerk, ...post, from: '2026-11-23' })
    await news()
    assert.equal((await read('inspector', ready.questioning)).stopped, 'consent')
    // From a day to come: nothing tells of that day but the night.
    const later = await going()
    await as('analyst', addPost, { id: later.clerk, ...post, from: '2026-11-24' })
    await news()
    await desk.ask(later.questioning)
    house.clock.set('2026-11-24T00:25')
    await saying(desk.ask(later.questioning), '5.3', /only on an assignment or permission/)
    await jobsOf(house)['questioning.watch']?.run(house, {})
    await news()
    assert.equal((await read('inspector', later.questioning)).stopped, 'permission')
    house.clock.set('2026-11-23T09:00')
  },
)

clause('5.16', 'the rights are explained before the first question, also to those who are no judges', async () => {
  const { id: clerk } = await desk.clerk()
  const { id } = await desk.opened(clerk)
  const questioning = await desk.planned(id, clerk)
  await saying(begin(questioning), '5.16', /rights must be explained/)
  assert.equal(
    (
      await refused(
        'forbidden',
        as('inspector', consenting.recordConsent, { id: questioning, how: 'spoken', words: 'x' }),
      )
    ).clause,
    '5.3',
  )
  await desk.begun(questioning)
  await saying(as('inspector', holding.explainRights, { id: questioning }), '5.3', /has begun/)
  const it = await read('inspector', questioning)
  assert.deepEqual([it.state, it.judge, it.permission], ['underway', false, null])
})

clause(
  '5.3',
  'the protocol keeps who took part, each answer with its time, what was corrected, and how it was signed',
  async () => {
    const { questioning } = await desk.underway()
    const part = { id: questioning, role: 'defender', name: 'Ақан Мұратұлы Сейітов', paper: 'лицензия № 17' } as const
    await as('inspector', holding.addParticipant, part)
    const key = randomUUID()
    const asking = { id: questioning, entryKey: key, question: 'Кім келді?', answer: 'Ешкім.' }
    await as('inspector', holding.askQuestion, asking)
    await as('inspector', holding.askQuestion, asking)
    const fix = { id: questioning, question: 'Кім келді?', answer: 'Көмекшім келді.', reason: 'Судья нақтылады.' }
    await as('inspector', holding.correctEntry, { ...fix, entry: key })
    assert.deepEqual(
      fieldsOf(await refused('invalid', as('inspector', holding.correctEntry, { ...fix, entry: key }))),
      ['entry'],
    )
    assert.deepEqual(
      fieldsOf(await refused('invalid', as('inspector', holding.correctEntry, { ...fix, entry: randomUUID() }))),
      ['entry'],
    )
    const it = await read('inspector', questioning)
    assert.deepEqual(
      it.said.map(({ answer, was }) => [answer, was.map((old) => [old.answer, old.reason])]),
      [['Көмекшім келді.', [['Ешкім.', 'Судья нақтылады.']]]],
    )
    const actor = await stage.actor('inspector')
    assert.deepEqual(
      fieldsOf(
        await refused(
          'invalid',
          as('inspector', holding.addAudio, { id: questioning, files: [await stage.bring(actor, 'a.pdf', pdf)] }),
        ),
      ),
      ['files'],
    )
    const audio = await stage.bring(actor, 'жазба.mp3', mp3)
    await as('inspector', holding.addAudio, { id: questioning, files: [audio] })
    await as('inspector', holding.finishQuestioning, { id: questioning })
    const sign = (more: object) =>
      as('inspector', holding.signQuestioning, { id: questioning, signature: 'remarks', ...more })
    assert.deepEqual(fieldsOf(await refused('invalid', sign({}))), ['remarks'])
    await sign({ remarks: 'Екінші жауап толық жазылмады.' })
    const signed = await read('inspector', questioning)
    assert.deepEqual([signed.state, signed.signature?.how], ['signed', 'remarks'])
    const kept = signed.files.find(({ purpose }) => purpose === 'protocol')
    assert.ok(kept)
    const reply = await as('inspector', queries.takeQuestioningFile, { id: questioning, file: kept.id })
    assert.ok(isFile(reply))
    const text = await readText(Buffer.concat(await Array.fromAsync(reply.stream as AsyncIterable<Buffer>)))
    const sound = signed.files.find(({ id }) => id === audio)
    for (const said of [
      'Көмекшім келді.',
      'Ешкім.',
      'Ақан Мұратұлы Сейітов',
      'Екінші жауап толық жазылмады.',
      sound?.sha256 ?? '!',
    ])
      assert.ok(text.replace(/\s+/g, ' ').includes(said), said)
    assert.ok(isFile(await as('deputy', printProtocol, { id: questioning })))
    await refused('forbidden', as('inspector', holding.correctEntry, { ...fix, entry: signed.said[0]?.id ?? '' }))
    assert.equal((await journalOf(house, questioning, 'questioning.protocol')).at(-1)?.outcome, 'read')
  },
)

clause('5.15', 'a questioning is seen by the team and their chain of command alone', async () => {
  const { id, judge, questioning } = await desk.underway()
  for (const who of ['inspector', 'inspector2', 'head', 'deputy'] as const) await read(who, questioning)
  for (const who of ['analyst', 'registrar', 'abaiInspector', 'chairman', 'caHead', 'auditor', 'admin'] as const) {
    await refused('unknown', read(who, questioning))
    const listed = await as(who, queries.listQuestionings, { id }).catch((fault: { reason: string }) => fault.reason)
    assert.ok(listed === 'unknown' || listed === 'forbidden', who)
  }
  assert.equal((await refused('forbidden', desk.planned(id, judge, {}, 'head'))).clause, '5.3')
  await refused('unknown', read('inspector', randomUUID()))
  await refused('unknown', as('inspector', queries.takeQuestioningFile, { id: questioning, file: randomUUID() }))
  assert.deepEqual(fieldsOf(await refused('invalid', desk.planned(id, randomUUID()))), ['person'])
  assert.deepEqual(fieldsOf(await refused('invalid', desk.planned(id, judge, { on: '2026-11-22' }))), ['on'])
})
