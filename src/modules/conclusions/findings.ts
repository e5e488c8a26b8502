// Allegations, what was found on each of them and each person, the measure proposed, and the study of the materials by the person.
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { judge } from '../../kernel/rules.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Text } from '../../kernel/text.ts'
import { investigationRecord, type Investigation } from '../investigations/index.ts'
import * as shapes from './contract.ts'
import * as duties from './duties.ts'
import { anybodyAtWork, draftStands, proposals } from './gates.ts'
import { keyOf, materialsFor } from './materials.ts'
import { findingsOn, isJudge, matterOf, notAhead, notBefore, personUnder, standingAllegations } from './matter.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const says = {
  allegation: {
    kk: 'Мұндай айып тағы жоқ.',
    ru: 'Такого обвинения нет.',
    en: 'There is no such allegation.',
  },
  unreferred: {
    kk: 'Дәлелденген тұжырым дәлелге сілтейді. Дәлелді таңдаңыз немесе жазыңыз.',
    ru: 'Доказанный вывод ссылается на доказательства. Выберите их или опишите.',
    en: 'A proven finding refers to evidence. Choose it or describe it.',
  },
  unknownRef: {
    kk: 'Мұндай дәлел табылмады.',
    ru: 'Такое доказательство не найдено.',
    en: 'No such evidence was found.',
  },
  notOffered: {
    kk: 'Бұл адам материалдармен танысуға әлі шақырылмаған.',
    ru: 'Этому лицу материалы ещё не предлагались.',
    en: 'The materials have not been offered to this person.',
  },
  acknowledged: {
    kk: 'Танысқаны не бас тартқаны бұрын тіркелген.',
    ru: 'Ознакомление или отказ уже отмечены.',
    en: 'The study or the refusal is recorded already.',
  },
  offered: {
    kk: 'Бұл адам материалдармен танысуға бұрын шақырылған.',
    ru: 'Этому лицу материалы уже предложены.',
    en: 'The materials have been offered to this person already.',
  },
  notFound: {
    kk: 'Бұл адам бойынша тұжырым әлі жоқ, танысатын материал толық емес.',
    ru: 'По этому лицу ещё нет выводов, знакомить рано.',
    en: 'There is no finding on this person yet.',
  },
  early: {
    kk: 'Танысу шақырған күннен ерте бола алмайды.',
    ru: 'Ознакомление не может быть раньше предложения.',
    en: 'The study cannot come before the offer.',
  },
  signedWithout: {
    kk: 'Куәлар танысудан бас тартқанда ғана жазылады.',
    ru: 'Свидетели указываются только при отказе.',
    en: 'Witnesses are named only for a refusal.',
  },
} satisfies Record<string, Text>

const witnessesNeeded = (count: number): Text => ({
  kk: `Бас тарту куәлардың қатысуымен тіркеледі. Керек саны: ${count}.`,
  ru: `Отказ фиксируется при свидетелях. Нужное число: ${count}.`,
  en: `A refusal is recorded before witnesses. Needed: ${count}.`,
})

const noSecret = (field: string, ...words: readonly (string | null)[]): void => {
  if (words.some((it) => it !== null && refusesStateSecret(it))) throw stateSecretRefused(field)
}

const atWork = { record: investigationRecord, rules: [rules.worksOnIt, ...rules.whileUnderWay] as const }

/** @throws Refusal 'forbidden' while a draft of the conclusion stands */
async function mayChange(tx: Tx, it: Investigation): Promise<void> {
  judge([anybodyAtWork, draftStands], tx.actor, { drafted: (await store.conclusionOf(tx, it.id)) !== undefined }, tx)
}

export const addAllegation = command(shapes.addAllegation, {
  ...atWork,
  clauses: ['6.21', '6.22'],
  run: async ({ input: { words }, subject, tx }) => {
    noSecret('words', words)
    await mayChange(tx, subject)
    const allegation = await store.insertAllegation(tx, subject.id, words)
    return { allegation }
  },
})

const allegationOf = async (tx: Tx, it: Investigation, id: string) => {
  const found = standingAllegations({ allegations: await store.allegationsOf(tx, it.id) }).find((row) => row.id === id)
  if (!found) throw invalidField('allegation', says.allegation)
  return found
}

export const dropAllegation = command(shapes.dropAllegation, {
  ...atWork,
  clauses: ['6.21', '6.22'],
  run: async ({ input: { allegation, reason }, subject, tx }) => {
    await mayChange(tx, subject)
    const { id } = await allegationOf(tx, subject, allegation)
    await store.dropAllegation(tx, id, reason)
    return {}
  },
})

