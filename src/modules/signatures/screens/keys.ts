// With which key a person signs here: NCALayer's, or, in a demonstration, one that this browser made for trying out.
import { call, CallRefused } from '../../../ui/call.ts'
import { fromBase64, toBase64 } from '../../../ui/signing/bytes.ts'
import { addSignature, contentToSign, issueTestKey } from '../contract.ts'

export type Source = 'ncalayer' | 'test'
export type Stage = 'asking' | 'choosing' | 'verifying'

interface Signing {
  id: string
  version: number
  source: Source
  language: string
  /** Whose test key it is. */
  person: string
  onStage: (stage: Stage) => void
}

const testKey = async (person: string, at: Date) => {
  const { keepKey, readKey } = await import('../../../ui/signing/key-store.ts')
  const kept = await readKey(person)
  if (kept && kept.until > at) return { key: kept, fresh: false }
  const { certificateRequest, newKeyPair } = await import('../../../ui/signing/cms.ts')
  const keys = await newKeyPair()
  const request = toBase64(await certificateRequest(keys))
  const { certificate, until } = (await call(issueTestKey, { request })).result
  const key = { privateKey: keys.privateKey, certificate: fromBase64(certificate), until: new Date(until) }
  await keepKey(person, key)
  return { key, fresh: true }
}

const byLayer = async (content: string, { language, onStage }: Signing): Promise<string> => {
  const { signByLayer } = await import('../../../ui/signing/ncalayer.ts')
  return signByLayer({ content, language, onConnected: () => onStage('choosing') })
}

/** Gets the very bytes, has them signed and hands the signature in. @throws CallRefused, LayerRefused */
export const signDocument = async (it: Signing): Promise<void> => {
  it.onStage('asking')
  const { id, version, person } = it
  const { content, at } = (await call(contentToSign, { id })).result
  const handIn = async (cms: string): Promise<void> => {
    it.onStage('verifying')
    await call(addSignature, { id, version, cms })
  }
  if (it.source === 'ncalayer') return handIn(await byLayer(content, it))
  const now = new Date(at)
  const { detachedCms } = await import('../../../ui/signing/cms.ts')
  const sign = async (): Promise<{ cms: string; fresh: boolean }> => {
    const { key, fresh } = await testKey(person, now)
    return { cms: toBase64(await detachedCms(fromBase64(content), key, now)), fresh }
  }
  const { cms, fresh } = await sign()
  try {
    await handIn(cms)
  } catch (fault) {
    // A key kept from a demonstration that has been made anew since: its authority is gone, and a new one certifies a new key.
    if (fresh || !(fault instanceof CallRefused) || fault.refused.clause !== '5.16') throw fault
    const { dropKey } = await import('../../../ui/signing/key-store.ts')
    await dropKey(person)
    await handIn((await sign()).cms)
  }
}
