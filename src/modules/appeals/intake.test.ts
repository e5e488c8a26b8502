// An appeal comes in: the slip, the day off, the numbers, the anonymous rule, and that nothing is ever refused or lost.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { publicActor } from '../../../test/kit/house.ts'
import { dayOf, timeOf } from '../../kernel/clock.ts'
import { checkDigit } from '../../kernel/identifiers.ts'
import { perform } from '../../kernel/perform.ts'
import { anAppeal, aPerson, courtId, fieldsOf, openStage, refused, unitId } from './appeals.kit.ts'
import { appeals } from './index.ts'
import { appealLife } from './lifecycle.ts'
import { closeAnonymous, redirectAppeal } from '../paths/anonymous.ts'
import { openAppeal } from './queries.ts'
import { plantedBody } from '../incoming/index.ts'
import { enterAppeal, printSlip } from '../submissions/entering.ts'
import { appealStatus, submissions, submitAppeal } from '../submissions/index.ts'
import { registerAppeal } from './registering.ts'

const stage = await openStage()
const { house, as, submit, registered, visit, news } = stage

const paper = (more: object = {}) => ({
  channel: 'paper' as const,
  kind: 'complaint' as const,
  language: 'ru' as const,
  ...aPerson,
  text: 'Жалоба на волокиту.',
  entryKey: randomUUID(),
  ...more,
})

const entries = async (id: string) => {
  const { rows } = await sql<{ operation: string; outcome: string; detail: string | null; clauses: string[] }>`
    select operation, outcome, detail, clauses from journal_inbox where record_id = ${id} order by at, id`.execute(
    owner,
  )
  return rows
}
const owner = stage.owner

clause(
  '6.23',
  'applications and appeals of persons and legal entities about facts of corruption are taken in and given a slip',
  async () => {
    house.clock.set('2026-11-23T09:41')
    const slip = await submit()
    assert.match(slip.slipNumber, /^ТЛ-26-\d{6}$/)
    assert.equal(timeOf(new Date(slip.receivedAt)), '09:41')
    assert.equal(slip.registeredOn, '2026-11-23')
    assert.equal(slip.dueOn, '2026-12-14')
    assert.match(slip.receiver.kk, /Ішкі қауіпсіздік/)
    assert.equal(slip.code.replaceAll('-', '').length, 28)
    const seen = await visit(slip.code, appealStatus, {})
    assert.deepEqual([seen.id, seen.slipNumber, seen.state, seen.number], [slip.id, slip.slipNumber, 'received', null])
    const entity = {
      as: 'entity',
      name: '«Әділет» ЖШС',
      bin: `05014000000${checkDigit('05014000000')}`,
      address: 'Астана',
    }
    await submit({ applicant: entity })
    const written = await entries(slip.id)
    assert.deepEqual(
      [written[0]?.operation, written[0]?.outcome, written[0]?.clauses],
      ['appeals.submit', 'done', ['6.23']],
    )
  },
)

clause('6.23', 'registration is mandatory and no operation exists that could refuse an appeal', async () => {
  const refusing = [...submissions.operations, ...appeals.operations].filter(({ name }) =>
    /refus|reject|deny|decline/i.test(name),
  )
  assert.deepEqual(
    refusing.map(({ name }) => name),
    [],
  )
  const onwards = Object.entries(appealLife.steps).filter(([, { from }]) => [from].flat().includes('received'))
  assert.deepEqual(
    onwards.map(([step, { to }]) => [step, to]),
    [['register', 'registered']],
  )
  const forbids = [...submitAppeal.rules, ...enterAppeal.rules, ...registerAppeal.rules].filter(
    ({ effect }) => effect === 'forbid',
  )
  assert.deepEqual(forbids, [])
  const { id } = await submit({ applicant: { as: 'anonymous' }, text: '?', court: null, courtName: null, person: null })
  const { number } = await as('registrar', registerAppeal, { id })
  assert.match(number, /^6001-26-7-6\/\d+$/)
})

