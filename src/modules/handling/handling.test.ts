// Who else reads an appeal and who learns the name of its author.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { publicActor } from '../../../test/kit/house.ts'
import { castNames, type CastName } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import { isSheet } from '../../kernel/reply.ts'
import { systemActor } from '../../kernel/system.ts'
import { draftReply, messageAppeal, noteAppeal, reassignAppeal, takeUpAppeal } from '../appeals/operations.ts'
import { exportAppeals, takeAppealFile } from '../appeals/queries.ts'
import { openDocument } from '../documents/contract.ts'
import { documents } from '../documents/index.ts'
import { castId, fieldsOf, of, openHandlingStage, refused } from './handling.kit.ts'
import { askIdentity, denyIdentity, grantIdentity, revealApplicant } from './identity.ts'
import { handling } from './index.ts'
import { listColleagues, openHandling } from './queries.ts'
import { expireReadings, grantMany, grantReading, nightly, revokeMany, revokeReading } from './readings.ts'
import { readTimeline } from './timeline.ts'

const stage = await openHandlingStage()
const { house, owner, as, assigned, news, journal, sees, listed, found, rings, openTo } = stage
const monday = '2026-11-23T09:00'

clause('5.16', 'a chief lets a colleague read an appeal, with a reason, and takes it back', async () => {
  house.clock.set(monday)
  const file = await stage.bring(publicActor(), 'дәлел.txt', 'Дәлел')
  const { id } = await assigned('inspector', { text: 'Сирек кездесетін көгершін туралы хабар', files: [file] })
  const give = { id, to: castId('inspector2'), reason: 'Ұқсас істі жүргізеді' }
  assert.deepEqual([await sees('inspector2', id), await found('inspector2', 'көгершін')], [false, []])
  for (const who of castNames.filter((name) => name !== 'head' && name !== 'deputy')) {
    const fault = await as(who, grantReading, give).then(
      () => null,
      (it: { reason: string }) => it.reason,
    )
    assert.ok(fault === 'forbidden' || fault === 'unknown', `${who}: ${fault}`)
  }
  await refused('invalid', as('head', grantReading, { ...give, reason: ' ' }))
  const wrong = async (more: object) =>
    fieldsOf(await refused('invalid', as('head', grantReading, { ...give, ...more })))
  for (const to of ['head', 'inspector', 'analyst', 'auditor'] as const)
    assert.deepEqual(await wrong({ to: castId(to) }), ['to'], to)
  assert.deepEqual(await wrong({ to: randomUUID() }), ['to'])
  assert.deepEqual(await wrong({ until: '2026-11-22' }), ['until'])
  await as('head', grantReading, give)
  assert.deepEqual(await wrong({}), ['to'])

  // Everywhere: page, list, sheet, search, file, timeline; and the bell says so.
  assert.ok(await sees('inspector2', id))
  assert.deepEqual(await listed('inspector2'), [id])
  assert.deepEqual(await found('inspector2', 'көгершін'), [id])
  const sheet = await as('inspector2', exportAppeals, {})
  assert.ok(isSheet(sheet))
  assert.equal((await Array.fromAsync(sheet.rows)).length, 1)
  await as('inspector2', takeAppealFile, { id, file })
  await as('inspector2', readTimeline, { id })
  assert.ok(await rings('inspector2', 'shared', id))

  // A reader reads and nothing more: no button, and no command finds the record.
  assert.deepEqual(await openTo('inspector2', id), [])
  await refused('unknown', as('inspector2', noteAppeal, { id, text: 'x' }))
  await refused('unknown', as('inspector2', messageAppeal, { id, text: 'x' }))
  await refused('unknown', as('inspector2', takeUpAppeal, { id }))
  await refused('forbidden', as('inspector2', revealApplicant, { id, reason: 'x' }))
  assert.equal((await as('inspector2', openHandling, { id })).onlyReads, true)

  await refused('unknown', as('inspector2', revokeReading, { id, to: castId('inspector2') }))
  await as('deputy', revokeReading, { id, to: castId('inspector2'), reason: 'Қажеті жоқ' })
  assert.deepEqual(
    [await sees('inspector2', id), await listed('inspector2'), await found('inspector2', 'көгершін')],
    [false, [], []],
  )
  await refused('unknown', as('inspector2', takeAppealFile, { id, file }))
  await refused('conflict', as('deputy', revokeReading, { id, to: castId('inspector2') }))
  const entries = await journal(id)
  for (const entry of ['handling.grant done', 'handling.revoke done']) assert.ok(entries.includes(entry), entry)
})

