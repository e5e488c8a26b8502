// The road of one electronic signature: get the very bytes, sign them with a key of the person's choice, hand the signature in.
import { CallRefused } from '../call.ts'
import { fromBase64, toBase64 } from './bytes.ts'

/** NCALayer's key, or, in a demonstration, one that this browser made for trying out. */
export type Source = 'ncalayer' | 'test'
export type Stage = 'asking' | 'choosing' | 'verifying'

/** What the room of the record gives: whose operations fetch the bytes and take the signature. */
export interface Road {
  /** The very bytes in Base64, and the server's time. */
  ask: () => Promise<{ content: string; at: string }>
  handIn: (cms: string) => Promise<unknown>
  /** Certifies a key that this browser made. Refused outside a demonstration. */
  certify: (request: string) => Promise<{ certificate: string; until: string }>
}

export interface Signing {
  road: Road
  source: Source
  language: string
  /** Whose test key it is. */
  person: string
  onStage: (stage: Stage) => void
}

const testKey = async ({ certify }: Road, person: string, at: Date) => {
  const { keepKey, readKey } = await import('./key-store.ts')
  const kept = await readKey(person)
  if (kept && kept.until > at) return { key: kept, fresh: false }
  const { certificateRequest, newKeyPair } = await import('./cms.ts')
  const keys = await newKeyPair()
  const { certificate, until } = await certify(toBase64(await certificateRequest(keys)))
  const key = { privateKey: keys.privateKey, certificate: fromBase64(certificate), until: new Date(until) }
  await keepKey(person, key)
  return { key, fresh: true }
}

const byLayer = async (content: string, { language, onStage }: Signing): Promise<string> => {
  const { signByLayer } = await import('./ncalayer.ts')
  return signByLayer({ content, language, onConnected: () => onStage('choosing') })
}

/** Gets the very bytes, has them signed and hands the signature in. @throws CallRefused, LayerRefused */
export const signContent = async (it: Signing): Promise<void> => {
  it.onStage('asking')
  const { road, person } = it
  const { content, at } = await road.ask()
  const handIn = async (cms: string): Promise<void> => {
    it.onStage('verifying')
    await road.handIn(cms)
  }
  if (it.source === 'ncalayer') return handIn(await byLayer(content, it))
  const now = new Date(at)
  const { detachedCms } = await import('./cms.ts')
  const sign = async (): Promise<{ cms: string; fresh: boolean }> => {
    const { key, fresh } = await testKey(road, person, now)
    return { cms: toBase64(await detachedCms(fromBase64(content), key, now)), fresh }
  }
  const { cms, fresh } = await sign()
  try {
    await handIn(cms)
  } catch (fault) {
    // A key kept from a demonstration that has been made anew since: its authority is gone, and a new one certifies a new key.
    if (fresh || !(fault instanceof CallRefused) || fault.refused.clause !== '5.16') throw fault
    const { dropKey } = await import('./key-store.ts')
    await dropKey(person)
    await handIn((await sign()).cms)
  }
}
