// What the Department does with a request: prepares it, records the answer, extends, reports, closes.
import type { z } from 'zod'
import { attachFile } from '../../kernel/files/index.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { record } from '../../kernel/record.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { judge } from '../../kernel/rules.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Text } from '../../kernel/text.ts'
import { beginDocument } from '../documents/index.ts'
import { findIncoming, giveToAsker, settleAnswer } from '../incoming/index.ts'
import { addresseeOf, usualUntil } from './addressees.ts'
import * as answers from './answers-store.ts'
import * as shapes from './contract.ts'
import * as duties from './duties.ts'
import { requestLife } from './lifecycle.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export const requestRecord = record({
  name: 'request',
  table: 'requests',
  title: { kk: 'Сұрау салу', ru: 'Запрос', en: 'Request' },
  life: requestLife,
  find: store.findRequest,
  caption: (it: store.Ask) => it.number ?? it.subject,
  page: (id) => `/requests/${id}`,
})

const notAhead: Text = {
  kk: 'Мерзім бүгіннен кейінгі күн болуы керек.',
  ru: 'Срок должен быть позже сегодняшнего дня.',
  en: 'The term must end after today.',
}
const unknownAbout: Text = {
  kk: 'Мұндай жазба табылмады.',
  ru: 'Такая запись не найдена.',
  en: 'No such record was found.',
}

/** The record that the request is about, in the author's own sight: what one may not see cannot be asked about. */
const aboutOf = async (tx: Tx, about: string | undefined): Promise<{ kind: string; id: string } | null> => {
  if (!about) return null
  const [kind = '', id = ''] = about.split(':')
  if (!(await tx.house.registry.records.get(kind)?.find(tx, id, false))) throw invalidField('about', unknownAbout)
  return { kind, id }
}

const noUnit: Text = {
  kk: 'Сізде лауазым жоқ, сондықтан сұрау салу дайындай алмайсыз.',
  ru: 'У вас нет должности, поэтому подготовить запрос нельзя.',
  en: 'You hold no post, so you cannot prepare a request.',
}

type Asked = z.output<typeof shapes.prepareRequest.input>

/** Prepares a request and the draft of its paper within the caller's operation, which has judged its own record. @throws Refusal */
export async function beginRequest(tx: Tx, input: Asked): Promise<{ id: string; document: string }> {
  const { actor } = tx
  judge([rules.mayPrepare], actor, undefined, tx)
  const before = await store.prepared(tx, input.entryKey)
  if (before) return before
  const { kind, language, subject, ground, asked, effect, personPost, address } = input
  if ([subject, ground, asked, effect].some((it) => it !== null && refusesStateSecret(it)))
    throw stateSecretRefused('asked')
  const addressee = await addresseeOf(tx, input)
  const until = input.until ?? usualUntil(tx, kind)
  if (until <= tx.today) throw invalidField('until', notAhead)
  const about = await aboutOf(tx, input.about)
  if (!actor.unit) throw invalidField('', noUnit)
  const id = input.entryKey
  await store.insertRequest(tx, {
    id,
    kind,
    language,
    unit_id: actor.unit,
    ...addressee,
    person_post: personPost,
    subject,
    ground,
    asked,
    about_kind: about?.kind ?? null,
    about_id: about?.id ?? null,
    until_on: until,
  })
  const name = addressee.addressee_name[language]
  // Each kind of paper takes the words that it knows.
  const fields = {
    addressee: personPost ? `${name}, ${personPost}` : name,
    address,
    subject,
    ground,
    until,
    asked,
    demanded: asked,
    situation: ground,
    proposed: asked,
    effect,
  }
  const document = await beginDocument(tx, {
    template: kind,
    language,
    about: { kind: 'request', id },
    unit: actor.unit,
    fields,
  })
  await store.changeRequest(tx, id, { document_id: document })
  await duties.reindex(tx, id)
  return { id, document }
}

