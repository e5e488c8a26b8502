// Clause 13: every material of the case is ticked as copied, or the reason is given; then the head is notified.
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { judge } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { anybodyAtWork, keepFiles, notAhead, personUnder, type Material } from '../conclusions/index.ts'
import { documentsAbout } from '../documents/index.ts'
import { investigationRecord, type Investigation } from '../investigations/index.ts'
import { headOn } from '../org/index.ts'
import * as shapes from './contract.ts'
import * as duties from './duties.ts'
import { noticeGates } from './gates.ts'
import { isTerritorial, keyOf, matterOf, onPerson } from './matter.ts'
import * as notices from './notices-store.ts'
import * as rules from './rules.ts'

const says = {
  notTerritorial: {
    kk: 'Бұл адам ІҚБ аумақтық бөлімшесінде қызмет етпейді, 13-тармақ оған қолданылмайды.',
    ru: 'Это лицо не служит в территориальном подразделении ОВБ, пункт 13 к нему не применяется.',
    en: 'This person does not serve in a territorial unit of the ISD; clause 13 does not apply.',
  },
  material: { kk: 'Мұндай материал жоқ.', ru: 'Такого материала нет.', en: 'There is no such material.' },
  nothing: {
    kk: 'Кемінде бір материалды белгілеңіз.',
    ru: 'Отметьте хотя бы один материал.',
    en: 'Tick at least one material.',
  },
  document: {
    kk: 'Осы тексеру бойынша қол қойылған құжатты таңдаңыз.',
    ru: 'Выберите подписанный документ по этому расследованию.',
    en: 'Choose a signed document about this investigation.',
  },
  number: {
    kk: 'Хабарламаның нөмірін жазыңыз.',
    ru: 'Укажите номер уведомления.',
    en: 'Give the number of the notice.',
  },
  onlyDocument: {
    kk: 'Құжат тек құжатпен жіберілгенде таңдалады.',
    ru: 'Документ выбирается, только если направлено документом.',
    en: 'A document is named only where it was sent as one.',
  },
  noHead: {
    kk: 'Ол күні меңгерушінің міндетін атқаратын адам болмаған.',
    ru: 'В тот день никто не исполнял обязанности заведующего.',
    en: 'Nobody held the office of the head on that day.',
  },
  early: {
    kk: 'Хабарлама құжатқа қол қойылғаннан ерте жіберілмейді.',
    ru: 'Уведомление не направляется раньше подписания документа.',
    en: 'The notice does not go before its document was signed.',
  },
} satisfies Record<string, Text>

const beforeDecision = {
  record: investigationRecord,
  rules: [rules.worksOnIt, rules.notClosed, ...rules.untilConcluded] as const,
}

const checkTerritorial = async (tx: Tx, it: Investigation, person: string): Promise<void> => {
  personUnder(it, person)
  if (!(await isTerritorial(tx, it, person))) throw invalidField('person', says.notTerritorial)
}

export const tickMaterials = command(shapes.tickMaterials, {
  ...beforeDecision,
  clauses: ['13'],
  personal: true,
  run: async ({ input: { person, copied, left }, subject, tx }) => {
    await checkTerritorial(tx, subject, person)
    if (!copied.length && !left.length) throw invalidField('copied', says.nothing)
    const known = new Map((await (await matterOf(tx, subject)).toCopy()).map((material) => [keyOf(material), material]))
    const put = (field: string, key: string, reason: string | null) => {
      const material: Material | undefined = known.get(key)
      if (!material) throw invalidField(field, says.material)
      return notices.putCopy(tx, subject.id, {
        person_id: person,
        material_kind: material.kind,
        material_id: material.id,
        caption: material.caption,
        copied: reason === null,
        reason,
      })
    }
    for (const key of new Set(copied)) await put('copied', key, null)
    for (const [at, { material, reason }] of left.entries()) await put(`left.${at}.material`, material, reason)
    tx.note({ person, copied: copied.length, left: left.length })
    return {}
  },
})

interface Given {
  way: 'document' | 'handed'
  document?: string | undefined
  number: string | null
  on: string
}

async function paperOf(tx: Tx, it: Investigation, { way, document, number, on }: Given) {
  if (way === 'handed') {
    if (document) throw invalidField('document', says.onlyDocument)
    if (!number) throw invalidField('number', says.number)
    return { document_id: null, number }
  }
  const about = await documentsAbout(tx, { kind: 'investigation', id: it.id })
  const found = about.find(({ id, number: given }) => id === document && given !== null)
  if (!found?.number || !found.signedOn) throw invalidField('document', says.document)
  if (on < found.signedOn) throw invalidField('on', says.early)
  return { document_id: found.id, number: found.number }
}

export const sendNotice = command(shapes.sendNotice, {
  ...beforeDecision,
  clauses: ['13'],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const { person, way, on } = input
    await checkTerritorial(tx, subject, person)
    notAhead(tx, 'on', on)
    const paper = await paperOf(tx, subject, input)
    const seen = await onPerson(tx, await matterOf(tx, subject), person)
    judge([anybodyAtWork, ...noticeGates], tx.actor, seen, tx)
    const head = await headOn(tx, on)
    if (!head) throw invalidField('on', says.noHead)
    const notice = await notices.insertNotice(tx, subject.id, {
      person_id: person,
      way,
      ...paper,
      gone_on: on,
      head_id: head.id,
    })
    await keepFiles(tx, subject.id, ['notice', notice], input.files)
    await duties.tellHead(tx, subject, head.id)
    tx.note({ person, notice, number: paper.number, on })
    return {}
  },
})