clause('9.5', 'a chief of another unit who was let to read leads nothing there, and gives on nothing', async () => {
  house.clock.set(monday)
  const { id } = await assigned('inspector')
  await as('head', grantReading, { id, to: castId('abaiHead'), reason: 'Өңірге қатысты' })
  assert.ok(await sees('abaiHead', id))
  assert.deepEqual(await openTo('abaiHead', id), [])
  await refused('unknown', as('abaiHead', reassignAppeal, { id, to: castId('abaiInspector'), note: 'x' }))
  await refused('unknown', as('abaiHead', grantReading, { id, to: castId('abaiInspector'), reason: 'x' }))
  await refused('unknown', as('abaiHead', grantMany, { appeals: [id], to: castId('abaiInspector'), reason: 'x' }))
  assert.ok(!(await as('abaiHead', listColleagues, {})).rows.some(({ id: it }) => it === castId('inspector')))
  assert.ok(
    (await as('head', listColleagues, { words: 'мұқан' })).rows.some(({ id: it }) => it === castId('abaiInspector')),
  )
  // Whoever is shut out stays so, whatever is granted, and is not offered.
  await sql`select set_config('app.operation', 'test', false)`.execute(owner)
  await sql`insert into denied (record_id, person_id, since, reason) values (${id}, ${castId('abaiHead')}, now(), 'test'),
    (${id}, ${castId('almatyHead')}, now(), 'test')`.execute(owner)
  assert.equal(await sees('abaiHead', id), false)
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('head', grantReading, { id, to: castId('almatyHead'), reason: 'x' }))),
    ['to'],
  )
})

clause(
  '5.16',
  'reading is granted and taken back in bulk: one act, and an entry and a bell for each record',
  async () => {
    house.clock.set(monday)
    const mine = [await assigned('inspector'), await assigned('inspector'), await assigned('inspector')].map(
      ({ id }) => id,
    )
    const [first = ''] = mine
    await as('head', grantReading, { id: first, to: castId('inspector2'), reason: 'Бұрын берілген' })
    const many = { appeals: mine, to: castId('inspector2'), reason: 'Тексеру тобына' }
    await refused('forbidden', as('inspector', grantMany, many))
    // All or none: one unknown id gives nothing.
    await refused('unknown', as('head', grantMany, { ...many, appeals: [...mine, randomUUID()] }))
    assert.deepEqual(await listed('inspector2'), [first])
    await refused('invalid', as('head', grantMany, { ...many, appeals: [] }))
    assert.deepEqual(await as('head', grantMany, many), { granted: 2 })
    assert.deepEqual(await as('head', grantMany, many), { granted: 0 }, 'asked twice, given once')
    await news()
    for (const id of mine) {
      assert.ok(await sees('inspector2', id))
      assert.ok(await rings('inspector2', 'shared', id))
    }
    for (const id of mine.slice(1)) assert.ok((await journal(id)).includes('handling.settle done'))
    assert.deepEqual(await as('deputy', revokeMany, { appeals: mine, to: castId('inspector2') }), { revoked: 3 })
    await news()
    assert.deepEqual([await listed('inspector2'), await found('inspector2', 'кеңсе')], [[], []])
  },
)

