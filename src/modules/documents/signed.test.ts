// What was signed stays as it was signed, and only those see it whom it concerns.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { testHouse } from '../../../test/kit/house.ts'
import { asOwner, draft, journalOf, offered, open, pdfOf, refusalOf, sign, words } from '../../../test/kit/papers.ts'
import { castId, castNames } from '../../app/cast.ts'
import { modules } from '../../app/modules.ts'
import { pathOf } from '../../kernel/files/disk.ts'
import { openHouse } from '../../kernel/house.ts'
import { newId } from '../../kernel/ids.ts'
import { perform } from '../../kernel/perform.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'
import { closeRenderer } from '../templates/index.ts'

const house = await testHouse(null)
after(closeRenderer)

clause('15', 'the database itself keeps the signed text from change', async () => {
  const id = await offered(house)
  await sign(house, 'head', id)
  for (const change of [
    "title = 'x'",
    'draft = draft + 1',
    "number = '6001-26-7-7/9999'",
    `sha256 = '${'0'.repeat(64)}'`,
  ])
    await assert.rejects(
      asOwner(house, `update documents set ${change} where id = $1`, [id]),
      /signed and cannot be changed/,
    )
  const offer = await offered(house)
  await assert.rejects(asOwner(house, "update documents set state = 'sent' where id = $1", [offer]), /in name only/)
})

clause('15', 'a signed file that was tampered with is not opened', async () => {
  const [one, other] = [await offered(house), await offered(house)]
  await sign(house, 'head', one)
  await sign(house, 'head', other)
  const fileOf = async (id: string): Promise<string> => (await open(house, 'head', id)).result.signed?.file.id ?? ''

  // Another genuine file of the house in its place, by a superuser with the triggers off.
  const [mine, theirs] = [await fileOf(one), await fileOf(other)]
  const swap = (file: string) =>
    asOwner(
      house,
      `begin; set local session_replication_role = replica; update documents set file_id = '${file}' where id = '${one}'; commit`,
    )
  await swap(theirs)
  const swapped = await refusalOf(pdfOf(house, 'inspector', { id: one }))
  assert.deepEqual([swapped.reason, swapped.clause], ['conflict', '15'])
  await swap(mine)
  await pdfOf(house, 'inspector', { id: one })

  const logged: string[] = []
  const loud = openHouse(
    { ...house, databaseUrl: house.urls.appUrl },
    modules,
    house.clock,
    (_, message) => void logged.push(message),
  )
  try {
    const path = pathOf(house.files, mine)
    const bytes = readFileSync(path)
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1
    writeFileSync(path, bytes)
    const head = await house.as('head')
    assert.equal((await refusalOf(perform(loud, queries.renderDocument, head, { id: one }))).reason, 'conflict')
    assert.equal(
      (await refusalOf(perform(loud, queries.readDocumentFile, head, { id: one, file: mine }))).reason,
      'conflict',
    )
    assert.equal(logged.length, 2)
  } finally {
    await loud.close()
  }
  assert.equal(
    (await refusalOf(perform(house, queries.readDocumentFile, await house.as('head'), { id: other, file: mine })))
      .reason,
    'unknown',
  )
})

clause(
  '5.16',
  'a document is seen by its drafter, by those who lead and by the registry, and by nobody else',
  async () => {
    const id = await draft(house)
    for (const name of castNames) {
      const seen = ['head', 'deputy', 'registrar', 'inspector'].includes(name)
      if (seen) await open(house, name, id)
      else assert.equal((await refusalOf(open(house, name, id))).reason, 'unknown', name)
    }
    const { id: mine } = { id: await draft(house, 'abaiInspector') }
    await open(house, 'abaiInspector', mine)
    await open(house, 'abaiHead', mine)
    await open(house, 'head', mine)
    assert.equal((await refusalOf(open(house, 'almatyHead', mine))).reason, 'unknown')
    const read = (await journalOf(house, id, 'documents.one')).filter(({ outcome }) => outcome === 'read')
    assert.deepEqual(
      read.map(({ actor }) => actor).sort(),
      (['head', 'deputy', 'registrar', 'inspector'] as const).map(castId).sort(),
    )
  },
)

clause('5.16', 'a person shut out of the record does not learn of its documents', async () => {
  const id = await draft(house)
  const count = async () =>
    (await perform(house, queries.listDocuments, await house.as('registrar'), { words: words.addressee })).result.total
  const before = await count()
  await asOwner(house, 'insert into denied values ($1, $2, now(), $3)', [id, castId('registrar'), 'Аты аталған'])
  assert.equal((await refusalOf(open(house, 'registrar', id))).reason, 'unknown')
  assert.equal(await count(), before - 1)
  const about = await draft(house)
  await asOwner(house, 'insert into denied values ($1, $2, now(), $3)', [
    castId('bailiff'),
    castId('deputy'),
    'Аты аталған',
  ])
  assert.equal((await refusalOf(open(house, 'deputy', about))).reason, 'unknown')
  await asOwner(house, 'delete from denied')
})

test('what does not exist is unknown', async () => {
  const [inspector, head] = [await house.as('inspector'), await house.as('head')]
  const id = newId()
  const mine = await draft(house)
  for (const work of [
    () => perform(house, queries.openDocument, head, { id }),
    () => perform(house, queries.renderDocument, head, { id }),
    () => perform(house, operations.signDocument, head, { id }),
    () => perform(house, operations.saveDocument, inspector, { id, fields: {} }),
    () => perform(house, queries.openDraft, inspector, { id: mine, draft: 7 }),
    () =>
      perform(house, operations.draftDocument, inspector, {
        template: 'reply',
        language: 'kk',
        about: { kind: 'employee', id },
      }),
    () =>
      perform(house, operations.draftDocument, inspector, {
        template: 'reply',
        language: 'kk',
        about: { kind: 'nothing', id },
      }),
  ])
    assert.equal((await refusalOf(work())).reason, 'unknown')
})
