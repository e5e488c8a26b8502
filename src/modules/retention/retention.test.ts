// What is finished is kept for its term, held where the law needs it, and destroyed under an act of two persons.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner } from '../../../test/kit/org.ts'
import { castNames } from '../../app/cast.ts'
import { sweepFiles } from '../../kernel/files/index.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { publicActor } from '../../../test/kit/house.ts'
import { openStage, refused, type Stage } from '../appeals/appeals.kit.ts'
import { closeAnonymous } from '../paths/anonymous.ts'
import { openAppeal } from '../appeals/queries.ts'
import { search } from '../../kernel/search/index.ts'
import { asActor } from '../../kernel/database.ts'
import { appealStatus } from '../submissions/index.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'

const stage: Stage = await openStage('2024-03-11T09:00')
const { house, as } = stage

const secret = 'Құпия есімді ешкім сұрамасын'
const finished = async (text: string) => {
  const file = await stage.bring(publicActor(), 'kujat.txt', `тіркелген қағаз ${text}`)
  const it = await stage.registered({ applicant: { as: 'anonymous' }, person: 'Белгісіз маман', text, files: [file] })
  await as('head', closeAnonymous, { id: it.id, reason: 'Заң бойынша қаралмайды.' })
  return { ...it, file }
}
const first = await finished(`${secret}, бірінші`)
const second = await finished(`${secret}, екінші`)
const open = await stage.registered({ text: 'Әлі қаралып жатыр' })

const announce = async () => (await perform(house, operations.announceActs, systemActor, {})).result.records
const acts = async () => (await as('registrar', queries.listActs, {})).rows

clause('5.16', 'the end of keeping is announced ninety days before, and nothing is proposed before it', async () => {
  const { keptUntil, years, doubtful } = await as('head', queries.openKeeping, { id: first.id })
  assert.deepEqual([keptUntil, years, doubtful], ['2029-12-31', 5, true])
  assert.equal((await as('head', queries.openKeeping, { id: open.id })).keptUntil, null)
  house.clock.set('2029-10-01T04:00')
  assert.equal(await announce(), 0, 'ninety-one days before')
  house.clock.set('2029-10-02T04:00')
  assert.equal(await announce(), 2)
  assert.equal(await announce(), 0, 'an announcement is made once')
  const [act] = await acts()
  assert.deepEqual([act?.state, act?.endsOn, act?.records], ['announced', '2029-12-31', 2])
  const refusal = await refused('forbidden', as('registrar', operations.proposeAct, { id: act?.id ?? '' }))
  assert.equal(refusal.clause, '5.16')
  house.clock.set('2029-12-31T18:00')
  await refused('forbidden', as('registrar', operations.proposeAct, { id: act?.id ?? '' }))
})

clause('5.16', 'a legal hold beats the term, with a reason, and is lifted with a reason', async () => {
  house.clock.set('2030-01-07T10:00')
  for (const who of castNames.filter((name) => name !== 'head' && name !== 'deputy')) {
    const refusal = await as(who, operations.holdAppeal, { id: second.id, reason: 'Сот ісі' }).then(
      () => null,
      (it: { reason: string }) => it.reason,
    )
    assert.ok(refusal === 'forbidden' || refusal === 'unknown', `${who}: ${refusal}`)
  }
  await refused('invalid', as('deputy', operations.holdAppeal, { id: second.id, reason: ' ' }))
  await as('deputy', operations.holdAppeal, { id: second.id, reason: 'Сот ісі бойынша дәлел' })
  await refused('conflict', as('head', operations.holdAppeal, { id: second.id, reason: 'Тағы' }))
  await refused('conflict', as('head', operations.releaseAppeal, { id: first.id, reason: 'Жоқ' }))
  const { hold } = await as('head', queries.openKeeping, { id: second.id })
  assert.equal(hold?.reason, 'Сот ісі бойынша дәлел')
})