clause('5.16', 'a grant ends with its day, at once, and the night tidies up after it', async () => {
  house.clock.set(monday)
  const { id } = await assigned('inspector')
  await as('head', grantReading, { id, to: castId('inspector2'), reason: 'Үш күнге', until: '2026-11-25' })
  house.clock.set('2026-11-25T23:30')
  assert.ok(await sees('inspector2', id))
  assert.equal((await perform(house, expireReadings, systemActor, {})).result.ended, 0)
  house.clock.set('2026-11-26T00:01')
  assert.equal(await sees('inspector2', id), false)
  assert.deepEqual(await listed('inspector2'), [])
  assert.deepEqual((await as('head', openHandling, { id })).readers, [])
  // Given anew before the night came: the old one makes room.
  await as('head', grantReading, { id, to: castId('inspector2'), reason: 'Тағы бір күнге', until: '2026-11-26' })
  assert.ok(await sees('inspector2', id))
  house.clock.set('2026-11-27T00:10')
  await nightly.run(house, {})
  await news()
  const { rows } = await sql<{ readers: string[] }>`select readers from appeals where id = ${id}`.execute(owner)
  assert.deepEqual(rows[0]?.readers, [])
  assert.ok((await journal(id)).includes('handling.settle done'))
})

clause('5.16', 'whoever passes an appeal on sees it no more, unless let to read it', async () => {
  house.clock.set(monday)
  const { id } = await assigned('inspector')
  assert.ok(await sees('inspector', id))
  await as('head', reassignAppeal, { id, to: castId('inspector2'), note: 'Демалысқа шықты' })
  assert.equal(await sees('inspector', id), false)
  assert.ok(!(await listed('inspector')).includes(id))
  assert.ok(!(await found('inspector', 'кеңсе')).includes(id))
  await as('head', grantReading, { id, to: castId('inspector'), reason: 'Істі біледі' })
  assert.ok(await sees('inspector', id))
  await refused('unknown', as('inspector', noteAppeal, { id, text: 'x' }))
})

const ruleOfIdentity = async (value: 'reason' | 'grant', from: string): Promise<void> => {
  const change = house.registry.operations.get('settings.changeParameter')
  assert.ok(change)
  await perform(house, change, await stage.actor('admin'), { name: 'appeal.identity', from, value, reason: 'Бұйрық' })
}

clause(
  '5.16',
  'by the rule of a reason whoever works on the appeal opens the name alone, and asks nobody',
  async () => {
    house.clock.set(monday)
    const { id } = await assigned('inspector')
    assert.ok(!(await openTo('inspector', id)).includes('handling.askIdentity'))
    await refused('forbidden', as('inspector', askIdentity, { id, reason: 'x' }))
    assert.match((await as('inspector', revealApplicant, { id, reason: 'Жауап үшін' })).name, /Мырзабеков/)
  },
)

