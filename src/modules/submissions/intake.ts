// How an appeal enters, whoever brings it: bounded by the law's parameters, given its slip, its clock and its code, never refused.
import { dayOf, type Day } from '../../kernel/clock.ts'
import { invalidField } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import { putSearch } from '../../kernel/search/index.ts'
import type { Text } from '../../kernel/text.ts'
import type { AnonymousOr, CoApplicant } from './applicant.ts'
import { codeOf, receiptOf } from './codes.ts'
import { attachFiles } from './files.ts'
import * as intake from './store.ts'
import { courtPlace, departmentOf } from './places-store.ts'
import { addProtocol, type SpokenAgreement } from './protocols-store.ts'
import { countTerm } from './term.ts'
import { kindTitles, type AppealKind, type Channel } from './words.ts'
import type { Language } from '../../kernel/text.ts'

/** Who takes what comes by the public page: nobody's name, the house itself. */
export const houseReceives: Text = {
  kk: 'Ішкі қауіпсіздік бөлімінің қоғамдық беті',
  ru: 'Общедоступная страница Отдела внутренней безопасности',
  en: 'Public page of the Internal Security Department',
}

export interface Brought {
  kind: AppealKind
  language: Language
  applicant: AnonymousOr
  collective?: boolean
  signatories?: number | null | undefined
  coApplicants?: readonly CoApplicant[]
  court?: string | null | undefined
  courtName: string | null
  person: string | null
  personPost: string | null
  eventOn?: Day | null | undefined
  text: string
  files: readonly string[]
}

export interface How {
  channel: Channel
  /** The form's own key; the code follows from it. */
  key: string
  receivedAt: Date
  subject: string | null
  /** Unit chosen by the registrar; by the court's region unless told. */
  unit: string | undefined
  /** Number that another system gave it; the same number is taken in once. */
  outside?: { system: string; number: string }
  /** What whoever spoke said of what was written down and read back. */
  protocol?: SpokenAgreement
}

export interface Slip {
  id: string
  slipNumber: string
  receivedAt: string
  registeredOn: Day
  dueOn: Day
  receiver: Text
  code: string
}

const tooLong = (most: number): Text => ({
  kk: `Тым ұзын. Ең көбі: ${most} таңба. Қалғанын файл етіп тіркеңіз.`,
  ru: `Слишком длинно. Не больше: ${most} знаков. Остальное приложите файлом.`,
  en: `Too long. At most ${most} characters. Attach the rest as a file.`,
})
const noCourt: Text = {
  kk: 'Тізімде мұндай сот жоқ. Сотты тізімнен таңдаңыз немесе атауын жазыңыз.',
  ru: 'Такого суда в списке нет. Выберите суд из списка или напишите название.',
  en: 'There is no such court in the list. Choose one or write its name.',
}
const notYet: Text = {
  kk: 'Бұл күн әлі келген жоқ.',
  ru: 'Этот день ещё не наступил.',
  en: 'This day has not come yet.',
}

export const boundText = (
  tx: Tx,
  name: 'appeal.text.max' | 'appeal.message.max',
  text: string,
  path = 'text',
): void => {
  const most = tx.parameter(name).value
  if (text.length > most) throw invalidField(path, tooLong(most))
}

/** The code that a form's key stands for, and the hash by which the database knows it. */
export function secretOf(tx: Tx, key: string): { code: string; hash: string } {
  const code = codeOf(tx.house.pepper, key, tx.parameter('portal.code.bits').value)
  const hash = receiptOf(tx.house.pepper, code)
  if (!hash) throw new Error('a code of the house is no code')
  return { code, hash }
}

const judgeDays = (tx: Tx, it: Brought): void => {
  if (it.eventOn && it.eventOn > tx.today) throw invalidField('eventOn', notYet)
}

const oneCannot: Text = {
  kk: 'Өзін атамаған адам ұжымдық өтініш бере алмайды: жауапты кім алатыны белгісіз.',
  ru: 'Коллективное обращение нельзя подать, не назвав себя: неизвестно, кому отвечать.',
  en: 'A collective appeal cannot be handed in without a name: nobody would get the answer.',
}
const howMany: Text = {
  kk: 'Өтінішке неше адам қол қойғанын жазыңыз. Ең азы: 2.',
  ru: 'Укажите, сколько человек подписали обращение. Не меньше 2.',
  en: 'Say how many people signed the appeal. At least 2.',
}
const tooFew: Text = {
  kk: 'Қол қойғандардың саны тізімдегі адамдардан аз. Жауап алатын адамды да есептеңіз.',
  ru: 'Подписавших меньше, чем людей в списке. Учтите и того, кто получит ответ.',
  en: 'Fewer signed than are listed. Count the person who gets the answer too.',
}

