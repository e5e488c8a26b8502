// Passkeys: the browser's own dialog between two calls of ours.
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { passkeyOptions } from '../modules/access/contract.ts'
import { call } from '../ui/call.ts'
import type { Input } from '../ui/call.ts'
import type { passkeyVerify } from '../modules/access/contract.ts'

export type PasskeyAnswer = Input<typeof passkeyVerify>['response']

/** Browsers bind a passkey to a name; a house that is called by its number alone cannot have one. */
export const hasPasskeys = (): boolean =>
  typeof window.PublicKeyCredential === 'function' && !/^[\d.]+$|:/.test(window.location.hostname)

/** Asks the browser to prove the person with a passkey; null when the person closed the browser's dialog. */
export const askPasskey = async (): Promise<PasskeyAnswer | null> => {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const { result } = await call(passkeyOptions, {}, { guarded: false })
  // The contract carries the standard's own JSON without describing it.
  const optionsJSON = result.options as unknown as PublicKeyCredentialRequestOptionsJSON
  try {
    return { ...(await startAuthentication({ optionsJSON })) }
  } catch (error) {
    if (error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError')) return null
    throw error
  }
}
