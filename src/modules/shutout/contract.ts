// Shapes of who is shut out of what, of recusal, and of the hand-over of a desk.
import { z } from 'zod'
import { day, id, instant, line, maybeLine, paged, paging, prose, shape, text } from '../../kernel/contract.ts'
import type { Text } from '../../kernel/text.ts'

const grounds = ['named', 'applicant', 'by-hand', 'recused'] as const
export type Ground = (typeof grounds)[number]
export const groundTitles: Readonly<Record<Ground, Text>> = {
  named: { kk: 'Өтініште аталған', ru: 'Назван в обращении', en: 'Named in the appeal' },
  applicant: { kk: 'Өтініш берушінің өзі', ru: 'Сам заявитель', en: 'The applicant' },
  'by-hand': { kk: 'Меңгерушінің шешімімен', ru: 'По решению заведующего', en: 'By the head’s decision' },
  recused: { kk: 'Өздігінен шеттелген', ru: 'Взял самоотвод', en: 'Recused himself or herself' },
}

export const signs = ['iin', 'full-name', 'initials', 'given-name', 'surname'] as const
export const signTitles: Readonly<Record<(typeof signs)[number], Text>> = {
  iin: { kk: 'ЖСН бойынша', ru: 'По ИИН', en: 'By the IIN' },
  'full-name': { kk: 'Толық аты-жөні бойынша', ru: 'По полному имени', en: 'By the full name' },
  initials: {
    kk: 'Тегі мен аты-жөнінің бас әріптері бойынша',
    ru: 'По фамилии и инициалам',
    en: 'By surname and initials',
  },
  'given-name': { kk: 'Аты мен әкесінің аты бойынша', ru: 'По имени и отчеству', en: 'By given name and patronymic' },
  surname: { kk: 'Тегі мен лауазымы бойынша', ru: 'По фамилии и должности', en: 'By surname and post' },
}

const states = ['pending', 'doubtful', 'standing', 'refused', 'lifted'] as const
export type ShutoutState = (typeof states)[number]
export const shutoutStates: Readonly<Record<ShutoutState, Text>> = {
  pending: { kk: 'Тексерілуде', ru: 'Проверяется', en: 'Being checked' },
  doubtful: { kk: 'Шешім күтуде', ru: 'Ждёт решения', en: 'Awaits a decision' },
  standing: { kk: 'Шектелген', ru: 'Отстранён', en: 'Shut out' },
  refused: { kk: 'Расталмады', ru: 'Не подтверждено', en: 'Not confirmed' },
  lifted: { kk: 'Шектеу алынды', ru: 'Отстранение снято', en: 'Lifted' },
}

export const causes = ['kinship', 'interest', 'other'] as const
export const causeTitles: Readonly<Record<(typeof causes)[number], Text>> = {
  kinship: { kk: 'Туыстық', ru: 'Родство', en: 'Kinship' },
  interest: { kk: 'Жеке мүдде', ru: 'Личный интерес', en: 'Personal interest' },
  other: { kk: 'Өзге себеп', ru: 'Иная причина', en: 'Another reason' },
}

const person = z.object({ id, name: text })
const none = z.object({})
const decided = { id, entry: id, reason: prose(2_000) }

const row = z.object({
  entry: id,
  person,
  state: z.enum(states),
  ground: z.enum(grounds),
  sign: z.enum(signs).nullable(),
  /** The words of the appeal by which the person was recognised. */
  said: z.string().nullable(),
  cause: z.enum(causes).nullable(),
  reason: z.string().nullable(),
  at: instant,
  decision: z.object({ at: instant, by: text.nullable(), reason: z.string() }).nullable(),
})

export const listShutouts = shape(
  'shutout.list',
  z.object({ id }),
  z.object({
    rows: z.array(row),
    /** Whether it is the asker who decides on this appeal today. */
    decides: z.boolean(),
  }),
  { kk: 'Қолжетімділігі шектелгендер', ru: 'Кто отстранён', en: 'Who is shut out' },
)

export const listDoubts = shape(
  'shutout.doubts',
  z.object({ ...paging }),
  paged(row.extend({ id, number: z.string(), subject: z.string().nullable(), page: z.string() })),
  { kk: 'Ықтимал аталғандар', ru: 'Возможно названные', en: 'Those who may be named' },
)

