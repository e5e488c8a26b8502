// Every kind of document, with or without a record before it: signed by one person, numbered in its series, compared, checked, sealed.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import { clause } from '../../../test/kit/clause.ts'
import { publicActor, testHouse } from '../../../test/kit/house.ts'
import {
  asOwner,
  draft,
  offered,
  open,
  pdfOf,
  performNamed,
  readText,
  refusalOf,
  sign,
  words,
} from '../../../test/kit/papers.ts'
import { doing } from '../../../test/kit/room.ts'
import { castId, type CastName } from '../../app/cast.ts'
import { perform } from '../../kernel/perform.ts'
import { closeRenderer, drafted } from '../templates/index.ts'
import { checkGenuine, tokenIn } from './check.ts'
import { compareTexts } from './compare.ts'
import { asksOf, templateOf } from './drafting.ts'
import { dispatchDocument, documentRecord, noteSealed, setAgreement, signedBytes } from './index.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'

const house = await testHouse(null)
after(closeRenderer)

const filled = (template: string): Record<string, string> =>
  Object.fromEntries(
    asksOf(templateOf(template)).map(({ name, kind }) => [name, kind === 'day' ? '2026-12-10' : 'Қажетті мәтін.']),
  )
const begin = async (template: string, language: 'kk' | 'ru' | 'en' = 'kk') =>
  (
    await perform(house, operations.draftDocument, await house.as('inspector'), {
      template,
      language,
      fields: filled(template),
    })
  ).result.id
const offer = async (id: string) => perform(house, operations.offerDocument, await house.as('inspector'), { id })
const send = async (id: string, by: CastName = 'inspector') =>
  perform(house, operations.sendDocument, await house.as(by), { id, way: 'post' })
const genuine = async (input: { code?: string; sha256?: string }) =>
  (await perform(house.portal, checkGenuine, publicActor(), input)).result.genuine
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
/** The address may break over two lines. */
const tokenOf = async (id: string) => {
  const text = await readText(await pdfOf(house, 'inspector', { id }))
  return /\/check\/([0-9A-Z]{26})/.exec(text.replaceAll(/[\s-]/g, ''))?.[1] ?? text
}

clause('15', 'documents of every kind, internal ones too, are signed by the head and by nobody else', async () => {
  const { kinds } = (await perform(house, queries.listKinds, await house.as('inspector'), {})).result
  assert.equal(kinds.length, drafted.length)
  for (const { template } of kinds) {
    const id = await begin(template)
    await offer(id)
    const refusal = await refusalOf(sign(house, 'deputy', id))
    assert.deepEqual([refusal.reason, refusal.clause], ['forbidden', '15'], template)
    const { number } = await sign(house, 'head', id)
    assert.ok(number.startsWith(`6001-26-${templateOf(template).series}/`), `${template} ${number}`)
  }
})

clause(
  '5.14',
  'a document without a foregoing record begins by itself and lies on the desk of the signer with a term',
  async () => {
    const id = await begin('proposal', 'ru')
    const { result } = await open(house, 'inspector', id)
    assert.equal(result.about, null)
    await offer(id)
    const desk = async () => {
      const { rows } = (await performNamed(house, 'work.mine', await house.as('head'), {
        stage: 'sign',
        size: 100,
      })) as {
        rows: { recordId: string; term: { dueOn: string } }[]
      }
      return rows.filter(({ recordId }) => recordId === id)
    }
    const bell = async (by: CastName) =>
      (
        (await performNamed(house, 'work.notices', await house.as(by), { size: 100 })) as {
          rows: { news: string; recordId: string }[]
        }
      ).rows
        .filter(({ recordId }) => recordId === id)
        .map(({ news }) => news)
    assert.deepEqual(
      (await desk()).map(({ term }) => term.dueOn),
      ['2026-11-25'],
    )
    assert.deepEqual(await bell('head'), ['offered'])
    await perform(house, operations.returnDocument, await house.as('head'), { id, remark: 'Уточните.' })
    assert.deepEqual([await desk(), await bell('inspector')], [[], ['returned']])
    await offer(id)
    await sign(house, 'head', id)
    assert.deepEqual([await desk(), await bell('inspector')], [[], ['signed', 'returned']])
    await send(id)
  },
)

