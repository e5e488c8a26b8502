// Cards of persons: on what ground one opens, who weighs it, who is shut out, what is kept of each change.
import assert from 'node:assert/strict'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner, journalOf } from '../../../test/kit/papers.ts'
import { doing } from '../../../test/kit/room.ts'
import { cast, castId, castIin } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { editEmployee } from '../org/people/operations.ts'
import { listDuties, listNotices } from '../work/contract.ts'
import { matchPersons, personOf } from '../persons/index.ts'
import * as keeping from '../persons/keeping.ts'
import * as opening from './opening.ts'
import { aJudge, almatyCourt, registryOf, stranger } from '../persons/persons.kit.ts'
import * as register from '../persons/queries.ts'
import * as queries from './queries.ts'

const stage = await openStage()
const { house, as } = stage
const enter = registryOf(stage)
type Who = Parameters<typeof as>[0]

const asked = async <R>(who: Who, work: Parameters<typeof doing<R>>[2]): Promise<R> =>
  doing(house, await stage.actor(who), work)
const byName = async (name: string, who: Who, input: unknown): Promise<unknown> => {
  const operation = house.registry.operations.get(name)
  assert.ok(operation, name)
  return (await perform(house, operation, await stage.actor(who), input)).result
}
const bell = async (who: Who, id: string) =>
  listNotices.output
    .parse(await byName('work.notices', who, { size: 100 }))
    .rows.filter(({ recordId }) => recordId === id)
    .map(({ news }) => news)
const duties = async (who: Who, id: string) =>
  listDuties.output
    .parse(await byName('work.mine', who, { size: 100 }))
    .rows.filter(({ recordId }) => recordId === id)
    .map((it) => [it.stage, it.term.dueOn])
const listed = async (who: Who, more: object = {}) =>
  (await as(who, register.listPersons, { size: 100, ...more })).rows.map(({ id }) => id)
const reason = 'Судьяға қатысты хабарды шұғыл тексеру қажет.'

clause(
  '5.16',
  'a person’s card opens on no ground but an open matter of one’s own or a reason that is weighed',
  async () => {
    const { id } = await enter()
    const one = await as('inspector', register.onePerson, { id })
    assert.deepEqual([one.post?.kk, Object.hasOwn(one, 'iin')], ['Судья', false])
    const without = await refused('forbidden', as('inspector', queries.readCard, { id }))
    assert.equal(without.clause, '5.16')
    const appeal = await stage.assigned('inspector')
    const foreign = await stage.assigned('inspector2')
    const open = (matter?: string, who: Who = 'inspector') => as(who, opening.openPerson, { id, matter, reason })
    for (const matter of [`appeal:${foreign.id}`, `appeal:${stranger()}`, `employee:${castId('head')}`, `person:${id}`])
      assert.deepEqual(fieldsOf(await refused('invalid', open(matter))), ['matter'], matter)
    assert.deepEqual(fieldsOf(await refused('invalid', as('inspector', opening.openPerson, { id, reason: ' ' }))), [
      'reason',
    ])
    await open(`appeal:${appeal.id}`)
    const card = await as('inspector', queries.readCard, { id })
    assert.deepEqual([card.posts.length, card.warnings.length], [1, 1])
    // Another reader needs a ground of the own.
    await refused('forbidden', as('inspector2', queries.readCard, { id }))
    const entry = (await journalOf(house, id, 'personCards.open')).findLast(({ outcome }) => outcome === 'done')
    assert.ok(entry)
    assert.deepEqual(
      (await journalOf(house, id, 'personCards.read')).map(({ outcome }) => outcome),
      ['refused', 'read', 'refused'],
    )
  },
)

clause('5.16', 'the card closes when its hours have run out, and when the matter is closed', async () => {
  house.clock.set('2026-11-23T10:00')
  const { id } = await enter()
  const appeal = await stage.assigned('inspector')
  await as('inspector', opening.openPerson, { id, matter: `appeal:${appeal.id}`, reason })
  house.clock.set('2026-11-23T17:59')
  await as('inspector', queries.readCard, { id })
  house.clock.set('2026-11-23T18:00')
  await refused('forbidden', as('inspector', queries.readCard, { id }))
  await as('inspector', opening.openPerson, { id, matter: `appeal:${appeal.id}`, reason })
  await as('inspector', queries.readCard, { id })
  await asOwner(house, 'update appeals set assignee_id = $2 where id = $1', [appeal.id, castId('inspector2')])
  await refused('forbidden', as('inspector', queries.readCard, { id }))
})