/** The records that a finding refers to, in the finder's own sight, as they are called today. */
async function refsOf(tx: Tx, it: Investigation, asked: readonly string[]): Promise<store.Ref[]> {
  const own = new Map((await materialsFor(tx, it)).map((material) => [keyOf(material), material]))
  const found: store.Ref[] = []
  for (const ref of new Set(asked)) {
    const material = own.get(ref)
    const [kind = '', id = ''] = ref.split(':')
    const record = tx.house.registry.records.get(kind)
    const known = material ? null : await record?.find(tx, id, false)
    if (!material && !(record && known)) throw invalidField('refs', says.unknownRef)
    found.push({ kind, id, caption: material?.caption ?? (record && known ? record.caption(known) : '') })
  }
  return found
}

export const makeFinding = command(shapes.makeFinding, {
  ...atWork,
  clauses: ['6.21', '6.22', '5.4'],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const { finding, reasons, sources, person } = input
    noSecret('reasons', reasons, sources)
    await mayChange(tx, subject)
    personUnder(subject, person)
    const { id: allegation } = await allegationOf(tx, subject, input.allegation)
    const refs = await refsOf(tx, subject, input.refs)
    if (finding === 'proven' && !refs.length && !sources) throw invalidField('refs', says.unreferred)
    await store.putFinding(
      tx,
      subject.id,
      { allegation_id: allegation, person_id: person, finding, reasons, sources },
      refs,
    )
    // What was offered for study was not this.
    if (await store.staleFamiliarisation(tx, subject.id, person)) await duties.closeStudy(tx, subject, person)
    tx.note({ allegation, person, finding, refs: refs.map(keyOf) })
    return {}
  },
})

export const proposeMeasure = command(shapes.proposeMeasure, {
  ...atWork,
  clauses: ['6.21', '6.22', '5.4'],
  personal: true,
  run: async ({ input: { person, measure, reasons }, subject, tx }) => {
    noSecret('reasons', reasons)
    await mayChange(tx, subject)
    personUnder(subject, person)
    const found = findingsOn(await matterOf(tx, subject), person)
    const proven = found.filter(({ finding }) => finding === 'proven').length
    judge([anybodyAtWork, ...proposals], tx.actor, { judge: await isJudge(tx, subject, person), measure, proven }, tx)
    await store.putMeasure(tx, subject.id, { person_id: person, measure, reasons })
    tx.note({ person, measure })
    return {}
  },
})

/** Before the decision, so also after the conclusion; while it runs, on the authority. */
const beforeDecision = {
  record: investigationRecord,
  rules: [rules.worksOnIt, rules.notClosed, ...rules.untilConcluded] as const,
}

export const offerMaterials = command(shapes.offerMaterials, {
  ...beforeDecision,
  clauses: ['6.21', '5.16'],
  personal: true,
  run: async ({ input: { person, on }, subject, tx }) => {
    const who = personUnder(subject, person)
    notAhead(tx, 'on', on)
    const matter = await matterOf(tx, subject)
    if (!findingsOn(matter, person).length) throw invalidField('person', says.notFound)
    if (matter.familiarisations.some(({ person_id }) => person_id === person))
      throw invalidField('person', says.offered)
    const { due_on, doubtful } = await duties.termFrom(tx, 'investigation.familiarisation', on)
    await store.insertFamiliarisation(tx, subject.id, { person_id: person, offered_on: on, due_on, doubtful })
    await duties.awaitStudy(tx, subject, who, { openedOn: on, dueOn: due_on })
    tx.note({ person, on, dueOn: due_on })
    return {}
  },
})

export const acknowledgeMaterials = command(shapes.acknowledgeMaterials, {
  ...beforeDecision,
  clauses: ['6.21', '5.16'],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const { person, acknowledged, on, remarks } = input
    noSecret('remarks', remarks)
    personUnder(subject, person)
    notAhead(tx, 'on', on)
    const offer = (await store.familiarisationsOf(tx, subject.id)).find(({ person_id }) => person_id === person)
    if (!offer) throw invalidField('person', says.notOffered)
    if (offer.acknowledged) throw invalidField('person', says.acknowledged)
    notBefore('on', on, offer.offered_on, says.early)
    const witnesses = (input.witnesses ?? '')
      .split('\n')
      .map((it) => it.trim())
      .filter(Boolean)
    const { value } = tx.parameter('investigation.witnesses')
    if (acknowledged === 'signed' && witnesses.length) throw invalidField('witnesses', says.signedWithout)
    if (acknowledged === 'refused' && new Set(witnesses).size < value)
      throw invalidField('witnesses', witnessesNeeded(value))
    await store.putAcknowledgement(tx, offer.id, { acknowledged, acknowledged_on: on, remarks, witnesses })
    await store.keepFiles(tx, subject.id, ['familiarisation', offer.id], input.files)
    await duties.closeStudy(tx, subject, person)
    tx.note({ person, acknowledged, on })
    return {}
  },
})

/** What stands in no register of the house, so that it is counted among the materials all the same. */
export const addMaterial = command(shapes.addMaterial, {
  ...beforeDecision,
  clauses: ['13', '6.21'],
  run: async ({ input: { words }, subject, tx }) => {
    noSecret('words', words)
    await store.insertMaterial(tx, subject.id, words)
    return {}
  },
})