clause(
  '6.23',
  'what is received on a day off is registered on the next working day, and the slip keeps the true day and hour',
  async () => {
    house.clock.set('2026-11-28T23:50')
    const slip = await submit()
    assert.equal(dayOf(new Date(slip.receivedAt)), '2026-11-28')
    assert.equal(timeOf(new Date(slip.receivedAt)), '23:50')
    assert.equal(slip.registeredOn, '2026-11-30')
    assert.equal(slip.dueOn, '2026-12-22')
    const onSunday = '2026-11-29T10:00'
    house.clock.set(onSunday)
    const done = await as('registrar', registerAppeal, { id: slip.id })
    assert.equal(done.registeredOn, '2026-11-30')
    assert.equal(done.dueOn, '2026-12-22')
    const { result } = await perform(house, openAppeal, await stage.actor('registrar'), { id: slip.id })
    assert.equal(dayOf(new Date(result.receivedAt)), '2026-11-28')
    assert.deepEqual([result.receivedOn, result.registeredOn], ['2026-11-28', '2026-11-30'])
    assert.equal(result.clock.days.at(-1)?.count, 15)
    house.clock.set('2026-11-23T09:00')
  },
)

clause('6.23', 'a late registration bears its own day and does not lengthen the term', async () => {
  house.clock.set('2026-11-23T17:00')
  const { id, dueOn } = await submit()
  house.clock.set('2026-11-26T09:00')
  const done = await as('registrar', registerAppeal, { id })
  assert.deepEqual([done.registeredOn, done.dueOn], ['2026-11-26', dueOn])
  house.clock.set('2026-11-23T09:00')
})

clause('6.23', 'a repeated sending shows the same slip and the same code, and stores one appeal', async () => {
  const input = anAppeal()
  const first = (await perform(house.portal, submitAppeal, publicActor(), input)).result
  house.clock.forward(60_000)
  const again = (await perform(house.portal, submitAppeal, publicActor(), input)).result
  assert.deepEqual(again, first)
  const key = randomUUID()
  const many = await Promise.all(Array.from({ length: 8 }, () => submit({ submissionKey: key })))
  assert.equal(new Set(many.map(({ id, code, slipNumber }) => `${id} ${code} ${slipNumber}`)).size, 1)
})

clause(
  '6.23',
  'the registrar enters what came on paper or by word of mouth, gives the slip and registers it',
  async () => {
    const slip = await as('registrar', enterAppeal, paper({ subject: 'Волокита', receivedTime: '08:30' }))
    assert.equal(slip.receiver.kk, 'Назгүл Маратқызы Бекова')
    assert.equal(timeOf(new Date(slip.receivedAt)), '08:30')
    const done = await as('registrar', registerAppeal, { id: slip.id })
    const seen = await visit(slip.code, appealStatus, {})
    assert.equal(seen.number, done.number)
    const { pdf } = await as('registrar', printSlip, { code: slip.code, language: 'kk' })
    assert.equal(Buffer.from(pdf, 'base64').subarray(0, 5).toString(), '%PDF-')
    await refused('unknown', as('registrar', printSlip, { code: 'K7QD-K7QD-K7QD-K7QD-K7QD-K7QD-K7QD', language: 'kk' }))
    await refused('forbidden', as('inspector', printSlip, { code: slip.code, language: 'kk' }))
    const twice = paper({ channel: 'oral', agreement: 'agreed' })
    assert.deepEqual(await as('registrar', enterAppeal, twice), await as('registrar', enterAppeal, twice))
  },
)

test('only a registrar enters and registers; what has been registered is not registered again', async () => {
  const { id } = await submit()
  for (const who of [
    'head',
    'deputy',
    'inspector',
    'abaiHead',
    'analyst',
    'auditor',
    'admin',
    'bailiff',
    'gate',
    'chairman',
  ] as const) {
    await refused('forbidden', as(who, enterAppeal, paper()))
    const reason = ['head', 'deputy'].includes(who) ? 'forbidden' : 'unknown'
    await refused(reason, as(who, registerAppeal, { id }))
  }
  await as('registrar', registerAppeal, { id })
  const again = await refused('wrong-state', as('registrar', registerAppeal, { id }))
  assert.equal(again.clause, '6.23')
  await refused('unknown', as('registrar', registerAppeal, { id: randomUUID() }))
})

