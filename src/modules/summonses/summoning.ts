// Summoning: the paper is prepared for the head's signature, the code is printed, the service is recorded, the term runs.
import { randomUUID } from 'node:crypto'
import type { Day } from '../../kernel/clock.ts'
import { attachFile, type Attached } from '../../kernel/files/index.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { judge } from '../../kernel/rules.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Text } from '../../kernel/text.ts'
import { sayQuantity } from '../../kernel/units.ts'
import { beginDocument, dispatchDocument } from '../documents/index.ts'
import { investigationRecord } from '../investigations/index.ts'
import { unitsOn } from '../org/index.ts'
import { briefsOf, postsOf, type PersonPost } from '../persons/index.ts'
import { secretOf } from '../submissions/index.ts'
import { codeSlip, renderPdf, unsigned } from '../templates/index.ts'
import * as shapes from './contract.ts'
import * as duties from './duties.ts'
import { summonsRecord } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const says = {
  noPerson: {
    kk: 'Тізілімде мұндай адам жоқ.',
    ru: 'Такого лица в реестре нет.',
    en: 'The register knows no such person.',
  },
  appearWhere: {
    kk: 'Келетін күні мен орнын бірге көрсетіңіз.',
    ru: 'Укажите и день, и место явки.',
    en: 'Give both the day and the place.',
  },
  appearPast: {
    kk: 'Келетін күн бүгіннен ерте бола алмайды.',
    ru: 'День явки не может быть раньше сегодняшнего.',
    en: 'The day cannot be before today.',
  },
  servedWhen: {
    kk: 'Шақыру қол қойылған күннен ерте де, бүгіннен кеш те тапсырыла алмайды.',
    ru: 'Вызов не мог быть вручён раньше подписания или позже сегодняшнего дня.',
    en: 'It cannot have been served before it was signed or after today.',
  },
  whyRefused: {
    kk: 'Алудан қалай бас тартқанын жазыңыз.',
    ru: 'Опишите, как отказались получить.',
    en: 'Say how it was refused.',
  },
  notLonger: {
    kk: 'Жаңа мерзім бұрынғысынан және бүгіннен кеш болуы керек.',
    ru: 'Новый срок должен быть позже прежнего и позже сегодняшнего дня.',
    en: 'The new term must be later than the old one and later than today.',
  },
} satisfies Record<string, Text>

export const refuseSecrets = (words: Record<string, string | null | undefined>): void => {
  const secret = Object.entries(words).flatMap(([path, said]) => (said && refusesStateSecret(said) ? [path] : []))
  if (secret.length) throw stateSecretRefused(...secret)
}

const inWords = ({ title, body }: PersonPost): Text => ({
  kk: `${title.kk}, ${body.kk}`,
  ru: `${title.ru}, ${body.ru}`,
  en: `${title.en}, ${body.en}`,
})

/** The person as called today, with the post in words. @throws Refusal 'invalid' for whoever the actor does not see */
export async function knownPerson(tx: Tx, id: string): Promise<{ name: Text; post: Text | null }> {
  const found = (await briefsOf(tx, [id], tx.today)).get(id)
  if (!found) throw invalidField('person', says.noPerson)
  return { name: found.name, post: found.post && inWords(found.post) }
}

const subject: Text = {
  kk: 'Жазбаша түсініктеме беру туралы',
  ru: 'О даче письменного объяснения',
  en: 'On giving a written explanation',
}

const appearOf = (tx: Tx, it: { appearOn?: Day | undefined; appearPlace: string | null }): void => {
  if ((it.appearOn === undefined) !== (it.appearPlace === null)) throw invalidField('appearPlace', says.appearWhere)
  if (it.appearOn && it.appearOn < tx.today) throw invalidField('appearOn', says.appearPast)
}

export const prepareSummons = command(shapes.prepareSummons, {
  clauses: ['5.2', '5.3', '15'],
  record: investigationRecord,
  rules: [rules.summons, ...rules.inCourseOf('5.2')],
  personal: true,
  run: async ({ input, subject: it, tx }) => {
    const before = await store.prepared(tx, input.entryKey)
    if (before?.document) return { summons: before.summons, document: before.document }
    const { person, language, asked, appearOn, appearAt, appearPlace } = input
    refuseSecrets({ asked })
    appearOf(tx, input)
    const { name, post } = await knownPerson(tx, person)
    judge([rules.anyOther, rules.judgeIsNotSummoned], tx.actor, { isJudge: await store.heldForJudge(tx, person) }, tx)
    const obliged = (await postsOf(tx, person, tx.today)).some(({ kind }) => kind === 'official')
    const id = input.entryKey
    await store.insertSummons(tx, {
      id,
      investigation_id: it.id,
      person_id: person,
      name,
      post,
      obliged,
      language,
      asked,
      appear_on: appearOn ?? null,
      appear_at: appearOn ? (appearAt ?? null) : null,
      appear_place: appearPlace,
    })
    const { value } = tx.parameter('questioning.term.explanation')
    const document = await beginDocument(tx, {
      template: 'summons',
      language,
      about: { kind: 'summons', id },
      unit: it.unit,
      readers: it.team,
      fields: {
        addressee: [name[language], post?.[language]].filter(Boolean).join(', '),
        subject: subject[language],
        asked,
        term: sayQuantity(value, 'working-days')[language],
        appear: appearOn
          ? [appearOn.split('-').reverse().join('.'), appearAt, appearPlace].filter(Boolean).join(', ')
          : null,
      },
    })
    await store.changeSummons(tx, id, { document_id: document })
    tx.note({ summons: id, document })
    return { summons: id, document }
  },
})

