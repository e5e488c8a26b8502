// The shapes of exchange: profiles, imports with their report, exports. Shared by the server and the web.
import { z } from 'zod'
import { day, id, instant, language, line, paged, paging, shape, text } from '../../kernel/contract.ts'
import { file, sheet } from '../../kernel/reply.ts'
import { fields, mapping } from './mapping.ts'
import { importStates } from './lifecycle.ts'
import type { Judged } from './judging.ts'

export * from './mapping.ts'
export { importLife, type ImportState } from './lifecycle.ts'

const none = z.object({})
const version = z.int().optional()

const profile = z.object({
  id,
  version: z.int(),
  title: z.string(),
  system: z.string(),
  unverified: z.boolean(),
  changedAt: instant,
  changedBy: text.nullable(),
  mapping,
})

export const listProfiles = shape('exchange.profiles', none, z.object({ rows: z.array(profile) }), {
  kk: 'Алмасу профильдері',
  ru: 'Профили обмена',
  en: 'Profiles of exchange',
})

const badSystem = {
  kk: 'Жүйенің белгісі: латын кіші әріптері, цифрлар мен сызықша.',
  ru: 'Обозначение системы: строчные латинские буквы, цифры и дефис.',
  en: 'The mark of a system is small Latin letters, digits and hyphens.',
}
const written = {
  title: line(100),
  /** Names an appeal together with its number there. */
  system: line(31).refine((it) => /^[a-z][a-z0-9-]{1,30}$/.test(it), { params: { says: badSystem } }),
  mapping,
}

export const addProfile = shape('exchange.addProfile', z.object(written), z.object({ profile: id }), {
  kk: 'Профиль қосу',
  ru: 'Добавить профиль',
  en: 'Add a profile',
})

export const changeProfile = shape('exchange.changeProfile', z.object({ id, version, ...written }), none, {
  kk: 'Профильді өзгерту',
  ru: 'Изменить профиль',
  en: 'Change the profile',
})

const counts = {
  total: z.int(),
  fresh: z.int(),
  known: z.int(),
  differing: z.int(),
  bad: z.int(),
}

const row = z.object({
  id,
  state: z.enum(importStates),
  file: z.string(),
  profile: z.string(),
  startedAt: instant,
  endedAt: instant.nullable(),
  ...counts,
})

export const listImports = shape('exchange.imports', z.object(paging), paged(row), {
  kk: 'Енгізілген файлдар',
  ru: 'Загруженные файлы',
  en: 'Imported files',
})

export const openImport = shape(
  'exchange.import',
  z.object({ id }),
  row.extend({
    version: z.int(),
    system: z.string(),
    startedBy: text,
    fault: text.nullable(),
    /** Rows judged in this pass; beside `total` of the trial it is the progress. */
    judged: z.int(),
    automatic: z.boolean(),
    /** The day on which the file was destroyed, and its hash: no word of it is left. */
    destroyed: z.object({ on: day, sha256: z.string() }).nullable(),
  }),
  { kk: 'Енгізуді ашу', ru: 'Открыть загрузку', en: 'Open an import' },
)

export const listRows = shape(
  'exchange.rows',
  z.object({ id, ...paging }),
  paged(
    z.object({
      row: z.int(),
      outcome: z.enum(['differing', 'bad']),
      faults: z.array(z.object({ field: z.enum(fields).nullable(), column: z.string().nullable(), says: text })),
    }),
  ),
  { kk: 'Түсіндірілген жолдар', ru: 'Строки с объяснением', en: 'Rows explained' },
)

export const takeReport = shape('exchange.report', z.object({ id, language: language.optional() }), sheet, {
  kk: 'Қате жолдарды себебімен алу',
  ru: 'Получить строки с причинами',
  en: 'Take the rows with their reasons',
})

export const bringFile = shape(
  'exchange.bring',
  z.object({ profile: id, files: z.array(id).length(1) }),
  z.object({ import: id }),
  { kk: 'Файлды тексеру', ru: 'Проверить файл', en: 'Check a file' },
)

export const startImport = shape('exchange.start', z.object({ id, version }), none, {
  kk: 'Өтініштерді енгізу',
  ru: 'Загрузить обращения',
  en: 'Import the appeals',
})

export const dropImport = shape('exchange.drop', z.object({ id, version }), none, {
  kk: 'Енгізуден бас тарту',
  ru: 'Отказаться от загрузки',
  en: 'Drop the import',
})

const sent = z.object({
  id,
  system: z.string(),
  from: day,
  until: day,
  onlyChanged: z.boolean(),
  madeAt: instant,
  madeBy: text,
  rows: z.int(),
})

export const listExports = shape('exchange.exports', z.object(paging), paged(sent), {
  kk: 'Жіберілген мәліметтер',
  ru: 'Выгрузки',
  en: 'Exports',
})

export const makeExport = shape(
  'exchange.makeExport',
  z.object({ system: line(31), from: day, until: day, onlyChanged: z.boolean().default(true) }),
  z.object({ export: id, rows: z.int() }),
  { kk: 'Жүйеге мәлімет дайындау', ru: 'Подготовить выгрузку', en: 'Make an export' },
)

export const takeSheet = shape('exchange.exportSheet', z.object({ id, language: language.optional() }), sheet, {
  kk: 'Мәліметті XLSX түрінде алу',
  ru: 'Получить выгрузку в XLSX',
  en: 'Take the export as XLSX',
})

export const takeFile = shape(
  'exchange.exportFile',
  z.object({ id, format: z.enum(['csv', 'json']), language: language.optional() }),
  file,
  { kk: 'Мәліметті CSV немесе JSON түрінде алу', ru: 'Получить выгрузку в CSV или JSON', en: 'Take it as CSV or JSON' },
)

// What the house performs itself while a file is read; not reachable over HTTP.
const judged = z.custom<Judged>((it) => typeof it === 'object' && it !== null && 'row' in it)

export const passRows = shape(
  'exchange.pass',
  z.object({ id, after: z.int(), upTo: z.int(), rows: z.array(judged) }),
  z.object({ cursor: z.int() }),
  { kk: 'Файл жолдарын қабылдау', ru: 'Приём строк файла', en: 'Taking rows of a file' },
)
export const beginPass = shape('exchange.beginPass', z.object({ id }), z.object({ cursor: z.int() }), {
  kk: 'Файлды оқуды бастау',
  ru: 'Начало чтения файла',
  en: 'Beginning to read a file',
})
export const settleTrial = shape('exchange.settle', z.object({ id }), none, {
  kk: 'Файл тексерілді',
  ru: 'Файл проверен',
  en: 'The file was checked',
})
export const finishImport = shape('exchange.finish', z.object({ id }), none, {
  kk: 'Өтініштер енгізілді',
  ru: 'Обращения загружены',
  en: 'The appeals were imported',
})
export const listLeft = shape('exchange.left', none, z.object({ ids: z.array(id) }), {
  kk: 'Енгізілмей қалған файлдар',
  ru: 'Файлы, оставленные без загрузки',
  en: 'Files left lying',
})
export const lapseImport = shape('exchange.lapse', z.object({ id }), none, {
  kk: 'Енгізілмей қалған файлдан бас тартылды',
  ru: 'Оставленная загрузка отменена',
  en: 'A file left lying was given up',
})
export const failImport = shape('exchange.fail', z.object({ id, says: text }), none, {
  kk: 'Файл оқылмады',
  ru: 'Файл не прочитан',
  en: 'The file could not be read',
})
