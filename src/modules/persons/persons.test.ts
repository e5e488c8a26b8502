// The register of persons: who was whose superior, judge or kin on a day, and who is meant by a name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { doing } from '../../../test/kit/room.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { directSuperiorOn, isJudgeOn, kinOf, matchAll, matchPersons, postsOf } from './index.ts'
import * as keeping from './keeping.ts'
import { abaiCourt, abaiDepartment, aJudge, nobodysIin, registryOf, stranger } from './persons.kit.ts'
import * as queries from './queries.ts'

const stage = await openStage()
const { house, as } = stage
const enter = registryOf(stage)
type Who = Parameters<typeof as>[0]

const asked = async <R>(who: Who, work: Parameters<typeof doing<R>>[2]): Promise<R> =>
  doing(house, await stage.actor(who), work)

clause('6.22', 'who was the direct superior on a day, and since when in post', async () => {
  const chief = await enter({
    nameKk: 'Қайсар Маратұлы Жолдасов',
    kind: 'official',
    body: abaiDepartment,
    post: 'department-head',
    from: '2026-02-01',
  })
  const former = await enter({
    nameKk: 'Рахат Ілиясұлы Теміржанов',
    kind: 'official',
    body: abaiDepartment,
    post: 'department-head',
    from: '2020-01-01',
    until: '2026-01-31',
  })
  const clerk = await enter({
    nameKk: 'Ботагөз Нұржанқызы Сейітова',
    kind: 'official',
    body: abaiDepartment,
    post: 'chief-specialist',
    from: '2019-05-01',
  })
  const [post] = await asked('analyst', (tx) => postsOf(tx, clerk.id, '2026-11-23'))
  assert.ok(post)
  const basis = 'Бөлімше туралы ереже'
  const name = (more: object) =>
    as('analyst', keeping.setSuperior, { id: clerk.id, post: post.id, from: '2019-05-01', basis, ...more })
  assert.deepEqual(fieldsOf(await refused('invalid', name({}))), ['superior'])
  assert.deepEqual(fieldsOf(await refused('invalid', name({ superior: clerk.id }))), ['superior'])
  assert.deepEqual(fieldsOf(await refused('invalid', name({ superior: stranger() }))), ['superior'])
  assert.deepEqual(fieldsOf(await refused('invalid', name({ superiorPost: 'department-head', from: '2019-04-30' }))), [
    'from',
  ])
  await name({ superiorPost: 'department-head' })
  const on = (day: string) => asked('analyst', (tx) => directSuperiorOn(tx, clerk.id, day))
  const short = (it: Awaited<ReturnType<typeof on>>) => it && [it.personId, it.since]
  assert.deepEqual(short(await on('2026-01-31')), [former.id, '2020-01-01'])
  assert.deepEqual(short(await on('2026-02-01')), [chief.id, '2026-02-01'])
  assert.equal(await on('2019-12-31'), null)
  assert.equal(await on('2019-04-30'), null)
  // From a day on it is a person by name; what was before stands.
  const deputy = await enter({
    nameKk: 'Асқар Бейбітұлы Оразбеков',
    kind: 'official',
    body: abaiDepartment,
    post: 'department-deputy',
    from: '2022-01-01',
    until: '2023-12-31',
  })
  await as('analyst', keeping.addPost, {
    ...aJudge({ kind: 'official', body: abaiDepartment, post: 'department-deputy', from: '2024-01-01' }),
    id: deputy.id,
  })
  assert.deepEqual(fieldsOf(await refused('invalid', name({ superior: deputy.id, from: '2019-05-01' }))), ['from'])
  await name({ superior: deputy.id, from: '2026-06-01' })
  assert.deepEqual(short(await on('2026-05-31')), [chief.id, '2026-02-01'])
  // Two appointments to one post without a break are one time in post.
  assert.deepEqual(short(await on('2026-06-01')), [deputy.id, '2022-01-01'])
  assert.equal((await on('2026-06-01'))?.post?.title.en, 'Deputy head of the department')
})