const nobody: Text = { kk: '—', ru: '—', en: '—' }

/** The slip that bears a code: printed once, kept nowhere. */
export async function printCode(
  tx: Tx,
  it: { what: string; who: string; unit: string; language: 'kk' | 'ru' | 'en' },
  code: string,
  purpose: 'explain' | 'consent',
): Promise<string> {
  const unit = (await unitsOn(tx, tx.today)).find(({ id }) => id === it.unit)?.name ?? nobody
  const { language } = it
  const where = `${tx.house.portalUrl}/${language}/explanation`
  const fields = { what: it.what, who: it.who, code, where, purpose }
  return (await renderPdf(codeSlip, fields, language, unsigned(tx.at, unit))).bytes.toString('base64')
}

/** A new code each time; the one before it is no longer good. The database knows only its keyed hash. */
export const issueCode = command(shapes.issueCode, {
  clauses: ['5.2'],
  record: summonsRecord,
  rules: [rules.onTeam, rules.ended, rules.unsigned, ...rules.standing],
  personal: true,
  run: async ({ subject: it, tx }) => {
    const { code, hash } = secretOf(tx, randomUUID())
    await store.changeSummons(tx, it.id, { code_hash: hash, coded_at: tx.at })
    const what = `${summonsRecord.title[it.language]} № ${it.number}`
    const { language } = it
    const slip = { what, who: it.name[language], unit: it.investigation.unit, language }
    const pdf = await printCode(tx, slip, code, 'explain')
    return { code, name: `code-${it.id.slice(0, 8)}.pdf`, pdf }
  },
})

export async function keep(
  tx: Tx,
  it: Pick<store.Summons, 'id'>,
  of: Parameters<typeof store.linkFiles>[2],
  files: readonly string[],
): Promise<void> {
  const kept: Attached[] = []
  for (const file of files) kept.push(await attachFile(tx, file, 'summons', it.id))
  await store.linkFiles(tx, it.id, of, kept)
}

export const serveSummons = command(shapes.serveSummons, {
  clauses: ['5.2', '15'],
  record: summonsRecord,
  rules: [rules.onTeam, ...rules.standing],
  step: 'serve',
  run: async ({ input: { way, on, by, receipt, words, files }, subject: it, tx }) => {
    if (on > tx.today || (it.signedOn && on < it.signedOn)) throw invalidField('on', says.servedWhen)
    if (receipt === 'refused' && !words) throw invalidField('words', says.whyRefused)
    if (it.document) await dispatchDocument(tx, it.document, way)
    const dueOn = tx.calendar.addWorkingDays(on, tx.parameter('questioning.term.explanation').value)
    await store.changeSummons(tx, it.id, {
      ...{ served_on: on, served_way: way, served_by: by, receipt, receipt_words: words },
      ...{ first_due_on: dueOn, due_on: dueOn },
    })
    await keep(tx, it, { purpose: 'delivery' }, files)
    await duties.awaitExplanation(tx, it, on, dueOn)
    return { dueOn }
  },
})

export const extendSummons = command(shapes.extendSummons, {
  clauses: ['5.2', '5.14'],
  record: summonsRecord,
  rules: [rules.onTeam, rules.notServed, ...rules.standing],
  run: async ({ input: { until, reason }, subject: it, tx }) => {
    if (!it.dueOn || until <= it.dueOn || until <= tx.today) throw invalidField('until', says.notLonger)
    await store.changeSummons(tx, it.id, { due_on: until })
    await duties.moveTerm(tx, it, until)
    tx.note({ reason })
    return {}
  },
})

export const withdrawSummons = command(shapes.withdrawSummons, {
  clauses: ['5.14', '5.2'],
  record: summonsRecord,
  rules: [rules.onTeam, rules.leads],
  step: 'withdraw',
  run: async ({ input, subject: it, actor, tx }) => {
    await store.changeSummons(tx, it.id, { ended_on: tx.today, ended_by: actor.id, ended_word: input.reason })
    await duties.close(tx, it)
    return {}
  },
})
