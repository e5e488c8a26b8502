// The shapes of keeping and destroying: legal holds on a record, acts of destruction and their items.
import { z } from 'zod'
import { day, id, instant, paged, paging, prose, shape, text } from '../../kernel/contract.ts'
import { sheet } from '../../kernel/reply.ts'
import type { Text } from '../../kernel/text.ts'

const actStates = ['announced', 'proposed', 'approved', 'declined'] as const
export type ActState = (typeof actStates)[number]

export const stateTitles: Readonly<Record<ActState, Text>> = {
  announced: { kk: 'Мерзімі жақындады', ru: 'Срок подходит', en: 'Announced' },
  proposed: { kk: 'Бекітуге ұсынылды', ru: 'Представлен на утверждение', en: 'Proposed' },
  approved: { kk: 'Бекітілді', ru: 'Утверждён', en: 'Approved' },
  declined: { kk: 'Қайтарылды', ru: 'Возвращён', en: 'Declined' },
}

const version = z.int().optional()
const none = z.object({})
const person = z.object({ id, name: text })

/** How long one appeal is kept: until when, whether it is held, whether its content is gone. */
export const openKeeping = shape(
  'retention.one',
  z.object({ id }),
  z.object({
    /** Null while the appeal is considered. */
    keptUntil: day.nullable(),
    years: z.int(),
    doubtful: z.boolean(),
    hold: z.object({ since: instant, by: person, reason: z.string() }).nullable(),
    destroyedOn: day.nullable(),
  }),
  { kk: 'Сақтау мерзімін көру', ru: 'Посмотреть срок хранения', en: 'See how long it is kept' },
)

export const holdAppeal = shape('retention.hold', z.object({ id, version, reason: prose(1_000) }), none, {
  kk: 'Жоюға тыйым салу',
  ru: 'Запретить уничтожение',
  en: 'Hold from destruction',
})

export const releaseAppeal = shape('retention.release', z.object({ id, version, reason: prose(1_000) }), none, {
  kk: 'Жоюға салынған тыйымды алу',
  ru: 'Снять запрет уничтожения',
  en: 'Lift the hold',
})

const act = z.object({
  id,
  state: z.enum(actStates),
  endsOn: day,
  announcedOn: day,
  records: z.int(),
  held: z.int(),
  destroyed: z.int(),
})

export const listActs = shape('retention.acts', z.object({ ...paging }), paged(act), {
  kk: 'Жою актілері',
  ru: 'Акты об уничтожении',
  en: 'Acts of destruction',
})

export const openAct = shape(
  'retention.act',
  z.object({ id }),
  act.extend({
    version: z.int(),
    proposed: z.object({ at: instant, by: person }).nullable(),
    decided: z.object({ at: instant, by: person }).nullable(),
    reason: z.string().nullable(),
  }),
  { kk: 'Жою актісін ашу', ru: 'Открыть акт об уничтожении', en: 'Open an act of destruction' },
)

export const listItems = shape(
  'retention.items',
  z.object({ act: id, ...paging }),
  paged(
    z.object({
      id,
      number: z.string(),
      doneOn: day,
      keptUntil: day,
      held: z.boolean(),
      destroyedOn: day.nullable(),
    }),
  ),
  { kk: 'Актідегі құжаттар', ru: 'Документы акта', en: 'Records of the act' },
)

export const exportItems = shape('retention.export', z.object({ act: id }), sheet, {
  kk: 'Актіні XLSX түрінде алу',
  ru: 'Выгрузить акт в XLSX',
  en: 'Export the act as XLSX',
})

export const proposeAct = shape('retention.propose', z.object({ id, version }), z.object({ records: z.int() }), {
  kk: 'Бекітуге ұсыну',
  ru: 'Представить на утверждение',
  en: 'Propose for approval',
})

export const approveAct = shape('retention.approve', z.object({ id, version }), z.object({ records: z.int() }), {
  kk: 'Актіні бекіту',
  ru: 'Утвердить акт',
  en: 'Approve the act',
})

export const declineAct = shape('retention.decline', z.object({ id, version, reason: prose(1_000) }), none, {
  kk: 'Актіні қайтару',
  ru: 'Вернуть акт',
  en: 'Decline the act',
})

// What the house itself performs.
export const announceActs = shape('retention.announce', none, z.object({ records: z.int() }), {
  kk: 'Сақтау мерзімі аяқталатынын ескерту',
  ru: 'Предупредить об истечении срока хранения',
  en: 'Announce what will expire',
})
export const announceImports = shape('retention.announceImports', none, z.object({ files: z.int() }), {
  kk: 'Мерзімі өткен енгізу файлдарын іздеу',
  ru: 'Найти загруженные файлы с истекшим сроком',
  en: 'Look for files of imports whose term is over',
})
export const destroyImport = shape('retention.destroyImport', z.object({ id }), z.object({ destroyed: z.boolean() }), {
  kk: 'Енгізу файлын жою',
  ru: 'Уничтожить загруженный файл',
  en: 'Destroy the file of an import',
})
export const destroyContent = shape(
  'retention.destroy',
  z.object({ id, act: id }),
  z.object({ destroyed: z.boolean() }),
  {
    kk: 'Мазмұнын жою',
    ru: 'Уничтожить содержание',
    en: 'Destroy the content',
  },
)
