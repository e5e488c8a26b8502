// What people expect of any place that takes reports, one test each in plain words: the intake, over the public page's own HTTP and
// role, and at the registrar's desk.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { sweepFiles } from '../../kernel/files/index.ts'
import { answerAll, codeOn, png, send, story } from '../../portal/portal.kit.ts'
import { aPerson, castId, fieldsOf, refused } from '../appeals/appeals.kit.ts'
import { openAppeal } from '../appeals/queries.ts'
import { revealApplicant } from '../handling/identity.ts'
import { aDayLater, filesKept, handIn, idOf, openWith, slipOn, stage, under, visitor } from './behaviours.kit.ts'
import { enterAppeal, printProtocol } from './entering.ts'

const { house, as, submit, owner } = stage

test('a report to nobody is refused beside its field, and one that names nobody goes to the Department', async () => {
  assert.deepEqual(fieldsOf(await refused('invalid', submit({ court: castId('head') }))), ['court'])
  const entry = {
    ...aPerson,
    channel: 'paper' as const,
    kind: 'report' as const,
    language: 'kk' as const,
    text: 'т',
    as: 'person' as const,
  }
  assert.deepEqual(
    fieldsOf(
      await refused(
        'invalid',
        as('registrar', enterAppeal, { ...entry, unit: castId('head'), entryKey: randomUUID() }),
      ),
    ),
    ['unit'],
  )
  const { id } = await submit({ court: null, courtName: null })
  assert.match((await as('head', openAppeal, { id })).unit.kk, /Ішкі қауіпсіздік/)
})

test('whoever hands in gets a receipt: number, day, hour, term, code', async () => {
  const citizen = visitor()
  const slip = await send(citizen, await answerAll(citizen))
  for (const said of [/ТЛ-26-\d{6}/, /23\.11\.2026/, /09:00/, /14\.12\.2026/, /<code>([0-9A-Z]{4}-){6}[0-9A-Z]{4}</])
    assert.match(slip.body, said)
})

test('what was attached belongs to the report, and whoever considers it can open it', async () => {
  const citizen = visitor()
  const slip = await send(citizen, await answerAll(citizen))
  const it = await as('head', openAppeal, { id: await idOf(slipOn(slip.body)) })
  assert.deepEqual(
    it.files.map(({ name }) => name),
    ['сурет.png'],
  )
})

test('the attachments of a report that was never handed in are removed', async () => {
  await answerAll(visitor())
  const before = await filesKept()
  assert.deepEqual(await sweepFiles(house), { loose: 0, strays: 0 }, 'not while somebody may still be typing')
  assert.ok((await aDayLater(() => sweepFiles(house))).loose >= 1)
  assert.ok((await filesKept()) < before)
})

test('nothing is taken up without a visit that has begun, nor with a foreign form', async () => {
  const before = await filesKept()
  assert.equal((await visitor().upload('/kk/ask/files', 'сурет.png', png)).statusCode, 410)
  const citizen = visitor()
  await citizen.get('/kk/')
  await citizen.post('/kk/begin')
  assert.equal((await citizen.upload('/kk/ask/files', 'сурет.png', png, { stamp: 'foreign' })).statusCode, 400)
  assert.equal((await visitor().upload('/kk/write', 'сурет.png', png, { text: 'x' })).statusCode, 200)
  assert.equal(await filesKept(), before)
})

test('more can be attached later, with the code', async () => {
  const code = await handIn(visitor())
  const later = visitor()
  await openWith(later, code)
  const page = await later.upload('/kk/write', 'кейін.png', png, { text: 'Тағы бір сурет.' })
  assert.match(page.body, /кейін\.png/)
})

