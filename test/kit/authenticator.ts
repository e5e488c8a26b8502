// A passkey in software: makes and answers WebAuthn ceremonies as a browser with a platform authenticator would.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

const sha256 = (it: Buffer | string): Buffer => createHash('sha256').update(it).digest()
const url = (it: Buffer): string => it.toString('base64url')

const head = (major: number, length: number): Buffer =>
  length < 24
    ? Buffer.from([(major << 5) | length])
    : length < 256
      ? Buffer.from([(major << 5) | 24, length])
      : Buffer.from([(major << 5) | 25, length >> 8, length & 255])

/** Just the CBOR that a WebAuthn answer needs: small numbers, byte strings, texts and maps. */
const cbor = (it: number | string | Buffer | Map<number | string, unknown>): Buffer => {
  if (typeof it === 'number') return it >= 0 ? head(0, it) : head(1, -1 - it)
  if (typeof it === 'string') return Buffer.concat([head(3, Buffer.byteLength(it)), Buffer.from(it)])
  if (Buffer.isBuffer(it)) return Buffer.concat([head(2, it.length), it])
  const parts = [...it].flatMap(([key, value]) => [cbor(key), cbor(value as number)])
  return Buffer.concat([head(5, it.size), ...parts])
}

export interface SoftPasskey {
  register(challenge: string): Record<string, unknown> & { id: string; rawId: string; type: 'public-key' }
  answer(challenge: string): Record<string, unknown> & { id: string; rawId: string; type: 'public-key' }
}

interface Settings {
  origin: string
  rpId: string
  /** Whether it checked the person by a finger or a number. */
  verifies?: boolean
}

export const softPasskey = ({ origin, rpId, verifies = true }: Settings): SoftPasskey => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0
  const said = (type: string, challenge: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const authenticatorData = (more: Buffer, attested: number): Buffer => {
    counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.from([1 | (verifies ? 4 : 0) | attested]), count, more])
  }
  const named = {
    id: url(id),
    rawId: url(id),
    type: 'public-key' as const,
    clientExtensionResults: {},
    authenticatorAttachment: 'platform',
  }
  return {
    register: (challenge) => {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey(publicKey)])
      const attestationObject = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authenticatorData(attested, 64)],
        ]),
      )
      const response = {
        clientDataJSON: url(said('webauthn.create', challenge)),
        attestationObject: url(attestationObject),
        transports: ['internal'],
      }
      return { ...named, response }
    },
    answer: (challenge) => {
      const clientData = said('webauthn.get', challenge)
      const data = authenticatorData(Buffer.alloc(0), 0)
      const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), privateKey)
      return {
        ...named,
        response: { clientDataJSON: url(clientData), authenticatorData: url(data), signature: url(signature) },
      }
    },
  }
}

const coseKey = (publicKey: KeyObject): Buffer => {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  )
}