test('what may not be begun is refused: an unknown kind, an unseen record, somebody without the power', async () => {
  const actor = await house.as('inspector')
  assert.equal(
    (await refusalOf(perform(house, operations.draftDocument, actor, { template: 'slip', language: 'kk' }))).reason,
    'invalid',
  )
  const about = { kind: 'document', id: await draft(house, 'abaiInspector') }
  assert.equal(
    (await refusalOf(perform(house, operations.draftDocument, actor, { template: 'act', language: 'kk', about })))
      .reason,
    'unknown',
  )
  assert.equal((await refusalOf(perform(house, queries.listKinds, await house.as('gate'), {}))).reason, 'forbidden')
})

test('two versions stand side by side, the changed words marked', async () => {
  const id = await draft(house)
  const outcome = 'Өтініш толық қанағаттандырылды.'
  await perform(house, operations.saveDocument, await house.as('inspector'), {
    id,
    fields: { ...words, outcome, address: 'Астана' },
  })
  const { parts } = (await perform(house, queries.compareDrafts, await house.as('deputy'), { id, from: 1, to: 2 }))
    .result
  assert.deepEqual(
    parts.filter(({ changed }) => changed).map(({ name }) => name),
    ['address', 'outcome'],
  )
  assert.deepEqual(parts.find(({ name }) => name === 'outcome')?.pieces, [
    { text: 'Өтініш ', kind: 'same' },
    { text: 'ішінара', kind: 'gone' },
    { text: 'толық', kind: 'new' },
    { text: ' қанағаттандырылды.', kind: 'same' },
  ])
  const actor = await house.as('inspector')
  assert.equal(
    (await refusalOf(perform(house, queries.compareDrafts, actor, { id, from: 1, to: 9 }))).reason,
    'unknown',
  )
  assert.equal(
    (await refusalOf(perform(house, queries.compareDrafts, await house.as('gate'), { id, from: 1, to: 2 }))).reason,
    'unknown',
  )
})

test('the pieces of a comparison give both texts back, whatever they are', () => {
  const text = fc
    .array(fc.constantFrom('сот', 'іс', 'үкім', '\n', ' ', '  ', 'куә.'), { maxLength: 40 })
    .map((it) => it.join(' '))
  fc.assert(
    fc.property(text, text, (old, now) => {
      const pieces = compareTexts(old, now)
      const side = (kind: string) =>
        pieces
          .filter((it) => it.kind === 'same' || it.kind === kind)
          .map((it) => it.text)
          .join('')
      assert.equal(side('new'), now)
      assert.equal(side('gone'), old)
    }),
  )
  const long = Array.from({ length: 5_000 }, (_, n) => `сөз${n}`).join(' ')
  assert.equal(compareTexts(long, long.toUpperCase()).length, 2)
})

test('the words are taken as a Word document by those who see the document', async () => {
  const id = await draft(house)
  const { result } = await perform(house, queries.editDocx, await house.as('deputy'), { id })
  const bytes = Buffer.concat(await Array.fromAsync(result.stream as AsyncIterable<Buffer>))
  assert.equal(bytes.subarray(0, 2).toString(), 'PK')
  assert.deepEqual([result.name, result.bytes], ['reply-draft-1.docx', bytes.length])
  assert.equal((await refusalOf(perform(house, queries.editDocx, await house.as('gate'), { id }))).reason, 'unknown')
})

