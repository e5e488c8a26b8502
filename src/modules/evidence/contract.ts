// The shapes of evidence and its chain of custody, shared by the server and the web.
import { z } from 'zod'
import { day, id, instant, line, maybeLine, paged, paging, prose, shape, text } from '../../kernel/contract.ts'
import { file, sheet } from '../../kernel/reply.ts'

export const evidenceKinds = ['document', 'recording', 'physical', 'electronic'] as const
export const evidenceStates = ['sealed', 'unsealed', 'out', 'returned', 'destroyed'] as const
export const grounds = ['request', 'inspection', 'handed-over'] as const
const custodyActs = [
  'received',
  'moved',
  'handed',
  'given-out',
  'taken-in',
  'copied',
  'seal-broken',
  'resealed',
  'damaged',
  'renewed',
  'returned',
  'destroyed',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]
export type EvidenceState = (typeof evidenceStates)[number]
export type Ground = (typeof grounds)[number]
export type CustodyAct = (typeof custodyActs)[number]

const version = z.int().optional()
const one = { id, version }
const none = z.object({})
/** The day on which it happened; today unless told. */
const on = day.optional()
/** In person, by post, by courier; in what condition. */
const how = maybeLine(300)

export const receiveEvidence = shape(
  'evidence.receive',
  z.object({
    /** The investigation. */
    id,
    entryKey: z.uuid(),
    kind: z.enum(evidenceKinds),
    what: line(500),
    marks: maybeLine(500),
    fromWhom: line(300),
    ground: z.enum(grounds),
    /** The request or demand that it answers (5.6). */
    request: z.uuid().optional(),
    /** The paper of the inspection or of the handing over: its name, number and day. */
    paper: maybeLine(300),
    receivedOn: day,
    keptAt: line(200),
    seal: line(100),
    files: z.array(id).max(20).default([]),
  }),
  z.object({ id, number: z.string() }),
  { kk: 'Дәлелдемені қабылдау', ru: 'Принять доказательство', en: 'Receive evidence' },
)

export const handEvidence = shape('evidence.hand', z.object({ ...one, to: id, how }), none, {
  kk: 'Топ мүшесіне тапсыру',
  ru: 'Передать участнику группы',
  en: 'Hand to a member of the team',
})
export const acceptEvidence = shape('evidence.accept', z.object({ ...one, condition: line(300) }), none, {
  kk: 'Қолға алу',
  ru: 'Принять на хранение',
  en: 'Take it in hand',
})
export const declineEvidence = shape('evidence.decline', z.object({ ...one, reason: prose(1_000) }), none, {
  kk: 'Тапсырудан бас тарту',
  ru: 'Отказаться от передачи',
  en: 'Decline the handing over',
})
export const moveEvidence = shape('evidence.move', z.object({ ...one, keptAt: line(200), on, how }), none, {
  kk: 'Басқа орынға қою',
  ru: 'Переместить',
  en: 'Move to another place',
})
export const giveOut = shape(
  'evidence.giveOut',
  z.object({ ...one, to: line(200), paper: line(300), until: day, on, how }),
  none,
  { kk: 'Сыртқа беру', ru: 'Передать вовне', en: 'Give out' },
)
export const takeIn = shape(
  'evidence.takeIn',
  z.object({ ...one, on, keptAt: line(200), condition: line(300) }),
  none,
  {
    kk: 'Қайтарып алу',
    ru: 'Принять обратно',
    en: 'Take back in',
  },
)
export const breakSeal = shape('evidence.breakSeal', z.object({ ...one, reason: prose(1_000) }), none, {
  kk: 'Мөрді ашу',
  ru: 'Вскрыть печать',
  en: 'Break the seal',
})
export const reseal = shape('evidence.reseal', z.object({ ...one, seal: line(100), how }), none, {
  kk: 'Қайта мөрлеу',
  ru: 'Опечатать вновь',
  en: 'Seal it again',
})
export const noteCopy = shape(
  'evidence.copy',
  z.object({ ...one, for: line(200), ground: line(300), copies: z.int().min(1).max(100) }),
  none,
  { kk: 'Көшірме берілгенін жазу', ru: 'Отметить выдачу копии', en: 'Record that a copy was given' },
)
export const renewCopy = shape('evidence.renewCopy', z.object({ ...one, file: id }), none, {
  kk: 'Жұмыс көшірмесін жаңарту',
  ru: 'Обновить рабочую копию',
  en: 'Make the working copy anew',
})
export const returnEvidence = shape(
  'evidence.return',
  z.object({ ...one, to: line(300), paper: line(300), on, how }),
  none,
  { kk: 'Иесіне қайтару', ru: 'Вернуть владельцу', en: 'Return to the owner' },
)
export const proposeDestruction = shape(
  'evidence.proposeDestruction',
  z.object({ ...one, reason: prose(1_000) }),
  none,
  {
    kk: 'Жоюға ұсыну',
    ru: 'Представить к уничтожению',
    en: 'Propose destruction',
  },
)
export const declineDestruction = shape(
  'evidence.declineDestruction',
  z.object({ ...one, reason: prose(1_000) }),
  none,
  {
    kk: 'Жою ұсынысын қайтару',
    ru: 'Отклонить уничтожение',
    en: 'Decline destruction',
  },
)
export const destroyEvidence = shape('evidence.destroy', z.object({ ...one, paper: line(300) }), none, {
  kk: 'Жою',
  ru: 'Уничтожить',
  en: 'Destroy',
})