clause('5.16', 'whether somebody was a judge on a day, and whose kin', async () => {
  const judge = await enter({ until: '2026-06-30' })
  await as('analyst', keeping.addPost, {
    ...aJudge({ kind: 'staff', post: 'judge-assistant', from: '2026-07-01' }),
    id: judge.id,
  })
  const days = ['2021-02-28', '2021-03-01', '2026-06-30', '2026-07-01']
  const was = await asked('analyst', (tx) => Promise.all(days.map((day) => isJudgeOn(tx, judge.id, day))))
  assert.deepEqual(was, [false, true, true, false])
  const child = await enter({ nameKk: 'Еркебұлан Ғалымжанұлы Қожахметов', kind: 'staff', post: 'secretary' })
  const basis = 'Жеке парақ'
  await as('analyst', keeping.addKin, { id: judge.id, relation: 'child', kin: child.id, basis })
  const { kin } = await as('analyst', keeping.addKin, {
    id: judge.id,
    relation: 'spouse',
    kinName: 'Айнұр Қожахметова',
    basis,
  })
  assert.deepEqual(
    fieldsOf(
      await refused(
        'invalid',
        as('analyst', keeping.addKin, { id: judge.id, relation: 'child', kin: judge.id, basis }),
      ),
    ),
    ['kin'],
  )
  const seen = (id: string) =>
    asked('analyst', async (tx) => (await kinOf(tx, id)).map(({ relation, personId }) => [relation, personId]))
  assert.deepEqual(await seen(judge.id), [
    ['child', child.id],
    ['spouse', null],
  ])
  assert.deepEqual(await seen(child.id), [['parent', judge.id]])
  await as('analyst', keeping.strikeKin, { id: judge.id, kin, reason: 'Қате' })
  await refused('wrong-state', as('analyst', keeping.strikeKin, { id: judge.id, kin, reason: 'Қате' }))
  assert.equal((await seen(judge.id)).length, 1)
})

test('a person is met by IIN, else by name in any of three spellings, with or without patronymic', async () => {
  const { id, iin } = await enter({ nameKk: 'Жұмагүл Қуанышқызы Өмірзақова' })
  const namesake = await enter({ nameKk: 'Жұмагүл Серікқызы Өмірзақова' })
  const match = (it: object) => asked('analyst', (tx) => matchPersons(tx, it))
  assert.deepEqual(await match({ iin, name: 'Басқа Біреу' }), [{ personId: id, by: 'iin' }])
  for (const name of ['Жумагуль Куанышевна Омирзакова', 'Omirzakova Zhumagul Kuanyshkyzy', 'Өмірзақова Ж. Қ.'])
    assert.deepEqual(await match({ name }), [{ personId: id, by: 'name' }], name)
  assert.deepEqual(
    new Set((await match({ name: 'Жұмагүл Өмірзақова' })).map(({ personId }) => personId)),
    new Set([id, namesake.id]),
  )
  for (const name of ['Өмірзақова', 'Қуанышқызы', 'Жұмагүл Сейітова']) assert.deepEqual(await match({ name }), [], name)
  assert.deepEqual(await match({ iin: nobodysIin(999) }), [])
  assert.deepEqual(
    await asked('almatyHead', (tx) => matchAll(tx, [{ iin: iin ?? null }, { name: 'Жұмагүл Өмірзақова' }])),
    [[], []],
  )
})

test('bad input is refused beside its field', async () => {
  const faults: [object, string[]][] = [
    [{ iin: '123' }, ['iin']],
    [{ body: `court:${stranger()}` }, ['body']],
    [{ body: undefined }, ['body']],
    [{ post: undefined, titleKk: 'Маман' }, ['post']],
    [{ until: '2020-01-01' }, ['until']],
    [{ nameKk: ' ' }, ['nameKk']],
    [{ kind: 'minister' }, ['kind']],
    [{ body: abaiCourt.replace('court', 'planet') }, ['body']],
  ]
  for (const [more, fields] of faults)
    assert.deepEqual(
      fieldsOf(await refused('invalid', as('analyst', keeping.registerPerson, aJudge(more as never)))),
      fields,
      JSON.stringify(more),
    )
  const one = await enter()
  const twice = await refused('invalid', enter({ iin: one.iin }))
  assert.deepEqual(fieldsOf(twice), ['iin'])
  await refused('unknown', as('inspector', queries.onePerson, { id: stranger() }))
})