test('the questions depend on the answers: who gives no name is not asked for one, who acts for another is asked by what right', async () => {
  const citizen = visitor()
  await citizen.get('/kk/')
  await citizen.post('/kk/begin')
  await citizen.post('/kk/ask/kind', { kind: 'complaint' })
  assert.match((await citizen.post('/kk/ask/who', { as: 'anonymous' })).body, /Қай сотта/)
  assert.match((await citizen.post('/kk/ask/who', { as: 'entity' })).body, /Өтінішті қалай бересіз/)
  assert.match((await citizen.post('/kk/ask/how', { collective: '', acting: '' })).body, /Ұйымның атауы/)
  const entity = { name: '«Әділет» ЖШС', bin: '151140011685', email: 'kense@example.kz' }
  assert.match((await citizen.post('/kk/ask/contacts', entity)).body, /Қай сотта/)
  await citizen.post('/kk/ask/how', { collective: 'yes', acting: 'yes' })
  const people = await citizen.post('/kk/ask/contacts', entity)
  assert.match(people.body, /Кіммен бірге бересіз/)
  const wrong = await citizen.post('/kk/ask/people', {
    signatories: '',
    coApplicants: 'Айша Көрсетілімқызы, 921029350852',
  })
  assert.match(wrong.body, /1-жол/)
  const few = await citizen.post('/kk/ask/people', {
    signatories: '2',
    coApplicants: 'Айша Көрсетілімқызы\nБолат Сынақұлы',
  })
  assert.equal(few.statusCode, 400)
  const representative = await citizen.post('/kk/ask/people', {
    signatories: '14',
    coApplicants: 'Айша Көрсетілімқызы, 9210 2935 0851',
  })
  assert.match(representative.body, /Өкіл кім/)
  const lacking = await citizen.post('/kk/ask/representative', { representative: 'Дана Қорғаушы', ground: 'attorney' })
  assert.match(lacking.body, /href="#groundNumber"/)
  assert.match(lacking.body, /href="#groundOn"/)
  const acting = {
    representative: 'Дана Қорғаушы',
    ground: 'attorney',
    groundNumber: '7',
    'groundOn-day': '3',
    'groundOn-month': '11',
    'groundOn-year': '2026',
  }
  assert.match((await citizen.post('/kk/ask/representative', acting)).body, /Қай сотта/)
  await citizen.post('/kk/ask/where', {})
  assert.match((await citizen.post('/kk/ask/story', { text: story })).body, /Өкілдіктің негізі/)
  await citizen.upload('/kk/ask/files', 'сенімхат.png', png, { of: 'ground' })
  const slip = await send(citizen, await citizen.post('/kk/ask/files/next'))
  const id = await idOf(slipOn(slip.body))
  const it = await as('registrar', openAppeal, { id })
  assert.deepEqual([it.collective, it.signatories, it.files.map(({ name }) => name)], [true, 14, ['сенімхат.png']])
  const who = await as('registrar', revealApplicant, { id, reason: 'тексеру' })
  assert.deepEqual(
    [who.representative, who.ground?.number, who.ground?.on, who.coApplicants],
    ['Дана Қорғаушы', '7', '2026-11-03', [{ name: 'Айша Көрсетілімқызы', number: '921029350851' }]],
  )
})

clause('6.23', 'staff enter what a caller says: it is read back, put into a protocol and agreed to', async () => {
  const call = {
    ...{
      ...aPerson,
      channel: 'oral' as const,
      kind: 'report' as const,
      language: 'ru' as const,
      as: 'person' as const,
    },
    text: 'Работник канцелярии просил деньги.',
    entryKey: randomUUID(),
  }
  assert.deepEqual(fieldsOf(await refused('invalid', as('registrar', enterAppeal, call))), ['agreement'])
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('registrar', enterAppeal, { ...call, agreement: 'remarks' }))),
    ['remarks'],
  )
  const slip = await as('registrar', enterAppeal, { ...call, agreement: 'remarks', remarks: 'Сумму не называл.' })
  assert.deepEqual(
    await as('registrar', enterAppeal, { ...call, agreement: 'remarks', remarks: 'Сумму не называл.' }),
    slip,
  )
  const it = await as('registrar', openAppeal, { id: slip.id })
  assert.deepEqual(it.protocol, { agreement: 'remarks', remarks: 'Сумму не называл.' })
  const { pdf } = await as('registrar', printProtocol, { code: slip.code })
  assert.equal(Buffer.from(pdf, 'base64').subarray(0, 5).toString(), '%PDF-')
  const paper = await as('registrar', enterAppeal, { ...call, channel: 'paper', entryKey: randomUUID() })
  await refused('unknown', as('registrar', printProtocol, { code: paper.code }))
})

