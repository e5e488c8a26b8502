// Clauses 15 and 5.16: who adds the electronic signature, over what, with whose key, and that it stays as it was given.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import { clause } from '../../../test/kit/clause.ts'
import { testHouse } from '../../../test/kit/house.ts'
import * as papers from '../../../test/kit/papers.ts'
import { doing } from '../../../test/kit/room.ts'
import * as kit from '../../../test/kit/signing.ts'
import { castId, castIin, castNames, type CastName } from '../../app/cast.ts'
import { pathOf } from '../../kernel/files/disk.ts'
import { newId } from '../../kernel/ids.ts'
import { perform } from '../../kernel/perform.ts'
import { certificateRequest, newKeyPair, type SigningKey } from '../../ui/signing/cms.ts'
import { postId } from '../org/index.ts'
import { closeRenderer } from '../templates/index.ts'
import { keepSignature, signaturesOf, verifyKept } from './index.ts'
import * as operations from './operations.ts'
import { issueTestKey } from './test-keys.ts'

const { asOwner, journalOf, offered, open, performNamed, refusalOf, sign } = papers
const house = await testHouse(null)
after(closeRenderer)

const root = await kit.authority('ҰКО (сынақ)')
mkdirSync(join(house.dataDir, 'trust'))
writeFileSync(join(house.dataDir, 'trust/nca.pem'), kit.pem(root.der))
const keyOf = (name: CastName, wish: kit.KeyWish = {}) => kit.keyFrom(root, { iin: castIin(name), ...wish })
const key = await keyOf('head')

const signed = async (by: CastName = 'head'): Promise<string> => {
  const id = await offered(house)
  await sign(house, by, id)
  return id
}
const toSign = async (by: CastName, id: string) =>
  (await perform(house, operations.contentToSign, await house.as(by), { id })).result
const cmsOf = async (by: CastName, id: string, with_: SigningKey = key): Promise<string> => {
  const { content, at } = await toSign(by, id)
  return (await kit.cmsOver(Buffer.from(content, 'base64'), with_, new Date(at))).toString('base64')
}
const add = async (by: CastName, id: string, cms: string) =>
  (await perform(house, operations.addSignature, await house.as(by), { id, cms })).result
const list = async (by: CastName, id: string) =>
  (await perform(house, operations.listSignatures, await house.as(by), { id })).result.signatures
const verify = async (by: CastName, id: string) =>
  (await perform(house, operations.verifySignatures, await house.as(by), { id })).result.signatures

clause(
  '15',
  'who signed a document adds the electronic signature over its very bytes, and all who see it verify it',
  async () => {
    const id = await signed()
    const { content, sha256 } = await toSign('head', id)
    const bytes = Buffer.from(content, 'base64')
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256)
    assert.ok(bytes.equals(await papers.pdfOf(house, 'inspector', { id })))
    const { may, result } = await open(house, 'head', id)
    assert.ok(may.some(({ operation, allowed }) => operation === 'signatures.add' && allowed))
    const cms = await cmsOf('head', id)
    const { version } = result
    const added = await perform(house, operations.addSignature, await house.as('head'), { id, version, cms })
    assert.equal((await open(house, 'head', id)).result.sealedAt, house.clock.now().toISOString())

    const [it] = await list('inspector', id)
    assert.deepEqual(
      [it?.id, it?.issuer, it?.algorithm, it?.verifier, it?.demonstration, it?.receivedAt],
      [added.result.id, 'ҰКО (сынақ)', 'ECDSA, SHA-256', 'pkijs', false, house.clock.now().toISOString()],
    )
    for (const name of ['head', 'inspector', 'registrar'] as const)
      assert.deepEqual(await verify(name, id), [{ id: it?.id, valid: true, says: null, expiredSince: false }])

    const [entry] = await journalOf(house, id, 'signatures.add')
    assert.deepEqual([entry?.outcome, entry?.actor], ['done', castId('head')])
    const detail = JSON.parse(entry?.detail ?? '{}') as Record<string, unknown>
    const cmsSha256 = createHash('sha256').update(Buffer.from(cms, 'base64')).digest('hex')
    assert.deepEqual([detail['sha256'], detail['cmsSha256'], detail['serial']], [sha256, cmsSha256, it?.serial])

    const taken = await perform(house, operations.takeSignature, await house.as('registrar'), {
      id,
      signature: it?.id ?? '',
    })
    assert.match(taken.result.name, /^6001-26-7-7-\d+\.p7s$/)
    const file = Buffer.concat(await Array.fromAsync(taken.result.stream as AsyncIterable<Buffer>))
    assert.equal(file.toString('base64'), cms)
    assert.equal((await journalOf(house, id, 'signatures.cms'))[0]?.outcome, 'exported')
  },
)

