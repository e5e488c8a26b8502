// Numbers of documents and of incoming appeals: a series of the nomenclature, a year, a serial without gaps.
import { sql } from 'kysely'
import type {} from '../../kernel/database.ts'
import type { Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'

/** Index of the Department among the bodies that write; its territorial units write through it (clause 15). */
const departmentIndex = '6001'

const unknownSeries = (unitIndex: string, index: string): Refusal =>
  new Refusal('wrong-state', {
    kk: `Істер номенклатурасында мұндай жол жоқ: ${unitIndex}, ${index}. Алдымен оны енгізіңіз.`,
    ru: `В номенклатуре дел нет такой строки: ${unitIndex}, ${index}. Сначала внесите её.`,
    en: `The file nomenclature has no such row: ${unitIndex}, ${index}. Enter it first.`,
  })

/**
 * Draws the next number of a series: '6001-26-7-6/1184'. The serial starts anew each year. The series stays locked until
 * the transaction ends, so that a number given back by a failed operation is given to the next one.
 * @throws Refusal 'wrong-state' when the nomenclature lacks the series.
 */
export async function drawNumber(tx: Tx, index: string, unitIndex = departmentIndex): Promise<string> {
  const known = await tx.db
    .selectFrom('document_series')
    .select('index')
    .where('unit_index', '=', unitIndex)
    .where('index', '=', index)
    .executeTakeFirst()
  if (!known) throw unknownSeries(unitIndex, index)
  const year = Number(tx.today.slice(0, 4))
  const { last } = await tx.db
    .insertInto('document_serials')
    .values({ unit_index: unitIndex, year, index, last: 1 })
    .onConflict((met) =>
      met.columns(['unit_index', 'year', 'index']).doUpdateSet({ last: sql<number>`document_serials.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${unitIndex}-${tx.today.slice(2, 4)}-${index}/${last}`
}

export const readSeries = async (tx: Tx, year: number) =>
  tx.db
    .selectFrom('document_series')
    .leftJoin('document_serials', (join) =>
      join
        .onRef('document_serials.unit_index', '=', 'document_series.unit_index')
        .onRef('document_serials.index', '=', 'document_series.index')
        .on('document_serials.year', '=', year),
    )
    .select([
      'document_series.unit_index as unitIndex',
      'document_series.index',
      'title',
      'retention_years as retentionYears',
      'unverified',
      sql<number>`coalesce(document_serials.last, 0)`.as('last'),
    ])
    .orderBy('document_series.unit_index')
    .orderBy('document_series.index')
    .limit(1000)
    .execute()

export const putSeries = async (
  tx: Tx,
  it: { unitIndex: string; index: string; title: Text; retentionYears: number | null },
): Promise<void> => {
  const said = { title: JSON.stringify(it.title), retention_years: it.retentionYears, unverified: false }
  await tx.db
    .insertInto('document_series')
    .values({ unit_index: it.unitIndex, index: it.index, ...said })
    .onConflict((met) => met.columns(['unit_index', 'index']).doUpdateSet(said))
    .execute()
}
