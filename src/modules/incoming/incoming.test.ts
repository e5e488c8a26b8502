// The incoming register: every paper under its own number, seen by whom it may be seen, handed on with a term, done with a word.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { z } from 'zod'
import { asOwner, journalOf } from '../../../test/kit/papers.ts'
import { clause } from '../../../test/kit/clause.ts'
import { castId } from '../../app/cast.ts'
import { courtId, fieldsOf, openStage, refused, unitId } from '../appeals/appeals.kit.ts'
import { fixedId } from '../org/index.ts'
import { findRecords, listDuties, listNotices } from '../work/contract.ts'
import { remindOfTerms } from '../work/index.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import * as directory from './directory.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'
import type { registerIncoming as registerShape } from './contract.ts'

const stage = await openStage()
const { house, as } = stage

const aPaper = (more: object = {}): z.input<typeof registerShape.input> => ({
  entryKey: randomUUID(),
  sender: `court:${courtId('REG-10')}`,
  senderNumber: '12-3/481',
  senderOn: '2026-11-20',
  subject: 'Сұратылған журналдың көшірмесін ұсыну туралы',
  pages: 4,
  enclosures: 2,
  way: 'edms' as const,
  language: 'kk' as const,
  ...more,
})
const register = (more: object = {}, who: 'registrar' | 'head' | 'inspector' = 'registrar') =>
  as(who, operations.registerIncoming, aPaper(more))
const open = (who: Parameters<typeof as>[0], id: string) => as(who, queries.openIncoming, { id })
const byName = async (name: string, who: Parameters<typeof as>[0], input: unknown): Promise<unknown> => {
  const operation = house.registry.operations.get(name)
  assert.ok(operation, name)
  return (await perform(house, operation, await stage.actor(who), input)).result
}
const bell = async (who: Parameters<typeof as>[0]) =>
  listNotices.output
    .parse(await byName('work.notices', who, { size: 100 }))
    .rows.map(({ news, says }) => [news, says.kk])
const found = async (who: Parameters<typeof as>[0], q: string) =>
  findRecords.output.parse(await byName('search.find', who, { q })).rows.map(({ number }) => number)

clause('5.14', 'what comes to the Department is registered under the next number of its series', async () => {
  const actor = await stage.actor('registrar')
  const file = await stage.bring(actor, 'жауап.txt', 'Журналдың көшірмесі')
  const { id, number } = await register({ files: [file], until: '2026-12-01' })
  assert.match(number, /^6001-26-7-20\/\d+$/)
  const it = await open('registrar', id)
  assert.equal(it.sender.kk, 'Абай облыстық соты')
  assert.deepEqual(
    [it.pages, it.enclosures, it.way, it.receivedOn, it.state],
    [4, 2, 'edms', '2026-11-23', 'registered'],
  )
  assert.equal(it.files[0]?.name, 'жауап.txt')
  assert.equal((await as('head', queries.takeIncomingFile, { id, file })).name, 'жауап.txt')
  assert.equal((await journalOf(house, id, 'incoming.register'))[0]?.outcome, 'done')
  assert.equal((await journalOf(house, id, 'incoming.file'))[0]?.outcome, 'read')
  assert.ok((await bell('head')).some(([news, says]) => news === 'came' && says === `${number}: кіріс құжаты түсті.`))
  assert.deepEqual(await found('registrar', '12-3/481'), [number])
  const entry = aPaper()
  const twice = await Promise.all([1, 2].map(() => as('registrar', operations.registerIncoming, entry)))
  assert.equal(twice[0]?.number, twice[1]?.number)
})

test('32 papers registered at once: no gap and no duplicate, while others are refused', async () => {
  const before = Number((await register()).number.split('/')[1])
  const actor = await stage.actor('registrar')
  const works = Array.from({ length: 40 }, (_, n) =>
    n % 5 === 0
      ? refused(
          'invalid',
          perform(house, operations.registerIncoming, actor, aPaper({ files: [], sender: 'court:' + randomUUID() })),
        ).then(() => null)
      : perform(house, operations.registerIncoming, actor, aPaper()).then(({ result }) =>
          Number(result.number.split('/')[1]),
        ),
  )
  const numbers = (await Promise.all(works)).filter((it) => it !== null).sort((a, b) => a - b)
  assert.deepEqual(
    numbers,
    Array.from({ length: 32 }, (_, n) => before + 1 + n),
  )
})

