// What the verifier takes and what it refuses, with real keys, real certificates and a chain of an invented authority.
import assert from 'node:assert/strict'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import * as kit from '../../../../test/kit/signing.ts'
import { castIin } from '../../../app/cast.ts'
import { issueTestCertificate } from '../demonstration/authority.ts'
import { certificateRequest, newKeyPair } from '../../../ui/signing/cms.ts'
import { SignatureFault, type FaultKind } from './faults.ts'
import { verifySignature } from './verify.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'qorgan-trust-'))
after(() => rmSync(dataDir, { recursive: true, force: true }))
mkdirSync(join(dataDir, 'trust'))
const house = { dataDir, mode: 'demonstration' as const, ncanode: null, log: () => {} }

const at = new Date('2026-11-23T05:00:00Z')
const content = Buffer.from('%PDF-1.7 жауап', 'utf8')
const iin = castIin('head')

const root = await kit.authority('ROOT')
const middle = await kit.authority('MIDDLE', root)
const foreign = await kit.authority('FOREIGN')
writeFileSync(join(dataDir, 'trust/root.pem'), kit.pem(root.der))
const chain = [middle.der]
const own = await kit.keyFrom(middle, { iin, name: 'ЕРЖАНОВ МҰРАТ', chain })
const good = await kit.cmsOver(content, own, at)

const verify = (cms: Buffer, over: Partial<{ content: Buffer; at: Date }> = {}) =>
  verifySignature(house, { cms, content, at, ...over })

const refused = async (kind: FaultKind, work: Promise<unknown>): Promise<void> => {
  const fault = await work.then(
    () => null,
    (it: unknown) => it,
  )
  assert.ok(fault instanceof SignatureFault, `${kind}: ${String(fault)}`)
  assert.equal(fault.kind, kind)
  for (const words of Object.values(fault.says)) assert.match(words, /[.]$/)
}

test('ECDSA and RSA signatures with an intermediate authority are verified, and say whose they are', async () => {
  const it = await verify(good)
  assert.deepEqual(
    [it.iin, it.name, it.issuer, it.algorithm, it.verifier, it.stampedAt, it.claimedAt, it.demonstration],
    [iin, 'ЕРЖАНОВ МҰРАТ', 'MIDDLE', 'ECDSA, SHA-256', 'pkijs', null, at, false],
  )
  assert.match(it.serial, /^[0-9a-f]{32}$/)
  const rsa = await kit.keyFrom(middle, { iin, chain, keys: await kit.rsaKeyPair() })
  assert.equal((await verify(await kit.cmsOver(content, rsa, at))).algorithm, 'RSA, SHA-256')
})

test('one byte of the document, of the attributes, of the signature or of the certificate changed is found', async () => {
  for (const place of [0, 8, content.length - 1]) {
    const other = Buffer.from(content)
    other[place] = (other[place] ?? 0) ^ 1
    await refused('altered', verify(good, { content: other }))
  }
  await refused('altered', verify(good, { content: Buffer.concat([content, Buffer.from(' ')]) }))
  const signature = kit.changed(good, (_, signer) => {
    const value = Buffer.from(signer.signature.valueBlock.valueHexView)
    value[20] = (value[20] ?? 0) ^ 1
    signer.signature = new asn1js.OctetString({ valueHex: Uint8Array.from(value).buffer })
  })
  await refused('forged', verify(signature))
  // Whatever byte is turned, no such signature is taken, and none ends in anything but a sentence.
  for (let place = 0; place < good.length; place += 23) {
    const other = Buffer.from(good)
    other[place] = (other[place] ?? 0) ^ 0x10
    const taken = await verify(other).then(
      (it) => it,
      (fault: unknown) => assert.ok(fault instanceof SignatureFault, `byte ${place}: ${String(fault)}`),
    )
    // The chain's own certificate may come in any order or shape, as long as what is signed stands.
    if (taken) assert.deepEqual([taken.iin, taken.serial], [iin, (await verify(good)).serial], `byte ${place}`)
  }
})