clause(
  '5.16',
  'what was opened for a reason is weighed by the head in the term, and closes where it was not justified',
  async () => {
    house.clock.set('2026-11-24T09:00')
    const { id } = await enter()
    const { opening: record } = await as('inspector', opening.openPerson, { id, reason })
    assert.deepEqual(await duties('head', record), [['review', '2026-11-27']])
    assert.deepEqual(await bell('head', record), ['asked'])
    await as('inspector', queries.readCard, { id })
    const word = 'Себебі расталмады.'
    const own = await refused('forbidden', as('inspector', opening.justifyOpening, { id: record, word }))
    assert.equal(own.clause, '5.16')
    for (const who of ['inspector2', 'analyst', 'deputy', 'caHead', 'auditor'] as const)
      await refused('unknown', as(who, opening.faultOpening, { id: record, word }))
    await as('head', opening.faultOpening, { id: record, word })
    assert.deepEqual([await duties('head', record), await bell('inspector', record)], [[], ['decided']])
    await refused('forbidden', as('inspector', queries.readCard, { id }))
    await refused('wrong-state', as('head', opening.justifyOpening, { id: record, word }))
    assert.ok((await journalOf(house, record, 'personCards.fault')).some((it) => it.outcome === 'done'))
    const { rows } = await as('head', queries.listOpenings, { state: 'notJustified' })
    assert.deepEqual([rows.length, rows[0]?.word, rows[0]?.ground], [1, word, 'reason'])
  },
)

clause('5.16', 'the head’s own opening is weighed by the Head of the Court Administration', async () => {
  const { id } = await enter()
  const { opening: record } = await as('head', opening.openPerson, { id, reason })
  assert.equal((await duties('caHead', record)).length, 1)
  await refused('forbidden', as('head', opening.justifyOpening, { id: record, word: 'Өзім' }))
  await as('caHead', opening.justifyOpening, { id: record, word: 'Негізді.' })
  assert.equal((await as('head', queries.oneOpening, { id: record })).state, 'justified')
  await as('head', queries.readCard, { id })
})

clause('5.16', 'a region sees its own persons, the centre all, others nobody', async () => {
  const abai = await enter()
  const almaty = await enter({ nameKk: 'Дархан Ержігітұлы Бөкенбаев', body: almatyCourt }, 'almatyHead')
  const moved = await enter({ nameKk: 'Шолпан Әділбекқызы Итемгенова', until: '2025-01-31' })
  await as('analyst', keeping.addPost, {
    ...aJudge({ body: almatyCourt, from: '2025-02-01' }),
    id: moved.id,
  })
  const [region, other, centre] = [await listed('abaiHead'), await listed('almatyHead'), await listed('deputy')]
  const has = (list: string[]) => [abai, almaty, moved].map(({ id }) => list.includes(id))
  assert.deepEqual(
    [has(region), has(other), has(centre)],
    [
      [true, false, true],
      [false, true, true],
      [true, true, true],
    ],
  )
  await refused('unknown', as('abaiInspector', register.onePerson, { id: almaty.id }))
  await refused('unknown', as('abaiInspector', opening.openPerson, { id: almaty.id, reason }))
  await refused(
    'unknown',
    as('abaiHead', keeping.endPost, { id: almaty.id, post: stranger(), until: '2026-01-01', basis: 'x' }),
  )
  assert.deepEqual((await as('abaiInspector', register.findPersons, { words: 'Бөкенбаев' })).rows, [])
  assert.equal((await as('inspector', register.findPersons, { words: 'Bokenbayev' })).rows.length, 1)
  for (const who of ['bailiff', 'gate', 'auditor', 'admin', 'registrar', 'inspector'] as const)
    await refused('forbidden', as(who, register.listPersons, {}))
  for (const who of ['inspector', 'registrar', 'admin', 'chairman'] as const)
    await refused('forbidden', as(who, keeping.registerPerson, aJudge()))
  for (const who of ['auditor', 'bailiff', 'gate', 'admin'] as const)
    await refused('unknown', as(who, register.onePerson, { id: abai.id }))
  assert.equal((await as('registrar', register.findPersons, { words: 'Bokenbayev' })).rows[0]?.id, almaty.id)
  await refused('forbidden', as('registrar', opening.openPerson, { id: abai.id, reason }))
  assert.equal((await as('chairman', register.onePerson, { id: abai.id })).id, abai.id)
  await refused('forbidden', as('chairman', queries.readCard, { id: abai.id }))
})