test('a form that cannot stand is answered beside its field, by both doors', async () => {
  const cases: [object, string][] = [
    [{ text: 'а'.repeat(20_001) }, 'text'],
    [{ court: randomUUID() }, 'court'],
    [{ eventOn: '2026-12-01' }, 'eventOn'],
    [{ files: Array.from({ length: 11 }, () => randomUUID()) }, 'files'],
  ]
  for (const [more, field] of cases) {
    assert.deepEqual(fieldsOf(await refused('invalid', submit(more))), [field])
    assert.deepEqual(fieldsOf(await refused('invalid', as('registrar', enterAppeal, paper(more)))), [field])
  }
  assert.deepEqual(fieldsOf(await refused('invalid', submit({ applicant: { ...aPerson, iin: '921029350852' } }))), [
    'applicant.iin',
  ])
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('registrar', enterAppeal, paper({ iin: '921029350852', phone: '1' })))),
    ['iin', 'phone'],
  )
  assert.deepEqual(fieldsOf(await refused('invalid', as('registrar', enterAppeal, paper({ name: '' })))), ['name'])
  await refused('unknown', submit({ files: [randomUUID()] }))
  const late = await refused(
    'invalid',
    as('registrar', enterAppeal, paper({ receivedOn: '2027-01-01', receivedTime: '09:00' })),
  )
  assert.deepEqual(fieldsOf(late), ['receivedOn'])
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('registrar', enterAppeal, paper({ receivedOn: '2026-11-20' })))),
    ['receivedTime'],
  )
  const friday = await as('registrar', enterAppeal, paper({ receivedOn: '2026-11-20', receivedTime: '18:10' }))
  assert.deepEqual([friday.registeredOn, friday.dueOn], ['2026-11-20', '2026-12-11'])
  const unit = await refused('invalid', as('registrar', enterAppeal, paper({ unit: unitId('supreme-court') })))
  assert.deepEqual(fieldsOf(unit), ['unit'])
})

test('an appeal goes to the unit of the court’s region, else to the Department; the registrar may direct it', async () => {
  const actor = await stage.actor('registrar')
  const unitOf = async (id: string) => (await perform(house, openAppeal, actor, { id })).result.unitId
  const { rows } = await sql<{ code: string; unit: string }>`select c.code, u.code as unit from courts c
    join units u on u.region_code = c.region_code and u.kind = 'territorial' where u.code in ('abai', 'almaty') order by 1`.execute(
    owner,
  )
  for (const { code, unit } of rows) {
    const { id } = await submit({ court: courtId(code), courtName: null })
    assert.equal(await unitOf(id), unitId(unit))
  }
  assert.ok(rows.length >= 2)
  const nowhere = await submit({ courtName: 'Белгісіз сот' })
  assert.equal(await unitOf(nowhere.id), unitId('department'))
  await as('registrar', registerAppeal, {
    id: nowhere.id,
    unit: unitId('abai'),
    subject: 'Волокита',
    kind: 'complaint',
  })
  const { result } = await perform(house, openAppeal, actor, { id: nowhere.id })
  assert.deepEqual([result.unitId, result.subject, result.kind], [unitId('abai'), 'Волокита', 'complaint'])
})

test('the news of what came in puts it before the registrars, once', async () => {
  const { id } = await submit()
  await news()
  const duties = async () =>
    (
      await sql<{
        stage: string
        closed: boolean
      }>`select stage, closed_at is not null as closed from duties where record_id = ${id} order by stage`.execute(
        owner,
      )
    ).rows
  assert.deepEqual(await duties(), [{ stage: 'register', closed: false }])
  await as('registrar', registerAppeal, { id })
  assert.deepEqual(await duties(), [
    { stage: 'answer', closed: false },
    { stage: 'register', closed: true },
  ])
})