test('what is no detached CMS of one signer is refused by name', async () => {
  await refused('empty', verify(Buffer.alloc(0)))
  await refused('not-cms', verify(Buffer.from('hello')))
  await refused('not-cms', verify(Buffer.from(own.certificate)))
  await refused('not-cms', verify(good.subarray(0, good.length - 40)))
  const attached = kit.changed(good, (signed) => {
    signed.encapContentInfo.eContent = new asn1js.OctetString({ valueHex: Uint8Array.from(content).buffer })
  })
  await refused('attached', verify(attached))
  await refused('not-one', verify(kit.changed(good, (signed, signer) => void signed.signerInfos.push(signer))))
  await refused('not-one', verify(kit.changed(good, (signed) => void (signed.signerInfos = []))))
  await refused('no-certificate', verify(kit.changed(good, (signed) => void signed.certificates?.shift())))
  await refused(
    'forged',
    verify(
      kit.changed(good, (_, signer) => {
        delete signer.signedAttrs
      }),
    ),
  )
})

test('an authority that nobody trusted, a self-made certificate and a gap in the chain are refused', async () => {
  await refused('unknown-authority', verify(await kit.cmsOver(content, await kit.keyFrom(foreign, { iin }), at)))
  // Bringing the foreign root along makes it no less foreign.
  const brought = await kit.keyFrom(foreign, { iin, chain: [foreign.der] })
  await refused('unknown-authority', verify(await kit.cmsOver(content, brought, at)))
  await refused('unknown-authority', verify(await kit.cmsOver(content, { ...own, chain: [] }, at)))
  // A person's certificate is no authority, even when it signs another's.
  const forger = { der: own.certificate, key: own.privateKey, certificate: pkijs.Certificate.fromBER(own.certificate) }
  const forged = await kit.keyFrom(forger, { iin: castIin('deputy'), chain: [own.certificate, middle.der] })
  await refused('unknown-authority', verify(await kit.cmsOver(content, forged, at)))
  const namesake = await kit.authority('MIDDLE')
  const imitated = await kit.keyFrom(namesake, { iin, chain })
  await refused('unknown-authority', verify(await kit.cmsOver(content, imitated, at)))
})

test('the certificate is in force when it signs, by our clock and by the signer’s', async () => {
  const past = await kit.keyFrom(middle, { iin, chain, until: new Date('2026-11-22T00:00:00Z') })
  await refused('expired', verify(await kit.cmsOver(content, past, new Date('2026-11-21T00:00:00Z'))))
  const future = await kit.keyFrom(middle, { iin, chain, from: new Date('2026-11-24T00:00:00Z') })
  await refused('not-yet', verify(await kit.cmsOver(content, future, at)))
  await refused('not-yet', verify(await kit.cmsOver(content, own, new Date('2025-12-31T00:00:00Z'))))
  await refused('ahead', verify(await kit.cmsOver(content, own, new Date(at.getTime() + 11 * 60_000))))
  const old = await kit.authority('OLD', root, { until: new Date('2026-06-01T00:00:00Z') })
  const under = await kit.keyFrom(old, { iin, chain: [old.der] })
  await refused('expired', verify(await kit.cmsOver(content, under, at)))
  assert.ok(
    await verify(await kit.cmsOver(content, under, new Date('2026-05-01T00:00:00Z')), {
      at: new Date('2026-05-01T00:00:00Z'),
    }),
  )
})

test('a key for signing in signs no document, and a certificate without an IIN names nobody', async () => {
  const entry = await kit.keyFrom(middle, { iin, chain, kind: 'entry' })
  await refused('wrong-usage', verify(await kit.cmsOver(content, entry, at)))
  await refused('no-iin', verify(await kit.cmsOver(content, await kit.keyFrom(middle, { chain }), at)))
})

