// Personal files: closed without an authority, for each reason of its own; each page counted and marked; a copy tells whose it was.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { clause } from '../../../test/kit/clause.ts'
import { asOwner, journalOf, readText } from '../../../test/kit/papers.ts'
import { doing } from '../../../test/kit/room.ts'
import { castId, castIin } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import { fieldsOf, openStage, refused } from '../appeals/appeals.kit.ts'
import { deskOf } from '../authorities/authorities.kit.ts'
import { revokeAuthority } from '../authorities/ending.ts'
import { closeRenderer } from '../templates/index.ts'
import { listNotices } from '../work/contract.ts'
import { registryOf, stranger } from '../persons/persons.kit.ts'
import { clearAway } from './index.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'

after(closeRenderer)
const stage = await openStage()
const { house, as, news } = stage
const enter = registryOf(stage)
const desk = deskOf(stage)
type Who = Parameters<typeof as>[0]

let count = 0
const begun = async (more: object = {}): Promise<{ id: string; person: string }> => {
  const { id: person } = await enter(more)
  count += 1
  const { id } = await as('registrar', operations.beginFile, {
    person,
    number: `ЖІ-${count}`,
    heldAt: 'Абай облыстық соты',
  })
  return { id, person }
}
/** Asked for by the head, granted by the Chairman; the head is its reader, others by appointment. */
const permitted = (file: string, more: object = {}, days: object = {}) =>
  desk.granted({ purpose: 'personalFile', about: [`personalFile:${file}`], until: '2026-12-31', ...more }, days)
const appoint = (id: string, authority: string, who: Who = 'inspector') =>
  as('head', operations.appointReader, { id, authority, reader: castId(who) })

const picture = await (async () => {
  const sheet = createCanvas(1000, 1400)
  const pen = sheet.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, 1000, 1400)
  pen.fillStyle = '#111'
  pen.font = '26px sans-serif'
  for (let y = 80; y < 1350; y += 44) pen.fillText(`Record of service, line ${y}: an invented paper of a test`, 80, y)
  return sheet.encode('png')
})()
const add = async (id: string, who: Who = 'inspector') => {
  const file = await stage.bring(await stage.actor(who), 'бет.png', picture)
  return as(who, operations.addDocument, {
    id,
    kind: 'appointment',
    title: 'Тағайындау туралы бұйрық',
    datedOn: '2021-03-01',
    file,
  })
}
const view = (id: string, document: string, who: Who = 'inspector', page = 1) =>
  as(who, operations.viewPage, { id, document, page })
/** Everything that shows or adds to what lies in the file is refused, under 5.9, for this reason. */
const shut = async (id: string, document: string, because: string, who: Who = 'inspector') => {
  const file = await stage.bring(await stage.actor(who), 'бет.png', picture)
  for (const work of [
    () => view(id, document, who),
    () => as(who, operations.takeCopy, { id, document }),
    () => as(who, operations.addDocument, { id, kind: 'other', title: 'x', datedOn: '2021-03-01', file }),
  ])
    assert.equal((await refused('forbidden', work())).clause, '5.9', because)
  const one = await as(who, queries.openFile, { id })
  assert.deepEqual([one.closed?.because, one.documents, one.open], [because, [], false])
  return one.closed
}
const opened = async () => {
  const it = await begun()
  const authority = await permitted(it.id)
  await appoint(it.id, authority)
  const { document } = await add(it.id)
  return { ...it, authority, document }
}

clause('5.9', 'a personal file that no permission names is closed, and the refusal says so', async () => {
  const { id } = await begun()
  const closed = await shut(id, stranger(), 'none')
  assert.equal(closed?.number, null)
  const { may } = await perform(house, queries.openFile, await stage.actor('inspector'), { id })
  const why = may.find(({ operation }) => operation === 'personalFiles.add')?.why
  assert.deepEqual([why?.clause, why?.offer], ['5.9', 'authorities.ask'])
  assert.equal((await journalOf(house, id, 'personalFiles.viewPage')).at(-1)?.clause, '5.9')
})

clause('5.9', 'a permission for another file, or for the person alone, opens nothing', async () => {
  const { id, person } = await begun()
  const other = await begun()
  await permitted(other.id)
  await permitted(other.id, { about: [`person:${person}`] })
  await shut(id, stranger(), 'none', 'head')
  await add(other.id, 'head')
})

clause('5.9', 'a permission that was asked but not granted, refused, or not confirmed opens nothing', async () => {
  const { id } = await begun()
  const asking = { purpose: 'personalFile' as const, about: [`personalFile:${id}`], until: '2026-12-31' }
  await desk.asked(asking)
  await shut(id, stranger(), 'none', 'head')
  await desk.registered({ ...asking, number: '77-1' })
  await shut(id, stranger(), 'none', 'head')
})

