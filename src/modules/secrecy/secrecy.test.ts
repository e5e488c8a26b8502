// Official secrets in the Regulation's words: the mark, who sees it, its end by the clock, and the door for state secrets.
import assert from 'node:assert/strict'
import { after } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { testHouse } from '../../../test/kit/house.ts'
import { asOwner, journalOf, open, pdfOf, performNamed, readText, refusalOf, sign } from '../../../test/kit/papers.ts'
import { castId, castNames, type CastName } from '../../app/cast.ts'
import { asActor } from '../../kernel/database.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import { search } from '../../kernel/search/index.ts'
import { systemActor } from '../../kernel/system.ts'
import { askAgreement } from '../agreement/operations.ts'
import * as documents from '../documents/operations.ts'
import { listDocuments } from '../documents/queries.ts'
import { closeRenderer } from '../templates/index.ts'
import { remindOfTerms } from '../work/index.ts'
import * as operations from './operations.ts'

const house = await testHouse(null)
after(closeRenderer)

const words = {
  addressee: 'Алматы қалалық соты',
  address: null,
  subject: 'Кіреберіс журналдары туралы',
  asked: 'Қараша айындағы келушілер журналы.',
  ground: 'Ереженің 5-тармағының 6) тармақшасы.',
  until: '2026-12-10',
}
const drafted = async (fields: Record<string, string | null> = words, template = 'request') =>
  (await perform(house, documents.draftDocument, await house.as('inspector'), { template, language: 'kk', fields }))
    .result.id
const ground = 'Шектелген мәліметтер тізбесінің 4-тармағы'
const mark = async (id: string, more: object = {}, by: CastName = 'inspector') =>
  perform(house, operations.markDocument, await house.as(by), { id, ground, copy: 1, ...more })
const sees = async (by: CastName, id: string) =>
  open(house, by, id).then(
    () => true,
    () => false,
  )
const counted = async (by: CastName) =>
  (await perform(house, listDocuments, await house.as(by), { words: words.subject })).result.total
const found = async (by: CastName) => {
  const actor = await house.as(by)
  return asActor(house.database, actor, async (db) =>
    (await search({ db, house }, { q: words.subject, kinds: ['document'], limit: 50 })).hits.map(({ id }) => id),
  )
}
const duties = async (by: CastName, id: string) => {
  const { rows } = (await performNamed(house, 'work.mine', await house.as(by), { size: 100 })) as {
    rows: { recordId: string; stage: string; title: string; term: { dueOn: string } }[]
  }
  return rows.filter(({ recordId }) => recordId === id)
}

clause(
  '5.16',
  'a marked document is seen by its drafter, its readers and the signer alone: in no list, search or count of others',
  async () => {
    const id = await drafted()
    const before = { deputy: await counted('deputy'), registrar: await counted('registrar') }
    assert.ok((await found('deputy')).includes(id) && (await sees('registrar', id)))
    await mark(id, { readers: [castId('analyst')] })
    for (const name of castNames)
      assert.equal(await sees(name, id), ['inspector', 'analyst', 'head'].includes(name), name)
    assert.equal(await counted('deputy'), before.deputy - 1)
    assert.equal(await counted('registrar'), before.registrar - 1)
    assert.ok(!(await found('deputy')).includes(id))
    assert.ok((await found('analyst')).includes(id))
    const { result } = await perform(house, operations.listMarked, await house.as('deputy'), {})
    assert.equal(result.total, 0)
    assert.deepEqual(
      (await perform(house, operations.listMarked, await house.as('analyst'), {})).result.rows.map((it) => it.id),
      [id],
    )

    // Offered for signature: it lies on the head's desk, and its subject is told to nobody else.
    await perform(house, documents.offerDocument, await house.as('inspector'), { id })
    const [due] = await duties('head', id)
    assert.deepEqual([due?.stage, due?.title], ['sign', 'Құжаттар мен мәліметтер сұрату'])
    assert.deepEqual(await duties('deputy', id), [])
    await sign(house, 'head', id)
    assert.equal(await sees('deputy', id), false)
    const way = await refusalOf(
      perform(house, documents.sendDocument, await house.as('inspector'), { id, way: 'portal' }),
    )
    assert.deepEqual([way.reason, way.fields[0]?.path], ['invalid', 'way'])
    const reading = await journalOf(house, id, 'documents.one')
    assert.ok(reading.some(({ actor, outcome }) => actor === castId('analyst') && outcome === 'read'))
  },
)