export const prepareRequest = command(shapes.prepareRequest, {
  clauses: ['5.6', '5.7', '12', '5.1', '15'],
  rules: [rules.mayPrepare],
  run: async ({ input, tx }) => {
    const begun = await beginRequest(tx, input)
    tx.about('request', begun.id)
    return begun
  },
})

const nothingGiven: Text = {
  kk: 'Кіріс құжатын таңдаңыз немесе жауаптың мазмұнын жазыңыз.',
  ru: 'Выберите входящий документ или опишите ответ.',
  en: 'Choose the incoming document or say what the answer is.',
}
const noSuchIncoming: Text = {
  kk: 'Мұндай кіріс құжаты табылмады.',
  ru: 'Такой входящий документ не найден.',
  en: 'No such incoming document was found.',
}
const knownIncoming: Text = {
  kk: 'Бұл кіріс құжаты осы сұрау салуға жауап ретінде бұрын тіркелген.',
  ru: 'Этот входящий документ уже отмечен как ответ на данный запрос.',
  en: 'This incoming document is recorded as an answer to this request already.',
}
const impossibleDay: Text = {
  kk: 'Жауап сұрау салу жіберілген күннен ерте де, бүгіннен кеш те түсе алмайды.',
  ru: 'Ответ не мог поступить раньше отправки запроса или позже сегодняшнего дня.',
  en: 'The answer cannot have come before the request was sent or after today.',
}

interface Given {
  incoming?: string | undefined
  receivedOn?: string | undefined
  word: string | null
  files: readonly string[]
}

const taken: Readonly<Record<'full' | 'partly', Text>> = {
  full: {
    kk: 'Сұрау салуға толық жауап ретінде қабылданды.',
    ru: 'Принят как полный ответ на запрос.',
    en: 'Taken as a full answer to the request.',
  },
  partly: {
    kk: 'Сұрау салуға ішінара жауап ретінде қабылданды.',
    ru: 'Принят как неполный ответ на запрос.',
    en: 'Taken as an answer in part to the request.',
  },
}

/** What came in answer and is weighed waits on nobody's desk. */
async function settle(tx: Tx, it: store.Ask, complete: 'full' | 'partly'): Promise<void> {
  for (const { incoming_id } of await answers.answersOf(tx, it.id))
    if (incoming_id) await settleAnswer(tx, incoming_id, it.author, taken[complete])
}

/** Weighs what came by the incoming register, or enters an answer of its own; gives the day on which it came. */
async function answer(tx: Tx, it: store.Ask, given: Given, complete: 'full' | 'partly', missing: string | null) {
  const isNew = given.incoming !== undefined || given.word !== null || given.files.length > 0
  const weighed = await answers.weigh(tx, it.id, complete, missing)
  if (!isNew) {
    if (!weighed) throw invalidField('incoming', nothingGiven)
    return weighed
  }
  const incoming = given.incoming ? await findIncoming(tx, given.incoming, false) : null
  if (given.incoming && !incoming) throw invalidField('incoming', noSuchIncoming)
  if (incoming && (await answers.knowsIncoming(tx, it.id, incoming.id)))
    throw new Refusal('conflict', knownIncoming, { clause: '5.14' })
  if (!incoming && !given.word) throw invalidField('word', nothingGiven)
  const on = incoming?.receivedOn ?? given.receivedOn ?? tx.today
  if (on > tx.today || (it.sentOn && on < it.sentOn)) throw invalidField('receivedOn', impossibleDay)
  const id = await answers.insertAnswer(tx, {
    request_id: it.id,
    received_on: on,
    incoming_id: incoming?.id ?? null,
    word: given.word,
    complete,
    missing,
  })
  if (incoming) await giveToAsker(tx, incoming.id, it.author)
  const files = []
  for (const file of given.files) files.push(await attachFile(tx, file, 'request', it.id))
  await answers.linkFiles(tx, it.id, id, files)
  return weighed && weighed > on ? weighed : on
}