clause(
  '15',
  'whoever holds a paper learns whether it is genuine and nothing else; a draft, a forgery and an altered copy are not',
  async () => {
    const id = await offered(house)
    const draftPdf = await pdfOf(house, 'inspector', { id })
    await sign(house, 'head', id)
    const pdf = await pdfOf(house, 'inspector', { id })
    const token = await tokenOf(id)
    assert.equal(tokenIn(token), token)
    assert.ok(token.length * 5 >= 128)
    assert.equal(await genuine({ code: token }), true)
    assert.equal(await genuine({ code: `${house.portalUrl}/check/${token.toLowerCase()}` }), true)
    assert.equal(await genuine({ sha256: hashOf(pdf) }), true)
    const altered = Buffer.from(pdf)
    altered[altered.length - 40] = (altered[altered.length - 40] ?? 0) ^ 1
    for (const no of [
      {},
      { code: '' },
      { code: 'K7QD' },
      { code: token.replace(/.$/, (last) => (last === '0' ? '1' : '0')) },
      { code: '0'.repeat(26) },
      { sha256: hashOf(draftPdf) },
      { sha256: hashOf(altered) },
    ])
      assert.equal(await genuine(no), false, JSON.stringify(no))
    // The token is nowhere kept, and the portal's role has no other way to documents.
    const [row] = await asOwner<{ check_hash: string }>(house, 'select check_hash from documents where id = $1', [id])
    assert.equal(row?.check_hash, hashOf(Buffer.from(token)))
    const [kept] = await asOwner<{ n: number }>(
      house,
      `select count(*) as n from journal_inbox where detail like '%${token}%'`,
    )
    assert.equal(Number(kept?.n), 0)
    await assert.rejects(
      asOwner(house, "update documents set check_hash = repeat('0', 64) where id = $1", [id]),
      /cannot be changed/,
    )
    const portal = new pg.Client({ connectionString: house.urls.portalUrl })
    await portal.connect()
    await assert.rejects(portal.query('select id from documents'), /permission denied/)
    await portal.end()
  },
)

clause('15', 'where the electronic signature is required, nothing leaves before the document is sealed', async () => {
  const id = await offered(house)
  const other = await offered(house)
  const inspector = await house.as('inspector')
  const one = async () => (await doing(house, inspector, (tx) => documentRecord.find(tx, id, false))) ?? assert.fail()
  assert.equal(
    (await refusalOf(doing(house, inspector, async (tx) => signedBytes(tx, await one())))).reason,
    'wrong-state',
  )
  await sign(house, 'head', id)
  await sign(house, 'head', other)
  const { bytes, sha256 } = await doing(house, inspector, async (tx) => signedBytes(tx, await one()))
  assert.equal(hashOf(bytes), sha256)

  const change = { name: 'documents.eds', from: '2026-11-24', value: 'required', reason: 'Бұйрық 4' }
  await performNamed(house, 'settings.changeParameter', await house.as('admin'), change)
  house.clock.set('2026-11-24T10:00')
  for (const work of [
    () => send(id),
    async () => doing(house, await house.as('inspector'), (tx) => dispatchDocument(tx, id, 'portal')),
  ]) {
    const refusal = await refusalOf(work())
    assert.deepEqual([refusal.reason, refusal.clause], ['forbidden', '15'])
    assert.match(refusal.says.kk, /электрондық цифрлық қолтаңба/)
  }
  const button = (await open(house, 'inspector', id)).may.find(({ operation }) => operation === 'documents.send')
  assert.deepEqual([button?.allowed, button?.why?.clause], [false, '15'])
  await doing(house, await house.as('head'), (tx) => noteSealed(tx, id))
  await doing(house, await house.as('head'), (tx) => noteSealed(tx, id))
  assert.ok((await open(house, 'inspector', id)).result.sealedAt)
  await send(id)
  await assert.rejects(asOwner(house, 'update documents set sealed_at = null where id = $1', [id]), /cannot be changed/)
  assert.equal((await refusalOf(send(other))).clause, '15')
})

clause('15', 'what waits for agreement is not signed either, whatever state it came to', async () => {
  const id = await offered(house)
  await doing(house, await house.as('inspector'), (tx) => setAgreement(tx, id, 'asked', [castId('deputy')]))
  assert.equal((await refusalOf(sign(house, 'head', id))).clause, '5.15')
  await doing(house, await house.as('inspector'), (tx) => setAgreement(tx, id, 'objected'))
  assert.equal((await refusalOf(sign(house, 'head', id))).clause, '5.15')
  await doing(house, await house.as('inspector'), (tx) => setAgreement(tx, id, 'agreed'))
  await sign(house, 'head', id)
})
