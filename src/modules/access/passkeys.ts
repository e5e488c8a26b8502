// Passkeys (WebAuthn): added by a signed-in person, then good for signing in, as a second factor, and for a step-up.
import { isIP } from 'node:net'
import type {
  AuthenticationResponseJSON,
  AuthenticatorTransport,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { House } from '../../kernel/house.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { record } from '../../kernel/record.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { actorOf } from '../org/index.ts'
import { signInAgain } from './attempts.ts'
import * as contract from './contract.ts'
import * as keys from './passkey-store.ts'
import { anybody, ownPasskey, signedIn } from './rules.ts'
import { stageSession } from './sessions.ts'
import { goOn, waiting } from './sign-in.ts'
import * as store from './store.ts'

export const passkeyRecord = record<keys.Passkey>({
  name: 'passkey',
  table: 'passkeys',
  title: { kk: 'Кіру кілті', ru: 'Ключ доступа', en: 'Passkey' },
  find: keys.findPasskey,
  caption: ({ name }) => name,
})

// Three hundred files that only passkeys need: read when the first one is asked for.
const webauthn = () => import('@simplewebauthn/server')

// Ed25519, P-256 and RSA: what authenticators have. Named, so that the library asks the runtime for nothing experimental.
const algorithms = [-8, -7, -257]

/** A passkey belongs to a name, never to a number: on loopback that is localhost. */
const relyingParty = ({ staffUrl }: House) => {
  const url = new URL(staffUrl)
  if (!isIP(url.hostname.replace(/[[\]]/g, ''))) return { rpID: url.hostname, origins: [url.origin] }
  return { rpID: 'localhost', origins: [`${url.protocol}//localhost${url.port ? `:${url.port}` : ''}`] }
}

const allowed = (list: readonly keys.Passkey[]) =>
  list.map(({ credentialId, transports }) => ({ id: credentialId, transports: transports as AuthenticatorTransport[] }))

const asking = async (tx: Tx, employeeId: string | null) =>
  (await webauthn()).generateAuthenticationOptions({
    rpID: relyingParty(tx.house).rpID,
    userVerification: 'required',
    ...(employeeId ? { allowCredentials: allowed(await keys.passkeysOf(tx, employeeId)) } : {}),
  })

export const passkeyOptions = command(contract.passkeyOptions, {
  clauses: ['5.16'],
  anonymous: true,
  rules: [anybody],
  run: async ({ actor, tx }) => {
    const staged = await waiting(tx, ['totp', 'passkey'])
    const own = actor.kind === 'employee' && actor.session ? { id: actor.session.id, employeeId: actor.id } : staged
    const options = await asking(tx, own?.employeeId ?? null)
    if (own) await store.setChallenge(tx, own.id, options.challenge)
    const session = own ? undefined : await stageSession(tx, null, 'passkey', options.challenge)
    return { options: { ...options }, ...(session ? { session } : {}) }
  },
})

/** The key whose answer fits the challenge; it is used up by this. Nothing if anything is wrong with it. */
export const answeredBy = async (
  tx: Tx,
  challenge: string | null,
  answer: unknown,
  employeeId: string | null,
): Promise<keys.Passkey | undefined> => {
  const response = answer as AuthenticationResponseJSON
  const key = await keys.passkeyByCredential(tx, response.id)
  if (!challenge || !key || (employeeId !== null && key.employeeId !== employeeId)) return undefined
  const { rpID, origins } = relyingParty(tx.house)
  const credential = { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: key.counter }
  try {
    const { verified, authenticationInfo } = await (
      await webauthn()
    ).verifyAuthenticationResponse({
      response,
      credential,
      expectedChallenge: challenge,
      expectedOrigin: origins,
      expectedRPID: rpID,
      requireUserVerification: true,
    })
    if (!verified) return undefined
    await keys.usePasskey(tx, key.id, authenticationInfo.newCounter, tx.at)
    return key
  } catch {
    // The library throws for every answer that does not fit; whatever was wrong with it, it is no proof.
    return undefined
  }
}

export const wrongPasskey = (): Refusal =>
  new Refusal('sign-in', {
    kk: 'Кіру кілті танылмады. Қайталап көріңіз немесе құпиясөзбен кіріңіз.',
    ru: 'Ключ доступа не распознан. Повторите или войдите по паролю.',
    en: 'The passkey was not recognised. Try again or sign in with the password.',
  })

export const passkeyVerify = command(contract.passkeyVerify, {
  clauses: ['5.16'],
  anonymous: true,
  rules: [anybody],
  run: async ({ input: { response }, tx }) => {
    const session = await waiting(tx, ['totp', 'passkey'])
    if (!session) return signInAgain()
    const key = await answeredBy(tx, session.challenge, response, session.employeeId)
    await store.setChallenge(tx, session.id, null)
    if (session.employeeId) tx.about('employee', session.employeeId)
    const account = key && (await store.lockAccount(tx, key.employeeId))
    if (!account || !(await actorOf(tx.db, account.employeeId, { today: tx.today }))) return wrongPasskey()
    await store.endSession(tx, session.id, 'passed', tx.at)
    tx.about('employee', account.employeeId)
    return goOn(tx, account, { secondFactor: true })
  },
})

export const addPasskeyOptions = command(contract.addPasskeyOptions, {
  clauses: ['5.16'],
  dangerous: true,
  rules: [signedIn],
  run: async ({ actor, tx }) => {
    const account = await store.lockAccount(tx, actor.id)
    const options = await (
      await webauthn()
    ).generateRegistrationOptions({
      rpName: 'Qorgan',
      rpID: relyingParty(tx.house).rpID,
      userName: account?.login ?? actor.id,
      userDisplayName: actor.name.kk,
      userID: new TextEncoder().encode(actor.id),
      attestationType: 'none',
      supportedAlgorithmIDs: algorithms,
      excludeCredentials: allowed(await keys.passkeysOf(tx, actor.id)),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    })
    if (actor.session) await store.setChallenge(tx, actor.session.id, options.challenge)
    return { options: { ...options } }
  },
})

const notAdded = () =>
  invalidField('response', {
    kk: 'Кіру кілті қосылмады. Қайталап көріңіз.',
    ru: 'Ключ доступа не добавлен. Попробуйте ещё раз.',
    en: 'The passkey was not added. Try again.',
  })

export const addPasskey = command(contract.addPasskey, {
  clauses: ['5.16'],
  rules: [signedIn],
  run: async ({ input: { name, response }, actor, tx }) => {
    const session = actor.session && (await store.findSession(tx, actor.session.id, true))
    if (!session?.challenge) throw notAdded()
    const { rpID, origins } = relyingParty(tx.house)
    const made = await (
      await webauthn()
    )
      .verifyRegistrationResponse({
        response: response as unknown as RegistrationResponseJSON,
        expectedChallenge: session.challenge,
        expectedOrigin: origins,
        expectedRPID: rpID,
        requireUserVerification: true,
        supportedAlgorithmIDs: algorithms,
      })
      .catch(() => null)
    if (!made?.verified) throw notAdded()
    await store.setChallenge(tx, session.id, null)
    const { id: credentialId, publicKey, counter, transports } = made.registrationInfo.credential
    const id = await keys.addPasskey(tx, {
      employeeId: actor.id,
      credentialId,
      publicKey: Buffer.from(publicKey),
      counter,
      transports: [...(transports ?? [])],
      name,
      addedAt: tx.at,
    })
    tx.about('passkey', id)
    return { id }
  },
})

export const dropPasskey = command(contract.dropPasskey, {
  clauses: ['5.16'],
  dangerous: true,
  record: passkeyRecord,
  rules: [ownPasskey],
  run: async ({ input: { id }, tx }) => {
    await keys.deletePasskey(tx, id)
    return {}
  },
})
