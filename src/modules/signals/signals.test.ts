// Signals: noted and linked, never registered; seen by reach, or by whoever works on the appeal they are linked to.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { perform } from '../../kernel/perform.ts'
import { castId, courtId, fieldsOf, openStage, refused, unitId } from '../appeals/appeals.kit.ts'
import { findRecords } from '../work/contract.ts'
import { signals } from './index.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'

const stage = await openStage()
const { house, as } = stage

let post = 0
const aSignal = (more: object = {}) => {
  post += 1
  return {
    source: 'facebook' as const,
    link: `https://facebook.example/posts/${post}`,
    author: 'Бүркеншік ат',
    seenOn: '2026-11-22',
    gist: 'Сот кеңсесінде кезексіз қабылдағаны үшін ақша алынады деп жазылған.',
    ...more,
  }
}
const note = (more: object = {}) => as('registrar', operations.noteSignal, aSignal(more))

clause('6.23', 'a message in social media is noted and gets no number of the register and no clock', async () => {
  const by = await stage.actor('registrar')
  const picture = await stage.bring(by, 'жазба.txt', 'Экран суреті')
  const { id, mark } = await note({ files: [picture], court: courtId('REG-10') })
  assert.match(mark, /^СГ-26-\d{4}$/)
  const it = await as('registrar', queries.openSignal, { id })
  assert.deepEqual([it.source, it.links, it.files.map(({ name }) => name)], ['facebook', 0, ['жазба.txt']])
  await as('registrar', queries.takeSignalFile, { id, file: picture })
  await refused('unknown', as('registrar', queries.takeSignalFile, { id, file: castId('head') }))
  await stage.news()
  const { rows } = await sql<{ appeals: number; duties: number }>`
    select (select count(*)::int from appeals) as appeals, (select count(*)::int from duties) as duties`.execute(
    stage.owner,
  )
  assert.deepEqual(rows[0], { appeals: 0, duties: 0 })
})

clause('6.23', 'nobody registers a signal as an appeal, and the refusal says what its author may do', async () => {
  const { id } = await note()
  for (const who of ['registrar', 'head', 'deputy'] as const) {
    const refusal = await refused('forbidden', as(who, operations.registerSignal, { id }))
    assert.equal(refusal.clause, '6.23')
    assert.match(refusal.says.kk, /өтініш емес/)
    assert.match(refusal.says.ru, /Посоветуйте автору/)
  }
  const { may } = await perform(house, queries.openSignal, await stage.actor('registrar'), { id })
  const row = may.find(({ operation }) => operation === 'signals.register')
  assert.deepEqual([row?.allowed, row?.why?.offer], [false, 'signals.link'])
  assert.ok(signals.operations.every(({ step }) => step === null))
})

clause('5.14', 'a signal is linked to an appeal with a reason, and the link is undone with a reason', async () => {
  const { id } = await note()
  const appeal = await stage.registered()
  const found = await as('registrar', queries.findAppeals, { words: appeal.number })
  assert.deepEqual(
    found.rows.map((it) => it.id),
    [appeal.id],
  )
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('registrar', operations.linkSignal, { id, appeal: appeal.id, reason: ' ' }))),
    ['reason'],
  )
  assert.deepEqual(
    fieldsOf(
      await refused('invalid', as('registrar', operations.linkSignal, { id, appeal: castId('head'), reason: 'x' })),
    ),
    ['appeal'],
  )
  await as('registrar', operations.linkSignal, { id, appeal: appeal.id, reason: 'Бір оқиға туралы' })
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('registrar', operations.linkSignal, { id, appeal: appeal.id, reason: 'x' }))),
    ['appeal'],
  )
  assert.deepEqual(
    (await as('head', queries.signalsOfAppeal, { id: appeal.id })).rows.map((it) => it.id),
    [id],
  )
  assert.deepEqual(
    (await as('head', queries.listSignals, { linked: 'yes' })).rows.map((it) => [it.id, it.links]),
    [[id, 1]],
  )
  const [link] = (await as('registrar', queries.openSignal, { id })).appeals
  assert.ok(link)
  const undo = { id, link: link.link, reason: 'Басқа сот туралы екен' }
  await as('registrar', operations.unlinkSignal, undo)
  await refused('unknown', as('registrar', operations.unlinkSignal, undo))
  const [undone] = (await as('registrar', queries.openSignal, { id })).appeals
  assert.deepEqual([undone?.undone?.reason, undone?.reason], ['Басқа сот туралы екен', 'Бір оқиға туралы'])
  assert.deepEqual((await as('head', queries.signalsOfAppeal, { id: appeal.id })).rows, [])
  await as('registrar', operations.linkSignal, { id, appeal: appeal.id, reason: 'Қайта тексерілді' })
})

clause('5.16', 'a signal is seen in its region, and by whoever works on the appeal it is linked to', async () => {
  const { id, mark } = await note({ court: courtId('REG-10'), gist: 'Абай өңіріндегі сот туралы сирек жазба.' })
  assert.equal((await as('abaiHead', queries.openSignal, { id })).mark, mark)
  await refused('unknown', as('almatyHead', queries.openSignal, { id }))
  await refused('unknown', as('inspector', queries.openSignal, { id }))
  const appeal = await stage.assigned('inspector')
  await as('registrar', operations.linkSignal, { id, appeal: appeal.id, reason: 'Бір оқиға' })
  assert.equal((await as('inspector', queries.openSignal, { id })).mark, mark)
  // Another's appeal is not betrayed by a signal that one sees.
  assert.deepEqual((await as('abaiHead', queries.openSignal, { id })).appeals, [])
  await refused('unknown', as('inspector', operations.linkSignal, { id, appeal: appeal.id, reason: 'x' }))
  for (const name of ['inspector', 'admin', 'auditor', 'analyst'] as const)
    await refused('forbidden', as(name, queries.listSignals, {}))
  const search = house.registry.operations.get(findRecords.name)
  assert.ok(search)
  const hits = async (who: 'abaiHead' | 'almatyHead') =>
    ((await perform(house, search, await stage.actor(who), { q: 'сирек жазба' })).result as { rows: { id: string }[] })
      .rows
  assert.deepEqual(
    (await hits('abaiHead')).map((it) => it.id),
    [id],
  )
  assert.deepEqual(await hits('almatyHead'), [])
})

test('what cannot stand is said beside its field; the same publication is noted once, also at one moment', async () => {
  for (const [more, path] of [
    [{ link: 'facebook' }, 'link'],
    [{ link: 'javascript:alert(1)' }, 'link'],
    [{ gist: '' }, 'gist'],
    [{ seenOn: '2026-11-24' }, 'seenOn'],
    [{ source: 'radio' }, 'source'],
    [{ court: castId('head') }, 'court'],
    [{ unit: castId('head') }, 'unit'],
  ] as const)
    assert.ok(fieldsOf(await refused('invalid', note(more))).includes(path), path)
  await refused('forbidden', as('inspector', operations.noteSignal, aSignal()))
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('abaiHead', operations.noteSignal, aSignal({ court: courtId('REG-75') })))),
    ['court'],
  )
  const same = { link: 'https://t.me/example/77' }
  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, (_, n) =>
      note({ link: n % 2 ? same.link : same.link.toUpperCase().replace('HTTPS', 'https') }),
    ),
  )
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.ok((await as('abaiHead', operations.noteSignal, aSignal())).mark)
  assert.equal((await as('abaiHead', queries.signalPlaces, {})).units[0]?.id, unitId('abai'))
})