export const completeRequest = command(shapes.completeRequest, {
  clauses: ['5.6', '5.7', '12', '5.14'],
  record: requestRecord,
  rules: [rules.isAuthor, rules.leads, rules.receives],
  step: 'complete',
  run: async ({ input, subject, tx }) => {
    const on = await answer(tx, subject, input, 'full', null)
    await store.changeRequest(tx, subject.id, { completed_on: on })
    await settle(tx, subject, 'full')
    await duties.closeAwaiting(tx, subject)
    if (tx.actor.id !== subject.author) await duties.tellArrived(tx, subject)
    return {}
  },
})

export const answerPartly = command(shapes.answerPartly, {
  clauses: ['5.6', '5.7', '12', '5.14'],
  record: requestRecord,
  rules: [rules.isAuthor, rules.leads, rules.receives],
  step: 'answerPartly',
  run: async ({ input, subject, tx }) => {
    await answer(tx, subject, input, 'partly', input.missing)
    await settle(tx, subject, 'partly')
    // What was reported and is now answered in part is awaited again.
    if (subject.reportedAt) await duties.awaitAnswer(tx, subject)
    if (tx.actor.id !== subject.author) await duties.tellArrived(tx, subject)
    return {}
  },
})

const notLonger: Text = {
  kk: 'Жаңа мерзім бұрынғысынан және бүгіннен кеш болуы керек.',
  ru: 'Новый срок должен быть позже прежнего и позже сегодняшнего дня.',
  en: 'The new term must be later than the old one and later than today.',
}

export const extendRequest = command(shapes.extendRequest, {
  clauses: ['5.14', '12'],
  record: requestRecord,
  rules: [rules.isAuthor, rules.leads, rules.nothingIsAwaited],
  run: async ({ input, subject, tx }) => {
    const { until, plea } = input
    if (!subject.dueOn || until <= subject.dueOn || until <= tx.today) throw invalidField('until', notLonger)
    await answers.insertExtension(tx, subject.id, { plea, from: subject.dueOn, until })
    await store.changeRequest(tx, subject.id, { due_on: until })
    await duties.moveTerm(tx, subject, until)
    return {}
  },
})

export const reportRequest = command(shapes.reportRequest, {
  clauses: ['12', '5.1', '7.2'],
  record: requestRecord,
  rules: [rules.headReports, rules.principalsAreNotObliged, rules.answerWaits, rules.termNotPassed],
  step: 'report',
  run: async ({ input, subject, tx }) => {
    if (!subject.dueOn) throw new Error(`request ${subject.id} has no term to miss`)
    const missing =
      (await answers.answersOf(tx, subject.id)).find(({ complete }) => complete === 'partly')?.missing ?? null
    await answers.insertReport(tx, {
      request_id: subject.id,
      due_on: subject.dueOn,
      clause: subject.obliged ? '12' : '5.7',
      done: input.done,
      missing,
    })
    await store.changeRequest(tx, subject.id, { reported_at: tx.at })
    await duties.tellPrincipals(tx, subject)
    tx.emit('requests.reported', { id: subject.id })
    return {}
  },
})

export const closeRequest = command(shapes.closeRequest, {
  clauses: ['5.14'],
  record: requestRecord,
  rules: [rules.isAuthor, rules.leads],
  step: 'close',
  run: async ({ input, subject, actor, tx }) => {
    await store.changeRequest(tx, subject.id, { closed_on: tx.today, closed_by: actor.id, closed_word: input.word })
    await duties.closeAll(tx, subject)
    return {}
  },
})

export const withdrawRequest = command(shapes.withdrawRequest, {
  clauses: ['5.14'],
  record: requestRecord,
  rules: [rules.isAuthor, rules.leads],
  step: 'withdraw',
  run: async ({ input, subject, actor, tx }) => {
    await store.changeRequest(tx, subject.id, { closed_on: tx.today, closed_by: actor.id, closed_word: input.reason })
    await duties.closeAll(tx, subject)
    return {}
  },
})
