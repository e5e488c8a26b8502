// The SQL of one person's past and coming days: appointments, acting, absences.
import type { Day } from '../../../kernel/clock.ts'
import type { Tx } from '../../../kernel/operation.ts'
import type { Text } from '../../../kernel/text.ts'
import { absenceTitles } from './contract.ts'
import type {} from './store.ts'

type Db = Pick<Tx, 'db'>

const isOpen = (untilOn: Day | null, today: Day): boolean => untilOn === null || untilOn >= today

export const appointmentsOf = async ({ db }: Db, employeeId: string, today: Day) => {
  const rows = await db
    .selectFrom('appointments as a')
    .innerJoin('posts as p', 'p.id', 'a.post_id')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .where('a.employee_id', '=', employeeId)
    .orderBy('a.from_on', 'desc')
    .select([
      'a.id',
      'p.id as postId',
      'p.code',
      'p.name as title',
      'u.id as unitId',
      'u.name as unit',
      'a.from_on as fromOn',
      'a.until_on as untilOn',
      'a.basis',
      'a.end_basis as endBasis',
    ])
    .execute()
  return rows.map((row) => ({ ...row, open: isOpen(row.untilOn, today) }))
}

export const actingsOf = async ({ db }: Db, employeeId: string, today: Day) => {
  const rows = await db
    .selectFrom('actings as a')
    .innerJoin('posts as p', 'p.id', 'a.post_id')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .leftJoin('employees as h', 'h.id', 'a.holder_id')
    .where((it) => it.or([it('a.employee_id', '=', employeeId), it('a.holder_id', '=', employeeId)]))
    .orderBy('a.from_on', 'desc')
    .select([
      'a.id',
      'p.id as postId',
      'p.code',
      'p.name as title',
      'u.id as unitId',
      'u.name as unit',
      'a.from_on as fromOn',
      'a.until_on as untilOn',
      'a.basis',
      'a.end_basis as endBasis',
      'h.id as holderId',
      'h.name as holder',
    ])
    .execute()
  return rows.map(({ holderId, holder, ...row }) => {
    const instead: { id: string; name: Text } | null = holderId && holder ? { id: holderId, name: holder } : null
    return { ...row, instead, open: isOpen(row.untilOn, today) }
  })
}

export const absencesOf = async ({ db }: Db, employeeId: string, today: Day) => {
  const rows = await db
    .selectFrom('absences')
    .where('employee_id', '=', employeeId)
    .orderBy('from_on', 'desc')
    .select(['id', 'kind', 'from_on as fromOn', 'until_on as untilOn', 'basis'])
    .execute()
  return rows.map((row) => ({ ...row, title: absenceTitles[row.kind], open: isOpen(row.untilOn, today) }))
}