clause(
  '5.16',
  'on the day of an acting appointment the person acting sees what is to be signed, and the head no longer',
  async () => {
    const id = await drafted()
    await mark(id)
    await perform(house, documents.offerDocument, await house.as('inspector'), { id })
    await performNamed(house, 'org.recordAbsence', await house.as('head'), {
      id: castId('head'),
      kind: 'leave',
      fromOn: '2026-11-24',
      untilOn: '2026-11-24',
      basis: null,
    })
    assert.equal(await sees('deputy', id), false)
    house.clock.set('2026-11-24T10:00')
    assert.deepEqual([await sees('deputy', id), await sees('head', id)], [true, false])
    await sign(house, 'deputy', id)
    house.clock.set('2026-11-25T10:00')
    // Whoever signed goes on seeing it; whoever signs today sees it too.
    assert.deepEqual([await sees('deputy', id), await sees('head', id)], [true, true])
  },
)

clause(
  '5.16',
  'the mark is stamped on every page, of the draft and of what was signed, with its ground, copy and term',
  async () => {
    const id = await drafted({ ...words, asked: Array.from({ length: 90 }, (_, n) => `${n + 1}-журнал.`).join('\n') })
    await mark(id, { copy: 2, until: '2031-05-01' })
    const check = (text: string) => {
      assert.equal(text.split('Қызмет бабында пайдалану үшін').length - 1, text.split(/\d \/ \d/).length - 1)
      for (const part of ['Дана № 2', ground, '2031 жылғы 1 мамыр']) assert.ok(text.includes(part), part)
    }
    check(await readText(await pdfOf(house, 'inspector', { id })))
    await perform(house, documents.offerDocument, await house.as('inspector'), { id })
    await sign(house, 'head', id)
    check(await readText(await pdfOf(house, 'head', { id })))
  },
)

clause('5.16', 'the mark holds at most fifteen years, thirty for a body with a special archive', async () => {
  const until = async (more: object) => (await mark(await drafted(), more)).result.until
  assert.equal(await until({}), '2041-11-24')
  assert.equal(await until({ archive: true }), '2056-11-24')
  const bad = async (more: object, path: string) => {
    const refusal = await refusalOf(mark(await drafted(), more))
    assert.deepEqual([refusal.reason, refusal.fields[0]?.path], ['invalid', path])
  }
  await bad({ until: '2041-11-25' }, 'until')
  await bad({ until: '2026-11-24' }, 'until')
  await bad({ until: '2056-11-25', archive: true }, 'until')
  await bad({ ground: ' ' }, 'ground')
  await bad({ copy: 0 }, 'copy')
  await bad({ readers: [castId('gate')] }, 'readers')
})

clause(
  '5.16',
  'the mark is put by the drafter or the signer, on a draft, and never on what is given to an applicant',
  async () => {
    const id = await drafted()
    for (const name of ['deputy', 'registrar'] as const) {
      const refusal = await refusalOf(mark(id, {}, name))
      assert.deepEqual([refusal.reason, refusal.clause], ['forbidden', '5.16'])
    }
    assert.equal((await refusalOf(mark(id, {}, 'gate'))).reason, 'unknown')
    // Whoever is asked to agree goes on seeing the text; a stranger is not asked about it.
    await perform(house, askAgreement, await house.as('inspector'), { id, people: [castId('analyst')] })
    await mark(id)
    assert.equal(await sees('analyst', id), true)
    assert.equal((await refusalOf(mark(id))).reason, 'forbidden')
    const stranger = await refusalOf(
      perform(house, askAgreement, await house.as('inspector'), {
        id: await markedDraft(),
        people: [castId('deputy')],
      }),
    )
    assert.equal(stranger.fields[0]?.path, 'people')
    const given = await drafted({ subject: words.subject }, 'reply')
    await asOwner(house, "update documents set about_kind = 'appeal' where id = $1", [given])
    const refusal = await refusalOf(mark(given))
    assert.deepEqual([refusal.reason, refusal.clause], ['forbidden', '5.16'])
    assert.match(refusal.says.kk, /өтініш берушіге беріледі/)
    const offered = await drafted()
    await perform(house, documents.offerDocument, await house.as('inspector'), { id: offered })
    assert.equal((await refusalOf(mark(offered))).reason, 'wrong-state')
  },
)
const markedDraft = async () => {
  const id = await drafted()
  await mark(id)
  return id
}