export const shutOut = shape('shutout.byHand', z.object({ id, person: id, reason: prose(2_000) }), none, {
  kk: 'Қызметкердің қолжетімділігін шектеу',
  ru: 'Отстранить работника',
  en: 'Shut an employee out',
})
export const confirmShutout = shape('shutout.confirm', z.object(decided), none, {
  kk: 'Өтініште аталғанын растау',
  ru: 'Подтвердить, что назван',
  en: 'Confirm that he or she is named',
})
export const refuseShutout = shape('shutout.refuse', z.object(decided), none, {
  kk: 'Өтініште басқа адам аталған',
  ru: 'Назван другой человек',
  en: 'Another person is meant',
})
export const liftShutout = shape('shutout.lift', z.object(decided), none, {
  kk: 'Шектеуді алу',
  ru: 'Снять отстранение',
  en: 'Lift the shutout',
})

const recusal = { id, cause: z.enum(causes), reason: prose(2_000) }
export const recuse = shape('shutout.recuse', z.object(recusal), none, {
  kk: 'Өздігінен шеттелу',
  ru: 'Взять самоотвод',
  en: 'Recuse oneself',
})
export const recuseFromDocument = shape('shutout.recuseFromDocument', z.object(recusal), none, {
  kk: 'Құжаттан өздігінен шеттелу',
  ru: 'Взять самоотвод по документу',
  en: 'Recuse oneself from a document',
})
export const liftFromDocument = shape(
  'shutout.liftFromDocument',
  z.object({ id, person: id, reason: prose(2_000) }),
  none,
  { kk: 'Құжатқа қайта жіберу', ru: 'Вернуть к документу', en: 'Reinstate on a document' },
)

// The desk of a person who leaves.
const lying = z.object({ id, number: z.string(), title: z.string(), dueOn: day.nullable() })

export const openDesk = shape(
  'shutout.desk',
  z.object({ id }),
  z.object({
    appeals: z.array(lying),
    documents: z.array(lying),
    /** What other rooms keep in the person's name, such as requests. */
    others: z.array(lying.extend({ page: z.string().nullable() })),
    /** Duties on records of any other kind. */
    duties: z.array(lying),
  }),
  { kk: 'Қызметкердің қолындағы істер', ru: 'Дела на руках у работника', en: 'What lies on a desk' },
)

export const countDesk = shape('shutout.deskCount', z.object({ id }), z.object({ open: z.int() }), {
  kk: 'Қызметкердің қолындағы істер саны',
  ru: 'Сколько дел на руках у работника',
  en: 'How much lies on a desk',
})

export const handOver = shape(
  'shutout.handOver',
  z.object({
    id,
    /** Takes everything that is not given to another below; nobody: back to the chief's desk. */
    to: id.optional(),
    given: z
      .array(z.object({ appeal: id, to: id }))
      .max(500)
      .default([]),
    reason: line(500),
  }),
  z.object({ appeals: z.int(), documents: z.int(), others: z.int(), duties: z.int() }),
  { kk: 'Істерді тапсыру', ru: 'Передать дела', en: 'Hand the desk over' },
)

export const listTakers = shape(
  'shutout.takers',
  z.object({ id, words: maybeLine(100) }),
  z.object({ rows: z.array(person.extend({ post: text })) }),
  { kk: 'Істерді кім қабылдай алады', ru: 'Кто может принять дела', en: 'Who may take the desk' },
)

// What the house itself performs when news comes.
export const sift = shape('shutout.sift', z.object({ id }), none, {
  kk: 'Өтініште кім аталғанын анықтау',
  ru: 'Установить, кто назван в обращении',
  en: 'See who is named in an appeal',
})
export const siftAll = shape('shutout.siftAll', none, z.object({ sifted: z.int() }), {
  kk: 'Бұрынғы өтініштерде кім аталғанын анықтау',
  ru: 'Установить, кто назван в прежних обращениях',
  en: 'See who is named in earlier appeals',
})
export const clearDesk = shape(
  'shutout.clearDesk',
  z.object({ id, kind: z.enum(['appeal', 'document']), person: id }),
  none,
  {
    kk: 'Шектелген адамның жұмысын қайтару',
    ru: 'Вернуть работу отстранённого',
    en: 'Take back the work of the person shut out',
  },
)
export const clearAll = shape('shutout.clearAll', z.object({ id }), none, {
  kk: 'Кеткен адамның қалған істерін қайтару',
  ru: 'Вернуть оставшиеся дела ушедшего',
  en: 'Take back what is left of a desk',
})
export const awaitHandOver = shape('shutout.awaitHandOver', z.object({ id }), none, {
  kk: 'Істерді тапсыруды күту',
  ru: 'Ожидать передачи дел',
  en: 'Await the hand-over',
})
export const clearLeft = shape('shutout.clearLeft', none, z.object({ cleared: z.int() }), {
  kk: 'Кеткендердің істерін тексеру',
  ru: 'Проверить дела ушедших',
  en: 'See to the desks of those who left',
})
