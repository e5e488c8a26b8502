// Keys for trying out: in a demonstration the test authority certifies a key that the browser made. Never in production.
import { invalidField } from '../../kernel/invalid.ts'
import { command } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { employeeRecord } from '../org/index.ts'
import * as shapes from './contract.ts'
import { issueTestCertificate } from './demonstration/authority.ts'
import * as rules from './rules.ts'
import { refusalOf, SignatureFault } from './verifier/faults.ts'

const onlyForTrying = (): Refusal =>
  new Refusal(
    'forbidden',
    {
      kk: 'Сынақ кілті тек көрсетілім жүйесінде беріледі. Құжатқа ҰКО берген кілтпен қол қойыңыз.',
      ru: 'Тестовый ключ выдаётся только в демонстрации. Подпишите документ ключом НУЦ.',
      en: 'A test key is issued in a demonstration only. Sign the document with a key of the NCA.',
    },
    { clause: '5.16' },
  )

const noRequest = (): Refusal =>
  invalidField('request', {
    kk: 'Сертификат сұрауы (PKCS #10) жарамсыз.',
    ru: 'Запрос на сертификат (PKCS #10) недействителен.',
    en: 'The request for a certificate (PKCS #10) is not valid.',
  })

export const issueTestKey = command(shapes.issueTestKey, {
  clauses: ['5.16'],
  rules: [rules.anyEmployee],
  run: async ({ input, tx }) => {
    const { mode, dataDir } = tx.house
    if (mode !== 'demonstration') throw onlyForTrying()
    const employee = await employeeRecord.find(tx, tx.actor.id, false)
    if (!employee?.iin) throw refusalOf(new SignatureFault('own-iin-unknown'))
    const request = Uint8Array.from(Buffer.from(input.request, 'base64'))
    const issued = await issueTestCertificate(dataDir, tx.at, request, { iin: employee.iin, name: employee.name.kk })
    if (!issued) throw noRequest()
    tx.about('employee', employee.id)
    tx.note({ serial: issued.serial, until: issued.until })
    return { certificate: Buffer.from(issued.certificate).toString('base64'), until: issued.until.toISOString() }
  },
})