clause(
  '15',
  'nobody else adds it: those who see the document are refused with the clause, others do not learn of it',
  async () => {
    const id = await signed()
    const cms = await cmsOf('head', id)
    const seers = new Set<CastName>(['deputy', 'inspector', 'registrar'])
    for (const name of castNames.filter((it) => it !== 'head')) {
      const refusal = await refusalOf(add(name, id, cms))
      assert.deepEqual(
        [refusal.reason, refusal.clause],
        seers.has(name) ? ['forbidden', '15'] : ['unknown', null],
        name,
      )
      for (const work of [list, verify])
        if (seers.has(name)) await work(name, id)
        else assert.equal((await refusalOf(work(name, id))).reason, 'unknown', name)
    }
    assert.match((await refusalOf(toSign('deputy', id))).says.kk, /құжатқа қол қойған адамның өзі ғана/)
    const draft = await offered(house)
    assert.equal((await refusalOf(add('head', draft, cms))).clause, '15')
    assert.ok(!(await open(house, 'head', draft)).may.some(({ operation }) => operation === 'signatures.add'))
    assert.deepEqual(await list('head', id), [])
  },
)

clause(
  '15',
  'the key is the signing person’s own: another’s is refused, and so is a signer without an IIN on record',
  async () => {
    const id = await signed()
    const other = await refusalOf(add('head', id, await cmsOf('head', id, await keyOf('deputy'))))
    assert.deepEqual([other.reason, other.clause], ['forbidden', '15'])
    assert.match(other.says.kk, /басқа адамға тиесілі/)
    const [entry] = await journalOf(house, id, 'signatures.add')
    assert.deepEqual([entry?.outcome, entry?.clause], ['refused', '15'])

    await asOwner(house, 'update employees set iin = null where id = $1', [castId('head')])
    assert.match((await refusalOf(add('head', id, await cmsOf('head', id)))).says.ru, /нет ИИН/)
    await asOwner(house, 'update employees set iin = $2 where id = $1', [castId('head'), castIin('head')])
    assert.equal((await open(house, 'head', id)).result.sealedAt, null)
  },
)

clause(
  '15',
  'the person acting on that day adds it to what he signed, also afterwards; the head does not',
  async () => {
    await performNamed(house, 'org.appointActing', await house.as('caHead'), {
      id: castId('deputy'),
      postId: postId('department', 'head'),
      fromOn: '2026-11-24',
      untilOn: '2026-11-24',
      basis: 'Бұйрық 12',
    })
    house.clock.set('2026-11-24T10:00')
    const own = await keyOf('deputy')
    const [id, later] = [await signed('deputy'), await signed('deputy')]
    await add('deputy', id, await cmsOf('deputy', id, own))
    house.clock.set('2026-11-25T10:00')
    assert.equal((await refusalOf(add('head', later, ''))).clause, '15')
    await add('deputy', later, await cmsOf('deputy', later, own))
    for (const it of [id, later]) assert.equal((await verify('head', it))[0]?.valid, true)
  },
)