clause('5.16', 'a document with a state-secret mark is refused at the door and leaves no word behind', async () => {
  const fault = await refused('forbidden', register({ mark: 'state-secret', subject: 'Көлеңке операциясы' }))
  assert.equal(fault.clause, '5.16')
  assert.match(fault.says.kk, /сыртқы деректемелерін/)
  // Unmarked in the form, but marked in the words themselves.
  await refused('forbidden', register({ subject: 'Өте құпия' }))
  assert.deepEqual(await found('registrar', 'Көлеңке операциясы'), [])
  const rows = await as('registrar', queries.listIncoming, { words: 'Көлеңке', size: 5 })
  assert.equal(rows.total, 0)
})

clause(
  '5.16',
  'a document for official use is seen by its readers, the registrar who took it and the head alone',
  async () => {
    const { id, number } = await register({
      mark: 'official-use',
      markGround: 'Тізбенің 4-тармағы',
      readers: [castId('inspector2')],
      subject: 'Қызметтік тізім туралы мәлімет',
    })
    for (const who of ['head', 'registrar', 'inspector2'] as const) {
      assert.equal((await open(who, id)).number, number)
      assert.deepEqual(await found(who, 'қызметтік тізім'), [number], who)
    }
    // The deputy's reach is everything, and yet this is not hers to know.
    for (const who of ['deputy', 'inspector', 'analyst', 'abaiHead', 'admin', 'auditor', 'chairman'] as const) {
      await refused('unknown', open(who, id))
      assert.deepEqual(await found(who, 'қызметтік тізім'), [], who)
    }
    const duties = listDuties.output.parse(await byName('work.mine', 'deputy', { size: 100 })).rows
    assert.ok(duties.every(({ title }) => !title.includes('Қызметтік тізім')))
    // Whoever must do it becomes a reader; the others stay outside.
    await as('head', operations.handOnIncoming, { id, to: castId('inspector'), until: '2026-11-27', note: null })
    assert.equal((await open('inspector', id)).holder?.kk, 'Айгүл Болатқызы Серікова')
    await refused('unknown', open('deputy', id))
    assert.equal((await journalOf(house, id, 'incoming.one'))[0]?.outcome, 'read')
  },
)

clause('5.14', 'it is handed on as a duty with a term, the ladder reminds, and it is done with a word', async () => {
  const { id, number } = await register({ addressedTo: castId('deputy') })
  await refused(
    'unknown',
    as('inspector2', operations.handOnIncoming, { id, to: castId('inspector2'), until: '2026-11-26' }),
  )
  await refused(
    'forbidden',
    as('registrar', operations.handOnIncoming, { id, to: castId('inspector2'), until: '2026-11-26' }),
  )
  const fault = await refused(
    'invalid',
    as('head', operations.handOnIncoming, { id, to: castId('inspector'), until: '2026-11-20' }),
  )
  assert.deepEqual(fieldsOf(fault), ['until'])
  assert.deepEqual(
    fieldsOf(
      await refused(
        'invalid',
        as('head', operations.handOnIncoming, { id, to: castId('bailiff'), until: '2026-11-26' }),
      ),
    ),
    ['to'],
  )
  await as('deputy', operations.handOnIncoming, {
    id,
    to: castId('inspector'),
    until: '2026-11-26',
    note: 'Көшірмелерді салыстырыңыз.',
  })
  const mine = async () =>
    listDuties.output
      .parse(await byName('work.mine', 'inspector', { size: 100 }))
      .rows.filter((it) => it.recordId === id)
  assert.deepEqual(
    (await mine()).map(({ stage: at, term, clause: of }) => [at, term.dueOn, of]),
    [['execute', '2026-11-26', '5.14']],
  )
  house.clock.set('2026-11-27T08:00')
  await perform(house, remindOfTerms, systemActor, {})
  assert.ok((await bell('inspector')).some(([news, says]) => news === 'late' && says?.startsWith(number)))
  assert.ok((await bell('head')).some(([news, says]) => news === 'escalated' && says?.startsWith(number)))
  await refused('unknown', as('analyst', operations.finishIncoming, { id, word: 'Жоқ' }))
  await refused('unknown', as('abaiInspector', operations.finishIncoming, { id, word: 'Менікі емес.' }))
  await as('inspector', operations.finishIncoming, { id, word: 'Көшірмелер журналмен сәйкес келді.' })
  assert.deepEqual(await mine(), [])
  assert.equal((await open('head', id)).done?.word, 'Көшірмелер журналмен сәйкес келді.')
  await refused('wrong-state', as('inspector', operations.finishIncoming, { id, word: 'Екінші рет' }))
  await refused(
    'wrong-state',
    as('head', operations.handOnIncoming, { id, to: castId('inspector'), until: '2026-12-04' }),
  )
  house.clock.set('2026-11-27T10:00')
})