clause('6.23', 'a hundred appeals registered at once get numbers without a gap or a double', async () => {
  const slips = await Promise.all(Array.from({ length: 100 }, () => submit()))
  assert.equal(new Set(slips.map(({ slipNumber }) => slipNumber)).size, 100)
  const numbers = await Promise.all(slips.map(({ id }) => as('registrar', registerAppeal, { id })))
  const serials = numbers.map(({ number }) => Number(number.split('/')[1])).sort((a, b) => a - b)
  assert.deepEqual(
    serials,
    Array.from({ length: 100 }, (_, n) => (serials[0] ?? 0) + n),
  )
})

clause('6.23', 'what is sent by thirty-two clients at once is all kept', async () => {
  const before = await count()
  const keys = Array.from({ length: 500 }, () => randomUUID())
  const slips: string[] = []
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      for (let key = keys.pop(); key; key = keys.pop()) slips.push((await submit({ submissionKey: key })).slipNumber)
    }),
  )
  assert.equal(new Set(slips).size, 500)
  assert.equal(await count(), before + 500)
})

const count = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from appeals`.execute(owner)).rows[0]?.n ?? 0

const anonymous = { applicant: { as: 'anonymous' as const } }

clause('6.23', 'an anonymous appeal is registered, and closed without consideration with the reason', async () => {
  const { id, code } = await registered(anonymous)
  await refused('forbidden', as('registrar', closeAnonymous, { id, reason: 'автор белгісіз' }))
  await as('head', closeAnonymous, { id, reason: 'Авторын анықтау мүмкін емес.' })
  const seen = await visit(code, appealStatus, {})
  assert.deepEqual(
    [seen.state, seen.ending, seen.mayWrite, seen.doneOn],
    ['closed', 'Авторын анықтау мүмкін емес.', false, '2026-11-23'],
  )
  await refused('wrong-state', as('head', redirectAppeal, { id, body: plantedBody('mia'), reason: 'x' }))
})

clause('6.23', 'anonymous word of a crime or a threat goes to the competent body at once', async () => {
  const { id, code } = await registered(anonymous)
  await as('deputy', redirectAppeal, {
    id,
    body: plantedBody('knb-anti-corruption'),
    reason: 'Дайындалып жатқан қылмыс туралы мәлімет',
  })
  const seen = await visit(code, appealStatus, {})
  assert.deepEqual([seen.state, seen.ending], ['redirected', 'ҰҚК Сыбайлас жемқорлыққа қарсы іс-қимыл қызметі'])
})

clause('6.23', 'an appeal whose author is known is neither closed nor redirected as an anonymous one', async () => {
  const { id } = await registered()
  assert.equal((await refused('forbidden', as('head', closeAnonymous, { id, reason: 'x' }))).clause, '6.23')
  await refused('forbidden', as('head', redirectAppeal, { id, body: plantedBody('mia'), reason: 'x' }))
})

/** Waits until the house has heard of a changed parameter. */
const heard = async (value: string): Promise<void> => {
  for (let left = 100; left > 0; left -= 1) {
    if ((await house.parameters.current()).on('appeal.anonymous', '2026-11-23').value === value) return
    await pause(50)
  }
  throw new Error('the house did not hear of the changed parameter')
}

clause('6.23', 'where the rule in force has all anonymous appeals considered, none is closed unread', async () => {
  const { id } = await registered(anonymous)
  await sql`select set_config('app.operation', 'test', false)`.execute(owner)
  await sql`insert into parameters_overrides (name, from_on, value, status, reason, by, at)
    values ('appeal.anonymous', '2026-11-01', '"all"', 'changed', 'test', ${randomUUID()}, now())`.execute(owner)
  await heard('all')
  const refusal = await refused('forbidden', as('head', closeAnonymous, { id, reason: 'x' }))
  assert.match(refusal.says.ru, /тоже рассматриваются/)
  await sql`delete from parameters_overrides`.execute(owner)
  await heard('crime-or-threat')
})