clause('5.9', 'under a permission in force its reader sees each page, and each page is an entry', async () => {
  house.clock.set('2026-11-23T10:00')
  const { id, document, authority } = await opened()
  const page = await view(id, document)
  assert.deepEqual([page.total, page.mark.startsWith('Айгүл Болатқызы Серікова, 23.11.2026 10:00 · № ')], [1, true])
  await view(id, document)
  await refused('unknown', view(id, document, 'inspector', 2))
  await refused('unknown', view(id, stranger()))
  const other = await opened()
  await refused('unknown', view(id, other.document))
  const entries = (await journalOf(house, id, 'personalFiles.viewPage')).filter(({ outcome }) => outcome === 'read')
  assert.equal(entries.length, 2)
  assert.match(JSON.stringify(entries[0]), new RegExp(document))
  const seen = await as('head', queries.listViews, { id })
  assert.deepEqual([seen.total, seen.rows[0]?.by.kk, seen.rows[0]?.page], [2, 'Айгүл Болатқызы Серікова', 1])
  await refused('forbidden', as('inspector', queries.listViews, { id }))
  assert.equal((await as('inspector', queries.openFile, { id })).authority?.id, authority)
})

clause('5.9', 'a permission opens the file to its reader alone', async () => {
  const { id, document, authority } = await opened()
  const closed = await shut(id, document, 'otherReader', 'inspector2')
  assert.ok(closed?.number)
  for (const who of ['deputy', 'analyst'] as const) await shut(id, document, 'otherReader', who)
  for (const who of ['registrar', 'chairman', 'caHead'] as const) await refused('forbidden', view(id, document, who))
  for (const who of ['almatyHead', 'auditor', 'bailiff', 'admin'] as const)
    await refused('unknown', view(id, document, who))
  // The database keeps its lines shut whatever the program asks.
  const lines = (who: Who) =>
    stage
      .actor(who)
      .then((actor) =>
        doing(house, actor, (tx) =>
          tx.db.selectFrom('personal_file_documents').select('id').where('personal_file_id', '=', id).execute(),
        ),
      )
  assert.deepEqual(
    [(await lines('inspector')).length, (await lines('inspector2')).length, (await lines('deputy')).length],
    [1, 0, 0],
  )
  await refused('forbidden', as('inspector', operations.appointReader, { id, authority, reader: castId('inspector2') }))
  assert.deepEqual(
    fieldsOf(
      await refused('invalid', as('head', operations.appointReader, { id, authority, reader: castId('bailiff') })),
    ),
    ['reader'],
  )
  const other = await opened()
  assert.deepEqual(fieldsOf(await refused('invalid', appoint(id, other.authority, 'inspector2'))), ['authority'])
  await appoint(id, authority, 'inspector2')
  await view(id, document, 'inspector2')
})

clause('5.9', 'whoever asked for the permission reads under it', async () => {
  const { id } = await begun()
  await permitted(id)
  const { document } = await add(id, 'head')
  await view(id, document, 'head')
})

clause('5.9', 'the file is closed before the first day of the permission and after its last', async () => {
  house.clock.set('2026-11-23T10:00')
  const { id } = await begun()
  const authority = await permitted(id, { from: '2026-11-25', until: '2026-11-27' })
  await shut(id, stranger(), 'notYet', 'head')
  house.clock.set('2026-11-25T00:00')
  await appoint(id, authority)
  const { document } = await add(id)
  house.clock.set('2026-11-27T23:59')
  await view(id, document)
  house.clock.set('2026-11-28T00:00')
  const closed = await shut(id, document, 'ended')
  assert.equal(closed?.on, '2026-11-27')
})

clause('5.9', 'revocation closes the file at once, and its readers hear of it', async () => {
  house.clock.set('2026-11-30T10:00')
  const { id, document, authority } = await opened()
  await view(id, document)
  await as('chairman', revokeAuthority, { id: authority, reason: 'Қажеттілік жойылды.' })
  const closed = await shut(id, document, 'revoked')
  assert.equal(closed?.on, '2026-11-30')
  await news()
  const operation = house.registry.operations.get('work.notices')
  assert.ok(operation)
  const bell = listNotices.output.parse(
    (await perform(house, operation, await stage.actor('inspector'), { size: 50 })).result,
  )
  assert.ok(bell.rows.some((it) => it.recordId === id && it.news === 'revoked'))
})

