// C2SP signed notes and log checkpoints (c2sp.org/signed-note, c2sp.org/tlog-checkpoint) with Ed25519. Pure.
import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { hashBytes } from './merkle.ts'
import type { Hash } from './merkle.ts'

/** A key that checks; `vkey` is its public line `name+hex8+base64`. */
export interface Verifier {
  name: string
  id: Buffer
  publicKey: KeyObject
  vkey: string
}

/** A key that signs; `skey` is its secret line `PRIVATE+KEY+name+hex8+base64`, as the Go note package writes it. */
export interface Signer extends Verifier {
  privateKey: KeyObject
  skey: string
}

/** The state of a log: who keeps it, how many entries, their Merkle root. */
export interface Checkpoint {
  origin: string
  size: number
  root: Hash
}

/** A note, a checkpoint or a key that is malformed or not signed by the key we trust. */
export class BadNote extends Error {}

const ed25519 = 1
const keyName = /^[^\s+\p{Z}]+$/u
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const signatureLine = /^— ([^\s+\p{Z}]+) (\S+)$/u
const mostSignatures = 16

const fromBase64 = (text: string, what: string): Buffer => {
  const bytes = Buffer.from(text, 'base64')
  // Re-encoding refuses spare bits at the end: one key or root has one spelling.
  if (!base64.test(text) || bytes.toString('base64') !== text) throw new BadNote(`${what} is not base64`)
  return bytes
}

const keyId = (name: string, typedKey: Buffer): Buffer =>
  createHash('sha256').update(`${name}\n`).update(typedKey).digest().subarray(0, 4)

const verifierOf = (name: string, raw: Buffer): Verifier => {
  const typed = Buffer.concat([Buffer.of(ed25519), raw])
  const id = keyId(name, typed)
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') },
    format: 'jwk',
  })
  return { name, id, publicKey, vkey: `${name}+${id.toString('hex')}+${typed.toString('base64')}` }
}

const readKeyLine = (line: string, what: string): { name: string; id: string; raw: Buffer } => {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(line) ?? []
  if (!name || !id || !encoded || !keyName.test(name)) throw new BadNote(`${what} is not of the form name+hex8+base64`)
  const typed = fromBase64(encoded, what)
  if (typed[0] !== ed25519 || typed.length !== 33) throw new BadNote(`${what} is not an Ed25519 key`)
  return { name, id, raw: typed.subarray(1) }
}

/** Reads a vkey line. Errors: BadNote. */
export const readVerifier = (line: string): Verifier => {
  const { name, id, raw } = readKeyLine(line.trim(), 'the verifier key')
  const verifier = verifierOf(name, raw)
  if (verifier.id.toString('hex') !== id) throw new BadNote('the verifier key does not match its own id')
  return verifier
}

/** The signer made from a 32-byte seed; without one, a new key. */
export const makeSigner = (name: string, seed: Buffer = randomBytes(32)): Signer => {
  if (!keyName.test(name)) throw new BadNote('the name of a key has no spaces and no plus')
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  const verifier = verifierOf(name, Buffer.from(x ?? '', 'base64url'))
  const secret = Buffer.concat([Buffer.of(ed25519), seed]).toString('base64')
  return { ...verifier, privateKey, skey: `PRIVATE+KEY+${name}+${verifier.id.toString('hex')}+${secret}` }
}

/** Reads an skey line. Errors: BadNote. */
export const readSigner = (line: string): Signer => {
  const prefix = 'PRIVATE+KEY+'
  if (!line.startsWith(prefix)) throw new BadNote('the signing key does not begin with PRIVATE+KEY+')
  const { name, id, raw } = readKeyLine(line.trim().slice(prefix.length), 'the signing key')
  const signer = makeSigner(name, raw)
  if (signer.id.toString('hex') !== id) throw new BadNote('the signing key does not match its own id')
  return signer
}

/** Signs a text that ends in a newline. */
export const signNote = (text: string, signer: Signer): string => {
  if (!text.endsWith('\n')) throw new BadNote('the text of a note ends in a newline')
  const signature = Buffer.concat([signer.id, sign(null, Buffer.from(text), signer.privateKey)])
  return `${text}\n— ${signer.name} ${signature.toString('base64')}\n`
}

/** The text of a note with a good signature of the key; signatures of other keys are passed over. Errors: BadNote. */
export const openNote = (note: string, verifier: Verifier): string => {
  const cut = note.lastIndexOf('\n\n')
  if (cut < 0 || !note.endsWith('\n') || [...note].some((char) => char < ' ' && char !== '\n'))
    throw new BadNote('this is not a signed note')
  const text = note.slice(0, cut + 1)
  const lines = note.slice(cut + 2, -1).split('\n')
  if (lines.length > mostSignatures) throw new BadNote(`a note carries at most ${mostSignatures} signatures`)
  const ours = lines.flatMap((line) => {
    const [, name, encoded] = signatureLine.exec(line) ?? []
    if (!name || !encoded) throw new BadNote('a signature line is malformed')
    const bytes = fromBase64(encoded, 'a signature')
    return name === verifier.name && bytes.subarray(0, 4).equals(verifier.id) ? [bytes.subarray(4)] : []
  })
  if (ours.length === 0) throw new BadNote(`the note is not signed by ${verifier.name}`)
  if (!ours.every((it) => verify(null, Buffer.from(text), verifier.publicKey, it)))
    throw new BadNote(`the signature of ${verifier.name} is false`)
  return text
}

export const signCheckpoint = (checkpoint: Checkpoint, signer: Signer): string =>
  signNote(`${checkpoint.origin}\n${checkpoint.size}\n${checkpoint.root.toString('base64')}\n`, signer)

/** The checkpoint of a note signed by the key, whose name is the log's origin. Errors: BadNote. */
export const openCheckpoint = (note: string, verifier: Verifier): Checkpoint => {
  const [origin, size, root, ...extension] = openNote(note, verifier).slice(0, -1).split('\n')
  if (!origin || !size || !root || extension.some((line) => line === ''))
    throw new BadNote('a checkpoint has three lines')
  if (origin !== verifier.name) throw new BadNote(`the checkpoint is of another log, ${origin}`)
  if (!/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size)))
    throw new BadNote('the size of a checkpoint is not a number')
  const hash = fromBase64(root, 'the root of a checkpoint')
  if (hash.length !== hashBytes) throw new BadNote('the root of a checkpoint is not 32 bytes')
  return { origin, size: Number(size), root: hash }
}