clause(
  '5.16',
  'the end of the mark lifts nothing silently: its keeper is told, and extends or lifts it with a reason',
  async () => {
    const id = await drafted()
    await mark(id, { until: '2027-03-31' })
    const watch = async (day: string) => {
      house.clock.set(`${day}T07:30`)
      return (await perform(house, operations.watchMarks, systemActor, {})).result.told
    }
    assert.equal(await watch('2027-03-01'), 0)
    assert.equal(await watch('2027-03-17'), 1)
    assert.equal(await watch('2027-03-18'), 0)
    const [due] = await duties('inspector', id)
    assert.deepEqual([due?.stage, due?.term.dueOn], ['mark', '2027-03-31'])
    house.clock.set('2027-04-01T08:00')
    await perform(house, remindOfTerms, systemActor, {})
    assert.equal((await open(house, 'inspector', id)).result.mark?.until, '2027-03-31')
    assert.equal(await sees('deputy', id), false)
    const shown = (await perform(house, operations.readMark, await house.as('inspector'), { id })).result
    assert.equal(shown.mark?.expired, true)
    const told = (await performNamed(house, 'work.notices', await house.as('head'), { size: 100 })) as {
      rows: { news: string; recordId: string }[]
    }
    assert.ok(told.rows.some(({ news, recordId }) => news === 'escalated' && recordId === id))

    const extend = async (until: string, reason: string, by: CastName = 'inspector') =>
      perform(house, operations.extendMark, await house.as(by), { id, until, reason })
    assert.equal((await refusalOf(extend('2050-01-01', 'Хаттама 3'))).fields[0]?.path, 'until')
    assert.equal((await refusalOf(extend('2030-01-01', ' '))).reason, 'invalid')
    assert.equal((await refusalOf(extend('2030-01-01', 'Хаттама 3', 'deputy'))).reason, 'unknown')
    await extend('2030-01-01', 'Сараптама комиссиясының № 3 хаттамасы')
    assert.deepEqual(await duties('inspector', id), [])

    // Signed: what the signature covers bears the mark, so the signer of the day alone lifts it.
    await perform(house, documents.offerDocument, await house.as('inspector'), { id })
    await sign(house, 'head', id)
    const lift = async (by: CastName) =>
      perform(house, operations.liftMark, await house.as(by), { id, reason: 'Мәлімет ашық жарияланды.' })
    assert.deepEqual(
      [(await refusalOf(lift('inspector'))).reason, (await refusalOf(lift('inspector'))).clause],
      ['forbidden', '5.16'],
    )
    await lift('head')
    assert.equal(await sees('deputy', id), true)
    assert.ok((await found('deputy')).includes(id))
    const { acts } = (await perform(house, operations.readMark, await house.as('deputy'), { id })).result
    assert.deepEqual(
      acts.map(({ act, reason }) => [act, reason]),
      [
        ['lifted', 'Мәлімет ашық жарияланды.'],
        ['extended', 'Сараптама комиссиясының № 3 хаттамасы'],
        ['marked', null],
      ],
    )
    await assert.rejects(asOwner(house, 'begin; set role qorgan_test_app; delete from mark_acts'), /permission denied/)
    assert.deepEqual(await drainJobs(house), [])
  },
)