/** How many signed: as told, else as many as are listed. */
const countSigners = (it: Brought): number | null => {
  if (!it.collective) return null
  if (it.applicant.as === 'anonymous') throw invalidField('collective', oneCannot)
  const listed = (it.coApplicants?.length ?? 0) + 1
  const signed = it.signatories ?? (listed > 1 ? listed : null)
  if (signed === null) throw invalidField('signatories', howMany)
  if (signed < listed) throw invalidField('signatories', tooFew)
  return signed
}

const titleOf = (it: Brought, subject: string | null, court: Text | undefined): string =>
  subject ?? [kindTitles[it.kind][it.language], court?.[it.language] ?? it.courtName].filter(Boolean).join(': ')

/** What the search may find it by; a hit shows the title alone. */
const indexIntake = async (
  tx: Tx,
  id: string,
  unit: string,
  it: Brought,
  how: How,
  slip: string,
  court: Text | undefined,
) => {
  const { applicant } = it
  const names = applicant.as === 'anonymous' ? [] : [applicant.name, ...(it.coApplicants ?? []).map(({ name }) => name)]
  const number = applicant.as === 'person' ? applicant.iin : applicant.as === 'entity' ? applicant.bin : null
  await putSearch(tx, {
    kind: 'appeal',
    id,
    unit,
    number: null,
    ids: [slip, ...(number ? [number] : [])],
    title: titleOf(it, how.subject, court),
    names: [...names, ...(it.person ? [it.person] : [])],
    text: it.text,
    at: how.receivedAt,
  })
}

/** Stores what was brought. Null when the same form has been sent before. */
export async function takeIn(tx: Tx, it: Brought, how: How): Promise<Slip | null> {
  boundText(tx, 'appeal.text.max', it.text)
  judgeDays(tx, it)
  const signatories = countSigners(it)
  const court = it.court ? await courtPlace(tx, it.court) : undefined
  if (it.court && !court) throw invalidField('court', noCourt)
  const unit = how.unit ?? court?.unit ?? (await departmentOf(tx)).id
  const { code, hash } = secretOf(tx, how.key)
  const receivedOn = dayOf(how.receivedAt)
  const term = countTerm(await tx.house.parameters.current(), receivedOn)
  const slipNumber = await intake.drawSlip(tx)
  const id = await intake.insertAppeal(tx, {
    kind: it.kind,
    channel: how.channel,
    language: it.language,
    applicant: it.applicant,
    collective: it.collective ?? false,
    signatories,
    coApplicants: it.collective ? (it.coApplicants ?? []) : [],
    unit,
    court: court?.id ?? null,
    courtName: court ? null : it.courtName,
    person: it.person,
    personPost: it.personPost,
    eventOn: it.eventOn ?? null,
    subject: how.subject,
    text: it.text,
    receivedAt: how.receivedAt,
    receivedOn,
    term,
    slipNumber,
    receiptHash: hash,
    outside: how.outside ?? null,
  })
  if (!id) return null
  const ground = it.applicant.as === 'anonymous' || !it.applicant.representative ? null : it.applicant.groundFile
  const files = ground && !it.files.includes(ground) ? [...it.files, ground] : it.files
  await attachFiles(tx, { appeal: id, message: null, side: 'applicant' }, files)
  if (how.protocol) await addProtocol(tx, id, how.protocol)
  await indexIntake(tx, id, unit, it, how, slipNumber, court?.name)
  tx.about('appeal', id)
  tx.note({ slipNumber, channel: how.channel, anonymous: it.applicant.as === 'anonymous', files: files.length })
  tx.emit('appeals.submitted', { id, unit, slipNumber, channel: how.channel })
  const receiver = tx.actor.kind === 'employee' ? tx.actor.name : houseReceives
  const { registeredOn, dueOn } = term
  return { id, slipNumber, receivedAt: how.receivedAt.toISOString(), registeredOn, dueOn, receiver, code }
}
