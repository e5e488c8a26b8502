// The occasion itself: planned, begun, question and answer by turns, ended, put into a protocol that the person signs or does not.
import { keepFile } from '../../kernel/files/index.ts'
import { newId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { investigationRecord } from '../investigations/index.ts'
import { knownPerson, refuseSecrets } from '../summonses/index.ts'
import * as shapes from './contract.ts'
import * as duties from './duties.ts'
import { keep } from './files.ts'
import { protocolOf } from './protocol.ts'
import { questioningRecord } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const says = {
  past: {
    kk: 'Күні бүгіннен ерте болмауы керек.',
    ru: 'День не может быть раньше сегодняшнего.',
    en: 'The day cannot be before today.',
  },
  noEntry: {
    kk: 'Мұндай жазба жоқ не ол түзетіліп қойған.',
    ru: 'Такой записи нет, или она уже исправлена.',
    en: 'There is no such entry, or it was corrected already.',
  },
  notAudio: {
    kk: 'Бұл аудиожазба емес.',
    ru: 'Это не аудиозапись.',
    en: 'This is no audio recording.',
  },
  whyRemarks: {
    kk: 'Ескертуін не қол қоймау себебін жазыңыз.',
    ru: 'Запишите замечания или причину отказа подписать.',
    en: 'Write down the remarks, or why it was not signed.',
  },
} satisfies Record<string, Text>

export const planQuestioning = command(shapes.planQuestioning, {
  clauses: ['5.3', '5.14'],
  record: investigationRecord,
  rules: [rules.plans, ...rules.inCourse],
  personal: true,
  run: async ({ input, subject: it, tx }) => {
    const id = input.entryKey
    if (await store.planned(tx, id)) return { questioning: id }
    const { person, language, on, at, place } = input
    if (on < tx.today) throw invalidField('on', says.past)
    refuseSecrets({ place })
    const { name, post } = await knownPerson(tx, person)
    const plan = { id, investigation_id: it.id, person_id: person, name, post, language }
    await store.insertQuestioning(tx, { ...plan, on_day: on, at_time: at ?? null, place })
    await duties.awaitOccasion(tx, { id, name, language, on }, it.unit)
    tx.note({ questioning: id })
    return { questioning: id }
  },
})

export const explainRights = command(shapes.explainRights, {
  clauses: ['5.3', '5.16'],
  record: questioningRecord,
  rules: [rules.onTeam, rules.notBegun, rules.rightsExplained],
  run: async ({ input: { words }, subject: it, actor, tx }) => {
    refuseSecrets({ words })
    await store.changeQuestioning(tx, it.id, { rights_at: tx.at, rights_by: actor.id, rights_words: words })
    return {}
  },
})

export const addParticipant = command(shapes.addParticipant, {
  clauses: ['5.3'],
  record: questioningRecord,
  rules: [rules.onTeam, rules.notEnded],
  run: async ({ input: { role, name, paper }, subject: it, tx }) => {
    await store.insertPart(tx, { questioning_id: it.id, role, name, paper })
    return {}
  },
})

export const beginQuestioning = command(shapes.beginQuestioning, {
  clauses: ['5.3'],
  record: questioningRecord,
  rules: [rules.onTeam, ...rules.opening],
  step: 'begin',
  personal: true,
  run: async ({ subject: it, actor, tx }) => {
    const { id: authority_id = null, number: authority_number = null } = it.permission ?? {}
    const ground = it.judge ? { authority_id, authority_number } : {}
    await store.changeQuestioning(tx, it.id, { begun_at: tx.at, begun_by: actor.id, judge: it.judge, ...ground })
    return {}
  },
})

export const askQuestion = command(shapes.askQuestion, {
  clauses: ['5.3'],
  record: questioningRecord,
  rules: [rules.onTeam, rules.underWay, ...rules.gates],
  personal: true,
  run: async ({ input: { entryKey, question, answer }, subject: it, tx }) => {
    refuseSecrets({ question, answer })
    await store.insertEntry(tx, { id: entryKey, questioning_id: it.id, question, answer })
    return {}
  },
})

export const correctEntry = command(shapes.correctEntry, {
  clauses: ['5.3'],
  record: questioningRecord,
  rules: [rules.onTeam, rules.begunUnsigned],
  personal: true,
  run: async ({ input: { entry, question, answer, reason }, subject: it, tx }) => {
    refuseSecrets({ question, answer, reason })
    const said = await store.entriesOf(tx, it.id)
    if (!said.some(({ id }) => id === entry) || said.some(({ corrects }) => corrects === entry))
      throw invalidField('entry', says.noEntry)
    const row = { id: newId(), questioning_id: it.id, question, answer, corrects: entry, reason }
    await store.insertEntry(tx, row)
    return {}
  },
})

export const finishQuestioning = command(shapes.finishQuestioning, {
  clauses: ['5.3'],
  record: questioningRecord,
  rules: [rules.onTeam],
  step: 'finish',
  run: async ({ subject: it, tx }) => {
    await store.changeQuestioning(tx, it.id, { ended_at: tx.at })
    await duties.close(tx, it)
    await duties.awaitProtocol(tx, it)
    return {}
  },
})

export const addAudio = command(shapes.addAudio, {
  clauses: ['5.3', '5.16'],
  record: questioningRecord,
  rules: [rules.onTeam, rules.begunUnsigned],
  personal: true,
  run: async ({ input: { files }, subject: it, tx }) => {
    const kept = await keep(tx, it, 'audio', files)
    if (kept.some(({ type }) => !/^(audio|video)\//.test(type))) throw invalidField('files', says.notAudio)
    tx.note({ sha256: kept.map(({ sha256 }) => sha256) })
    return {}
  },
})

/** The protocol is frozen as it was signed: its bytes are kept beside the scan of the signed paper. */
export const signQuestioning = command(shapes.signQuestioning, {
  clauses: ['5.3', '5.16'],
  record: questioningRecord,
  rules: [rules.onTeam],
  step: 'sign',
  personal: true,
  run: async ({ input: { signature, remarks, files }, subject: it, actor, tx }) => {
    if (signature !== 'signed' && !remarks) throw invalidField('remarks', says.whyRemarks)
    refuseSecrets({ remarks })
    const said = signature === 'signed' ? null : remarks
    const signed = { how: signature, at: tx.at, by: actor.id, remarks: said }
    const bytes = await protocolOf(tx, { ...it, signature: signed })
    const { id } = await keepFile(tx, bytes, { name: 'protocol.pdf', type: 'application/pdf' })
    await keep(tx, it, 'protocol', [id])
    await keep(tx, it, 'scan', files)
    await store.changeQuestioning(tx, it.id, {
      ...{ signature, remarks: said, signed_at: tx.at, signed_by: actor.id },
    })
    await duties.close(tx, it)
    return {}
  },
})

export const cancelQuestioning = command(shapes.cancelQuestioning, {
  clauses: ['5.14', '5.3'],
  record: questioningRecord,
  rules: [rules.onTeam, rules.hears],
  step: 'cancel',
  run: async ({ input: { reason }, subject: it, tx }) => {
    await store.changeQuestioning(tx, it.id, { cancelled_word: reason })
    await duties.close(tx, it)
    return {}
  },
})
