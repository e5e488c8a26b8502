// Putting an event into a case: its paper, its files, its place among the others, and what the case has come to with it.
import type { Day } from '../../kernel/clock.ts'
import { attachFile } from '../../kernel/files/index.ts'
import { newId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { putSearch } from '../../kernel/search/index.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Text } from '../../kernel/text.ts'
import { findIncoming } from '../incoming/index.ts'
import type { EventDetails } from './contract.ts'
import { follows, stageOf, type Happened } from './stage.ts'
import * as store from './store.ts'
import { tellVerdict } from './verdicts.ts'
import type { EventKind } from './words.ts'

export interface Source {
  happenedOn: Day
  confirmedOn: Day
  incoming?: string | undefined
  files: readonly string[]
  paper: string | null
  word: string | null
}

const ahead: Text = {
  kk: 'Оқиға болашақта болуы мүмкін емес.',
  ru: 'Событие не может быть в будущем.',
  en: 'An event cannot lie in the future.',
}
const badConfirmation: Text = {
  kk: 'Расталған күн оқиғадан ерте де, бүгіннен кеш те болмайды.',
  ru: 'Дата подтверждения не раньше события и не позже сегодняшнего дня.',
  en: 'The day of confirmation is neither before the event nor after today.',
}
const noSource: Text = {
  kk: 'Растайтын құжатты көрсетіңіз: кіріс хаты, файл немесе құжаттың деректемелері.',
  ru: 'Укажите подтверждающий документ: входящее письмо, файл или реквизиты.',
  en: 'Give the paper that confirms it: an incoming letter, a file, or its particulars.',
}
const noSuchIncoming: Text = {
  kk: 'Мұндай кіріс құжаты табылмады.',
  ru: 'Такой входящий документ не найден.',
  en: 'No such incoming document was found.',
}
const outOfOrder: Text = {
  kk: 'Бұл оқиға алдыңғы кезең оқиғасынан ерте. Күнін тексеріңіз.',
  ru: 'Событие раньше предыдущего этапа. Проверьте дату.',
  en: 'This event lies before the stage that precedes it. Check the day.',
}
const leavesAHole: Text = {
  kk: 'Кейінгі оқиғалар осы оқиғаға сүйенеді. Алдымен соларды алып тастаңыз.',
  ru: 'Последующие события опираются на это. Сначала снимите их.',
  en: 'Later events rest on this one. Strike those first.',
}

/** @throws Refusal 'invalid' */
async function checkSource(tx: Tx, it: Source, hasFiles = it.files.length > 0): Promise<void> {
  if (it.happenedOn > tx.today) throw invalidField('happenedOn', ahead)
  if (it.confirmedOn > tx.today || it.confirmedOn < it.happenedOn) throw invalidField('confirmedOn', badConfirmation)
  if (!it.incoming && !it.paper && !hasFiles) throw invalidField('paper', noSource)
  if (it.incoming && !(await findIncoming(tx, it.incoming, false))) throw invalidField('incoming', noSuchIncoming)
  for (const field of ['paper', 'word'] as const)
    if (it[field] !== null && refusesStateSecret(it[field])) throw stateSecretRefused(field)
}

const happenedOf = (it: store.Event): Happened => ({ kind: it.kind, on: it.happened_on, details: it.details })

const standing = (events: readonly store.Event[]): store.Event[] => events.filter((it) => it.ended_at === null)

async function keepEvent(
  tx: Tx,
  caseId: string,
  { id, place, kind, details }: Pick<store.NewEvent, 'id' | 'place' | 'kind' | 'details'>,
  source: Source,
): Promise<void> {
  await store.insertEvent(tx, {
    id,
    case_id: caseId,
    place,
    kind,
    happened_on: source.happenedOn,
    confirmed_on: source.confirmedOn,
    incoming_id: source.incoming ?? null,
    paper: source.paper,
    word: source.word,
    details,
  })
  const files = []
  for (const file of source.files) files.push(await attachFile(tx, file, 'criminalCase', caseId))
  await store.linkFiles(tx, caseId, id, files)
}

/** What the case has come to, and what of it the rooms above hear. */
async function settle(tx: Tx, id: string, events: readonly Happened[]): Promise<void> {
  const before = await store.findCase(tx, id, false)
  await store.putStage(tx, id, stageOf(events))
  if (before) await tellVerdict(tx, before)
}

/** Adds an event after the others. The step of the lifecycle is the operation's; its day must not lie before the last stage's. */
export async function addEvent(
  tx: Tx,
  it: { id: string },
  kind: EventKind,
  source: Source,
  details: EventDetails = {},
): Promise<void> {
  await checkSource(tx, source)
  const all = await store.eventsOf(tx, it.id)
  const events = [...standing(all).map(happenedOf), { kind, on: source.happenedOn, details }]
  if (!follows(events)) throw invalidField('happenedOn', outOfOrder)
  const place = Math.max(0, ...all.map((each) => each.place)) + 1
  await keepEvent(tx, it.id, { id: newId(), place, kind, details }, source)
  await settle(tx, it.id, events)
}

/** Puts another event in the place of one, which stays to be read, with the files of both. @throws Refusal 'invalid' */
export async function replaceEvent(tx: Tx, caseId: string, event: store.Event, given: Source, reason: string) {
  const incoming = given.incoming ?? event.incoming_id ?? undefined
  const source = { ...given, incoming, paper: given.paper ?? event.paper }
  const files = (await store.filesOf(tx, caseId)).filter(({ event_id }) => event_id === event.id)
  await checkSource(tx, source, files.length + source.files.length > 0)
  const events = standing(await store.eventsOf(tx, caseId)).map((each) =>
    each.id === event.id ? { ...happenedOf(each), on: source.happenedOn } : happenedOf(each),
  )
  if (!follows(events)) throw invalidField('happenedOn', outOfOrder)
  const id = newId()
  await store.endEvent(tx, event.id, reason, id)
  await keepEvent(tx, caseId, { id, place: event.place, kind: event.kind, details: event.details }, source)
  await store.linkFiles(
    tx,
    caseId,
    id,
    files.map(({ file_id, ...rest }) => ({ ...rest, id: file_id })),
  )
  await settle(tx, caseId, events)
}

/** Ends an event that was entered by mistake. @throws Refusal 'conflict' where later ones rest on it */
export async function dropEvent(tx: Tx, caseId: string, event: store.Event, reason: string): Promise<void> {
  const rest = standing(await store.eventsOf(tx, caseId)).filter(({ id }) => id !== event.id)
  const events = rest.map(happenedOf)
  if (!follows(events)) throw new Refusal('conflict', leavesAHole, { clause: '6.16' })
  await store.endEvent(tx, event.id, reason, null)
  await settle(tx, caseId, events)
}

/** Puts the case into the search index as it now stands. */
export async function reindex(tx: Tx, id: string): Promise<void> {
  const it = await store.findCase(tx, id, false)
  if (!it) throw new Error(`criminal case ${id} is not there to be indexed`)
  await putSearch(tx, {
    kind: 'criminalCase',
    id,
    unit: it.unit_id,
    readers: [it.entered_by],
    number: it.erdr ?? it.court_case,
    ids: [it.iin, it.erdr, it.court_case].filter((each) => each !== null),
    title: `${it.person_name}, ${it.post_title}. ${it.article_words}`,
    names: [it.person_name],
    at: it.entered_at,
  })
}
