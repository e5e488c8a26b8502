// What people do in a reconciliation: bring the list, decide each difference, draw up the act (6.16, 6.17).
import { attachFile } from '../../kernel/files/index.ts'
import { newId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { dotted } from '../../kernel/calendar.ts'
import {
  beginCase,
  correctFacts,
  criminalCaseRecord,
  factsOf,
  nameKey,
  type Case,
  type Facts,
} from '../criminalCases/index.ts'
import { beginDocument } from '../documents/index.ts'
import { presenceOf } from '../org/index.ts'
import { closeDuty } from '../work/index.ts'
import { establishedOf, subjectOf } from './act.ts'
import * as shapes from './contract.ts'
import { factsIn } from './facts-in.ts'
import { differences, type Line } from './matching.ts'
import { reconciliationRecord, rowRecord } from './records.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const noProfile: Text = { kk: 'Мұндай профиль жоқ.', ru: 'Такого профиля нет.', en: 'There is no such profile.' }
const tooLarge: Text = {
  kk: 'Тізім 20 МБ-тан аспауы керек.',
  ru: 'Список не должен превышать 20 МБ.',
  en: 'The list must not be larger than 20 MB.',
}
const mostBytes = 20 * 1024 * 1024

export const bringList = command(shapes.bringList, {
  clauses: ['6.16', '6.17'],
  record: reconciliationRecord,
  rules: [rules.keeps],
  step: 'bring',
  personal: true,
  run: async ({ input, subject, tx }) => {
    if (!(await store.findProfile(tx, input.profile))) throw invalidField('profile', noProfile)
    const file = await attachFile(tx, input.files[0] ?? '', 'reconciliation', subject.id)
    if (Number(file.bytes) > mostBytes) throw invalidField('files', tooLarge)
    await store.change(tx, subject.id, {
      profile_id: input.profile,
      file_id: file.id,
      file_name: file.name,
      brought_at: tx.at,
      brought_by: tx.actor.id,
      fault: null,
    })
    await tx.enqueue('reconciliation.read', { id: subject.id }, { key: `reconciliation ${subject.id}` })
    tx.note({ sha256: file.sha256 })
    return {}
  },
})

export const saveProfile = command(shapes.saveProfile, {
  clauses: ['6.16'],
  rules: [rules.lists],
  run: async ({ input, tx }) => {
    if (input.profile && !(await store.findProfile(tx, input.profile))) throw invalidField('profile', noProfile)
    const id = input.profile ?? newId()
    await store.putProfile(tx, { id, title: input.title, mapping: input.mapping })
    tx.note({ profile: id, mapping: input.mapping })
    return { profile: id }
  },
})

const hidden: Text = {
  kk: 'Бұл жолдың ісі сізге ашық емес.',
  ru: 'Дело этой строки вам недоступно.',
  en: 'The case of this line is not open to you.',
}

/** The case of a line, locked, so that a correction and an event of the same moment see each other. */
async function caseOf(tx: Tx, row: store.Row): Promise<Case> {
  const it = row.case_id ? await criminalCaseRecord.find(tx, row.case_id, true) : undefined
  if (!it) throw new Refusal('conflict', hidden, { clause: '6.16' })
  return it
}

const sourceOf = (row: store.Row): string => {
  const period = `${dotted(row.whole.from_on)} – ${dotted(row.whole.until_on)}`
  return `${row.whole.file_name ?? ''}, ${row.place ?? ''} (${period})`
}

const needsEvent: Text = {
  kk: 'Нәтижесі мен тіркелген күні оқиғалардан шығады. Алдымен істегі оқиғаны енгізіңіз немесе түзетіңіз.',
  ru: 'Исход и дата регистрации следуют из событий. Сначала внесите или исправьте событие в деле.',
  en: 'The outcome and the day of registration follow from the events. First enter or correct the event in the case.',
}

const ofEvents = (field: shapes.Field): boolean => field === 'outcome' || field === 'registeredOn'

/** What the register would say with the line's facts in place of ours. */
const withTheirs = (it: Case, line: Line, differing: readonly shapes.Field[]): Facts => {
  const facts = factsIn(it)
  const theirs: Readonly<Partial<Record<shapes.Field, Partial<Facts>>>> = {
    erdr: { erdr: line.erdr },
    courtCase: { court_case: line.courtCase },
    iin: { iin: line.iin },
    name: line.name ? { person_name: line.name, name_key: nameKey(line.name) } : {},
    articles: { articles: [...line.articles], article_words: line.articleWords ?? line.articles.join(', ') },
    qualification: line.qualification ? { qualification: line.qualification } : {},
  }
  return Object.assign(facts, ...differing.map((field) => theirs[field] ?? {})) as Facts
}

const asOurs = (it: Case) => ({ ...it, expected: true })
const lineOf = (row: store.Row): Line => row.said as Line

export const takeTheirs = command(shapes.takeTheirs, {
  clauses: ['6.16', '6.17'],
  record: rowRecord,
  rules: [rules.decides, rules.notDeciding, rules.onlyDiffering],
  step: 'take',
  personal: true,
  run: async ({ subject, tx }) => {
    const it = await caseOf(tx, subject)
    const differing = differences(lineOf(subject), asOurs(it))
    if (differing.some(ofEvents)) throw new Refusal('conflict', needsEvent, { clause: '6.16' })
    const facts = withTheirs(it, lineOf(subject), differing)
    const reason = { kk: 'Тоқсандық салыстыру', ru: 'Квартальная сверка', en: 'Quarterly reconciliation' }
    await correctFacts(tx, it, facts, { reason: reason.kk, source: sourceOf(subject) })
    await store.decide(tx, subject.id)
    tx.note({ case: it.id, fields: differing })
    return {}
  },
})

export const keepOurs = command(shapes.keepOurs, {
  clauses: ['6.16', '6.17'],
  record: rowRecord,
  rules: [rules.decides, rules.notDeciding, rules.onlyOurs],
  step: 'keep',
  run: async ({ input, subject, tx }) => {
    await store.decide(tx, subject.id, { reason: input.reason })
    return {}
  },
})

export const enterNew = command(shapes.enterNew, {
  clauses: ['6.16', '6.17'],
  record: rowRecord,
  rules: [rules.decides, rules.notDeciding, rules.onlyTheirs],
  step: 'enter',
  personal: true,
  run: async ({ input, subject, tx }) => {
    const facts = await factsOf(tx, input, input.registeredOn)
    const id = newId()
    const { registeredOn, confirmedOn, word } = input
    await beginCase(tx, { id, facts, registeredOn, confirmedOn, word, files: [], paper: sourceOf(subject) })
    await store.decide(tx, subject.id, { case_id: id })
    tx.note({ case: id })
    return { case: id }
  },
})

export const setAside = command(shapes.setAside, {
  clauses: ['6.16', '6.17'],
  record: rowRecord,
  rules: [rules.decides, rules.notDeciding, rules.onlyTheirs],
  step: 'setAside',
  run: async ({ input, subject, tx }) => {
    await store.decide(tx, subject.id, { reason: input.reason })
    return {}
  },
})

const stillDiffers: Text = {
  kk: 'Деректер әлі де әртүрлі.',
  ru: 'Данные всё ещё различаются.',
  en: 'The data still differ.',
}

/** The case was mended by an event or a correction of its own; the line agrees now. */
export const compareAgain = command(shapes.compareAgain, {
  clauses: ['6.16'],
  record: rowRecord,
  rules: [rules.decides, rules.notDeciding, rules.onlyDiffering],
  step: 'agree',
  run: async ({ subject, tx }) => {
    const it = await caseOf(tx, subject)
    if (differences(lineOf(subject), asOurs(it)).length) throw new Refusal('conflict', stillDiffers, { clause: '6.16' })
    await store.decide(tx, subject.id)
    return {}
  },
})

const othersDecide: Text = {
  kk: 'Әріптестеріңіз әлі шешпеген жолдар бар. Олар аяқтағаннан кейін акт жасалады.',
  ru: 'Есть строки, которые ещё решают коллеги. Акт составляется после них.',
  en: 'Colleagues are still deciding some lines. The act is drawn up after them.',
}
const nobodyElse: Text = { kk: 'Жоқ', ru: 'Нет', en: 'None' }

export const drawAct = command(shapes.drawAct, {
  clauses: ['6.16', '6.17', '15'],
  record: reconciliationRecord,
  rules: [rules.keeps, rules.undecided],
  step: 'draw',
  run: async ({ input, subject, actor, tx }) => {
    const figures = await store.wholeFigures(tx, subject.id)
    if (figures.some(({ state }) => state === 'open')) throw new Refusal('conflict', othersDecide, { clause: '6.16' })
    const { language } = input
    const held = await presenceOf(tx.db, actor.id, { today: tx.today })
    const period = { from: subject.from_on, until: subject.until_on }
    const document = await beginDocument(tx, {
      template: 'act',
      language,
      about: { kind: 'reconciliation', id: subject.id },
      fields: {
        subject: subjectOf(period, language),
        drawnBy: held ? `${actor.name[language]}, ${held.presence.post[language]}` : actor.name[language],
        present: input.present ?? nobodyElse[language],
        established: establishedOf({ ...period, file: subject.file_name ?? '', figures }, language),
        signers: input.signers,
      },
    })
    await store.shutAct(tx, document, subject.id)
    await store.change(tx, subject.id, { document_id: document })
    await closeDuty(tx, { kind: 'reconciliation', recordId: subject.id, stage: 'reconcile' })
    return { document }
  },
})