clause(
  '5.16',
  'a signature over another text is not taken: one byte, another document, another’s signature',
  async () => {
    const [id, another] = [await signed(), await signed()]
    const refusal = await refusalOf(add('head', id, await cmsOf('head', another)))
    assert.deepEqual([refusal.reason, refusal.clause], ['forbidden', '5.16'])
    assert.match(refusal.says.en, /over another text/)
    const { content, at } = await toSign('head', id)
    const bytes = Buffer.from(content, 'base64')
    bytes[100] = (bytes[100] ?? 0) ^ 1
    const close = (await kit.cmsOver(bytes, key, new Date(at))).toString('base64')
    assert.match((await refusalOf(add('head', id, close))).says.ru, /под другим текстом/)
    assert.equal(
      (await journalOf(house, id, 'signatures.add')).filter(({ outcome }) => outcome === 'refused').length,
      2,
    )
  },
)

clause(
  '5.16',
  'what is wrong with a signature is said in a sentence, beside the field where it is a slip',
  async () => {
    const id = await signed()
    const slip = async (cms: string, says: RegExp) => {
      const refusal = await refusalOf(add('head', id, cms))
      assert.equal(refusal.reason, 'invalid')
      assert.equal(refusal.fields[0]?.path, 'cms')
      assert.match(refusal.fields[0]?.says.kk ?? '', says)
    }
    await slip('', /бос/)
    await slip('not base64!', /жарамайды/)
    await slip(Buffer.from('text').toString('base64'), /CMS\) емес/)
    const wrong = async (with_: SigningKey, says: RegExp) => {
      const refusal = await refusalOf(add('head', id, await cmsOf('head', id, with_)))
      assert.deepEqual([refusal.reason, refusal.clause], ['forbidden', '5.16'])
      assert.match(refusal.says.kk, says)
    }
    await wrong(await keyOf('head', { until: new Date('2026-11-01T00:00:00Z') }), /мерзімі өткен/)
    await wrong(await keyOf('head', { from: new Date('2026-12-30T00:00:00Z') }), /әлі басталмаған/)
    await wrong(await keyOf('head', { kind: 'entry' }), /AUTH/)
    await wrong(await kit.keyFrom(await kit.authority('X'), { iin: castIin('head') }), /сенімді емес/)
    assert.deepEqual(await list('head', id), [])
  },
)

clause(
  '15',
  'the same signature sent twice or at once is kept once; a second one by the same person is a conflict',
  async () => {
    const id = await signed()
    const cms = await cmsOf('head', id)
    const both = await Promise.all([add('head', id, cms), add('head', id, cms)])
    assert.equal(both[0]?.id, both[1]?.id)
    assert.equal((await add('head', id, cms)).id, both[0]?.id)
    assert.equal((await refusalOf(add('head', id, await cmsOf('head', id)))).reason, 'conflict')
    assert.equal((await list('head', id)).length, 1)
  },
)

clause(
  '5.16',
  'a kept signature can be neither changed nor removed, and whatever is altered past the house is found',
  async () => {
    const id = await signed()
    const cms = await cmsOf('head', id)
    await add('head', id, cms)
    for (const words of ['update signatures set serial = $$00$$', 'delete from signatures', 'truncate signatures'])
      await assert.rejects(asOwner(house, words), /append-only/)
    await assert.rejects(asOwner(house, 'set role qorgan_test_app; delete from signatures'), /permission denied/)

    const past = async (words: string, values: unknown[]): Promise<void> => {
      await asOwner(house, 'alter table signatures disable trigger signatures_keep')
      await asOwner(house, words, values)
      await asOwner(house, 'alter table signatures enable trigger signatures_keep')
    }
    const other = Buffer.from(await cmsOf('head', id, await keyOf('deputy')), 'base64')
    await past('update signatures set cms = $2 where record_id = $1', [id, other])
    const [altered] = await verify('inspector', id)
    assert.equal(altered?.valid, false)
    assert.match(altered?.says?.kk ?? '', /өзгертілген/)
    await past('update signatures set cms = $2 where record_id = $1', [id, Buffer.from(cms, 'base64')])
    assert.equal((await verify('inspector', id))[0]?.valid, true)

    const [row] = await asOwner<{ file_id: string }>(house, 'select file_id from documents where id = $1', [id])
    const path = pathOf(house.files, row?.file_id ?? '')
    const whole = readFileSync(path)
    const broken = Buffer.from(whole)
    broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1
    writeFileSync(path, broken)
    // The house tells its log of the damage; here that is no fault of the test.
    const quiet = { ...house, log: () => {} }
    const { result } = await perform(quiet, operations.verifySignatures, await house.as('inspector'), { id })
    assert.match(result.signatures[0]?.says?.en ?? '', /altered/)
    writeFileSync(path, whole)
  },
)