clause(
  '5.9',
  'a copy bears its reader, to be seen and not to be seen, and the house finds out whose it was',
  async () => {
    house.clock.set('2026-12-01T10:00')
    const { id, document } = await opened()
    const copy = await as('inspector', operations.takeCopy, { id, document })
    const pdf = Buffer.concat(await Array.fromAsync(copy.stream as AsyncIterable<Buffer>))
    // Nothing but pictures: what is not written cannot be taken out.
    assert.equal((await readText(pdf)).trim(), '')
    const trace = (bytes: Buffer, who: Who = 'head') =>
      as(who, operations.traceCopy, { content: bytes.toString('base64') })
    const { found } = await trace(pdf)
    assert.deepEqual([found?.by.kk, found?.page, found?.file.id], ['Айгүл Болатқызы Серікова', null, id])
    // A page of the screen, cut and saved anew at a lower quality, still tells.
    const shown = Buffer.from((await view(id, document)).picture, 'base64')
    const image = await loadImage(shown)
    const cut = createCanvas(760, 860)
    cut.getContext('2d').drawImage(image, -67, -101)
    const part = await trace(await cut.encode('jpeg', 70))
    assert.deepEqual([part.found?.by.kk, part.found?.page], ['Айгүл Болатқызы Серікова', 1])
    assert.notEqual(part.found?.number, found?.number)
    // What the eye sees is there too: the page of the screen is not the page that was brought.
    assert.notDeepEqual(shown, picture)
    assert.equal((await trace(picture)).found, null)
    assert.deepEqual(fieldsOf(await refused('invalid', trace(Buffer.from('text')))), ['content'])
    for (const who of ['inspector', 'registrar', 'chairman'] as const) await refused('forbidden', trace(pdf, who))
    const [entry] = (await journalOf(house, id, 'personalFiles.copy')).filter(({ outcome }) => outcome !== 'refused')
    assert.equal(entry?.outcome, 'exported')
  },
)

clause('5.16', 'an employee is shut out of the own personal file, and one person has one file', async () => {
  const { id, person } = await begun({ iin: castIin('inspector2') })
  await refused('unknown', as('inspector2', queries.openFile, { id }))
  const listed = async (who: Who) => (await as(who, queries.listFiles, { size: 100 })).rows.some((row) => row.id === id)
  assert.deepEqual([await listed('inspector2'), await listed('inspector')], [false, true])
  const again = { person, number: 'ЖІ-X', heldAt: 'Сот' }
  assert.deepEqual(fieldsOf(await refused('invalid', as('registrar', operations.beginFile, again))), ['person'])
  assert.deepEqual(
    fieldsOf(await refused('invalid', as('registrar', operations.beginFile, { ...again, person: stranger() }))),
    ['person'],
  )
  for (const who of ['auditor', 'bailiff', 'admin', 'chairman'] as const)
    await refused('forbidden', as(who, operations.beginFile, again))
  assert.equal((await as('inspector', queries.fileOfPerson, { person })).file?.id, id)
  await refused('unknown', as('abaiHead', queries.openFile, { id: stranger() }))
  // Whoever is named in the file cannot be appointed its reader to any avail: the database hides it.
  const authority = await permitted(id)
  await appoint(id, authority, 'inspector2')
  await refused('unknown', as('inspector2', queries.openFile, { id }))
})

clause(
  '5.9',
  'scans are kept no longer than the term after the last permission, and not destroyed while held',
  async () => {
    house.clock.set('2026-12-02T10:00')
    const held = await opened()
    const free = await opened()
    await asOwner(
      house,
      `insert into retention_holds (id, record_kind, record_id, reason, since, by) values (gen_random_uuid(), 'personalFile', $1, 'сот', now(), $2)`,
      [held.id, castId('head')],
    )
    house.clock.set('2027-12-31T10:00')
    await clearAway(house)
    const left = async (id: string) =>
      (
        await asOwner<{ n: number }>(
          house,
          'select count(*)::int as n from personal_file_documents where personal_file_id = $1 and destroyed_on is null',
          [id],
        )
      )[0]?.n
    assert.deepEqual([await left(free.id), await left(held.id)], [1, 1])
    house.clock.set('2028-01-01T10:00')
    await clearAway(house)
    assert.deepEqual([await left(free.id), await left(held.id)], [0, 1])
    assert.ok((await journalOf(house, free.id, 'personalFiles.destroy')).length)
    const again = await permitted(free.id, { until: '2028-02-01' })
    await appoint(free.id, again)
    assert.equal((await refused('wrong-state', view(free.id, free.document))).clause, '5.9')
  },
)

test('an unreadable scan is refused beside its field', async () => {
  house.clock.set('2026-12-02T10:00')
  const { id } = await opened()
  const file = await stage.bring(await stage.actor('inspector'), 'бет.txt', 'мәтін')
  const given = { id, kind: 'other' as const, title: 'Мәтін', datedOn: '2026-01-01' }
  assert.deepEqual(fieldsOf(await refused('invalid', as('inspector', operations.addDocument, { ...given, file }))), [
    'file',
  ])
  await refused('unknown', as('inspector', operations.addDocument, { ...given, file: stranger() }))
})
