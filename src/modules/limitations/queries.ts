// The limitation of each under investigation, with the absences that moved it.
import { daysLeft } from '../../kernel/calendar.ts'
import { query } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { gates, investigationRecord } from '../investigations/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import * as shapes from './contract.ts'
import { limitationFor } from './following.ts'
import { isPast } from './limitation.ts'
import { absencesOf } from './store.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }

export const readLimitations = query(shapes.readLimitations, {
  clauses: ['6.21', '6.22', '5.15'],
  record: investigationRecord,
  rules: [gates.worksOnIt],
  personal: true,
  run: async ({ subject: it, tx }) => {
    const absences = await absencesOf(tx, it.id)
    const names = await captionOfEmployees(
      tx,
      absences.map(({ by }) => by),
    )
    const people = []
    for (const { id, name } of it.persons) {
      const limitation = await limitationFor(tx, it, id, absences)
      const { on } = limitation
      people.push({
        ...limitation,
        id,
        name,
        left: on ? daysLeft(tx.calendar, tx.today, on) : null,
        total: on ? Math.max(1, tx.calendar.workingDaysBetween(it.discoveredOn, on)) : 1,
        past: isPast(limitation, tx.today),
        absences: absences
          .filter(({ person_id }) => person_id === id)
          .map((row) => ({
            id: row.id,
            cause: row.cause,
            from: row.from_on,
            until: row.until_on,
            paper: row.paper,
            by: names.get(row.by) ?? nobody,
          })),
      })
    }
    return { people }
  },
})