clause(
  '5.16',
  'an employee of the Department is shut out of the own card, in lists, search and counts, without a word',
  async () => {
    const { id } = await enter({ nameKk: 'Дәулет Нұрланұлы Оспанов', iin: castIin('inspector2') })
    await refused('unknown', as('inspector2', register.onePerson, { id }))
    await refused('unknown', as('inspector2', opening.openPerson, { id, reason }))
    assert.deepEqual((await as('inspector2', register.findPersons, { words: castIin('inspector2') })).rows, [])
    assert.equal((await as('inspector', register.findPersons, { words: castIin('inspector2') })).rows[0]?.id, id)
    const found = async (who: Who) =>
      ((await byName('search.find', who, { q: 'Оспанов', kinds: ['person'] })) as { rows: unknown[]; total: number })
        .total
    assert.deepEqual([await found('head'), await found('inspector2')], [1, 0])
    // Whoever is shut out does not weigh it either: it goes to the Head of the Court Administration.
    const own = await enter({ nameKk: 'Мұрат Серікұлы Ержанов' })
    const before = (await as('deputy', register.listPersons, { size: 1 })).total
    const iin = String(own.iin)
    await as('admin', editEmployee, { id: castId('head'), iin, name: cast.head.name, language: 'kk' })
    assert.equal((await as('head', register.listPersons, { size: 1 })).total, before - 1)
    const { opening: record } = await as('inspector', opening.openPerson, { id: own.id, reason })
    assert.deepEqual([(await duties('caHead', record)).length, (await duties('head', record)).length], [1, 0])
    await refused('unknown', as('head', queries.oneOpening, { id: record }))
    await refused('unknown', as('head', opening.justifyOpening, { id: record, word: 'Өзім' }))
    await as('caHead', opening.justifyOpening, { id: record, word: 'Негізді.' })
  },
)

clause('5.16', 'a correction keeps what was, with who, when and on what paper', async () => {
  house.clock.set('2026-11-25T09:00')
  const { id, iin } = await enter({ nameKk: 'Меруерт Сапарғалиқызы Дүйсенова', sex: 'female' })
  const basis = 'Неке туралы куәлік № 5'
  const rename = { id, nameKk: 'Меруерт Сапарғалиқызы Байжанова', renamedOn: '2026-10-01', basis }
  await as('analyst', keeping.correctPerson, rename)
  const { warnings } = await as('analyst', keeping.correctPerson, { id, bornOn: '1985-05-05', basis: 'Жеке куәлік' })
  assert.equal(warnings.length, 1)
  const taken = await enter()
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('analyst', keeping.correctPerson, { id, iin: taken.iin, basis }))),
    ['iin'],
  )
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('analyst', keeping.correctPerson, { id, iin: '990230400000', basis }))),
    ['iin'],
  )
  await as('inspector', opening.openPerson, { id, reason })
  const [post] = (await as('inspector', queries.readCard, { id })).posts
  assert.ok(post)
  await as('analyst', keeping.endPost, { id, post: post.id, until: '2026-11-20', basis: 'Бұйрық № 8' })
  await as('analyst', keeping.strikePost, { id, post: post.id, reason: 'Басқа адамның лауазымы' })
  await refused('unknown', as('analyst', keeping.endPost, { id, post: post.id, until: '2026-11-21', basis: 'x' }))
  const card = await as('inspector', queries.readCard, { id })
  assert.deepEqual(
    card.names.map(({ name, until }) => [name.kk.split(' ').at(-1), until]),
    [
      ['Байжанова', null],
      ['Дүйсенова', '2026-09-30'],
    ],
  )
  assert.equal(card.posts[0]?.struck, 'Басқа адамның лауазымы')
  const changed = card.corrections.flatMap(({ changes, by }) =>
    changes.map((it) => [it.field, it.before, by.kk] as const),
  )
  for (const [field, before] of [
    ['born_on', null],
    ['until_on', null],
    ['struck_reason', null],
    ['name', 'Меруерт Сапарғалиқызы Дүйсенова'],
  ] as const)
    assert.ok(
      changed.some((it) => it[0] === field && it[1] === before && it[2] === 'Жанна Ерланқызы Қасымова'),
      field,
    )
  // Nobody, not even the owner's own hand within an operation, changes a row without its trace; the app cannot write the trace.
  await assert.rejects(
    asked('analyst', async (tx) => tx.db.deleteFrom('person_corrections').where('person_id', '=', id).execute()),
    /permission denied/,
  )
  assert.deepEqual(await asked('analyst', (tx) => matchPersons(tx, { name: 'Дүйсенова Меруерт' })), [
    { personId: id, by: 'name' },
  ])
  assert.deepEqual(await asked('analyst', (tx) => personOf(tx, id)), {
    id,
    name: card.names[0]?.name,
    iin,
    bornOn: '1985-05-05',
    sex: 'female',
  })
})
