// The shapes of the quarterly reconciliation of criminal cases, shared by the server and the web.
import { z } from 'zod'
import {
  day,
  id,
  instant,
  language,
  line,
  maybeProse,
  paged,
  paging,
  prose,
  shape,
  text,
} from '../../kernel/contract.ts'
import { file, sheet } from '../../kernel/reply.ts'
import { said } from '../criminalCases/contract.ts'
import { happening } from '../incoming/contract.ts'
import { rowKinds, rowStates, states } from './lifecycle.ts'
import { fields, mapping } from './mapping.ts'
import type { Line } from './matching.ts'

export * from './mapping.ts'
export * from './lifecycle.ts'

const version = z.int().optional()
const one = { id, version }
const none = z.object({})

const profile = z.object({
  id,
  version: z.int(),
  title: z.string(),
  mapping,
  changedAt: instant,
  changedBy: text.nullable(),
})
export const listProfiles = shape('reconciliation.profiles', none, z.object({ rows: z.array(profile) }), {
  kk: 'Тізім профильдері',
  ru: 'Профили списков',
  en: 'Profiles of lists',
})
export const saveProfile = shape(
  'reconciliation.saveProfile',
  z.object({ profile: id.optional(), title: line(100), mapping }),
  z.object({ profile: id }),
  { kk: 'Профильді сақтау', ru: 'Сохранить профиль', en: 'Save the profile' },
)

const counts = z.object({
  total: z.int(),
  same: z.int(),
  differs: z.int(),
  theirs: z.int(),
  ours: z.int(),
  open: z.int(),
})
const row = z.object({
  id,
  state: z.enum(states),
  from: day,
  until: day,
  dueOn: day,
  fileName: z.string().nullable(),
  counts,
  signedOn: day.nullable(),
})
export const listReconciliations = shape('reconciliation.list', z.object(paging), paged(row), {
  kk: 'Салыстырулар',
  ru: 'Сверки',
  en: 'Reconciliations',
})

const keptFile = z.object({ id, name: z.string() })
export const openReconciliation = shape(
  'reconciliation.one',
  z.object({ id }),
  row.extend({
    version: z.int(),
    openedOn: day,
    term: z.object({ dueOn: day, left: z.int(), total: z.int() }),
    broughtAt: instant.nullable(),
    broughtBy: text.nullable(),
    file: keptFile.nullable(),
    fault: text.nullable(),
    document: z.object({ id, state: text, number: z.string().nullable() }).nullable(),
    decided: z.array(z.object({ state: z.enum(rowStates), n: z.int() })),
  }),
  { kk: 'Салыстыруды ашу', ru: 'Открыть сверку', en: 'Open a reconciliation' },
)

const pair = z.object({
  field: z.enum(fields),
  theirs: z.string().nullable(),
  ours: z.string().nullable(),
  differs: z.boolean(),
})
export const shownRow = z.object({
  id,
  version: z.int(),
  state: z.enum(rowStates),
  kind: z.enum(rowKinds),
  place: z.int().nullable(),
  matched: z.enum(['number', 'iin', 'name']).nullable(),
  name: z.string(),
  erdr: z.string().nullable(),
  case: id.nullable(),
  pairs: z.array(pair),
  decidedAt: instant.nullable(),
  decidedBy: text.nullable(),
  reason: z.string().nullable(),
})
export const listRows = shape(
  'reconciliation.rows',
  z.object({
    id,
    ...paging,
    kind: z.enum(rowKinds).optional(),
    state: z.enum(rowStates).optional(),
  }),
  paged(shownRow),
  { kk: 'Салыстыру жолдары', ru: 'Строки сверки', en: 'Lines of a reconciliation' },
)
export const exportRows = shape('reconciliation.sheet', z.object({ id, language: language.optional() }), sheet, {
  kk: 'Айырмаларды XLSX түрінде алу',
  ru: 'Выгрузить расхождения в XLSX',
  en: 'Export the differences as XLSX',
})
export const takeListFile = shape('reconciliation.file', z.object({ id, file: id }), file, {
  kk: 'Тізім файлын алу',
  ru: 'Получить файл списка',
  en: 'Take the file of the list',
})
export const readTimeline = shape('reconciliation.timeline', z.object({ id }), z.object({ rows: z.array(happening) }), {
  kk: 'Оқиғалар желісі',
  ru: 'Ход событий',
  en: 'Timeline',
})

export const bringList = shape(
  'reconciliation.bring',
  z.object({ ...one, profile: id, files: z.array(id).length(1) }),
  none,
  {
    kk: 'Тізімді енгізу',
    ru: 'Загрузить список',
    en: 'Bring the list',
  },
)
export const takeTheirs = shape('reconciliation.takeTheirs', z.object(one), none, {
  kk: 'Тізімдегісін қабылдау',
  ru: 'Принять по списку',
  en: 'Take theirs',
})
export const keepOurs = shape('reconciliation.keepOurs', z.object({ ...one, reason: prose(1_000) }), none, {
  kk: 'Біздікін қалдыру',
  ru: 'Оставить наше',
  en: 'Keep ours',
})
export const enterNew = shape(
  'reconciliation.enterNew',
  z.object({ ...one, ...said, registeredOn: day, confirmedOn: day, word: maybeProse(4_000) }),
  z.object({ case: id }),
  { kk: 'Жаңа іс ретінде енгізу', ru: 'Внести новое дело', en: 'Enter as a new case' },
)
export const setAside = shape('reconciliation.setAside', z.object({ ...one, reason: prose(1_000) }), none, {
  kk: 'Бізге қатысты емес',
  ru: 'Не наше',
  en: 'Not ours',
})
export const compareAgain = shape('reconciliation.compareAgain', z.object(one), none, {
  kk: 'Қайта салыстыру',
  ru: 'Сопоставить снова',
  en: 'Compare again',
})
export const drawAct = shape(
  'reconciliation.drawAct',
  z.object({ ...one, language, signers: prose(2_000), present: maybeProse(2_000) }),
  z.object({ document: id }),
  { kk: 'Салыстыру актісін жасау', ru: 'Составить акт сверки', en: 'Draw up the act of reconciliation' },
)

// What the house performs itself; not reachable over HTTP.
const lines = z.custom<Line[]>(Array.isArray)
export const watchQuarters = shape('reconciliation.watch', none, z.object({ opened: z.int() }), {
  kk: 'Тоқсандық салыстыруды ашу',
  ru: 'Открыть квартальную сверку',
  en: 'Open the quarterly reconciliation',
})
export const compareList = shape('reconciliation.compare', z.object({ id, lines }), none, {
  kk: 'Тізімді салыстыру',
  ru: 'Сопоставление списка',
  en: 'Comparing the list',
})
export const failList = shape('reconciliation.fail', z.object({ id, says: text }), none, {
  kk: 'Тізім оқылмады',
  ru: 'Список не прочитан',
  en: 'The list could not be read',
})
export const noteSigned = shape('reconciliation.noteSigned', z.object({ id, document: id }), none, {
  kk: 'Актіге қол қойылды',
  ru: 'Акт подписан',
  en: 'The act was signed',
})
