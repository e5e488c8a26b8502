// What the principals see, and how each addressee complied.
import { query } from '../../kernel/operation.ts'
import type { Cell } from '../../kernel/reply.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { captionOfEmployees } from '../org/index.ts'
import { answers, nobody, principalPost, reportOf, rowsOf, wordOf } from '../requests/index.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import * as lists from './store.ts'

export const listNonCompliance = query(shapes.listNonCompliance, {
  clauses: ['12', '5.1', '7.2'],
  rules: [rules.seesReports],
  run: async ({ input, actor, tx }) => {
    const post = principalPost(actor)
    const { page, size } = input
    const found = await lists.reports(tx, { post, waiting: post !== null && input.waiting === true, page, size })
    const words = await answers.acknowledgementsOf(
      tx,
      found.rows.map(({ id }) => id),
    )
    const people = await captionOfEmployees(
      tx,
      [...found.rows, ...words].map(({ by }) => by),
    )
    const name = (id: string | null): Text => people.get(id ?? '') ?? nobody
    return {
      rows: found.rows.map((it) => {
        const said = words.filter(({ report_id }) => report_id === it.id)
        return {
          ...reportOf(it, name),
          acknowledgements: said.map((word) => wordOf(word, name)),
          requestId: it.request_id,
          version: it.version,
          number: it.number,
          kind: it.kind,
          addressee: it.addressee_name,
          subject: it.subject,
          asked: it.asked,
          sentOn: it.sent_on,
          state: it.state,
          waits: post !== null && !said.some((word) => word.post === post),
        }
      }),
      total: found.total,
      capped: false,
      waiting: found.waiting,
      proposals: post ? await rowsOf(tx, await lists.proposalsFor(tx, post)) : [],
    }
  },
})

const asked = ({ from, until }: { from?: string | undefined; until?: string | undefined }) => ({
  from: from ?? null,
  until: until ?? null,
})

const measures = ['sent', 'inTime', 'late', 'partly', 'missed', 'waiting'] as const

export const readCompliance = query(shapes.readCompliance, {
  clauses: ['12', '5.6', '5.7'],
  rules: [rules.seesReports],
  run: async ({ input, tx }) => {
    const rows = await lists.compliance(tx, { ...asked(input), today: tx.today })
    const sum = (measure: (typeof measures)[number]) => rows.reduce((all, row) => all + row[measure], 0)
    return {
      rows,
      total: {
        sent: sum('sent'),
        inTime: sum('inTime'),
        late: sum('late'),
        partly: sum('partly'),
        missed: sum('missed'),
        waiting: sum('waiting'),
      },
    }
  },
})

const heads = [
  { title: { kk: 'Адресат', ru: 'Адресат', en: 'Addressee' }, width: 50 },
  { title: { kk: 'Жіберілді', ru: 'Отправлено', en: 'Sent' }, width: 12 },
  { title: { kk: 'Мерзімінде', ru: 'В срок', en: 'In time' }, width: 12 },
  { title: { kk: 'Кешігіп', ru: 'С опозданием', en: 'Late' }, width: 14 },
  { title: { kk: 'Ішінара', ru: 'Частично', en: 'In part' }, width: 12 },
  { title: { kk: 'Жауапсыз', ru: 'Без ответа', en: 'Not answered' }, width: 14 },
  { title: { kk: 'Күтілуде', ru: 'Ожидается', en: 'Awaited' }, width: 12 },
]

async function* cells(rows: readonly lists.Figures[], language: Language): AsyncGenerator<readonly Cell[]> {
  for (const row of rows) yield [row.addressee[language], ...measures.map((measure) => row[measure])]
}

export const exportCompliance = query(shapes.exportCompliance, {
  clauses: ['12', '5.6', '5.7'],
  export: true,
  rules: [rules.seesReports],
  run: async ({ input, actor, tx }) => {
    tx.note({ asked: input })
    return {
      kind: 'sheet' as const,
      file: `compliance-${tx.today}`,
      title: shapes.readCompliance.title,
      columns: heads,
      rows: cells(await lists.compliance(tx, { ...asked(input), today: tx.today }), actor.language),
    }
  },
})