clause('5.14', 'a correction keeps what was', async () => {
  const { id } = await register({ subject: 'Журнал турлы' })
  const { version, senderParty } = await open('registrar', id)
  const same = {
    ...aPaper({ subject: 'Журнал турлы' }),
    receivedOn: '2026-11-27',
    reason: 'Қате терілген',
    id,
    version,
  }
  const correct = (more: object, who: 'registrar' | 'head' = 'registrar') =>
    as(who, operations.correctIncoming, { ...same, sender: senderParty, ...more })
  await refused('forbidden', correct({ subject: 'Журнал туралы' }, 'head'))
  await refused('invalid', correct({}))
  await refused('invalid', correct({ receivedOn: '2026-12-20' }))
  await refused('forbidden', correct({ mark: 'state-secret' }))
  await correct({ subject: 'Журнал туралы', pages: 5 })
  const [made] = (await open('head', id)).corrections
  assert.equal(made?.reason, 'Қате терілген')
  assert.deepEqual(made?.changes, [
    { field: 'subject', before: 'Журнал турлы', after: 'Журнал туралы' },
    { field: 'pages', before: '4', after: '5' },
  ])
  assert.equal((await refused('conflict', correct({ pages: 9 }))).reason, 'conflict')
})

clause('5.14', 'the register is asked by filters and words, and taken away as a sheet', async () => {
  await register({ sender: null, senderName: 'Қоғамдық қор «Әділет»', subject: 'Ақпарат беру', way: 'post' })
  const other = await as('registrar', queries.listIncoming, { senderKind: 'other' })
  assert.equal(other.rows[0]?.sender.ru, 'Қоғамдық қор «Әділет»')
  assert.equal((await as('registrar', queries.listIncoming, { words: 'әділет', sort: 'sender' })).total, 1)
  assert.equal((await as('registrar', queries.listIncoming, { state: 'done' })).total, 1)
  const numbers = (await as('registrar', queries.listIncoming, { sort: 'number', size: 100 })).rows.map(({ number }) =>
    Number(number.split('/')[1]),
  )
  assert.deepEqual(
    numbers,
    [...numbers].sort((a, b) => a - b),
  )
  const sheet = await Array.fromAsync((await as('registrar', queries.exportIncoming, { way: 'post' })).rows)
  assert.deepEqual([sheet.length, sheet[0]?.[2]], [1, 'Қоғамдық қор «Әділет»'])
  // Whoever has no reach lists what is his or her own, and those without the power nothing at all.
  assert.ok(
    (await as('inspector', queries.listIncoming, {})).total < (await as('head', queries.listIncoming, {})).total,
  )
  for (const who of ['chairman', 'admin', 'auditor', 'bailiff'] as const)
    await refused('forbidden', as(who, queries.listIncoming, {}))
})