clause(
  '5.16',
  'by the rule of a grant the name is asked for, denied, then granted until a day by another person',
  async () => {
    house.clock.set('2026-12-01T09:00')
    await ruleOfIdentity('grant', '2026-12-01')
    const { id } = await assigned('inspector')
    const reveal = { id, reason: 'Жауап үшін' }
    const closed = await refused('forbidden', as('inspector', revealApplicant, reveal))
    assert.deepEqual([closed.clause, /рұқсат сұраңыз/.test(closed.says.kk)], ['5.16', true])
    await refused('forbidden', as('head', revealApplicant, reveal))
    assert.match((await as('registrar', revealApplicant, reveal)).name, /Мырзабеков/)
    // A paper to the applicant does not tell the name either.
    const { document } = await as('inspector', draftReply, { id })
    assert.ok(
      !JSON.stringify(await as('inspector', of(documents, openDocument), { id: document })).includes('Мырзабеков'),
    )

    await refused('invalid', as('inspector', askIdentity, { id, reason: ' ' }))
    await refused('forbidden', as('registrar', askIdentity, { id, reason: 'x' }))
    await refused('unknown', as('inspector2', askIdentity, { id, reason: 'x' }))
    assert.ok((await openTo('inspector', id)).includes('handling.askIdentity'))
    await as('inspector', askIdentity, { id, reason: 'Өтініш берушіні шақыру керек' })
    await refused('conflict', as('inspector', askIdentity, { id, reason: 'Тағы' }))
    for (const who of ['head', 'deputy'] as const) assert.ok(await rings(who, 'asked', id))
    const ask = async (who: CastName) => {
      const [it] = (await as(who, openHandling, { id })).requests
      assert.ok(it)
      return it
    }
    const first = await ask('head')
    assert.deepEqual([first.state, first.mine, (await ask('inspector')).mine], ['asked', true, false])
    for (const who of ['inspector', 'registrar'] as const)
      await refused('forbidden', as(who, grantIdentity, { id: first.id, until: '2026-12-10' }))
    await refused('unknown', as('abaiHead', grantIdentity, { id: first.id, until: '2026-12-10' }))
    await refused('invalid', as('head', denyIdentity, { id: first.id, words: '' }))
    await as('head', denyIdentity, { id: first.id, words: 'Шақырмай-ақ шешуге болады' })
    assert.ok(await rings('inspector', 'decided', id))
    await refused('forbidden', as('inspector', revealApplicant, reveal))
    await refused('wrong-state', as('deputy', grantIdentity, { id: first.id, until: '2026-12-10' }))

    await as('inspector', askIdentity, { id, reason: 'Жаңа дәлел шықты' })
    const second = await ask('deputy')
    const late = await refused('invalid', as('deputy', grantIdentity, { id: second.id, until: '2026-11-30' }))
    assert.deepEqual(fieldsOf(late), ['until'])
    await as('deputy', grantIdentity, { id: second.id, until: '2026-12-03' })
    assert.match((await as('inspector', revealApplicant, reveal)).name, /Мырзабеков/)
    house.clock.set('2026-12-04T09:00')
    await refused('forbidden', as('inspector', revealApplicant, reveal))

    // The head asks too, and may not decide that for himself.
    await as('head', askIdentity, { id, reason: 'Қабылдауға' })
    const own = await ask('head')
    const self = await refused('forbidden', as('head', grantIdentity, { id: own.id, until: '2026-12-10' }))
    assert.deepEqual([self.clause, own.mine], ['5.16', false])
    await as('deputy', grantIdentity, { id: own.id, until: '2026-12-10' })
    assert.match((await as('head', revealApplicant, reveal)).name, /Мырзабеков/)

    const anonymous = await assigned('inspector', { applicant: { as: 'anonymous' } })
    await refused('forbidden', as('inspector', askIdentity, { id: anonymous.id, reason: 'x' }))
    const { rows } = await sql<{ operation: string; detail: string | null }>`
    select operation, detail from journal_inbox where operation like 'handling.%Identity' and outcome = 'done'`.execute(
      owner,
    )
    assert.deepEqual(rows.map(({ operation }) => operation).sort(), [
      ...['handling.askIdentity', 'handling.askIdentity', 'handling.askIdentity'],
      ...['handling.denyIdentity', 'handling.grantIdentity', 'handling.grantIdentity'],
    ])
    assert.ok(rows.every(({ detail }) => !detail?.includes('Мырзабеков')))
    house.clock.set('2026-12-05T09:00')
    await ruleOfIdentity('reason', '2026-12-05')
    assert.match((await as('inspector', revealApplicant, reveal)).name, /Мырзабеков/)
  },
)

clause('5.16', 'for whoever does not see the appeal no operation of handling finds it', async () => {
  house.clock.set(monday)
  const { id } = await assigned('inspector')
  const more = {
    ...{ to: castId('inspector2'), reason: 'x', words: 'x', stage: 'checking', mask: randomUUID() },
    ...{ version: 1 },
  }
  for (const operation of handling.operations.filter(({ record, inner }) => record?.name === 'appeal' && !inner))
    for (const who of ['chairman', 'analyst', 'auditor', 'admin', 'inspector2', 'almatyHead'] as const)
      await refused('unknown', perform(house, operation, await stage.actor(who), { id, ...more }))
})