test('a doubt about a number is told and stops nobody: at the desk and on the page', async () => {
  const doubtful = { name: 'Айша Көрсетілімқызы', iin: aPerson.iin }
  const slip = await as('registrar', enterAppeal, {
    ...{ ...aPerson, ...doubtful, channel: 'paper' as const, kind: 'report' as const, language: 'kk' as const },
    ...{ as: 'person' as const, text: 'т', entryKey: randomUUID() },
  })
  assert.match(slip.warnings[0]?.kk ?? '', /жынысы/)
  const citizen = visitor()
  await answerAll(citizen)
  await citizen.post('/kk/ask/contacts', { ...doubtful, phone: '87011234567' })
  const check = await citizen.get('/kk/check')
  assert.equal(check.statusCode, 200)
  assert.match(check.body, /Назар аударыңыз[\s\S]*жынысы/)
  assert.ok(codeOn(await send(citizen, check)))
})

clause(
  '6.23',
  'the page can be closed: it says where else to turn, paper and word of mouth stay open, what was begun is finished',
  async () => {
    const early = visitor()
    const check = await answerAll(early)
    await under('portal.intake', 'closed', async () => {
      const page = await visitor().get('/kk/')
      assert.match(page.body, /қағаз түрінде немесе ауызша/)
      assert.doesNotMatch(page.body, /action="\/kk\/begin"/)
      const late = visitor()
      await late.get('/kk/')
      assert.match((await late.post('/kk/begin')).body, /қағаз түрінде немесе ауызша/)
      assert.equal((await late.get('/kk/ask/kind')).statusCode, 410)
      assert.ok(codeOn(await send(early, check)), 'whoever had begun is not cut off')
      const entry = {
        ...aPerson,
        channel: 'paper' as const,
        kind: 'report' as const,
        language: 'kk' as const,
        text: 'т',
        as: 'person' as const,
      }
      assert.ok((await as('registrar', enterAppeal, { ...entry, entryKey: randomUUID() })).slipNumber)
    })
    assert.match((await visitor().get('/kk/')).body, /action="\/kk\/begin"/)
  },
)

test('a file that was taken off the list belongs to nothing and is removed', async () => {
  const citizen = visitor()
  await answerAll(citizen)
  const list = await citizen.get('/kk/ask/files')
  const file = /name="file" value="([^"]+)"/.exec(list.body)?.[1] ?? ''
  await citizen.post('/kk/ask/files/remove', { file })
  assert.ok(codeOn(await send(citizen, await citizen.get('/kk/check'))))
  await aDayLater(() => sweepFiles(house))
  const { rows } = await sql`select from files where id = ${file}`.execute(owner)
  assert.equal(rows.length, 0)
})

test('a file that is empty or too large is refused with a word that says why', async () => {
  const citizen = visitor()
  await answerAll(citizen)
  const empty = await citizen.upload('/kk/ask/files', 'бос.png', Buffer.alloc(0))
  assert.equal(empty.statusCode, 400)
  assert.match(empty.body, /class="fault"[^>]*>[^<]*бос/i)
  await under('file.size.max', 1_000, async () => {
    const large = await citizen.upload('/kk/ask/files', 'үлкен.txt', Buffer.alloc(5_000, 'а'))
    assert.equal(large.statusCode, 400)
    assert.match(large.body, /class="fault"[^>]*>[^<]*үлкен/i)
  })
})