clause('5.16', 'other rooms keep signatures over records of their own kind in the same way', async () => {
  const order = { kind: 'order', id: newId() }
  const content = Buffer.from('Бұйрық № 12', 'utf8')
  const cms = await kit.cmsOver(content, key, house.clock.now())
  await asOwner(
    house,
    "create policy of_orders on signatures to qorgan_test_app using (record_kind = 'order' and app_kind() = 'employee')",
  )
  const actor = await house.as('head')
  const kept = await doing(house, actor, (tx) => keepSignature(tx, { ...order, content, cms }))
  const [it] = await doing(house, actor, (tx) => signaturesOf(tx, order))
  assert.ok(it)
  assert.deepEqual([it.id, it.employee, it.iin], [kept, castId('head'), castIin('head')])
  const other = doing(house, await house.as('deputy'), (tx) => keepSignature(tx, { ...order, content, cms }))
  assert.equal((await refusalOf(other)).clause, '15')
  const verdictOver = (bytes: Buffer) => doing(house, actor, (tx) => verifyKept(tx, it, bytes))
  assert.equal((await verdictOver(content)).fault, null)
  assert.equal((await verdictOver(Buffer.from('Бұйрық № 13'))).fault?.kind, 'altered')
})

clause('5.16', 'a signature outlives its certificate: it is verified as of the day when it came in', async () => {
  const id = await signed()
  await add('head', id, await cmsOf('head', id))
  const before = house.clock.now()
  house.clock.set('2027-02-01T10:00')
  assert.deepEqual(
    (await verify('head', id)).map(({ valid, expiredSince }) => [valid, expiredSince]),
    [[true, true]],
  )
  house.clock.forward(before.getTime() - house.clock.now().getTime())
})

clause(
  '5.16',
  'test keys are issued in a demonstration, for one’s own IIN; in production they are neither issued nor taken',
  async () => {
    const id = await signed()
    const keys = await newKeyPair()
    const request = Buffer.from(await certificateRequest(keys)).toString('base64')
    const { result } = await perform(house, issueTestKey, await house.as('head'), { request })
    const issued = {
      privateKey: keys.privateKey,
      certificate: Uint8Array.from(Buffer.from(result.certificate, 'base64')),
    }
    const cms = await cmsOf('head', id, issued)
    assert.equal(
      (await refusalOf(perform(house, issueTestKey, await house.as('head'), { request: 'AAAA' }))).reason,
      'invalid',
    )

    const production = { ...house, mode: 'production' as const }
    const asked = perform(production, issueTestKey, await house.as('head'), { request })
    const refusal = await refusalOf(asked)
    assert.deepEqual([refusal.reason, refusal.clause], ['forbidden', '5.16'])
    const taking = perform(production, operations.addSignature, await house.as('head'), { id, cms })
    assert.match((await refusalOf(taking)).says.kk, /сенімді емес/)
    await perform(house, operations.addSignature, await house.as('head'), { id, cms })
    const [kept] = await list('head', id)
    assert.deepEqual([kept?.demonstration, /DEMO/.test(kept?.name ?? '')], [true, true])
    const inProduction = await perform(production, operations.verifySignatures, await house.as('head'), { id })
    assert.equal(inProduction.result.signatures[0]?.valid, false)
    assert.ok(!readFileSync(join(house.dataDir, 'secrets/test-authority'), 'utf8').includes('BEGIN'))
  },
)
