// The code generator as a second factor: enrolled with a picture, confirmed by its first code, removed after a fresh proof.
import qr from 'qrcode'
import { invalidField } from '../../kernel/invalid.ts'
import { command } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { newSecret, seal, stepOf, unseal, uriOf } from './codes.ts'
import * as contract from './contract.ts'
import { signedIn } from './rules.ts'
import * as store from './store.ts'

const noAccount = () =>
  new Refusal('unknown', { kk: 'Есептік жазба жоқ.', ru: 'Учётной записи нет.', en: 'There is no account.' })

export const enrolTotp = command(contract.enrolTotp, {
  clauses: ['5.16'],
  dangerous: true,
  rules: [signedIn],
  run: async ({ actor, tx }) => {
    const account = await store.lockAccount(tx, actor.id)
    if (!account) throw noAccount()
    const secret = newSecret()
    const uri = uriOf(secret, account.login)
    await store.changeAccount(tx, actor.id, { totp_pending: seal(tx.house.pepper, secret) })
    const picture = await qr.toString(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
    return { secret, uri, qr: `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}` }
  },
})

const notYet = () =>
  invalidField('code', {
    kk: 'Код дұрыс емес. Телефондағы сағатты тексеріп, жаңа кодты теріңіз.',
    ru: 'Код неверен. Проверьте часы телефона и введите новый код.',
    en: 'The code is wrong. Check the clock of the phone and type the new code.',
  })

export const enrolTotpConfirm = command(contract.enrolTotpConfirm, {
  clauses: ['5.16'],
  rules: [signedIn],
  run: async ({ input: { code }, actor, tx }) => {
    const account = await store.lockAccount(tx, actor.id)
    if (!account?.totpPending) throw notYet()
    const step = stepOf(unseal(tx.house.pepper, account.totpPending), code, tx.at, null)
    if (step === null) throw notYet()
    await store.changeAccount(tx, actor.id, {
      totp_secret: account.totpPending,
      totp_since: tx.at,
      totp_step: step,
      totp_pending: null,
    })
    tx.about('employee', actor.id)
    return {}
  },
})

export const dropTotp = command(contract.dropTotp, {
  clauses: ['5.16'],
  dangerous: true,
  rules: [signedIn],
  run: async ({ actor, tx }) => {
    await store.changeAccount(tx, actor.id, {
      totp_secret: null,
      totp_since: null,
      totp_step: null,
      totp_pending: null,
    })
    tx.about('employee', actor.id)
    return {}
  },
})
