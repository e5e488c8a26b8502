// Exchange as people do it: profiles are kept, a file is checked, looked at and imported, its bad rows taken back with their reasons.
import { attachFile, readBytes } from '../../kernel/files/index.ts'
import { newId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import type { Cell } from '../../kernel/reply.ts'
import { columnKey, openSheet } from '../../kernel/sheets/index.ts'
import type { Language } from '../../kernel/text.ts'
import { captionOfEmployees } from '../org/index.ts'
import * as shapes from './contract.ts'
import type { RowFault } from './judging.ts'
import { bytesOf } from './passing.ts'
import { importRecord, profileRecord } from './records.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export const listProfiles = query(shapes.listProfiles, {
  clauses: ['5.14'],
  rules: [rules.keepsProfiles, rules.exchanges],
  run: async ({ tx }) => ({
    rows: (await store.readProfiles(tx)).map(({ changed_at, ...it }) => ({
      ...it,
      changedAt: changed_at.toISOString(),
    })),
  }),
})

export const addProfile = command(shapes.addProfile, {
  clauses: ['5.14'],
  rules: [rules.keepsProfiles],
  run: async ({ input, tx }) => {
    const profile = await store.insertProfile(tx, input)
    tx.about('exchange-profile', profile)
    return { profile }
  },
})

export const changeProfile = command(shapes.changeProfile, {
  clauses: ['5.14'],
  record: profileRecord,
  rules: [rules.keepsProfiles],
  run: async ({ input, subject, tx }) => {
    await store.updateProfile(tx, subject.id, input)
    return {}
  },
})

const noProfile = {
  kk: 'Мұндай профиль жоқ. Тізімнен таңдаңыз.',
  ru: 'Такого профиля нет. Выберите из списка.',
  en: 'There is no such profile. Choose one of the list.',
}
const tooLarge = {
  kk: 'Файл тым үлкен. Оны бірнеше файлға бөліңіз.',
  ru: 'Файл слишком большой. Разделите его на несколько.',
  en: 'The file is too large. Divide it into several.',
}
const mostBytes = 64 * 1024 * 1024

export const bringFile = command(shapes.bringFile, {
  clauses: ['6.23', '5.14'],
  rules: [rules.exchanges],
  personal: true,
  run: async ({ input, tx }) => {
    const profile = await store.findProfile(tx, input.profile, false)
    if (!profile) throw invalidField('profile', noProfile)
    const id = newId()
    const [fileId = ''] = input.files
    const file = await attachFile(tx, fileId, 'import', id)
    if (Number(file.bytes) > mostBytes) throw invalidField('files', tooLarge)
    await store.insertImport(tx, id, profile, file)
    await tx.enqueue('exchange.pass', { id }, { key: `exchange ${id}`, awaited: true })
    tx.about('import', id)
    tx.note({ sha256: file.sha256 })
    return { import: id }
  },
})

export const startImport = command(shapes.startImport, {
  clauses: ['6.23'],
  record: importRecord,
  rules: [rules.exchanges],
  step: 'start',
  run: async ({ subject, tx }) => {
    await store.clearPass(tx, subject.id)
    await tx.enqueue('exchange.pass', { id: subject.id }, { key: `exchange ${subject.id}`, awaited: true })
    return {}
  },
})

export const dropImport = command(shapes.dropImport, {
  clauses: ['5.14'],
  record: importRecord,
  rules: [rules.exchanges],
  step: 'drop',
  run: async ({ subject, tx }) => {
    await store.changeImport(tx, subject.id, { ended_at: tx.at })
    return {}
  },
})

const shown = (it: store.Import) => ({
  id: it.id,
  state: it.state,
  file: it.file,
  profile: it.profile,
  startedAt: it.startedAt.toISOString(),
  endedAt: it.endedAt?.toISOString() ?? null,
  total: it.total,
  fresh: it.fresh,
  known: it.known,
  differing: it.differing,
  bad: it.bad,
})

export const listImports = query(shapes.listImports, {
  clauses: ['5.14'],
  rules: [rules.exchanges],
  run: async ({ input: { page, size }, tx }) => {
    const { rows, total } = await store.listImports(tx, page, size)
    return { rows: rows.map(shown), total, capped: false }
  },
})