clause(
  '5.16',
  'readers are added and removed with a reason, and a removed one does not learn of the document',
  async () => {
    const id = await drafted()
    await mark(id, { readers: [castId('analyst')] })
    const change = async (readers: readonly CastName[], reason = 'Тапсырма бойынша') =>
      perform(house, operations.setReaders, await house.as('inspector'), { id, readers: readers.map(castId), reason })
    await change(['inspector2'])
    assert.deepEqual([await sees('analyst', id), await sees('inspector2', id)], [false, true])
    assert.ok(!(await found('analyst')).includes(id))
    assert.equal((await refusalOf(change(['analyst'], ''))).reason, 'invalid')
    await asOwner(house, 'insert into denied values ($1, $2, now(), $3)', [id, castId('analyst'), 'Аты аталған'])
    assert.equal((await refusalOf(change(['analyst']))).fields[0]?.path, 'readers')
    await asOwner(house, 'delete from denied')
  },
)

clause(
  '5.16',
  'a document with the mark of a state secret is refused at the door, and nothing of it is kept',
  async () => {
    for (const grade of ['secret', 'top-secret', 'special-importance']) {
      const refusal = await refusalOf(mark(await drafted(), { grade }))
      assert.deepEqual([refusal.reason, refusal.clause], ['forbidden', '5.16'])
      assert.match(refusal.says.kk, /Мемлекеттік құпия белгісі бар құжат бұл жүйеге енгізілмейді/)
    }
    const id = await drafted()
    const secret = { ...words, asked: 'Өте құпия\nІс-шаралар жоспары.' }
    for (const work of [
      () => drafted(secret),
      async () => perform(house, documents.saveDocument, await house.as('inspector'), { id, fields: secret }),
      () => pdfOf(house, 'inspector', { id, fields: { ...words, subject: 'СОВЕРШЕННО СЕКРЕТНО' } }),
    ]) {
      const refusal = await refusalOf(work())
      assert.deepEqual([refusal.reason, refusal.clause], ['forbidden', '5.16'])
      assert.match(refusal.fields[0]?.path ?? '', /^fields\./)
    }
    assert.equal((await open(house, 'inspector', id)).result.draft, 1)
    const kept = await asOwner(house, "select 1 from journal_inbox where detail like '%Іс-шаралар жоспары%'")
    assert.equal(kept.length, 0)
  },
)

clause(
  '5.16',
  'of a document held outside only its reference is kept, once, by those who keep the register',
  async () => {
    const reference = {
      number: '12-7/0045',
      datedOn: '2026-11-20',
      body: 'Өңірлік департамент',
      heldAt: 'Режим қызметі, 2-сейф',
      subject: 'Хат алмасу',
    }
    const keep = async (by: CastName, more: object = {}) =>
      perform(house, operations.keepReference, await house.as(by), { ...reference, ...more })
    await keep('registrar')
    assert.equal((await refusalOf(keep('registrar'))).reason, 'conflict')
    for (const name of ['inspector', 'deputy', 'gate', 'auditor'] as const) {
      assert.equal((await refusalOf(keep(name, { number: '1' }))).clause, '5.16')
      assert.equal(
        (await refusalOf(perform(house, operations.listReferences, await house.as(name), {}))).reason,
        'forbidden',
      )
    }
    assert.equal(
      (await refusalOf(keep('registrar', { number: '2', datedOn: '2100-01-01' }))).fields[0]?.path,
      'datedOn',
    )
    assert.equal((await refusalOf(keep('registrar', { number: '3', subject: ' ' }))).fields[0]?.path, 'subject')
    const { rows, total } = (await perform(house, operations.listReferences, await house.as('head'), { words: '0045' }))
      .result
    assert.equal(total, 1)
    assert.deepEqual(
      [rows[0]?.number, rows[0]?.heldAt, rows[0]?.keptBy.kk],
      ['12-7/0045', 'Режим қызметі, 2-сейф', 'Назгүл Маратқызы Бекова'],
    )
  },
)
