// Repeats linked and counted, duplicates proposed and answered together: within the asker's sight, and telling nothing of who wrote.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { checkDigit } from '../../kernel/identifiers.ts'
import { perform } from '../../kernel/perform.ts'
import { clause } from '../../../test/kit/clause.ts'
import { systemActor } from '../../../test/kit/house.ts'
import { aPerson, castId, courtId, fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { appealStatus, takeReply } from '../appeals/index.ts'
import { assignAppeal, draftReply, takeUpAppeal } from '../appeals/operations.ts'
import { openAppeal } from '../appeals/queries.ts'
import { registerAppeal } from '../appeals/registering.ts'
import { offerDocument, saveDocument, signDocument } from '../documents/operations.ts'
import { closeRenderer } from '../templates/index.ts'
import * as following from './following.ts'
import * as operations from './operations.ts'
import { authorMarks, printOf } from './prints.ts'

const stage = await openStage()
const { house, owner, as } = stage
after(closeRenderer)

/** Nobody's: born on the 30th of February. */
const iinOf = (digits: string): string => `${digits}${checkDigit(digits)}`

const story = `Аудандық соттың кеңсе қызметкері менің № 7514-26-00-2/318 ісімді тіркегені үшін ақша сұрады. Мен ақша бермедім,
сондықтан ол істі екі апта бойы төрағаға тапсырмай қойды. Куәгерлер бар, олардың аты-жөнін тексеру кезінде айтамын.`
const copied = story.replace('екі апта', 'үш апта').replaceAll('қ', 'к').replaceAll('і', 'и')
const unlike = `Сот ғимаратына кіреберістегі күзетші мүгедектер арбасымен келген анамды өткізбей, дөрекі сөйлесті. Қоғамдық
қабылдауда кезек сағаттап созылады, ешкім жауап бермейді.`

const other = {
  ...aPerson,
  name: 'Ерлан Сейітұлы Қойшыбаев',
  iin: iinOf('99023030099'),
  phone: '8 702 000 00 00',
  email: null,
  address: 'Тараз',
}
const later = (days: number) => house.clock.set(`2026-11-${23 + days}T09:00`)

const found = async (id: string, who: Parameters<typeof as>[0] = 'registrar') => as(who, operations.findAlike, { id })

clause(
  '6.23',
  'a copy of an appeal is proposed with its score and why, in the asker’s sight alone, and tells nothing of who wrote',
  async () => {
    const one = await stage.registered({ text: story, court: courtId('REG-10'), courtName: undefined })
    const foreign = await stage.registered({ text: unlike, applicant: other })
    const two = await stage.submit({ text: copied, applicant: other, court: courtId('REG-10'), courtName: undefined })
    await stage.news()
    const { proposals, mayLink } = await found(two.id)
    const [first] = proposals
    assert.deepEqual([first?.id, proposals.some(({ id }) => id === foreign.id), mayLink], [one.id, true, true])
    assert.ok((first?.share ?? 0) >= 60 && (first?.score ?? 0) >= 50, JSON.stringify(first))
    assert.deepEqual(first?.why, ['text', 'number', 'named', 'court'])
    assert.deepEqual(proposals.find(({ id }) => id === foreign.id)?.why, ['author', 'named'])
    assert.doesNotMatch(JSON.stringify(proposals), /Мырзабеков|Қойшыбаев|921029350851/)
    // In Abai nobody sees what the centre has; the inspector sees no more than the own desk.
    assert.deepEqual(
      (await found(two.id, 'abaiHead')).proposals.map(({ id }) => id),
      [one.id],
    )
    await refused('unknown', found(two.id, 'inspector'))
    await as('registrar', registerAppeal, { id: two.id })
    await as('abaiHead', assignAppeal, { id: two.id, to: castId('abaiInspector') })
    await stage.news()
    assert.deepEqual((await found(two.id, 'abaiInspector')).proposals, [])
    await refused('forbidden', as('abaiInspector', operations.dismissAlike, { id: two.id, other: two.id, reason: 'x' }))
    await refused('unknown', as('abaiHead', operations.dismissAlike, { id: two.id, other: foreign.id, reason: 'x' }))
    // Dismissed with a reason, it is not proposed again from either side.
    await as('registrar', operations.dismissAlike, { id: two.id, other: one.id, reason: 'Басқа адамның ісі.' })
    assert.equal(
      (await found(two.id)).proposals.some(({ id }) => id === one.id),
      false,
    )
    assert.equal(
      (await found(one.id)).proposals.some(({ id }) => id === two.id),
      false,
    )
    await refused(
      'conflict',
      as('registrar', operations.dismissAlike, { id: two.id, other: one.id, reason: 'Тағы да.' }),
    )
  },
)

clause(
  '6.23',
  'an appeal of the same person on the same question is linked as a repeat, and counted by the day of receipt',
  async () => {
    const writer = { ...aPerson, iin: iinOf('99023030098') }
    const anew = (more: object = {}) => stage.registered({ applicant: { ...writer, ...more }, text: unlike })
    const first = await anew({ iin: null })
    later(1)
    const second = await anew({ iin: null, phone: '+7 (701) 123-45-67', email: null, address: 'Астана' })
    later(2)
    const third = await anew({ iin: null, phone: null, address: 'семей каласы, абай кошеси, 1-уй', email: null })
    const stranger = await stage.registered({
      applicant: { ...writer, iin: null, phone: null, email: null, address: 'Ақтау' },
      text: unlike,
    })
    const nameless = await stage.registered({ applicant: { as: 'anonymous' }, text: unlike })
    await stage.news()
    await refused('forbidden', as('registrar', operations.linkRepeat, { id: nameless.id, other: first.id }))
    const notHers = await refused(
      'invalid',
      as('registrar', operations.linkRepeat, { id: stranger.id, other: first.id }),
    )
    assert.deepEqual(fieldsOf(notHers), ['other'])
    await refused('invalid', as('registrar', operations.linkRepeat, { id: first.id, other: second.id }))
    await refused('invalid', as('registrar', operations.linkRepeat, { id: first.id, other: first.id }))
    // Out of order: the third is known first, then the second; the places follow the days.
    assert.deepEqual(await as('registrar', operations.linkRepeat, { id: third.id, other: first.id }), { place: 2 })
    assert.deepEqual(await as('registrar', operations.linkRepeat, { id: second.id, other: first.id }), { place: 2 })
    await refused('wrong-state', as('registrar', operations.linkRepeat, { id: third.id, other: second.id }))
    const page = await found(third.id)
    assert.equal(page.place, 3)
    assert.deepEqual(
      page.chain.map(({ id, place, self }) => [id, place, self]),
      [
        [first.id, 1, false],
        [second.id, 2, false],
        [third.id, 3, true],
      ],
    )
    assert.equal(
      page.proposals.some(({ id }) => id === first.id),
      false,
    )
    await as('registrar', operations.unlinkRepeat, { id: second.id, reason: 'Мәселесі бөлек екен.' })
    assert.equal((await found(third.id)).place, 2)
    await refused('wrong-state', as('registrar', operations.unlinkRepeat, { id: second.id, reason: 'x' }))
  },
)

const words = {
  addressee: 'С. Мырзабековке',
  subject: 'Ақы сұрау туралы',
  established: 'Тексерілді.',
  ground: 'Ереженің 6-тармағының 23) тармақшасы.',
  outcome: 'Қанағаттандырылды.',
}

clause(
  '6.23',
  'a duplicate keeps its number, is nobody’s second work, and is answered together with the first',
  async () => {
    later(2)
    const first = await stage.registered({ text: story })
    house.clock.set('2026-11-25T10:00')
    const second = await stage.registered({ text: copied })
    const third = await stage.registered({ text: copied })
    await stage.news()
    await refused('invalid', as('registrar', operations.joinDuplicate, { id: first.id, other: second.id }))
    const stranger = await stage.registered({ text: story, applicant: other })
    await stage.news()
    await refused('invalid', as('registrar', operations.joinDuplicate, { id: stranger.id, other: first.id }))
    assert.equal((await found(stranger.id)).proposals.find(({ id }) => id === first.id)?.mayJoin, false)
    assert.equal((await found(second.id)).proposals.find(({ id }) => id === first.id)?.mayJoin, true)
    await as('registrar', operations.joinDuplicate, { id: second.id, other: first.id })
    await as('registrar', operations.joinDuplicate, { id: third.id, other: first.id })
    await refused('wrong-state', as('registrar', operations.joinDuplicate, { id: third.id, other: first.id }))
    const duties = async (id: string) =>
      (await sql`select 1 from duties where record_id = ${id} and closed_at is null`.execute(owner)).rows.length
    assert.deepEqual([await duties(first.id), await duties(second.id), await duties(third.id)], [1, 0, 0])
    // One of them is given to somebody after all: it is considered by itself.
    await as('head', assignAppeal, { id: third.id, to: castId('inspector2') })
    await stage.news()
    assert.equal(await duties(third.id), 1)
    assert.deepEqual(
      (await found(first.id)).joined.map(({ id }) => id),
      [second.id],
    )
    assert.equal((await found(second.id)).first?.id, first.id)
    const { number } = await as('registrar', openAppeal, { id: second.id })

    await as('head', assignAppeal, { id: first.id, to: castId('inspector') })
    await as('inspector', takeUpAppeal, { id: first.id })
    const { document } = await as('inspector', draftReply, { id: first.id, result: 'satisfied' })
    await as('inspector', saveDocument, { id: document, fields: words })
    await as('inspector', offerDocument, { id: document })
    await as('head', signDocument, { id: document })
    await stage.news()
    const answered = await as('registrar', openAppeal, { id: second.id })
    assert.deepEqual([answered.state, answered.number, answered.term.doneOn], ['delivered', number, '2026-11-25'])
    const status = await stage.visit(second.code, appealStatus, {})
    assert.ok(status.reply)
    await stage.visit(second.code, takeReply, { file: status.reply.file })
    assert.equal((await as('registrar', openAppeal, { id: third.id })).state, 'assigned')
  },
)

clause(
  '6.23',
  'when the first ends without an answer, or somebody separates them, the duplicate is on the desk again',
  async () => {
    const anonymous = { applicant: { as: 'anonymous' as const }, text: story }
    const first = await stage.registered(anonymous)
    const second = await stage.registered(anonymous)
    const third = await stage.registered(anonymous)
    await stage.news()
    await as('registrar', operations.joinDuplicate, { id: second.id, other: first.id })
    await as('registrar', operations.joinDuplicate, { id: third.id, other: first.id })
    await as('registrar', operations.separate, { id: third.id, reason: 'Басқа оқиға туралы.' })
    await refused('wrong-state', as('registrar', operations.separate, { id: third.id, reason: 'x' }))
    const close = house.registry.operations.get('appeals.closeAnonymous')
    assert.ok(close)
    await perform(house, close, await stage.actor('head'), { id: first.id, reason: 'Дерек жоқ.' })
    await stage.news()
    for (const { id } of [second, third]) {
      const { rows } = await sql<{
        due_on: string
      }>`select due_on from duties where record_id = ${id} and stage = 'answer' and closed_at is null`.execute(owner)
      assert.equal(rows.length, 1)
      assert.equal(rows[0]?.due_on, (await as('registrar', openAppeal, { id })).term.dueOn)
    }
    const { rows } = await sql<{
      detail: string
    }>`select detail from journal_inbox where operation = 'likeness.separate'
    union all select d.detail from journal_entries e join journal_details d on d.entry_id = e.id where e.operation = 'likeness.separate'`.execute(
      owner,
    )
    assert.ok(rows.some(({ detail }) => detail?.includes('Басқа оқиға туралы.')))
  },
)

test('what came without a print gets one by night, and nobody but the house reads prints', async () => {
  const { id } = await stage.submit({ text: story })
  await stage.news()
  await sql`select set_config('app.operation', 'test', false)`.execute(owner)
  await sql`delete from likeness_prints where appeal_id = ${id}`.execute(owner)
  const { result } = await perform(house, following.makePrints, systemActor, {})
  assert.equal(result.made, 1)
  const { rows } = await sql<{
    authors: string[]
  }>`select authors from likeness_prints where appeal_id = ${id}`.execute(owner)
  assert.deepEqual(rows[0]?.authors.length, 4)
  assert.ok(rows[0]?.authors.every((it) => /^[0-9a-f]{24}$/.test(it)))
})

const word = fc.constantFrom(...`${story} ${unlike}`.split(/\s+/))
const shareOf = (one: string, two: string): number => {
  const [a, b] = [printOf(one), printOf(two)]
  return a.hashes.filter((hash, at) => hash === b.hashes[at]).length / a.hashes.length
}

test('property: a text is like itself in any letters and with a few words changed, and unlike another', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 40, maxLength: 120 }), fc.nat(39), (words, at) => {
      const text = words.join(' ')
      const folded = text.replaceAll('қ', 'к').replaceAll('і', 'и').replaceAll('ө', 'о').toUpperCase()
      assert.equal(shareOf(text, folded), 1)
      const changed = words.map((it, n) => (n === at ? 'басқаша' : it)).join(' ')
      assert.ok(shareOf(text, changed) > 0.6)
      assert.ok(printOf(text).bands.some((band, n) => band === printOf(changed).bands[n]))
    }),
    { numRuns: 60 },
  )
  assert.ok(shareOf(story, unlike) < 0.1)
  assert.deepEqual(printOf('  ').bands, [])
})

test('the same person is known by the number or by the name with a contact, however they are written', () => {
  const pepper = Buffer.alloc(32, 7)
  const base = { name: 'Сағат Мырзабеков', number: null, phone: null, email: null, address: null }
  const shares = (one: object, two: object): boolean => {
    const marks = new Set(authorMarks(pepper, { ...base, ...one }))
    return authorMarks(pepper, { ...base, ...two }).some((it) => marks.has(it))
  }
  assert.ok(shares({ number: '921029350851' }, { number: '921029350851', name: 'Басқаша жазылған' }))
  assert.ok(shares({ phone: '8 701 123 45 67' }, { phone: '+7(701)1234567', name: 'Мырзабеков Сагат' }))
  assert.ok(shares({ email: 'A@example.kz' }, { email: 'a@example.kz ' }))
  assert.ok(!shares({ phone: '8 701 123 45 67' }, { phone: '8 701 123 45 67', name: 'Айгүл Мырзабекова' }))
  assert.ok(!shares({}, {}))
})
