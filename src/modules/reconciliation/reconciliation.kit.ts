// For tests and figures of reconciliations: a list of the agency as a CSV, brought and compared.
import type { Stage } from '../appeals/appeals.kit.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { watchQuarters } from './following.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'

export const standardProfile = '6b1f3c52-7f5a-4f0e-9a55-0c1b6a6d4701'

const columns = [
  'Номер ЕРДР',
  'ИИН',
  'ФИО',
  'Статья УК',
  'Квалификация',
  'Исход',
  'Дата регистрации',
  'Номер дела в суде',
] as const

export type Told = Partial<
  Record<'erdr' | 'iin' | 'name' | 'articles' | 'qualification' | 'outcome' | 'registeredOn' | 'courtCase', string>
>

const cell = (it = ''): string => `"${it.replaceAll('"', '""')}"`

/** As the agency would send it: Russian headings, semicolons. */
export const listFile = (rows: readonly Told[]): string =>
  [
    columns.join(';'),
    ...rows.map((it) =>
      [it.erdr, it.iin, it.name, it.articles, it.qualification, it.outcome, it.registeredOn, it.courtCase]
        .map(cell)
        .join(';'),
    ),
  ].join('\r\n')

export const deskOf = (stage: Stage) => {
  const { as, house } = stage
  type Who = Parameters<typeof as>[0]
  /** By the clock; gives the newest reconciliation. */
  const opened = async (): Promise<string> => {
    await perform(house, watchQuarters, systemActor, {})
    const { rows } = await as('deputy', queries.listReconciliations, {})
    const [newest] = rows
    if (!newest) throw new Error('no reconciliation is open')
    return newest.id
  }
  const brought = async (id: string, rows: readonly Told[], who: Who = 'inspector'): Promise<void> => {
    const file = await stage.bring(await stage.actor(who), 'тізім.csv', listFile(rows))
    await as(who, operations.bringList, { id, profile: standardProfile, files: [file] })
    await stage.news()
  }
  const lines = async (id: string, who: Who = 'inspector', more: object = {}) =>
    (await as(who, queries.listRows, { id, size: 100, ...more })).rows
  return { opened, brought, lines }
}
