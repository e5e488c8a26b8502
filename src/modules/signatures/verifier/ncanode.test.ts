// GOST signatures over HTTP: what NCANode is asked, what of its answers is believed, and what happens when it is silent.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openNcanode } from '../../../../test/kit/ncanode.ts'
import * as kit from '../../../../test/kit/signing.ts'
import { castIin } from '../../../app/cast.ts'
import { SignatureFault, type FaultKind } from './faults.ts'
import { readCms } from './reading.ts'
import { verifySignature } from './verify.ts'

const at = new Date('2026-11-23T05:00:00Z')
const content = Buffer.from('%PDF-1.7 жауап', 'utf8')
const iin = castIin('head')
const nca = await kit.authority('ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ')
const own = await kit.keyFrom(nca, { iin, name: 'ЕРЖАНОВ МҰРАТ' })
const rsa = await kit.cmsOver(content, own, at)
const gost = kit.changed(rsa, (_, signer) => {
  signer.digestAlgorithm.algorithmId = '1.2.398.3.10.1.3.3'
  signer.signatureAlgorithm.algorithmId = '1.2.398.3.10.1.1.2.3.2'
})
const { serial } = readCms(gost).names

const certificate = {
  valid: true,
  revocations: [{ revoked: false, by: 'OCSP', revocationTime: null, reason: null }],
  notBefore: '2026-01-01T00:00:00.000+00:00',
  notAfter: '2027-01-01T00:00:00.000+00:00',
  keyUsage: 'SIGN',
  serialNumber: serial.toUpperCase(),
  signAlg: 'ECGOST34310',
  keyUser: ['INDIVIDUAL'],
  subject: { commonName: 'ЕРЖАНОВ МҰРАТ', iin, country: 'KZ' },
  issuer: { commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST)' },
}
const tsp = { serialNumber: 'ec06', genTime: '2026-11-23T04:59:58.000+00:00', policy: '1.2.398.3.3.2.6.1' }
const answer = (more: object = {}, valid = true) => ({
  status: 200,
  message: 'OK',
  valid,
  signers: [{ certificates: [{ ...certificate, ...more }], tsp }],
})

/** As the real one does: bytes that were not signed are an error of the request. */
const usual = (asked: { data: string }) =>
  asked.data === content.toString('base64')
    ? { status: 200, body: answer() }
    : { status: 400, body: { status: 400, message: 'message-digest attribute value does not match calculated value' } }

const ncanode = await openNcanode(usual)
after(() => ncanode.close())
const told: string[] = []
const ground = (asks: 'gost' | 'all', url = ncanode.url) => ({
  dataDir: '/nowhere',
  mode: 'production' as const,
  ncanode: { url, asks },
  log: (_: string, message: string) => void told.push(message),
})
const verify = (cms: Buffer, over: { content?: Buffer; at?: Date; house?: ReturnType<typeof ground> } = {}) =>
  verifySignature(over.house ?? ground('gost'), { cms, content: over.content ?? content, at: over.at ?? at })

const refused = async (kind: FaultKind, work: Promise<unknown>): Promise<void> => {
  const fault = await work.then(
    () => null,
    (it: unknown) => it,
  )
  assert.ok(fault instanceof SignatureFault, `${kind}: ${String(fault)}`)
  assert.equal(fault.kind, kind)
}

test('a GOST signature is verified by NCANode, with the certificate asked after by OCSP', async () => {
  const it = await verify(gost)
  assert.deepEqual(
    [it.verifier, it.iin, it.name, it.algorithm, it.revocation, it.serial, it.stampedAt?.toISOString()],
    ['ncanode', iin, 'ЕРЖАНОВ МҰРАТ', 'ГОСТ 34.10-2015, 512', 'ocsp', serial, '2026-11-23T04:59:58.000Z'],
  )
  assert.deepEqual(ncanode.asked.at(-1), {
    cms: gost.toString('base64'),
    data: content.toString('base64'),
    revocationCheck: ['OCSP'],
  })
})

test('other algorithms are asked of NCANode only where the house says so', async () => {
  const asked = ncanode.asked.length
  await refused('unknown-authority', verify(rsa))
  assert.equal(ncanode.asked.length, asked)
  assert.equal((await verify(rsa, { house: ground('all') })).verifier, 'ncanode')
})

test('altered bytes, a revoked, expired, foreign or other certificate, and a plain no are refused', async () => {
  await refused('altered', verify(gost, { content: Buffer.from('%PDF-1.7 басқа') }))
  const answers: [FaultKind, object, boolean][] = [
    ['revoked', { revocations: [{ revoked: true, by: 'OCSP' }], valid: false }, false],
    ['expired', { notAfter: '2026-11-22T00:00:00.000+00:00', valid: false }, false],
    ['not-yet', { notBefore: '2026-11-24T00:00:00.000+00:00', valid: false }, false],
    ['wrong-usage', { keyUsage: 'AUTH' }, true],
    ['verifier-refuses', {}, false],
    ['no-iin', { subject: { commonName: 'X', iin: null } }, true],
    // An answer about another certificate than the one in the signature.
    ['verifier-refuses', { subject: { ...certificate.subject, iin: castIin('deputy') } }, true],
    ['verifier-refuses', { serialNumber: 'ff' }, true],
  ]
  for (const [kind, more, valid] of answers) {
    ncanode.answer = () => ({ status: 200, body: answer(more, valid) })
    await refused(kind, verify(gost))
  }
  ncanode.answer = () => ({ status: 400, body: { status: 400, message: 'Malformed content.' } })
  await refused('verifier-refuses', verify(gost))
})

test('an NCANode that breaks, speaks another language or is not there lets nothing through', async () => {
  for (const body of ['<html>', null, { valid: true }, { valid: true, signers: [] }]) {
    ncanode.answer = () => ({ status: 200, body })
    await refused('verifier-silent', verify(gost))
  }
  ncanode.answer = () => ({ status: 500, body: { status: 500, message: 'Server error' } })
  await refused('verifier-silent', verify(gost))
  assert.ok(told.length >= 5)
  await refused('verifier-silent', verify(gost, { house: ground('gost', 'http://127.0.0.1:9') }))
  ncanode.answer = usual
  assert.ok(await verify(gost))
})
