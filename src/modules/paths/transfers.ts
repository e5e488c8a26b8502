// Signs of a crime are not the Department's to investigate: the matter is handed over at once, and its numbers are asked for (6.17).
import { command } from '../../kernel/operation.ts'
import { invalidField } from '../../kernel/invalid.ts'
import type { Text } from '../../kernel/text.ts'
import { appealRecord } from '../appeals/index.ts'
import { chosenDestination } from '../submissions/index.ts'
import { beginPaper, lay, lift, sync, termFrom } from './begin.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export const transferAppeal = command(shapes.transferAppeal, {
  clauses: ['6.17', '6.23', '15'],
  record: appealRecord,
  rules: [rules.works, rules.leads, rules.isFinished, rules.notRegistered, rules.isHandedOver],
  run: async ({ input, subject: it, tx }) => {
    const { established, signs, part } = input
    const { party, name } = await chosenDestination(tx, 'crime', input)
    const dueOn = await termFrom(tx, 'appeal.crime.transfer', tx.today)
    const path = await store.addPath(tx, {
      appeal: it.id,
      kind: 'transfer',
      state: 'begun',
      reason: signs,
      dueOn,
      body: party,
      part,
    })
    await store.addTransfer(tx, path)
    const document = await beginPaper(tx, it, path, {
      template: 'crime-transfer',
      role: 'letter',
      fields: { addressee: name[it.language], established, signs },
    })
    await lay(tx, it, { stage: 'transfer', clause: '6.17', holder: it.assignee ?? tx.actor.id, dueOn })
    await sync(tx, it.id)
    tx.note({ document, whole: !part, party, body: name.kk })
    return { document }
  },
})

const oddNumber: Text = {
  kk: 'СДТБТ нөмірі әдетте 15 цифрдан тұрады. Қатеңіз жоқ екенін тексеріңіз.',
  ru: 'Номер ЕРДР обычно состоит из 15 цифр. Проверьте, нет ли ошибки.',
  en: 'An ERDR number usually has 15 digits. Check it for a mistake.',
}
const oneAtLeast: Text = {
  kk: 'Кемінде бір нөмірді жазыңыз.',
  ru: 'Укажите хотя бы один номер.',
  en: 'Give one number at least.',
}

/** Doubts about the number of the pre-trial register that stop nobody. */
export const numberWarnings = (number: string | null): Text[] =>
  number !== null && !/^\d{15}$/.test(number) ? [oddNumber] : []

/** Asked for until the number of the pre-trial register is there; the number of the book of reports alone does not end it. */
export const numberTransfer = command(shapes.numberTransfer, {
  clauses: ['6.17'],
  record: appealRecord,
  rules: [rules.works, rules.leads, rules.registers, rules.isNumbered],
  run: async ({ input, subject: it, tx }) => {
    const { registerNumber, kuiNumber } = input
    if (!registerNumber && !kuiNumber) throw invalidField('registerNumber', oneAtLeast)
    const transfer = await store.unnumberedTransfer(tx, it.id)
    if (!transfer) throw new Error(`appeal ${it.id} awaits no number`)
    await store.changeTransfer(tx, transfer.id, {
      register_number: registerNumber,
      kui_number: kuiNumber ?? transfer.kui,
      numbered_on: tx.today,
    })
    await sync(tx, it.id)
    if (registerNumber && !(await store.unnumberedTransfer(tx, it.id))) await lift(tx, it, 'crime-number')
    return { warnings: numberWarnings(registerNumber) }
  },
})