test('short keys, weak digests and unknown algorithms are refused; GOST without NCANode says what is missing', async () => {
  const short = await kit.keyFrom(middle, { iin, chain, keys: await kit.rsaKeyPair(1_024) })
  await refused('wrong-algorithm', verify(await kit.cmsOver(content, short, at)))
  const weak = kit.changed(good, (_, it) => void (it.digestAlgorithm.algorithmId = '1.3.14.3.2.26'))
  await refused('wrong-algorithm', verify(weak))
  const gost = kit.changed(good, (_, it) => void (it.signatureAlgorithm.algorithmId = '1.2.398.3.10.1.1.2.3.2'))
  await refused('gost-alone', verify(gost))
})

test('another certificate over the same key cannot be put in the place of the one that was meant', async () => {
  const keys = await newKeyPair()
  const mine = await kit.keyFrom(middle, { iin, chain, keys })
  const others = await kit.keyFrom(middle, { iin: castIin('deputy'), chain, keys })
  const swapped = kit.changed(await kit.cmsOver(content, mine, at), (signed, signer) => {
    const put = pkijs.Certificate.fromBER(others.certificate)
    signed.certificates = [put, pkijs.Certificate.fromBER(middle.der)]
    signer.sid = new pkijs.IssuerAndSerialNumber({ issuer: put.issuer, serialNumber: put.serialNumber })
  })
  await refused('forged', verify(swapped))
})

test('a time stamp is verified with its own chain, and a false one spoils the signature', async () => {
  const stamps = await kit.keyFrom(middle, { name: 'TSA', chain, kind: 'stamps' })
  const time = new Date('2026-11-23T04:59:58Z')
  assert.deepEqual((await verify(await kit.stamped(good, stamps, time))).stampedAt, time)
  await refused('bad-stamp', verify(await kit.stamped(good, stamps, time, Buffer.from('another signature'))))
  await refused('bad-stamp', verify(await kit.stamped(good, stamps, new Date('2026-11-24T00:00:00Z'))))
  await refused('bad-stamp', verify(await kit.stamped(good, own, time)))
  const alien = await kit.keyFrom(foreign, { name: 'TSA', kind: 'stamps' })
  await refused('bad-stamp', verify(await kit.stamped(good, alien, time)))
})

test('a certificate in a list of revoked ones is refused, and the list counts only as its issuer’s own', async () => {
  const listOf = async (by: kit.Authority, issuer = by): Promise<Uint8Array> => {
    const list = new pkijs.CertificateRevocationList({
      version: 1,
      issuer: issuer.certificate.subject,
      thisUpdate: new pkijs.Time({ type: 0, value: kit.from }),
      revokedCertificates: [
        new pkijs.RevokedCertificate({
          userCertificate: pkijs.Certificate.fromBER(own.certificate).serialNumber,
          revocationDate: new pkijs.Time({ type: 0, value: kit.from }),
        }),
      ],
    })
    await list.sign(by.key, 'SHA-256')
    return new Uint8Array(list.toSchema(true).toBER())
  }
  const file = join(dataDir, 'trust/middle.crl')
  writeFileSync(file, await listOf(foreign, middle))
  assert.equal((await verify(good)).revocation, 'none')
  writeFileSync(file, await listOf(middle))
  await refused('revoked', verify(good))
  rmSync(file)
})

test('the test authority is trusted in a demonstration and nowhere else', async () => {
  const keys = await newKeyPair()
  const request = Uint8Array.from(await certificateRequest(keys))
  const issued = await issueTestCertificate(dataDir, at, request, { iin, name: 'Мұрат Ержанов' })
  assert.ok(issued)
  const cms = await kit.cmsOver(content, { privateKey: keys.privateKey, certificate: issued.certificate }, at)
  const it = await verify(cms)
  assert.deepEqual([it.demonstration, it.iin], [true, iin])
  assert.match(`${it.name} ${it.issuer}`, /DEMO.*DEMO/)
  await refused('unknown-authority', verifySignature({ ...house, mode: 'production' }, { cms, content, at }))
  // A request that somebody else signed proves no key.
  const { publicKey } = await newKeyPair()
  const stolen = await certificateRequest({ publicKey, privateKey: keys.privateKey })
  assert.equal(await issueTestCertificate(dataDir, at, Uint8Array.from(stolen), { iin, name: 'X' }), null)
})