test('improper input is answered beside its field', async () => {
  const bad: [object, string][] = [
    [{ sender: null }, 'sender'],
    [{ senderName: 'Екеуі де' }, 'senderName'],
    [{ sender: `body:${randomUUID()}` }, 'sender'],
    [{ sender: `body:${fixedId('body:anti-corruption-agency')}` }, 'sender'],
    [{ sender: 'court:nothing' }, 'sender'],
    [{ senderOn: '2026-11-28', receivedOn: '2026-11-24' }, 'senderOn'],
    [{ receivedOn: '2027-01-04' }, 'receivedOn'],
    [{ until: '2026-11-20' }, 'until'],
    [{ subject: '  ' }, 'subject'],
    [{ pages: 0 }, 'pages'],
    [{ answers: `request:${randomUUID()}` }, 'answers'],
    [{ answers: `nothing:${randomUUID()}` }, 'answers'],
    [{ addressedTo: castId('bailiff') }, 'addressedTo'],
    [{ unit: unitId('supreme-court') }, 'unit'],
    [{ mark: 'official-use', readers: [castId('gate')] }, 'readers'],
  ]
  for (const [more, field] of bad) {
    const fault = await refused('invalid', register(more))
    assert.deepEqual(fieldsOf(fault), [field], JSON.stringify(more))
  }
  await refused('unknown', register({ files: [randomUUID()] }))
  for (const who of ['head', 'inspector'] as const) await refused('forbidden', register({}, who))
})

clause('5.16', 'what answers a record is hidden from whoever is shut out of that record', async () => {
  const appeal = await stage.registered()
  const { id } = await register({ answers: `appeal:${appeal.id}` })
  assert.equal((await open('deputy', id)).answers?.caption, appeal.number)
  await asOwner(house, "insert into denied values ($1, $2, now(), 'named')", [appeal.id, castId('deputy')])
  await refused('unknown', open('deputy', id))
  assert.deepEqual(
    fieldsOf(
      await refused(
        'invalid',
        as('head', operations.handOnIncoming, { id, to: castId('deputy'), until: '2026-12-04' }),
      ),
    ),
    ['to'],
  )
  assert.equal((await open('head', id)).id, id)
})

clause('5.14', 'bodies are founded and dissolved by days, and never forgotten', async () => {
  const today = (await as('inspector', directory.listBodies, { on: '2026-11-27' })).rows
  assert.ok(!today.some(({ code }) => code === 'anti-corruption-agency'))
  const then = (await as('inspector', directory.listBodies, { on: '2025-01-10' })).rows
  assert.ok(then.some(({ code }) => code === 'anti-corruption-agency'))
  assert.ok(!then.some(({ code }) => code === 'knb-anti-corruption'))
  const all = (await as('inspector', directory.listBodies, {})).rows
  assert.equal(
    all.find(({ code }) => code === 'anti-corruption-agency')?.successors[0]?.en,
    'KNB Anti-Corruption Service',
  )
  assert.equal(all.filter(({ kind }) => kind === 'court-administration').length, 20)
  const names = { nameKk: 'Жаңа агенттік', nameRu: 'Новое агентство', nameEn: 'New Agency' }
  const body = {
    code: 'new-agency',
    kind: 'state' as const,
    ...names,
    from: '2026-12-01',
    predecessor: 'afm',
    basis: 'Жарлық 1',
  }
  await refused('forbidden', as('head', directory.putBody, body))
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('registrar', directory.putBody, { ...body, predecessor: 'none' }))),
    ['predecessor'],
  )
  await as('registrar', directory.putBody, body)
  assert.deepEqual(fieldsOf(await refused('invalid', as('registrar', directory.putBody, body))), ['code'])
  const later = (await as('registrar', directory.listBodies, { on: '2026-12-01' })).rows.map(({ code }) => code)
  assert.ok(later.includes('new-agency') && !later.includes('afm'))
  await as('registrar', directory.endBody, { code: 'new-agency', until: '2027-01-31', basis: 'Жарлық 2' })
  assert.deepEqual(
    fieldsOf(
      await refused(
        'invalid',
        as('registrar', directory.endBody, { code: 'new-agency', until: '2026-01-01', basis: 'x' }),
      ),
    ),
    ['until'],
  )
})