const nobody = { kk: '—', ru: '—', en: '—' }

export const openImport = query(shapes.openImport, {
  clauses: ['5.14'],
  record: importRecord,
  rules: [rules.exchanges],
  run: async ({ subject, tx }) => ({
    ...shown(subject),
    version: subject.version,
    system: subject.system,
    startedBy: (await captionOfEmployees(tx, [subject.startedBy])).get(subject.startedBy) ?? nobody,
    fault: subject.fault,
    judged: subject.fresh + subject.known + subject.differing + subject.bad,
    automatic: subject.mapping.register === 'automatic',
    destroyed: subject.destroyedOn && subject.sha256 ? { on: subject.destroyedOn, sha256: subject.sha256 } : null,
  }),
})

const columnOf = ({ mapping }: store.Import, { field }: RowFault): string | null =>
  field ? (mapping.columns[field]?.[0] ?? null) : null

export const listRows = query(shapes.listRows, {
  clauses: ['5.14'],
  record: importRecord,
  rules: [rules.exchanges],
  run: async ({ input: { page, size }, subject, tx }) => {
    const { rows, total } = await store.listRows(tx, subject.id, page, size)
    const told = rows.map(({ row, outcome, faults }) => ({
      row,
      outcome,
      faults: faults.map((it) => ({ ...it, column: columnOf(subject, it) })),
    }))
    return { rows: told, total, capped: false }
  },
})

const reason = { kk: 'Себебі', ru: 'Причина', en: 'Reason' }
const same = (words: string) => ({ kk: words, ru: words, en: words })

const sayFaults = (faults: readonly RowFault[], language: Language): string =>
  faults.map(({ field, says }) => (field ? `${shapes.fieldTitles[field][language]}: ` : '') + says[language]).join(' ')

const line = { kk: 'Жол', ru: 'Строка', en: 'Row' }

/** What is left when the file is no more: which rows they were and what was wrong with them, without a word of theirs. */
const bareReport = async (tx: Tx, it: store.Import, language: Language) => {
  const told = (await store.allRows(tx, it.id)).sort((a, b) => a.row - b.row)
  const rows = async function* (): AsyncGenerator<readonly Cell[]> {
    for (const { row, faults } of told) yield [row, sayFaults(faults, language)]
  }
  return { names: [line], rows: rows() }
}

/** The rows as they came, with what is wrong in a last column: mended there, the sheet can be sent again. */
const reportOf = async (tx: Tx, it: store.Import, language: Language) => {
  const told = new Map((await store.allRows(tx, it.id)).map(({ row, faults }) => [row, sayFaults(faults, language)]))
  const content = await readBytes(tx, it.fileId)
  const { columns } = await openSheet(bytesOf(content), it.mapping)
  const walk = async function* () {
    for await (const row of (await openSheet(bytesOf(content), it.mapping)).rows) if (told.has(row.row)) yield row
  }
  const names = [...(columns ?? [])].filter(Boolean)
  if (!columns)
    for await (const { cells } of walk()) names.push(...Object.keys(cells).filter((key) => !names.includes(key)))
  const rows = async function* (): AsyncGenerator<readonly Cell[]> {
    for await (const { row, cells } of walk())
      yield [...names.map((name) => cells[columnKey(name)] ?? ''), told.get(row) ?? '']
  }
  return { names: names.map(same), rows: rows() }
}

export const takeReport = query(shapes.takeReport, {
  clauses: ['6.23', '5.14'],
  record: importRecord,
  rules: [rules.exchanges],
  personal: true,
  export: true,
  run: async ({ input, subject, actor, tx }) => {
    const language = input.language ?? actor.language
    // A file that could not be read has no rows to give.
    const { names, rows } =
      subject.state === 'unread'
        ? { names: [], rows: (async function* () {})() }
        : await (subject.destroyedOn ? bareReport : reportOf)(tx, subject, language)
    tx.note({ rows: subject.bad + subject.differing })
    return {
      kind: 'sheet' as const,
      file: `import-${tx.today}`,
      title: shapes.listRows.title,
      columns: [...names.map((title) => ({ title, width: 22 })), { title: reason, width: 80 }],
      rows,
    }
  },
})