/** On the investigation: nothing of it is destroyed or given away while it is held. */
export const holdEvidence = shape('evidence.hold', z.object({ ...one, reason: prose(1_000) }), none, {
  kk: 'Дәлелдемелерді жоюға тыйым салу',
  ru: 'Запретить уничтожение доказательств',
  en: 'Hold the evidence',
})
export const releaseEvidence = shape('evidence.release', z.object({ ...one, reason: prose(1_000) }), none, {
  kk: 'Дәлелдемелерді жоюға салынған тыйымды алу',
  ru: 'Снять запрет уничтожения доказательств',
  en: 'Lift the hold on evidence',
})

const named = z.object({ id, name: text })
const row = z.object({
  id,
  number: z.string(),
  place: z.int(),
  kind: z.enum(evidenceKinds),
  state: z.enum(evidenceStates),
  what: z.string(),
  fromWhom: z.string(),
  receivedOn: day,
  keptAt: z.string(),
  /** Who has it now; null when it was returned or destroyed. */
  holder: text.nullable(),
  offered: z.boolean(),
  files: z.int(),
  damaged: z.boolean(),
  investigation: z.object({ id, number: z.string() }),
})

const filters = {
  investigation: id.optional(),
  kind: z.enum(evidenceKinds).optional(),
  state: z.enum(evidenceStates).optional(),
  /** In the asker's own hands, or being handed to him or her. */
  mine: z.boolean().optional(),
  words: maybeLine(200),
}
const sorts = ['-receivedOn', 'receivedOn', 'place', '-place'] as const

export const listEvidence = shape(
  'evidence.list',
  z.object({ ...paging, ...filters, sort: z.enum(sorts).default('-receivedOn') }),
  paged(row),
  { kk: 'Дәлелдемелер', ru: 'Доказательства', en: 'Evidence' },
)

export const exportEvidence = shape('evidence.export', z.object({ id }), sheet, {
  kk: 'Дәлелдемелер тізімдемесін алу',
  ru: 'Выгрузить опись доказательств',
  en: 'Export the inventory',
})

const party = z.object({ name: text, outside: z.boolean() }).nullable()
const keptFile = z.object({
  id,
  name: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  type: z.string(),
  checkedAt: instant.nullable(),
  damaged: z.enum(['copy', 'original']).nullable(),
})

export const readEvidence = shape(
  'evidence.one',
  z.object({ id }),
  row.extend({
    version: z.int(),
    /** The reader has it in hand. */
    mine: z.boolean(),
    marks: z.string().nullable(),
    ground: z.enum(grounds),
    request: z.object({ id, caption: z.string() }).nullable(),
    paper: z.string().nullable(),
    receivedAt: instant,
    receivedBy: text,
    seal: z.string(),
    backOn: day.nullable(),
    offeredTo: named.nullable(),
    unsealedBy: text.nullable(),
    keptFiles: z.array(keptFile),
    acts: z.array(
      z.object({
        place: z.int(),
        act: z.enum(custodyActs),
        happenedOn: day,
        at: instant,
        by: text,
        giver: party,
        taker: party,
        words: z.string().nullable(),
        seal: z.string().nullable(),
      }),
    ),
    team: z.array(named),
    /** Null while the investigation goes on. */
    keptUntil: day.nullable(),
    hold: z.object({ since: instant, reason: z.string() }).nullable(),
    doomed: z.object({ at: instant, by: text, reason: z.string() }).nullable(),
    endedOn: day.nullable(),
  }),
  { kk: 'Дәлелдемені ашып көру', ru: 'Открыть доказательство', en: 'Look at evidence' },
)

/** Always the working copy. */
export const takeEvidenceFile = shape('evidence.file', z.object({ id, file: id }), file, {
  kk: 'Жұмыс көшірмесін алу',
  ru: 'Получить рабочую копию',
  en: 'Take the working copy',
})
export const takeOriginal = shape('evidence.original', z.object({ id, file: id }), file, {
  kk: 'Түпнұсқаны алу',
  ru: 'Получить оригинал',
  en: 'Take the original',
})

export const evidenceChoices = shape(
  'evidence.choices',
  z.object({ id }),
  z.object({
    investigation: z.object({ id, number: z.string() }),
    requests: z.array(z.object({ id, name: text })),
    hold: z.object({ since: instant, reason: z.string() }).nullable(),
  }),
  { kk: 'Нысан таңдаулары', ru: 'Варианты формы', en: 'Choices of the form' },
)

/** What is glued to the thing: its number and seal, and the same as a picture that a scanner reads. */
export const readLabel = shape(
  'evidence.label',
  z.object({ id }),
  z.object({
    number: z.string(),
    what: z.string(),
    marks: z.string().nullable(),
    seal: z.string(),
    receivedOn: day,
    /** A picture as a data address. */
    qr: z.string(),
  }),
  { kk: 'Жапсырманы көру', ru: 'Посмотреть этикетку', en: 'Look at the label' },
)

// What the house itself performs.
export const checkEvidence = shape('evidence.check', z.object({ id }), z.object({ damaged: z.int() }), {
  kk: 'Файлдардың тұтастығы тексерілді',
  ru: 'Проверена целостность файлов',
  en: 'The files were checked',
})
