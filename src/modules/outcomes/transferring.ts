// What went to a law enforcement, prosecution or special state body, and what it answered (6.17).
import { invalidField } from '../../kernel/invalid.ts'
import { command } from '../../kernel/operation.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Text } from '../../kernel/text.ts'
import { partyOn } from '../incoming/index.ts'
import { keepFiles, notAhead, notBefore, tellTeam, termFrom } from '../conclusions/index.ts'
import { investigationRecord } from '../investigations/index.ts'
import { insertNote } from '../proceedings/index.ts'
import * as shapes from './contract.ts'
import { insertTransfer, putAnswer, transfersOf } from './decisions-store.ts'
import * as duties from './duties.ts'
import * as rules from './rules.ts'
import { answerTitles } from './words.ts'

/** Kinds of bodies to which clause 6.17 opens the way. */
export const enforcing: readonly string[] = ['law-enforcement', 'prosecution', 'special']

const says = {
  body: {
    kk: 'Құқық қорғау органын, прокуратураны не арнайы мемлекеттік органды таңдаңыз.',
    ru: 'Выберите правоохранительный орган, прокуратуру или специальный государственный орган.',
    en: 'Choose a law enforcement body, a prosecution or a special state body.',
  },
  early: {
    kk: 'Материалдар тексеру басталғаннан ерте берілмейді.',
    ru: 'Материалы не передаются раньше начала расследования.',
    en: 'Materials are not handed over before the investigation has begun.',
  },
  noTransfer: {
    kk: 'Жауабы күтілетін мұндай жолдама жоқ.',
    ru: 'Такой передачи без ответа нет.',
    en: 'There is no such transfer without an answer.',
  },
  answeredEarly: {
    kk: 'Жауап жіберілген күннен ерте келе алмайды.',
    ru: 'Ответ не может прийти раньше отправки.',
    en: 'The answer cannot come before the sending.',
  },
  register: {
    kk: 'Тізілімдегі нөмірін жазыңыз.',
    ru: 'Укажите номер в реестре.',
    en: 'Give the number in the register.',
  },
  noRegister: {
    kk: 'Тізілімдегі нөмір тіркелген жағдайда ғана жазылады.',
    ru: 'Номер реестра указывается, только если дело зарегистрировано.',
    en: 'A register number is given only where it was registered.',
  },
} satisfies Record<string, Text>

const rulesOf = [rules.worksOnIt, rules.wasOpened, ...rules.untilConcluded] as const

export const transferMaterials = command(shapes.transferMaterials, {
  clauses: ['6.17', '6.21'],
  record: investigationRecord,
  rules: rulesOf,
  personal: true,
  run: async ({ input, subject, tx }) => {
    const { number, sentOn, what } = input
    if (refusesStateSecret(what)) throw stateSecretRefused('what')
    notAhead(tx, 'sentOn', sentOn)
    if (subject.openedOn) notBefore('sentOn', sentOn, subject.openedOn, says.early)
    const body = await partyOn(tx, `body:${input.body}`, sentOn)
    if (!body || !enforcing.includes(body.group)) throw invalidField('body', says.body)
    const { due_on, doubtful } = await termFrom(tx, 'transfer.answer', sentOn)
    const transfer = await insertTransfer(tx, subject.id, {
      body_id: body.id,
      name: body.name,
      sent_on: sentOn,
      number,
      what,
      due_on,
      doubtful,
    })
    await keepFiles(tx, subject.id, ['transfer', transfer], input.files)
    await duties.awaitAnswer(tx, subject, transfer, { openedOn: sentOn, dueOn: due_on, name: body.name })
    const { kk, ru, en } = body.name
    await insertNote(tx, subject.id, {
      happenedOn: sentOn,
      words: {
        kk: `Материалдар берілді: ${kk}. № ${number}.`,
        ru: `Материалы переданы: ${ru}. № ${number}.`,
        en: `Materials were handed over: ${en}. No. ${number}.`,
      },
    })
    tx.note({ transfer, body: body.id, number, sentOn })
    tx.emit('outcomes.transferred', { investigation: subject.id, transfer, body: body.id, number, sentOn })
    return { transfer }
  },
})

export const answerTransfer = command(shapes.answerTransfer, {
  clauses: ['6.17', '6.21'],
  record: investigationRecord,
  rules: rulesOf,
  personal: true,
  run: async ({ input, subject, tx }) => {
    const { answer, on, registerNumber, words } = input
    if (words && refusesStateSecret(words)) throw stateSecretRefused('words')
    const transfer = (await transfersOf(tx, subject.id)).find((row) => row.id === input.transfer && row.answer === null)
    if (!transfer) throw invalidField('transfer', says.noTransfer)
    notAhead(tx, 'on', on)
    notBefore('on', on, transfer.sent_on, says.answeredEarly)
    if (answer === 'registered' && !registerNumber) throw invalidField('registerNumber', says.register)
    if (answer !== 'registered' && registerNumber) throw invalidField('registerNumber', says.noRegister)
    await putAnswer(tx, transfer.id, {
      answer,
      answered_on: on,
      register_number: registerNumber,
      answer_words: words,
    })
    await keepFiles(tx, subject.id, ['answer', transfer.id], input.files)
    await duties.closeAnswer(tx, subject, transfer.id)
    const said = answerTitles[answer]
    const number = registerNumber ? ` № ${registerNumber}.` : ''
    await insertNote(tx, subject.id, {
      happenedOn: on,
      words: { kk: `${said.kk}.${number}`, ru: `${said.ru}.${number}`, en: `${said.en}.${number}` },
    })
    await tellTeam(tx, subject, 'answered')
    tx.note({ transfer: transfer.id, answer, registerNumber })
    return {}
  },
})