clause(
  '5.16',
  'an act is proposed by one person and approved by another, after a fresh proof of identity',
  async () => {
    const [act] = await acts()
    const id = act?.id ?? ''
    for (const who of ['inspector', 'deputy', 'abaiHead', 'auditor', 'admin'] as const)
      await refused('forbidden', as(who, operations.proposeAct, { id }))
    assert.deepEqual(await as('registrar', operations.proposeAct, { id }), { records: 1 })
    await refused('forbidden', as('registrar', operations.approveAct, { id }))
    await refused('forbidden', as('deputy', operations.approveAct, { id }))
    const head = await stage.actor('head')
    const stale = { ...head, session: head.session && { ...head.session, steppedUpAt: null } }
    await refused('step-up', perform(house, operations.approveAct, stale, { id }))
    assert.deepEqual(await as('head', operations.approveAct, { id }), { records: 1 })
    await refused('wrong-state', as('head', operations.approveAct, { id }))
    await stage.news()
    const page = await as('head', queries.openAct, { id })
    assert.deepEqual([page.state, page.records, page.held, page.destroyed], ['approved', 2, 1, 1])
  },
)

clause(
  '5.16',
  'the content is gone from everywhere, the line of the register stays, what is held stays whole',
  async () => {
    const gone = await as('head', openAppeal, { id: first.id })
    assert.deepEqual([gone.text, gone.person, gone.files, gone.number], ['—', null, [], first.number])
    assert.equal((await as('head', queries.openKeeping, { id: first.id })).destroyedOn, '2030-01-07')
    await refused('wrong-state', as('head', operations.holdAppeal, { id: first.id, reason: 'Кеш' }))
    const kept = await as('head', openAppeal, { id: second.id })
    assert.match(kept.text, /екінші/)
    assert.equal(kept.files.length, 1)
    const { hits } = await asActor(house.database, await stage.actor('head'), (db) =>
      search({ db, house }, { q: 'есімді ешкім', kinds: ['appeal'], limit: 10 }),
    )
    assert.deepEqual(
      hits.map(({ id }) => id),
      [second.id],
    )
    assert.equal((await stage.visit(first.code, appealStatus, {})).number, first.number)
    const swept = await sweepFiles(house, 0)
    assert.ok(swept.loose >= 1, 'the bytes are swept')
    const words = await asOwner(house, async (client) => {
      const { rows } = await client.query<{ found: number }>(
        `select (select count(*) from appeals where body like '%бірінші%') + (select count(*) from files where id = '${first.file}')
        + (select count(*) from search_index where record_id = '${first.id}') as found`,
      )
      return Number(rows[0]?.found)
    })
    assert.equal(words, 0)
  },
)

clause('5.16', 'each destruction is an entry under its clause, and the program alone cannot destroy', async () => {
  await asOwner(house, async (client) => {
    const { rows } = await client.query(
      "select operation, outcome from journal_inbox where record_id = $1 and operation like 'retention.%' and outcome = 'done' order by at",
      [first.id],
    )
    assert.deepEqual(rows.slice(-1), [{ operation: 'retention.destroy', outcome: 'done' }])
  })
  const app = async (words: string) => {
    const client = await house.pool.connect()
    try {
      await client.query('begin')
      await client.query(
        "select set_config('app.operation', 'retention.destroy', true), set_config('app.kind', 'system', true)",
      )
      await client.query(words)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const act = (await acts())[0]?.id ?? ''
  await assert.rejects(app(`select destroy_appeal('${act}', '${open.id}', '2030-01-07')`), /may not be destroyed/)
  await assert.rejects(app(`select destroy_appeal('${act}', '${second.id}', '2029-12-31')`), /may not be destroyed/)
  await assert.rejects(
    app(
      `select set_config('app.destroying', '${second.id}', true); update appeals set body = 'x' where id = '${second.id}'`,
    ),
    /cannot be changed/,
  )
  await assert.rejects(app('update destruction_items set destroyed_on = null'), /permission denied/)
})

test('a record whose hold is lifted comes into a new act; a declined act frees its records', async () => {
  await as('head', operations.releaseAppeal, { id: second.id, reason: 'Сот ісі аяқталды' })
  assert.equal(await announce(), 1)
  const act = (await acts()).find(({ state }) => state === 'announced')
  const id = act?.id ?? ''
  await as('registrar', operations.proposeAct, { id })
  await as('head', operations.declineAct, { id, reason: 'Тізім толық емес' })
  assert.equal(await announce(), 1, 'announced anew')
  const again = (await acts()).find(({ state }) => state === 'announced')?.id ?? ''
  await as('registrar', operations.proposeAct, { id: again })
  await as('head', operations.holdAppeal, { id: second.id, reason: 'Тағы керек' })
  const refusal = await refused('invalid', as('head', operations.approveAct, { id: again }))
  assert.match(refusal.fields[0]?.says.en ?? '', /held/)
  const items = await as('registrar', queries.listItems, { act: again })
  assert.equal(items.total, 1)
})
